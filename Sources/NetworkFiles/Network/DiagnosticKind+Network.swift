internal import Foundations
internal import ReferralGraph

extension Diagnostic.Kind {
    /// The kind of something that is wrong with a network as a whole.
    init(_ kind: NetworkIssue.Kind) {
        switch kind {
        case .danglingReference: self = .danglingReference
        case .duplicateIdentifier: self = .duplicateIdentifier
        case .reportsToCycle: self = .reportsToCycle
        case .selfReference: self = .selfReference
        case .undatedReferral: self = .undatedReferral
        case .datesOutOfOrder: self = .datesOutOfOrder
        case .later: self = .later
        }
    }
}

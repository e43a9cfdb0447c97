import ReferralAnalysis
import ReferralGraph

/// How near someone is to the seeker: a ring of the picture, the innermost first.
enum Closeness: Int, CaseIterable {
    case month, quarter, year, longer, introduction, stranger

    /// Whether the seeker was ever in touch with those on it.
    var isReached: Bool { rawValue <= Self.longer.rawValue }

    /// What stands on the ring.
    var words: String {
        switch self {
        case .month: "last 30 days"
        case .quarter: "last 90 days"
        case .year: "last 12 months"
        case .longer: "longer ago"
        case .introduction: "one introduction away"
        case .stranger: "no known path yet"
        }
    }

    /// So many people of this ring, as part of a sentence.
    func sentence(_ count: Int) -> String {
        switch self {
        case .month: "\(count) in touch in the last 30 days"
        case .quarter: "\(count) in the last 90"
        case .year: "\(count) in the last 12 months"
        case .longer: "\(count) longer ago or only connected"
        case .introduction: "\(count) one introduction away"
        case .stranger: "\(count) with no known path"
        }
    }

    /// The ring of a person.
    /// - Parameter hasIntroducer: Whether someone in the picture leads to the person.
    init(of person: PersonID, in analysis: NetworkAnalysis, hasIntroducer: Bool) {
        guard analysis.isContact(person) else {
            self = hasIntroducer ? .introduction : .stranger
            return
        }
        switch analysis.lastContact(with: person).map({ analysis.asOf.day - $0.date.day }) {
        case .some(...30): self = .month
        case .some(...90): self = .quarter
        case .some(...365): self = .year
        default: self = .longer
        }
    }
}

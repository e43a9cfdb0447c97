/// Something the seeker looks for, or may look for: a company, a role, a department or a place.
///
/// A company that the seeker wants is in ``ReferralNetwork/companies`` and has a priority; as a target it is only proposed or
/// declined.
public struct Target: Sendable, Equatable {
    /// What it is.
    public var kind: Kind
    /// The company, role, department or place, as people write it.
    public var name: String
    /// Whether the seeker said so.
    public var standing: Standing
    /// What makes it a proposal, in words: "followed on LinkedIn".
    public var source: String?
    /// The day of which the source speaks, or on which the seeker said so.
    public var date: CalendarDay?

    /// What can be looked for.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// An employer.
        case company
        /// A title: "Brand manager".
        case role
        /// A part of a company: "Marketing".
        case department
        /// A city or region.
        case place
    }

    /// What the seeker says of a target.
    public enum Standing: String, Sendable, Codable, CaseIterable {
        /// They want it.
        case wanted
        /// A source suggests it; they have not said anything.
        case proposed
        /// They do not want it, and are not asked again.
        case declined
    }

    /// Makes a target.
    public init(
        kind: Kind, name: String, standing: Standing = .wanted, source: String? = nil,
        date: CalendarDay? = nil
    ) {
        self.kind = kind
        self.name = name
        self.standing = standing
        self.source = source
        self.date = date
    }
}

extension ReferralNetwork {
    /// The names of what the seeker wants of a kind, in the order in which they said so.
    public func wanted(_ kind: Target.Kind) -> [String] {
        targets.filter { $0.kind == kind && $0.standing == .wanted }.map(\.name)
    }

    /// What sources suggest and the seeker has not decided on.
    public var proposedTargets: [Target] { targets.filter { $0.standing == .proposed } }
}

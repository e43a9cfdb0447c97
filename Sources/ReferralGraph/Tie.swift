/// That two people know each other, or that one reports to the other.
public struct Tie: Sendable, Equatable {
    /// One of the two; of a reporting line the one who reports.
    public var from: PersonID
    /// The other; of a reporting line the boss.
    public var to: PersonID
    /// What connects them.
    public var kind: Kind
    /// How likely one is to introduce the other, in (0, 1]; `nil` when unknown.
    public var strength: Double?
    /// How they know each other.
    public var how: String?
    /// Since when.
    public var since: CalendarDay?
    /// When they were last in touch, as far as known.
    public var lastContact: CalendarDay?
    /// Whether an import guessed the tie, as from a shared conversation; `false` for the user's own word.
    public var isInferred: Bool

    /// What can connect two people.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// They know each other; the order of the two says nothing.
        case knows
        /// The first reports to the second.
        case reportsTo = "reports-to"
    }

    /// Makes a tie.
    public init(
        from: PersonID, to: PersonID, kind: Kind = .knows, strength: Double? = nil, how: String? = nil,
        since: CalendarDay? = nil, lastContact: CalendarDay? = nil, isInferred: Bool = false
    ) {
        self.from = from
        self.to = to
        self.kind = kind
        self.strength = strength
        self.how = how
        self.since = since
        self.lastContact = lastContact
        self.isInferred = isInferred
    }
}

public import ReferralGraph

/// Someone who must not be contacted now.
public struct WithheldContact: Sendable, Equatable, Codable {
    /// Who.
    public var person: PersonID
    /// Why, in words.
    public var reason: String
    /// The rule, where one of the playbook's decides.
    public var rule: Rule?
    /// The contact who can introduce this person.
    public var through: PersonID?
    /// The first polite day; `nil` when no day is known.
    public var until: CalendarDay?

    package init(
        person: PersonID, reason: String, rule: Rule? = nil, through: PersonID? = nil,
        until: CalendarDay? = nil
    ) {
        self.person = person
        self.reason = reason
        self.rule = rule
        self.through = through
        self.until = until
    }
}

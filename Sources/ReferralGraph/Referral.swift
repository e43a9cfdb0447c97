/// One person pointed the seeker to another.
///
/// A referral goes through dated steps; those that have not happened are `nil`. At least one has happened.
public struct Referral: Sendable, Equatable {
    /// Who gave the name.
    public var from: PersonID
    /// Whose name it was.
    public var to: PersonID
    /// The referrer said they would make the introduction.
    public var promised: CalendarDay?
    /// The name was given or the introduction written.
    public var given: CalendarDay?
    /// The seeker contacted the person referred to.
    public var used: CalendarDay?
    /// They talked.
    public var met: CalendarDay?
    /// The person referred to did not want to.
    public var declined: CalendarDay?
    /// The opportunity it came out of, mostly a rejected one.
    public var opportunity: OpportunityID?
    /// The talk it came out of.
    public var interaction: InteractionID?
    /// Anything else.
    public var note: String?

    /// Makes a referral.
    public init(
        from: PersonID, to: PersonID, promised: CalendarDay? = nil, given: CalendarDay? = nil,
        used: CalendarDay? = nil, met: CalendarDay? = nil, declined: CalendarDay? = nil,
        opportunity: OpportunityID? = nil, interaction: InteractionID? = nil, note: String? = nil
    ) {
        self.from = from
        self.to = to
        self.promised = promised
        self.given = given
        self.used = used
        self.met = met
        self.declined = declined
        self.opportunity = opportunity
        self.interaction = interaction
        self.note = note
    }

    /// The first dated step.
    public var firstDate: CalendarDay? { [promised, given, used, met, declined].compactMap(\.self).min() }
}

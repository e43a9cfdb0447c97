package import PublicHolidays
public import ReferralGraph

/// Something the playbook says to do about one person, and when.
public struct DueStep: Sendable, Equatable, Codable {
    /// Who it is about.
    public var person: PersonID
    /// Which rule says so.
    public var rule: Rule
    /// The opportunity it is about.
    public var opportunity: OpportunityID?
    /// Who else matters: the referrer of someone to contact, for example.
    public var related: PersonID?
    /// What started the clock.
    public var since: CalendarDay
    /// The first day on which the step makes sense, in the person's calendar.
    public var earliest: CalendarDay
    /// The day by which it should be done, in the person's calendar.
    public var due: CalendarDay
    /// The moment by which it should be done, where a time was said; on the due day.
    public var moment: Timestamp?
    /// What to do.
    public var action: Action
    /// The due day that the rule itself names, where working days or a wait moved it.
    package var ruleDay: CalendarDay?
    /// The conversation in which it stands, by the name that the user gave it.
    package var thread: String?
    /// The public holidays on which working days moved it, or that were passed over where business days are counted.
    package var holidays: [PublicHoliday] = []
    /// The contact in which the seeker made the promise it is about.
    package var promised: Interaction?

    private enum CodingKeys: String, CodingKey {
        case person, rule, opportunity, related, since, earliest, due, moment, action
    }

    /// What to do: by which means, at what time, and in which words.
    public struct Action: Sendable, Equatable, Codable {
        /// The means of contact; `nil` for something that is only written down.
        public var channel: Interaction.Channel?
        /// When in the day, the person's time, in words.
        public var hour: String?
        /// The step in a few words, as an imperative.
        public var what: String
        /// What to say, in one line.
        public var say: String

        package init(_ channel: Interaction.Channel?, _ what: String, hour: String? = nil, say: String) {
            self.channel = channel
            self.hour = hour
            self.what = what
            self.say = say
        }
    }

    /// Whether the step means getting in touch, rather than writing something down.
    public var isContact: Bool { action.channel != nil }

    /// The days that the rule counts from what started its clock.
    package var interval: Int { (ruleDay ?? due) - since }

    /// The step no earlier than on a day, and due on a day on which people work.
    ///
    /// Days that were named, by the seeker or with an offer, stay as they are.
    func moved(to day: CalendarDay? = nil, in calendar: WorkCalendar) -> Self {
        var step = self
        if let day {
            step.earliest = max(earliest, day)
            step.due = max(due, day)
        }
        if isContact, day != nil || rule != .ownPromise && rule != .competingOffer {
            let isOneDay = step.earliest == step.due
            let named = step.due
            step.due = calendar.businessDay(onOrAfter: named)
            if isOneDay { step.earliest = step.due }
            if step.due > named {
                step.holidays = calendar.publicHolidays(from: named, to: step.due)
            } else if ruleDay == nil, day == nil, due - since <= Self.mostDaysCounted {
                step.holidays = calendar.publicHolidays(from: since + 1, to: due)
            } else if step.due != due {
                step.holidays = []
            }
        }
        if step.due != due {
            step.ruleDay = ruleDay ?? due
            step.moment = nil
        }
        return step
    }

    /// Rules that count business days count no further than this; what lies further ahead is counted in days or named.
    private static let mostDaysCounted = 12

    /// Where the step stands in a list: its due day, or the latest working day on which it came round again.
    ///
    /// - Parameters:
    ///   - today: The day asked about.
    ///   - days: ``PlaybookPolicy/missedStepReturnsAfterDays``; less than 1 says that it never comes round.
    ///   - calendar: On which days the person works.
    public func standing(
        on today: CalendarDay, returningAfter days: Int, in calendar: WorkCalendar
    ) -> CalendarDay {
        guard days > 0, today - due >= days else { return due }
        return max(due, calendar.businessDay(onOrBefore: due + (today - due) / days * days))
    }

    /// The steps that belong to one occasion: after a no the thank-you and the call, or what has taken its place.
    /// - Parameters:
    ///   - first: The step that comes first.
    ///   - steps: All steps with the person, those not yet due included.
    /// - Returns: The steps in the order of their days, `first` among them; none when it stands alone.
    package static func parts(of first: DueStep, among steps: [DueStep]) -> [DueStep] {
        guard first.rule.answersNo, first.opportunity != nil else { return [] }
        let parts = steps.filter { $0.rule.answersNo && $0.opportunity == first.opportunity }
        return parts.count > 1 ? parts.stablySorted(by: \.earliest) : []
    }
}

package import GraphAlgorithms
public import RankingModel
public import ReferralGraph

/// When and how another word to someone is polite.
public struct Etiquette: Equatable, Sendable {
    /// How things stand between seeker and person.
    public enum State: Equatable, Sendable {
        /// The seeker has written, or not yet; asks in a row have gone without an answer.
        case outreach(unansweredAsks: Int)
        /// The last word was about an interview that took place.
        case interview
        /// The seeker was rejected, and has done what follows a rejection at once.
        case rejected
    }

    /// Where the waits stand: after one ask ``PlaybookPolicy/firstMessageAfterBusinessDays`` (under 3B7
    /// ``PlaybookPolicy/returnToFirstAfterBusinessDays``), after the follow-up ``PlaybookPolicy/telephoneAfterBusinessDays``
    /// (without calls ``PlaybookPolicy/stepBackAfterDays``), after an interview ``PlaybookPolicy/afterInterviewDays``, else ``PlaybookPolicy/monthlyTouchAfterDays``.
    public let playbook: PlaybookPolicy

    /// Makes the etiquette of a playbook.
    /// - Throws: ``RankingError`` when the playbook cannot be counted with.
    public init(playbook: PlaybookPolicy = .standard) throws(RankingError) {
        try playbook.validate()
        self.playbook = playbook
    }

    /// The next polite word to someone.
    /// - Parameters:
    ///   - lastOutgoingDay: The day of the seeker's last word to them; `nil` for none.
    ///   - state: How things stand.
    ///   - calendar: Which days are business days.
    ///   - reminderDays: After how many days a friendly reminder is due to them; ``PlaybookPolicy/monthlyTouchAfterDays`` unless
    ///     the playbook reminds by closeness.
    /// - Complexity: O(days waited).
    public func nextContact(
        afterDay lastOutgoingDay: CalendarDay?, state: State, calendar: WorkCalendar,
        reminderDays: Int? = nil
    ) -> PoliteContact {
        guard let day = lastOutgoingDay else { return PoliteContact(earliestDay: nil, channel: .any) }
        switch state {
        case .rejected:
            let days = reminderDays ?? playbook.monthlyTouchAfterDays
            return PoliteContact(earliestDay: calendar.businessDay(onOrAfter: day + days), channel: .any)
        case .interview:
            return PoliteContact(
                earliestDay: calendar.businessDay(onOrAfter: day + playbook.afterInterviewDays), channel: .any
            )
        case .outreach(let unansweredAsks):
            switch unansweredAsks {
            case ...0:
                return PoliteContact(earliestDay: day, channel: .any)
            case 1:
                let days =
                    playbook.asksOnePersonPerCompany
                    ? playbook.returnToFirstAfterBusinessDays : playbook.firstMessageAfterBusinessDays
                let next = calendar.day(days, businessDaysAfter: day)
                return PoliteContact(earliestDay: next, channel: .same)
            case 2 where playbook.avoidsCalls:
                return PoliteContact(earliestDay: day + playbook.stepBackAfterDays, channel: .same)
            case 2:
                let next = calendar.day(playbook.telephoneAfterBusinessDays, businessDaysAfter: day)
                return PoliteContact(earliestDay: next, channel: .telephone)
            default:
                return PoliteContact(
                    earliestDay: calendar.businessDay(onOrAfter: day + playbook.monthlyTouchAfterDays),
                    channel: .any)
            }
        }
    }
}

/// From when, and over which channel, a word is polite.
public struct PoliteContact: Equatable, Sendable {
    /// Over what to speak.
    public enum Channel: String, Codable, Equatable, Sendable {
        /// Whatever suits.
        case any
        /// As the last time: a forwarded e-mail after an e-mail.
        case same
        /// By telephone.
        case telephone
    }

    /// The first polite day; `nil` when every day is.
    public let earliestDay: CalendarDay?
    /// Over what to speak.
    public let channel: Channel

    /// Makes a constraint.
    public init(earliestDay: CalendarDay?, channel: Channel) {
        self.earliestDay = earliestDay
        self.channel = channel
    }

    /// Whether a word on a day is polite.
    public func isPolite(onDay day: CalendarDay) -> Bool { earliestDay.map { $0 <= day } ?? true }
}

extension Situation {
    /// How things stand between the seeker and a node, as far as etiquette asks.
    package func etiquetteState(with node: NodeID) -> Etiquette.State {
        let opportunities = opportunitiesByNode[Int(node)].map { network.opportunities[$0] }
        if opportunities.contains(where: { $0.rejection != nil }) { return .rejected }
        let isAwaited = opportunities.contains { opportunity in
            opportunity.isLive && opportunity.stages.contains { $0.stage == .interview }
        }
        if isAwaited { return .interview }
        return .outreach(
            unansweredAsks: history.touches(with: node).reversed()
                .prefix { !$0.direction.hasTheirWord }.count(where: \.isAsk))
    }
}

import GraphAlgorithms
import Playbook
import RankingModel
import ReferralAnalysis
import ReferralGraph

/// What a played search begins with and what stays as it is; every array has one entry per node.
struct CallWorld {
    /// The week of whoever may never be called.
    static let never = Int32.max

    let graph: CompactGraph
    let constants: RankingConstants
    let weeks: Int
    let firstDay: CalendarDay
    /// When the first week's calls are made, days since 1970.
    let start: Double
    /// How long after the beginning that is, days: 0 unless the search begins on a free day.
    let delay: Double
    /// How long answers take, days: within the reply window, so that the ledger takes them for answers.
    let answerDays: Double

    // Held fixed.
    let knownBy: [Int]
    let directValues: [Double]
    let strangerValue: Double
    /// How long one draw of an opening holds, days: the horizon of d.
    let openingDays: Double
    /// Who no one may lead to.
    let isBarred: [Bool]
    let waits: CallWaits
    /// Higher for stronger ties, no two alike.
    let strengths: [Double]

    // Where each run begins.
    let ledger: ReplyLedger
    let reach: PlayedReach
    let values: [Double]
    /// From which week on someone may be called, 0 for the first.
    let opensInWeek: [Int32]
    /// Asks without an answer so far.
    let unansweredAsks: [Int]
    /// Whether the next ask has been announced by someone the person knows.
    let isWarm: [Bool]
    /// Whether the seeker has talked with each person.
    let hasMet: [Bool]
    /// What an ask to each person starts from, without and with a word of someone the person knows.
    let approaches: [(own: Approach, referred: Approach)]
    /// Whether someone pointed the seeker to the person, however long ago: how the ledger takes asks in.
    let isReferred: [Bool]
    /// The last contact either way, days after the beginning; minus infinity for never.
    let lastContact: [Double]

    /// - Complexity: O(people log people + ties + weeks x days waited).
    init(_ analysis: NetworkAnalysis, weeks: Int) {
        let (situation, ranking) = (analysis.situation, analysis.ranking)
        let (projection, inputs) = (ranking.projection, ranking.values.inputs)
        let nodes = projection.graph.nodes
        graph = projection.graph
        constants = ranking.values.constants
        self.weeks = weeks
        firstDay = situation.ownCalendar.businessDay(onOrAfter: analysis.asOf.day)
        start = max(ranking.now, Timestamp(firstDay).daysSinceEpoch)
        delay = start - ranking.now
        answerDays = min(1, constants.replyWindowDays / 2)

        knownBy = projection.knownBy
        directValues = inputs.directValues
        strangerValue = inputs.strangerValue
        openingDays = max(1, constants.directValue.horizonMonths * 365.25 / 12)
        strengths = Self.strengths(situation, seeker: projection.seeker)

        ledger = ranking.ledger
        reach = PlayedReach(
            graph: projection.graph, seeker: projection.seeker, isContact: projection.isContact,
            daysSinceContact: projection.daysSinceContact, constants: constants)
        values = ranking.values.values
        isWarm = ranking.isWarmReferral
        hasMet = nodes.map(ranking.hasMet)
        approaches = nodes.map {
            (ranking.approach(to: $0, isReferral: false), ranking.approach(to: $0, isReferral: true))
        }
        isReferred = nodes.map { situation.wasReferred($0, by: situation.asOf.day) }
        lastContact = projection.daysSinceContact.map { -($0 ?? .infinity) }

        let states = nodes.map { situation.etiquetteState(with: $0) }
        unansweredAsks = states.map { state in
            if case .outreach(let asks) = state { asks } else { 0 }
        }
        waits = CallWaits(
            analysis.callList.etiquette, situation.calendars, states: states,
            reminderDays: nodes.map {
                KeepingInTouch.reminderDays(afterAnswerOf: $0, in: situation)
            }, firstDay: firstDay, weeks: weeks)
        opensInWeek = analysis.politeDays.map { [firstDay] day in
            day.map { CallWaits.week(onOrAfter: $0.number, firstDay: firstDay.number) } ?? Self.never
        }
        var isBarred = [Bool](repeating: false, count: nodes.count)
        isBarred[Int(projection.seeker)] = true
        for contact in analysis.callList.withheld where contact.until == nil && contact.through == nil {
            if let node = situation.index.node(of: contact.person) { isBarred[Int(node)] = true }
        }
        self.isBarred = isBarred
    }

    /// When a week's calls are made, days since 1970.
    func time(ofWeek week: Int) -> Double { start + Double(7 * week) }

    /// The same in days after the beginning.
    func day(ofWeek week: Int) -> Double { delay + Double(7 * week) }

    /// The order by recorded strength of the tie with the seeker, then number of contacts, then node.
    private static func strengths(_ situation: Situation, seeker: NodeID) -> [Double] {
        var recorded = [Double](repeating: 0, count: situation.network.people.count)
        for tie in situation.network.ties {
            guard let strength = tie.strength, let a = situation.index.node(of: tie.from),
                let b = situation.index.node(of: tie.to), a == seeker || b == seeker
            else { continue }
            let other = Int(a == seeker ? b : a)
            recorded[other] = max(recorded[other], strength)
        }
        let order = recorded.indices.sorted { left, right in
            let (a, b) = (situation.history.byNode[left].count, situation.history.byNode[right].count)
            return (recorded[right], b, left) < (recorded[left], a, right)
        }
        var strengths = [Double](repeating: 0, count: order.count)
        for (position, node) in order.enumerated() { strengths[node] = Double(order.count - position) }
        return strengths
    }
}

/// In which week someone may be called again, by etiquette and by the playbook's reminders.
struct CallWaits {
    /// One for each different working week, with its rows.
    private struct Rows {
        /// After an ask without an answer: one row for each number of asks (1, 2, more), then interview.
        var afterSilence: [[Int32]]
        /// After an answer, by etiquette alone: no state, interview.
        var afterAnswer: [[Int32]]
    }

    private let rows: [Rows]
    /// Which of the working weeks is a person's.
    private let calendarOf: [Int]
    /// Which rows are a person's: 0 for outreach, 1 for interview, 2 for rejection.
    private let kinds: [UInt8]
    /// Weeks until the reminder after an answer.
    private let reminderWeeks: [Int32]
    /// Weeks until the reminder after an ask without an answer, after a no.
    private let silentReminderWeeks: [Int32]

    init(
        _ etiquette: Etiquette, _ calendars: [WorkCalendar], states: [Etiquette.State],
        reminderDays: [Int], firstDay: CalendarDay, weeks: Int
    ) {
        func row(_ state: Etiquette.State, daysLater: Int, _ calendar: WorkCalendar) -> [Int32] {
            (0..<weeks).map { week in
                let polite = etiquette.nextContact(
                    afterDay: firstDay + (7 * week + daysLater), state: state, calendar: calendar)
                let day = polite.earliestDay ?? firstDay
                return max(Int32(week + 1), Self.week(onOrAfter: day.number, firstDay: firstDay.number))
            }
        }
        var different: [WorkCalendar] = []
        calendarOf = calendars.map { calendar in
            if let position = different.firstIndex(of: calendar) { return position }
            different.append(calendar)
            return different.count - 1
        }
        rows = different.map { calendar in
            Rows(
                afterSilence: (1...3).map { row(.outreach(unansweredAsks: $0), daysLater: 0, calendar) }
                    + [row(.interview, daysLater: 0, calendar)],
                afterAnswer: [.outreach(unansweredAsks: 0), .interview].map {
                    row($0, daysLater: 1, calendar)
                })
        }
        kinds = states.map { state in
            switch state {
            case .outreach: 0
            case .interview: 1
            case .rejected: 2
            }
        }
        reminderWeeks = reminderDays.map { Self.week(onOrAfter: $0 + 1, firstDay: 0) }
        silentReminderWeeks = reminderDays.map { max(1, Self.week(onOrAfter: $0, firstDay: 0)) }
    }

    /// The first week whose calls fall on or after a day.
    static func week(onOrAfter day: Int, firstDay: Int) -> Int32 {
        day <= firstDay ? 0 : Int32(clamping: (day - firstDay + 6) / 7)
    }

    /// When someone who was asked in a week and has not answered may be asked again.
    /// - Parameter asks: Asks without an answer, this one included.
    func week(after week: Int, unansweredAsks asks: Int, of person: NodeID) -> Int32 {
        let kind = kinds[Int(person)]
        if kind == 2 { return Int32(week) + silentReminderWeeks[Int(person)] }
        let rows = rows[calendarOf[Int(person)]]
        return rows.afterSilence[kind == 0 ? min(asks, 3) - 1 : 3][week]
    }

    /// When someone who was asked in a week and answered a day later may be asked again.
    func week(afterAnswerIn week: Int, of person: NodeID) -> Int32 {
        let reminder = Int32(week) + max(1, reminderWeeks[Int(person)])
        let kind = kinds[Int(person)]
        return kind == 2
            ? reminder : max(rows[calendarOf[Int(person)]].afterAnswer[Int(kind)][week], reminder)
    }
}

public import Playbook
package import PublicHolidays
public import ReferralGraph

/// One queue for one day: what is due, whose turn it is, what was promised, and who to call next. No one is in it
/// twice.
public struct Today: Sendable, Equatable, Codable {
    /// The day.
    public var day: CalendarDay
    /// The queue.
    public var entries: [TodayEntry]
    /// The talks of this day and of the week after it, in time order.
    public var appointments: [Appointment]
    /// What the playbook says to write down, without contacting anyone.
    public var bookkeeping: [DueStep]
    /// The applications that have waited for a first word for a week or more and in which no one is addressed: those first
    /// where there is someone to ask, and of these the likeliest to be answered.
    public var applications: [WaitingApplication]
    /// How many people could be called beyond those in the queue.
    public var furtherContacts: Int
    /// How many people the whole call list has.
    public var contactCount: Int
    /// The people known by name and work only, in the queue or not; `nil` unless there are several.
    public var unknown: UnknownContacts?

    /// A talk that lies ahead.
    public struct Appointment: Sendable, Equatable, Codable {
        /// When, on the seeker's own clock where it is known.
        public var date: Timestamp
        /// The means of contact.
        public var channel: Interaction.Channel
        /// Who with.
        public var people: [PersonID]
        /// Their names.
        public var names: [String]
        /// What it is about.
        public var opportunity: OpportunityID?
        /// Its subject.
        public var subject: String?
        /// Anything else.
        public var note: String?
    }

    /// The entries of one part of the queue, in order.
    public func entries(of part: TodayEntry.Part) -> [TodayEntry] { entries.filter { $0.part == part } }
}

/// One person of the day's queue.
public struct TodayEntry: Sendable, Equatable, Codable {
    /// Why the person is in the queue.
    public var part: Part
    /// Who.
    public var person: PersonID
    /// The person's name.
    public var name: String
    /// The current job title.
    public var title: String?
    /// The current employer's name.
    public var company: String?
    /// Whose turn it is, where a thread with the person is open.
    public var turn: Turn?
    /// The rules behind the entry, the one that decides first.
    public var rules: [Rule]
    /// By when to act; the first day on which to act, where it is their turn.
    public var day: CalendarDay
    /// The next day on which the person works, when a call is due and today is none; else `nil`.
    public var callFrom: CalendarDay?
    /// What to do.
    public var action: DueStep.Action
    /// The steps of one occasion in their order, those not yet due included; `nil` for a step that stands alone.
    public var parts: [DueStep]?
    /// What else is due with the same person.
    public var alsoDue: [DueStep]
    /// What the words of reports are made of; not in the JSON.
    package var basis: ContactBasis?
    /// The public holiday on which the person does not work today; not in the JSON.
    package var holiday: PublicHoliday?

    private enum CodingKeys: String, CodingKey {
        case part, person, name, title, company, turn, rules, day, callFrom, action, parts
        case alsoDue
    }

    /// The parts of the queue, in order.
    public enum Part: String, Sendable, Codable, CaseIterable {
        /// A step of the playbook is due.
        case due
        /// They wait for a word of the seeker's.
        case youOwe = "you-owe"
        /// The seeker waits for a word of theirs.
        case theyOwe = "they-owe"
        /// They promised something and its day has passed.
        case promiseMissed = "promise-missed"
        /// Nothing is due; a call is worth most.
        case next
    }

    /// Whose turn it is in a thread.
    public struct Turn: Sendable, Equatable, Codable {
        /// They owe, you owe, or a promise of theirs is open.
        public var kind: StalledThread.Kind
        /// The day of the last word, or of the promise.
        public var since: CalendarDay
        /// Days of silence.
        public var days: Int
        /// What the thread is about.
        public var opportunity: OpportunityID?
    }
}

extension NetworkAnalysis {
    /// The queue of the day looked from.
    /// - Parameter count: How many people to name besides those with something due or open; people known by name and work
    ///   only come last.
    /// - Complexity: O(people + threads).
    public func today(next count: Int = 5) -> Today {
        var queue: [TodayEntry] = []
        var seen: Set<PersonID> = []
        let candidates = callList.due
        let list = nextContacts(first: (candidates.lastIndex { $0.step != nil } ?? -1) + 1)
        // Whoever is left out for good is not to be reminded of anything either.
        let refused = Set(list.withheld.filter { $0.until == nil }.map(\.person))
        let open = findings.filter { finding in
            finding.kind != .closed && !refused.contains(finding.person)
                && (finding.step?.rule != .ownPromise || hasBegun(finding))
        }
        let oneOfAnOffice = Set(list.withheld.filter { $0.rule == .oneOffice }.map(\.person))
        let turns = Dictionary(
            open.map { finding in (finding.person, turn(finding)) }, uniquingKeysWith: { first, _ in first })
        func add(_ contacts: some Sequence<NextContact>, _ part: TodayEntry.Part) {
            for contact in contacts where seen.insert(contact.person).inserted {
                queue.append(
                    TodayEntry(
                        part: part, person: contact.person, name: contact.name, title: contact.title,
                        company: contact.company, turn: turns[contact.person], rules: contact.rules,
                        day: contact.day, callFrom: contact.callFrom, action: contact.action,
                        parts: contact.parts,
                        alsoDue: contact.alsoDue, basis: contact.basis, holiday: contact.holiday))
            }
        }
        add(list.contacts.filter(\.isDue), .due)
        for (kind, part) in [
            (StalledThread.Kind.youOwe, TodayEntry.Part.youOwe), (.theyOwe, .theyOwe),
            (.promiseMissed, .promiseMissed),
        ] {
            let waiting = open.filter { finding in
                finding.kind == kind && (kind != .promiseMissed || isMissed(finding))
                    && !(oneOfAnOffice.contains(finding.person) && isMissed(finding))
            }
            for (_, finding) in waiting.enumerated().sorted(by: {
                ($0.element.since, $0.offset) < ($1.element.since, $1.offset)
            }) where seen.insert(finding.person).inserted {
                if let entry = entry(part, finding) { queue.append(entry) }
            }
        }
        var others = candidates.filter { !seen.contains(situation.id(of: $0.node)) }
        // Of those who were lost sight of for a year one a day is enough (playbook R5).
        let lost = others.filter { $0.step == nil && situation.isLostSightOf($0.node) }
        let superfluous = Set(lost.dropFirst().map(\.node))
        others.removeAll { superfluous.contains($0.node) }
        let folded = list.unknown == nil ? [] : others.filter { callList.unknownPeople.contains($0.node) }
        let isFolded = Set(folded.map(\.node))
        others = others.filter { !isFolded.contains($0.node) } + folded
        add(others.prefix(max(0, count)).map { callList.contact(at: $0.row) }, .next)
        return Today(
            day: asOf.day, entries: queue,
            appointments: situation.appointments.prefix { $0.date.day - asOf.day <= 7 }
                .filter { $0.people.isEmpty && shown == nil || $0.people.contains(where: shows) }
                .map(appointment), bookkeeping: list.bookkeeping,
            applications: shown == nil ? dueApplications : [],
            furtherContacts: max(0, others.count - max(0, count)), contactCount: list.contactCount,
            unknown: count > 0 ? list.unknown : nil)
    }

    /// From how many silent days on an application is in the day's queue: a third of the answers that come have come.
    private static let applicationWaitDays = 7

    /// The applications of the day's queue. The longest wait is the least likely to end, so it does not come first.
    private var dueApplications: [WaitingApplication] {
        applications.waiting.filter { $0.silentDays >= Self.applicationWaitDays }
            .stablySorted {
                ($0.contacts.isEmpty && $0.introduction == nil ? 1 : 0) - $0.answerProbability
            }
    }

    /// A talk that lies ahead, on the seeker's own clock.
    func appointment(_ talk: Interaction) -> Today.Appointment {
        let clock = LocalClock(zone: network.people.first { $0.id == network.seeker }?.timeZone)
        return Today.Appointment(
            date: clock.local(talk.date), channel: talk.channel, people: talk.people,
            names: talk.people.compactMap(situation.index.node(of:)).map { situation.person($0).name },
            opportunity: talk.opportunity, subject: talk.subject, note: talk.note)
    }

    private func turn(_ finding: StalledThread) -> TodayEntry.Turn {
        .init(
            kind: finding.kind, since: finding.since, days: finding.silentDays,
            opportunity: finding.opportunity)
    }

    /// Whether the first day of the step has come.
    private func hasBegun(_ finding: StalledThread) -> Bool {
        guard let node = situation.index.node(of: finding.person), let step = finding.step else {
            return false
        }
        return step.earliest <= situation.today(for: node)
    }

    private func isMissed(_ finding: StalledThread) -> Bool {
        guard let node = situation.index.node(of: finding.person), let step = finding.step else {
            return false
        }
        return step.due <= situation.today(for: node)
    }

    private func entry(_ part: TodayEntry.Part, _ finding: StalledThread) -> TodayEntry? {
        guard let node = situation.index.node(of: finding.person), let step = finding.step else { return nil }
        return TodayEntry(
            part: part, person: finding.person, name: situation.person(node).name,
            title: situation.employment(of: node)?.title, company: situation.company(of: node)?.name,
            turn: turn(finding), rules: [step.rule], day: step.due, action: step.action, alsoDue: [],
            basis: .step(step))
    }
}

import GraphAlgorithms
import Playbook
public import ReferralGraph

/// What a career coach should know about one client today: what needs the coach, most urgent first, and counts to compare
/// with an earlier day.
public struct ClientAttention: Sendable, Equatable, Codable {
    /// What needs the coach, at most one of a kind, in the order of ``Kind``.
    public var matters: [Matter]
    /// The day on which the client last wrote, called, talked, applied or decided; `nil` when nothing is recorded.
    public var lastAct: CalendarDay?
    /// What has come of the search so far.
    public var tally: Tally

    /// Makes it from its parts.
    public init(matters: [Matter] = [], lastAct: CalendarDay? = nil, tally: Tally = Tally()) {
        self.matters = matters
        self.lastAct = lastAct
        self.tally = tally
    }

    /// Why a client needs the coach, the most urgent first.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// After a "no" there is a thank-you or a call to be made.
        case followUp = "follow-up"
        /// The client has done nothing for a week.
        case idle
        /// Every open thread has stalled on the other side.
        case silent
        /// Someone was named to the client, who has not contacted them yet.
        case chain
        /// An interview is within a week.
        case interview
    }

    /// One reason to see to a client.
    public struct Matter: Sendable, Equatable, Codable {
        /// Which.
        public var kind: Kind
        /// The due day, the day of the last act, of the oldest silence, of the name, or of the interview; `nil` for a
        /// client who has done nothing at all.
        public var day: CalendarDay?
        /// The last day on which the playbook asks for the follow-up; `nil` for other kinds.
        public var until: CalendarDay?
        /// How many there are of the kind: roles, threads, names or interviews.
        public var count: Int
        /// Who it is about first: the name of a person.
        public var person: String?
        /// What the playbook asks for first, for a follow-up.
        public var step: String?
        /// Who gave the name, for a chain.
        public var referrer: String?
        /// The employer; `nil` where rejections are not spoken of.
        public var company: String?
        /// The role's title; `nil` where rejections are not spoken of.
        public var role: String?

        /// Makes a matter.
        public init(
            _ kind: Kind, day: CalendarDay? = nil, until: CalendarDay? = nil, count: Int = 1,
            person: String? = nil, step: String? = nil, referrer: String? = nil, company: String? = nil,
            role: String? = nil
        ) {
            (self.kind, self.day, self.until, self.count) = (kind, day, until, count)
            (self.person, self.step, self.referrer) = (person, step, referrer)
            (self.company, self.role) = (company, role)
        }
    }

    /// What has come of a search, in numbers that two runs can compare.
    public struct Tally: Sendable, Equatable, Codable {
        /// Messages, calls and talks in which the client spoke.
        public var contacts = 0
        /// Messages, calls and talks in which others spoke.
        public var replies = 0
        /// Names and introductions that the client was given.
        public var names = 0
        /// People with something due.
        public var due = 0
        /// Threads that wait for someone.
        public var stalled = 0

        /// Counts nothing.
        public init() {}

        /// Adds count to count.
        public static func + (left: Self, right: Self) -> Self { left.combined(with: right, by: +) }
        /// The change from the right side to the left one.
        public static func - (left: Self, right: Self) -> Self { left.combined(with: right, by: -) }

        private func combined(with other: Self, by operation: (Int, Int) -> Int) -> Self {
            var result = self
            for count in [\Self.contacts, \.replies, \.names, \.due, \.stalled] {
                result[keyPath: count] = operation(self[keyPath: count], other[keyPath: count])
            }
            return result
        }
    }

    /// Whether this client needs the coach sooner than another: by the first matter's kind, then by its day.
    public func isMoreUrgent(than other: Self) -> Bool { urgency < other.urgency }

    private var urgency: (Int, CalendarDay) {
        let kinds = Kind.allCases
        return (
            matters.first.flatMap { kinds.firstIndex(of: $0.kind) } ?? kinds.count,
            // A client who has done nothing at all comes first.
            matters.first?.day ?? CalendarDay(number: .min)
        )
    }
}

extension NetworkAnalysis {
    /// What needs a coach's attention in this network on the day looked from.
    ///
    /// - Parameter days: How many days without an act count as idleness, how long a name counts as new, and how far
    ///   ahead an interview is told; at least 1.
    /// - Complexity: O(people + threads + interactions).
    public func attention(within days: Int = 7) -> ClientAttention {
        let lastAct = lastActOfSeeker
        var matters = [followUp].compactMap(\.self)
        // Someone who has signed has stopped looking.
        if !judged.network.opportunities.contains(where: { $0.currentStage?.stage == .accepted }) {
            if lastAct.map({ asOf.day - $0 >= days }) ?? true {
                matters.append(ClientAttention.Matter(.idle, day: lastAct))
            }
            matters += [silence].compactMap(\.self)
        }
        matters += [newName(within: days), interview(within: days)].compactMap(\.self)
        return ClientAttention(matters: matters, lastAct: lastAct, tally: tally)
    }

    private var followUp: ClientAttention.Matter? {
        let open = steps.filter { [.thankYou, .call].contains($0.rule) && $0.opportunity != nil }
        guard let first = open.first,
            let role = judged.network.opportunities.first(where: { $0.id == first.opportunity }),
            let no = role.rejection
        else { return nil }
        let company = judged.network.companies.first { $0.id == role.company }
        let isQuiet = situation.isQuiet
        return ClientAttention.Matter(
            .followUp, day: first.due, until: no.date.day + policy.playbook.firstStepsLapseAfterDays,
            count: Set(open.map(\.opportunity)).count, person: name(of: first.person),
            step: first.action.what, company: isQuiet ? nil : company?.name, role: isQuiet ? nil : role.title)
    }

    private var silence: ClientAttention.Matter? {
        let open = findings.filter { $0.kind != .closed }
        let stalled = stalledThreads.threads.filter { $0.kind == .theyOwe || $0.kind == .promiseMissed }
        guard !stalled.isEmpty, stalled.count == open.count, let oldest = stalled.map(\.since).min() else {
            return nil
        }
        return ClientAttention.Matter(.silent, day: oldest, count: stalled.count)
    }

    private func newName(within days: Int) -> ClientAttention.Matter? {
        let new = network.referrals.filter { referral in
            guard referral.used == nil, referral.met == nil, referral.declined == nil, shows(referral.to),
                let given = referral.given, asOf.day - given <= days,
                let node = situation.index.node(of: referral.to), !situation.mustNotContact(node)
            else { return false }
            return !situation.history.touches(with: node).contains {
                $0.direction.hasOurWord && $0.day >= given
            }
        }
        guard
            let first = new.enumerated().min(by: {
                ($0.element.given!, $0.offset) < ($1.element.given!, $1.offset)
            })?.element
        else { return nil }
        return ClientAttention.Matter(
            .chain, day: first.given, count: Set(new.map(\.to)).count, person: name(of: first.to),
            referrer: name(of: first.from))
    }

    private func interview(within days: Int) -> ClientAttention.Matter? {
        let ahead = situation.appointments.filter { talk in
            talk.channel == .interview && talk.date.day - asOf.day <= days
                && (shown == nil || talk.people.contains(where: shows))
        }
        guard let first = ahead.first else { return nil }
        let talk = appointment(first)
        let role = network.opportunities.first { $0.id == first.opportunity }
        let company = role.flatMap { role in network.companies.first { $0.id == role.company } }
        return ClientAttention.Matter(
            .interview, day: talk.date.day, count: ahead.count, person: talk.names.first,
            company: company?.name,
            role: role?.title)
    }

    private var lastActOfSeeker: CalendarDay? {
        let words = judged.network.interactions.filter(\.direction.hasOurWord).map(\.date.day)
        let stages = judged.network.opportunities.flatMap(\.stages)
            .filter { [.applied, .accepted, .withdrawn].contains($0.stage) }.map(\.date.day)
        return (words + stages + judged.network.referrals.compactMap(\.used)).max()
    }

    private var tally: ClientAttention.Tally {
        var tally = ClientAttention.Tally()
        let touches = judged.network.interactions.filter { shown == nil || $0.people.contains(where: shows) }
        tally.contacts = touches.count(where: \.direction.hasOurWord)
        tally.replies = touches.count(where: \.direction.hasTheirWord)
        tally.names = judged.network.referrals.count { $0.given != nil && shows($0.to) }
        tally.due = nextContacts.contacts.count(where: \.isDue)
        tally.stalled = stalledThreads.threads.count { $0.kind != .closed }
        return tally
    }

    private func name(of person: PersonID) -> String {
        situation.index.node(of: person).map { situation.person($0).name } ?? person.text
    }
}

import GraphAlgorithms
public import Playbook
public import RankingModel
public import ReferralGraph

/// Everything Rebound has to say about one network at one moment.
///
/// ```swift
/// let analysis = try NetworkAnalysis(of: network, asOf: Timestamp("2026-04-09")!)
/// for contact in analysis.nextContacts.contacts { ... }
/// ```
///
/// The same network, moment and policy give the same result.
public struct NetworkAnalysis: Sendable {
    /// The network as it was known at `asOf`: later facts are left out; in a quiet view rejections, too.
    public let network: ReferralNetwork
    /// The moment looked from.
    public let asOf: Timestamp
    /// The numbers used.
    public let policy: AnalysisPolicy
    /// The threads that wait for someone.
    public private(set) var stalledThreads: StalledThreads
    /// The steps of the playbook, those not yet due included, by due day and then in the order of the network.
    public private(set) var steps: [DueStep]
    /// What waits or falls away because a stronger rule says so: a wish, a stated time, one voice an employer.
    public let suppressed: [SuppressedStep]

    /// The people in threads that have cooled down, one for each thread.
    private let cooledDown: [PersonID]
    /// What is shown; without rejections in a quiet view.
    package let situation: Situation
    /// What the rules looked at.
    let judged: Situation
    package let ranking: ContactRanking
    /// The threads of everybody, those included whose day has not come.
    private(set) var findings: [StalledThread]
    package private(set) var callList: CallList
    /// The people that reports list; `nil` for everyone.
    package private(set) var shown: Set<PersonID>?

    /// Analyses a network.
    ///
    /// - Parameters:
    ///   - network: Should be free of ``ReferralNetwork/issues(asOf:)`` that are errors; references that lead
    ///     nowhere are passed over.
    ///   - asOf: The moment to look from.
    ///   - policy: The numbers to use.
    ///   - isQuiet: Whether rejections are not shown and not spoken of. What follows from them stays.
    /// - Throws: ``AnalysisError``.
    /// - Complexity: O(people + ties + interactions) for each of about 25 sweeps; inferred ties are quadratic in
    ///   the size of a department.
    public init(
        of network: ReferralNetwork, asOf: Timestamp, policy: AnalysisPolicy = .standard,
        isQuiet: Bool = false
    ) throws(AnalysisError) {
        do { try policy.validate() } catch { throw .ranking(error) }
        let known = network.known(at: asOf)
        try self.init(
            Situation(
                network: known, asOf: asOf, playbook: policy.playbook,
                appointments: network.appointments(after: asOf), isQuiet: isQuiet), policy: policy)
    }

    /// Analyses a network that differs little from this one.
    /// - Parameters:
    ///   - network: See ``Situation/init(revising:network:concerning:)``.
    ///   - nodes: Everyone an interaction concerns that differs.
    ///   - keepsAcquaintances: Whether the same people, the seeker apart, know each other.
    func revised(
        _ network: ReferralNetwork, concerning nodes: Set<NodeID>, keepsAcquaintances: Bool
    ) throws(AnalysisError) -> Self {
        try Self(
            Situation(revising: judged, network: network, concerning: nodes), policy: policy,
            reusing: keepsAcquaintances ? ranking.projection : nil)
    }

    private init(
        _ situation: Situation, policy: AnalysisPolicy, reusing projection: NetworkProjection? = nil
    ) throws(AnalysisError) {
        let known = situation.network
        guard let seeker = situation.index.node(of: known.seeker) else { throw .seekerMissing(known.seeker) }
        let etiquette: Etiquette
        do { etiquette = try Etiquette(playbook: policy.playbook) } catch { throw .ranking(error) }
        let ranking = try ContactRanking(situation, policy: policy, seeker: seeker, reusing: projection)
        let processes = HiringProcesses(situation)
        let precedence = Precedence(situation, processes)
        let silence = Silence(situation: situation, processes: processes, odds: ranking.silence)
        let decided = PlaybookSteps(
            situation, processes, precedence, silence, remindingOf: ranking.projection.graph.nodes)
        let steps = decided.steps
        findings = decided.findings
        suppressed = decided.suppressed
        cooledDown = silence.cooledDown()
        judged = situation
        self.situation =
            situation.isQuiet
            ? Situation(
                network: known.withoutRefusals(), asOf: situation.asOf, playbook: situation.playbook,
                appointments: situation.appointments, isQuiet: true) : situation
        self.network = self.situation.network
        asOf = situation.asOf
        self.policy = policy
        self.ranking = ranking
        self.steps = decided.stepsByDueDay
        stalledThreads = Self.stalled(findings, situation, cooledDown: cooledDown.count)
        callList = CallList(
            situation: situation, ranking: ranking, etiquette: etiquette, precedence: precedence, steps: steps
        )
    }

    /// The same analysis, whose reports list these people only. What they say of them, ranks included, rests on the whole
    /// network.
    /// - Complexity: O(steps + threads).
    public func showing(_ people: Set<PersonID>) -> Self {
        var narrowed = self
        narrowed.shown = people
        narrowed.findings.removeAll { !people.contains($0.person) }
        narrowed.steps.removeAll { !people.contains($0.person) }
        narrowed.stalledThreads.threads.removeAll { !people.contains($0.person) }
        narrowed.stalledThreads.cooledDownCount = cooledDown.count { people.contains($0) }
        narrowed.callList.show(people)
        return narrowed
    }

    /// Whether reports list someone.
    func shows(_ person: PersonID) -> Bool { shown?.contains(person) ?? true }

    private static func stalled(
        _ findings: [StalledThread], _ situation: Situation, cooledDown: Int
    ) -> StalledThreads {
        let stalled = findings.filter { finding in
            guard let step = finding.step, let node = situation.index.node(of: finding.person) else {
                return true
            }
            return step.due <= situation.today(for: node)
        }
        let kinds = StalledThread.Kind.allCases
        let keys = stalled.enumerated().map { position, thread in
            (kinds.firstIndex(of: thread.kind)!, thread.step?.due ?? thread.since, position)
        }
        let order = keys.sorted(by: <).map(\.2)
        return StalledThreads(
            threads: order.map { stalled[$0] }, cooledDownCount: cooledDown,
            cooledDownAfterDays: situation.playbook.warmForDays)
    }
}

extension NetworkAnalysis {
    /// Who to call next: the whole list.
    /// - Complexity: O(people log degree), each time it is asked for.
    public var nextContacts: NextContacts { callList.report() }

    /// Who to call next: the first rows of the list.
    /// - Parameter limit: How many rows at the most, at least 0.
    public func nextContacts(first limit: Int) -> NextContacts { callList.report(first: limit) }

    /// Who to call next, on one screen: the first people with something due, then the first others the seeker knows
    /// something about.
    public var shortList: NextContacts { callList.shortReport(first: 5, total: 7) }

    /// What became of the seeker's own asks, and how far the probabilities rest on it.
    public var replyRecord: ReplyRecord { ranking.record }

    /// What became of each of the seeker's own asks that are settled, in the order of sending.
    /// - Complexity: O(asks).
    public var askOutcomes: [AskOutcome] { ranking.ledger.outcomes }

    /// Whether the seeker is in touch with someone: exchanged a word, met, or connected.
    /// - Complexity: O(1).
    public func isContact(_ person: PersonID) -> Bool {
        situation.index.node(of: person).map { ranking.projection.isContact[Int($0)] } ?? false
    }

    /// What a call to someone is worth; 0 for the seeker and for people not in the network.
    /// - Complexity: O(1).
    public func value(of person: PersonID) -> Double {
        situation.index.node(of: person).map { ranking.values.values[Int($0)] } ?? 0
    }

    /// From which day on each node may be contacted, as the call list has it; `nil` for the seeker, for whoever must not
    /// be contacted at all, and for those whose way leads over someone else.
    /// - Complexity: O(people).
    package var politeDays: [CalendarDay?] {
        var days = [CalendarDay?](repeating: nil, count: network.people.count)
        for row in callList.due { days[Int(row.node)] = situation.today(for: row.node) }
        for contact in callList.withheld where contact.through == nil {
            if let until = contact.until, let node = situation.index.node(of: contact.person) {
                days[Int(node)] = until
            }
        }
        return days
    }
}

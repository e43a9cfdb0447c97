public import RankingModel
public import ReferralGraph

/// The back-test of the ranking: how well it would have foretold an event list, against simple rules.
///
/// The list is replayed message by message. Before each ask, and before each new acquaintance, the model and
/// every baseline give their word; only then the message is taken in. The later 40 % of the cases are scored
/// against what happened next. Tasks and baselines are those of ranking.md.
///
/// ```swift
/// let report = try Evaluation(bootstrap: 500).run(events)
/// report.row(of: .reply, subset: "fresh", method: "model: reply")?.score
/// ```
public struct Evaluation: Equatable, Sendable {
    /// What to foretell.
    public let tasks: [EvaluationTask]
    /// Which terms to switch off, one at a time.
    public let ablations: [Ablation]
    /// Where the bootstrap draws begin, and the draw of occasions from long lists.
    public let seed: UInt64
    /// How many draws an interval is taken from; 0 for none.
    public let bootstrap: Int
    /// The numbers of the model.
    public let constants: RankingConstants
    /// The numbers of another policy to hold it against; `nil` for none.
    public let other: RankingConstants?

    /// Makes a back-test.
    /// - Parameters:
    ///   - tasks: What to foretell, in any order; without repetition in the order of ``EvaluationTask``.
    ///   - ablations: Which terms to switch off, one at a time; in the order of ``Ablation``.
    ///   - seed: Where the draws begin.
    ///   - bootstrap: How many draws an interval is taken from; less than 0 counts as 0.
    ///   - constants: The numbers of the model.
    ///   - other: The numbers of another policy, which answers the same questions.
    /// - Throws: ``RankingError`` when a constant is out of range.
    public init(
        tasks: [EvaluationTask] = EvaluationTask.allCases, ablations: [Ablation] = [], seed: UInt64 = 7,
        bootstrap: Int = 500, constants: RankingConstants = .standard, against other: RankingConstants? = nil
    ) throws(RankingError) {
        try constants.validate()
        self.tasks = EvaluationTask.allCases.filter(tasks.contains)
        self.ablations = Ablation.allCases.filter(ablations.contains)
        self.seed = seed
        self.bootstrap = max(0, bootstrap)
        self.constants = constants
        try other?.validate()
        self.other = other
    }

    /// Back-tests the ranking on an event list.
    ///
    /// The same list and settings give the same report.
    /// - Complexity: O(recipients) for the reply and stall tasks and each ablation, O(n + m) for each new
    ///   acquaintance and ablation, O(nm) for betweenness every two weeks; then O(cases) for each bootstrap
    ///   draw and method.
    /// - Throws: ``RankingError`` when a constant is out of range; an evaluation has none.
    public func run(_ events: MessageEventList) throws(RankingError) -> EvaluationReport {
        var result = TaskResult()
        result += try askResult(events)
        result += try introductionResult(events)
        let first = events.messages.first?.days ?? 0
        return EvaluationReport(
            people: events.people.count, messages: events.messages.count,
            days: (events.messages.last?.days ?? 0) - first, rows: result.rows,
            reliability: result.reliability, replyWindowDays: constants.replyWindowDays,
            skipped: result.skipped)
    }

    private var draws: EgoBootstrap { EgoBootstrap(repetitions: bootstrap, seed: seed) }

    private func askResult(_ events: MessageEventList) throws(RankingError) -> TaskResult {
        let tasks = tasks.filter { $0 == .reply || $0 == .stall }
        guard !tasks.isEmpty else { return TaskResult() }
        let variants = ModelVariant.variants(
            of: constants, against: other, ablations: ablations, tasks: tasks)
        let cases = try AskReplay.cases(in: events, variants: variants)
        let latencies = AskOutcomes.daysToAnswer(cases, in: events)
        let end = events.messages.last?.days ?? 0
        var result = TaskResult()
        if tasks.contains(.reply) {
            result += ReplyTask(
                cases: cases, latencies: latencies, variants: variants, isThreaded: events.isThreaded,
                endDays: end
            ).result(draws)
        }
        if tasks.contains(.stall) {
            result += try StallTask(
                cases: cases, latencies: latencies, variants: variants, isThreaded: events.isThreaded,
                endDays: end
            ).result(draws)
        }
        return result
    }

    private func introductionResult(_ events: MessageEventList) throws(RankingError) -> TaskResult {
        let tasks = tasks.filter { $0 != .reply && $0 != .stall }
        guard !tasks.isEmpty else { return TaskResult() }
        let variants = ModelVariant.variants(
            of: constants, against: other, ablations: ablations, tasks: tasks)
        let planSize = tasks.contains(.plan) ? PlanTask.sizes.max()! : 0
        let ties = try IntroductionReplay.occasions(in: events, seed: seed).filter { $0.kind == .newTie }
        let cut = ties.isEmpty ? .infinity : EvaluationSplit.cut(ties.map(\.days))
        let cases = try IntroductionReplay.cases(
            in: events, from: cut, variants: variants, planSize: planSize, seed: seed)
        let introductions = IntroductionTask(
            cases: cases, variants: variants, outcomes: MessageOutcomes(events))
        var result = TaskResult()
        for task in tasks {
            if task == .plan {
                result += PlanTask(cases: cases, variants: variants, outcomes: introductions.outcomes)
                    .result(draws)
            } else {
                result += introductions.result(task, draws)
            }
        }
        return result
    }
}

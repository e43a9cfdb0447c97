import GraphAlgorithms
public import RankingModel
public import ReferralGraph

/// What job-search logs say: how fast each kind of approach is answered, how well the model of applications foretells it, and
/// what a referral goes with.
///
/// Intervals are 95 % percentile intervals over logs drawn with all their rows; of a single log its rows are drawn.
public struct JobLogEvaluation: Equatable, Sendable {
    /// How many draws an interval is taken from; 0 for none.
    public let bootstrap: Int
    /// Where the draws begin.
    public let seed: UInt64
    /// The numbers of applications.
    public let constants: ApplicationConstants

    /// The days on which the curves are read.
    static let curveDays = [7, 30, 90]
    /// The ages at which a silent application is looked at.
    static let ages = [0, 3, 7, 14, 30]
    /// The kind that the model is about.
    static let application = "application"

    /// Makes an evaluation.
    /// - Throws: ``RankingError`` when a constant is out of range.
    public init(
        bootstrap: Int = 500, seed: UInt64 = 7, constants: ApplicationConstants = .standard
    ) throws(RankingError) {
        try constants.validate()
        self.bootstrap = max(0, bootstrap)
        self.seed = seed
        self.constants = constants
    }

    /// Evaluates logs.
    /// - Throws: ``RankingError`` when a constant is out of range; an evaluation has none.
    /// - Complexity: O(rows log rows) for each draw.
    public func run(_ log: JobLog) throws(RankingError) -> JobLogReport {
        let entries = log.entries
        let kinds = entries.map(\.kind).uniqued().map { kind in
            (kind, entries.filter { $0.kind == kind })
        }.stablySorted { -$0.1.count }
        return JobLogReport(
            logs: Set(entries.map(\.log)).count, rows: entries.count,
            kinds: kinds.map { kind, own in self.kind(kind, own) },
            foresight: try foresight(entries.filter { $0.kind == Self.application }),
            referral: ReferralEffect(entries))
    }

    private func kind(_ name: String, _ entries: [JobLog.Entry]) -> JobLogReport.Kind {
        let known = entries.filter { $0.isAnswered != nil }
        let answered = known.count { $0.isAnswered == true }
        let dated = entries.compactMap(Wait.init)
        let curves = draws(dated.map(\.log)) { rows in
            let curve = ResponseCurve(rows.map { dated[$0] })
            return Self.curveDays.map { curve.answered(by: $0) }
        }
        return JobLogReport.Kind(
            kind: name, rows: entries.count, known: known.count, answered: answered,
            answeredShare: known.isEmpty ? nil : IntervalEstimate(share: answered, of: known.count),
            interviews: entries.count(where: \.wasInterviewed), dated: dated.count,
            answeredBy: dated.isEmpty
                ? []
                : Self.curveDays.enumerated().map { place, day in
                    .init(day: day, share: curves[place])
                })
    }

    /// Values of all rows, with intervals from drawn ones.
    private func draws(_ clusters: [String], _ values: ([Int]) -> [Double]) -> [Estimate] {
        let points = values(Array(clusters.indices))
        let groups = Dictionary(grouping: clusters.indices) { clusters[$0] }
        let names = groups.keys.sorted()
        var random = SplitMix64(seed: seed)
        let rows = (0..<(clusters.isEmpty ? 0 : bootstrap)).map { _ in
            values(
                names.count > 1
                    ? names.indices.flatMap { _ in groups[names[random.next(below: names.count)]]! }
                    : clusters.indices.map { _ in random.next(below: clusters.count) })
        }
        return points.indices.map { place in
            Estimate(value: points[place], draws: rows.map { $0[place] })
        }
    }

    // MARK: The model of applications

    /// Each application, silent so far at some ages, as the model saw it with the population's numbers and with what the
    /// search had shown by then.
    private func foresight(_ entries: [JobLog.Entry]) throws(RankingError) -> JobLogReport.Foresight? {
        let waits = entries.compactMap(Wait.init).stablySorted { $0.sent.number }
        let prior = try ApplicationSurvival(constants: constants)
        let horizon = Int(SilenceModel.horizonDays)
        var looks: [Look] = []
        for wait in waits {
            for age in Self.ages
            where wait.isSilent(after: age) && wait.isKnown(after: age + horizon) {
                let own = try survival(of: wait.log, by: wait.sent + age, waits)
                looks.append(
                    Look(
                        log: wait.log, age: age, isDead: wait.isSilent(after: age + horizon),
                        prior: prior.probabilityOfNoAnswer(daysSilent: Double(age)),
                        own: own.survival.probabilityOfNoAnswer(daysSilent: Double(age)),
                        settled: own.settled))
            }
        }
        guard !looks.isEmpty else { return nil }
        let losses = draws(looks.map(\.log)) { rows in
            let prior = rows.map { LogLoss.loss(probability: looks[$0].prior, label: looks[$0].isDead) }.mean!
            let own = rows.map { LogLoss.loss(probability: looks[$0].own, label: looks[$0].isDead) }.mean!
            return [prior, own, own - prior]
        }
        return JobLogReport.Foresight(
            looks: looks.count,
            byAge: Self.ages.compactMap { age in
                let own = looks.filter { $0.age == age }
                guard !own.isEmpty else { return nil }
                return .init(
                    days: age, cases: own.count, predicted: own.map(\.prior).mean!,
                    observed: IntervalEstimate(share: own.count(where: \.isDead), of: own.count))
            },
            table: ReliabilityTable(probabilities: looks.map(\.own), labels: looks.map(\.isDead)),
            priorLoss: losses[0], ownLoss: losses[1], difference: losses[2],
            ownRecordHelpsFrom: Self.turningPoint(looks))
    }

    private struct Look {
        let log: String
        let age: Int
        let isDead: Bool
        let prior: Double
        let own: Double
        /// How many of the search's applications were settled by then.
        let settled: Int
    }

    /// From how many settled applications on the seeker's own record foretold better than the population's numbers, and went
    /// on doing so; `nil` when it never did.
    private static func turningPoint(_ looks: [Look]) -> Int? {
        var gain = 0.0
        var point: Int?
        for (settled, group) in Dictionary(grouping: looks, by: \.settled).sorted(by: { $0.key > $1.key }) {
            gain += group.reduce(0) {
                $0 + LogLoss.loss(probability: $1.prior, label: $1.isDead)
                    - LogLoss.loss(probability: $1.own, label: $1.isDead)
            }
            if gain > 0 { point = settled } else { break }
        }
        return point
    }

    private func survival(
        of log: String, by day: CalendarDay, _ waits: [Wait]
    ) throws(RankingError) -> (survival: ApplicationSurvival, settled: Int) {
        var (settled, answered) = (0, 0)
        // Whatever was answered sooner waits for its window, too: else the answered would be counted before the silent.
        for wait in waits where wait.log == log && Double(day - wait.sent) >= constants.windowDays {
            settled += 1
            if let days = wait.answered, Double(days) <= constants.windowDays { answered += 1 }
        }
        return (try ApplicationSurvival(constants: constants, settled: settled, answered: answered), settled)
    }
}

/// A dated approach: after how many days an answer came, or until when none had.
struct Wait: Sendable {
    let log: String
    let sent: CalendarDay
    /// Days to the answer.
    let answered: Int?
    /// Days it was watched.
    let watched: Int

    /// - Returns: `nil` where the days do not tell.
    init?(_ entry: JobLog.Entry) {
        guard let sent = entry.sent, let isAnswered = entry.isAnswered, isAnswered == (entry.answered != nil),
            let end = entry.answered ?? entry.watchedUntil, end >= sent
        else { return nil }
        log = entry.log
        self.sent = sent
        answered = entry.answered.map { $0 - sent }
        watched = end - sent
    }

    /// Whether no answer had come after so many days.
    func isSilent(after days: Int) -> Bool { answered.map { $0 > days } ?? true }

    /// Whether it is known what had come after so many days.
    func isKnown(after days: Int) -> Bool { answered != nil || watched >= days }
}

/// The share answered by a day, of approaches some of which were watched for a shorter time (Kaplan and Meier 1958,
/// doi:10.1080/01621459.1958.10501452).
struct ResponseCurve: Sendable {
    /// The days on which answers came, ascending, with the share still silent after each.
    private var steps: [(day: Int, silent: Double)] = []

    /// - Complexity: O(n log n).
    init(_ waits: [Wait]) {
        let byDay = Dictionary(grouping: waits) { $0.answered ?? $0.watched }
        var atRisk = waits.count
        var silent = 1.0
        for (day, group) in byDay.sorted(by: { $0.key < $1.key }) {
            let answers = group.count { $0.answered != nil }
            if answers > 0 {
                silent *= 1 - Double(answers) / Double(atRisk)
                steps.append((day, silent))
            }
            atRisk -= group.count
        }
    }

    /// The share answered by the end of a day.
    func answered(by day: Int) -> Double { 1 - (steps.last { $0.day <= day }?.silent ?? 1) }
}

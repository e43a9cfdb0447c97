public import RankingModel
public import ReferralGraph

/// What job-search logs say: how fast each kind of approach is answered, how well the model of applications foretells it, and
/// what a referral goes with.
///
/// Intervals are of 95 %: over logs drawn with all their rows; of a single log its rows are drawn, and shares have Wilson's. So
/// has a point of a curve that is the same in every draw; any other number that is has no interval.
public struct JobLogEvaluation: Equatable, Sendable {
    /// How many draws an interval is taken from; 0 for none.
    public let bootstrap: Int
    /// Where the draws begin.
    public let seed: UInt64
    /// The numbers of applications.
    public let constants: ApplicationConstants

    /// The days on which the curves are read.
    static let curveDays = [7, 30, ResponseCurve.lastDay]
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
    /// - Complexity: O(rows log rows), and O(rows) for each draw.
    public func run(_ log: JobLog) throws(RankingError) -> JobLogReport {
        let entries = log.entries
        let kinds = entries.map(\.kind).uniqued().map { kind in
            (kind, entries.filter { $0.kind == kind })
        }.stablySorted { -$0.1.count }
        let applications = entries.filter { $0.kind == Self.application }
        return JobLogReport(
            logs: Set(entries.map(\.log)).count, rows: entries.count,
            kinds: kinds.map { kind, own in self.kind(kind, own) },
            funnel: funnel(applications), foresight: try foresight(applications),
            referral: ReferralEffect(entries))
    }

    private var draws: SearchDraws { SearchDraws(repetitions: bootstrap, seed: seed) }

    private func kind(_ name: String, _ entries: [JobLog.Entry]) -> JobLogReport.Kind {
        let known = entries.filter { $0.isAnswered != nil }
        let dated = entries.compactMap(Wait.init)
        let curve = draws.estimates(dated.map(\.log)) { rows in
            ResponseCurve(rows.lazy.map { dated[$0] }).answered
        }.map { bootstrap > 0 ? Self.withWilson($0, of: dated.count) : $0 }
        return JobLogReport.Kind(
            kind: name, rows: entries.count, known: known.count,
            answered: known.count { $0.isAnswered == true },
            answeredShare: draws.share(known.lazy.map { ($0.log, $0.isAnswered == true) }),
            interviews: entries.count(where: \.wasInterviewed), dated: dated.count,
            answeredBy: dated.isEmpty ? [] : Self.curveDays.map { .init(day: $0, share: curve[$0]) },
            curve: dated.isEmpty ? [] : Self.steps(of: curve))
    }

    /// A share of none or of all has the same value in every draw: Wilson's interval says what the number of rows leaves open.
    private static func withWilson(_ share: Estimate, of total: Int) -> Estimate {
        guard share.low == nil, total > 0 else { return share }
        let count = Int((min(max(share.value, 0), 1) * Double(total)).rounded())
        let interval = IntervalEstimate(share: count, of: total)
        return Estimate(
            value: share.value, low: min(share.value, interval.low), high: max(share.value, interval.high))
    }

    /// The days on which a curve or its band changes, and the last one.
    private static func steps(of curve: [Estimate]) -> [JobLogReport.ByDay] {
        curve.indices.filter { day in
            day == 0 || day == curve.count - 1 || curve[day] != curve[day - 1]
        }.map { .init(day: $0, share: curve[$0]) }
    }

    private func funnel(_ entries: [JobLog.Entry]) -> [JobLogReport.FunnelStep] {
        let known = entries.filter { $0.isAnswered != nil || $0.wasInterviewed }
        return JobLogReport.FunnelStep.Stage.allCases.compactMap { stage in
            func came(_ entry: JobLog.Entry) -> Bool {
                switch stage {
                case .answer: entry.isAnswered == true || entry.wasInterviewed
                case .interview: entry.wasInterviewed
                case .offer: entry.wasOffered
                }
            }
            return draws.share(known.lazy.map { ($0.log, came($0)) }).map {
                .init(stage: stage, count: known.count(where: came), total: known.count, share: $0)
            }
        }
    }

    // MARK: The model of applications

    /// Each application, silent so far at some ages, as the model saw it with the population's numbers and with what the
    /// search had shown by then.
    private func foresight(_ entries: [JobLog.Entry]) throws(RankingError) -> JobLogReport.Foresight? {
        let waits = entries.compactMap(Wait.init).stablySorted { $0.sent.number }
        let prior = try ApplicationSurvival(constants: constants)
        let horizon = Int(SilenceModel.horizonDays)
        let records = Dictionary(grouping: waits, by: \.log).mapValues {
            SettledApplications($0, windowDays: constants.windowDays)
        }
        var looks: [Look] = []
        for wait in waits {
            for age in Self.ages
            where wait.isSilent(after: age) && wait.isKnown(after: age + horizon) {
                let (settled, answered) = records[wait.log]!.count(by: wait.sent + age)
                let own = try ApplicationSurvival(constants: constants, settled: settled, answered: answered)
                looks.append(
                    Look(
                        log: wait.log, age: age, isDead: wait.isSilent(after: age + horizon),
                        prior: prior.probabilityOfNoAnswer(daysSilent: Double(age)),
                        own: own.probabilityOfNoAnswer(daysSilent: Double(age)), settled: settled))
            }
        }
        guard !looks.isEmpty else { return nil }
        let losses = draws.estimates(looks.map(\.log)) { rows in
            let prior = rows.reduce(0) { $0 + looks[$1].priorLoss } / Double(rows.count)
            let own = rows.reduce(0) { $0 + looks[$1].ownLoss } / Double(rows.count)
            return [prior, own, own - prior]
        }
        return JobLogReport.Foresight(
            looks: looks.count,
            byAge: Self.ages.compactMap { age in
                let own = looks.filter { $0.age == age }
                return draws.share(own.lazy.map { ($0.log, $0.isDead) }).map {
                    .init(days: age, cases: own.count, predicted: own[0].prior, observed: $0)
                }
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

        var priorLoss: Double { LogLoss.loss(probability: prior, label: isDead) }
        var ownLoss: Double { LogLoss.loss(probability: own, label: isDead) }
    }

    /// From how many settled applications on the seeker's own record had foretold better than the population's numbers;
    /// `nil` when it never did.
    private static func turningPoint(_ looks: [Look]) -> Int? {
        let groups = Dictionary(grouping: looks, by: \.settled).sorted { $0.key < $1.key }
        let gains = groups.map { $0.value.reduce(0) { $0 + $1.priorLoss - $1.ownLoss } }
        return TurningPoint.place(in: gains).map { groups[$0].key }
    }
}

/// The applications of one search, for counting those settled by a day.
private struct SettledApplications {
    /// The days on which they are settled, ascending, and how many of the first so many were answered in time.
    private let days: [Int]
    private let answered: [Int]

    /// - Parameter waits: In the order of sending. Whatever was answered sooner waits for its window, too: else the answered
    ///   would be counted before the silent.
    init(_ waits: [Wait], windowDays: Double) {
        days = waits.map { $0.sent.number + Int(windowDays.rounded(.up)) }
        answered = waits.reduce(into: [0]) { sums, wait in
            sums.append(sums.last! + ((wait.answered.map { Double($0) <= windowDays } ?? false) ? 1 : 0))
        }
    }

    /// - Complexity: O(log applications).
    func count(by day: CalendarDay) -> (settled: Int, answered: Int) {
        var (settled, end) = (0, days.count)
        while settled < end {
            let middle = (settled + end) / 2
            if days[middle] <= day.number { settled = middle + 1 } else { end = middle }
        }
        return (settled, answered[settled])
    }
}

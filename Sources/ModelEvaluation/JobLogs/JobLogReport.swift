public import RankingModel
import ReferralGraph

/// What job-search logs say, see ``JobLogEvaluation``.
public struct JobLogReport: Codable, Equatable, Sendable {
    /// How many logs.
    public let logs: Int
    /// How many rows.
    public let rows: Int
    /// Each kind of approach, the most frequent first.
    public let kinds: [Kind]
    /// How far the applications came, of those of which it is known whether any answer came; empty where none is.
    public let funnel: [FunnelStep]
    /// How well the model of applications foretold them; `nil` without dated ones that were watched for long enough.
    public let foresight: Foresight?
    /// Interviews with and without a referral, over the logs that have both; `nil` where none has.
    public let referral: ReferralEffect?

    /// One kind of approach.
    public struct Kind: Codable, Equatable, Sendable {
        /// Its name in the logs.
        public let kind: String
        /// How many rows.
        public let rows: Int
        /// Of how many it is known whether an answer came.
        public let known: Int
        /// How many of these were answered.
        public let answered: Int
        /// Their share; `nil` where nothing is known.
        public let answeredShare: IntervalEstimate?
        /// How many came to an interview at least.
        public let interviews: Int
        /// Of how many the days are known.
        public let dated: Int
        /// The share of these answered by some days.
        public let answeredBy: [ByDay]
        /// The same by every day on which it changes, from day 0 to day 90.
        public let curve: [ByDay]
    }

    /// How many applications came as far as a stage.
    public struct FunnelStep: Codable, Equatable, Sendable {
        /// How far.
        public let stage: Stage
        /// How many came so far, or further.
        public let count: Int
        /// Of how many.
        public let total: Int
        /// Their share.
        public let share: IntervalEstimate

        /// A stage of an application.
        public enum Stage: String, Codable, CaseIterable, Sendable {
            /// Any answer, a no included.
            case answer
            /// An interview.
            case interview
            /// An offer.
            case offer
        }
    }

    /// The share answered by a day.
    public struct ByDay: Codable, Equatable, Sendable {
        /// Days after sending.
        public let day: Int
        /// The share.
        public let share: Estimate

        /// Makes a point.
        public init(day: Int, share: Estimate) {
            self.day = day
            self.share = share
        }
    }

    /// What the model of applications said of silent ones, against what became of them.
    public struct Foresight: Codable, Equatable, Sendable {
        /// How many times a silent application was looked at.
        public let looks: Int
        /// No answer within 30 more days, by the days of silence so far.
        public let byAge: [ByAge]
        /// The probabilities with the seeker's own record, against what happened.
        public let table: ReliabilityTable
        /// The log-loss by the population's numbers alone.
        public let priorLoss: Estimate
        /// The log-loss when the seeker's own applications, as far as settled by then, move them.
        public let ownLoss: Estimate
        /// The second minus the first, below 0 where the own record helps.
        public let difference: Estimate
        /// From how many settled applications on the own record foretold better; `nil` when it never did.
        public let ownRecordHelpsFrom: Int?
    }

    /// Silent applications of one age.
    public struct ByAge: Codable, Equatable, Sendable {
        /// Days of silence so far.
        public let days: Int
        /// How many.
        public let cases: Int
        /// The mean probability of no answer within 30 more days, by the population's numbers.
        public let predicted: Double
        /// The share that got none.
        public let observed: IntervalEstimate
    }
}

/// How many times likelier a referred application comes to an interview, over several logs: Mantel and Haenszel's risk ratio
/// (1959), with the interval of Greenland and Robins (1985, doi:10.2307/2530643).
///
/// Applications were not referred by lot: selection, not cause.
public struct ReferralEffect: Codable, Equatable, Sendable {
    /// How many logs have referred and other applications.
    public let logs: Int
    /// Referred applications in them, and how many of these came to an interview.
    public let referred: Int
    /// How many of these came to an interview.
    public let referredInterviews: Int
    /// The others.
    public let others: Int
    /// How many of these came to an interview.
    public let otherInterviews: Int
    /// The risk ratio; `nil` where one side has no interview.
    public let riskRatio: IntervalEstimate?

    init?(_ entries: [JobLog.Entry]) {
        let applications = entries.filter { $0.kind == JobLogEvaluation.application }
        let tables = Dictionary(grouping: applications, by: \.log).sorted { $0.key < $1.key }.map(\.value)
            .map { rows in (rows.filter(\.isReferred), rows.filter { !$0.isReferred }) }
            .filter { !$0.0.isEmpty && !$0.1.isEmpty }
        guard !tables.isEmpty else { return nil }
        let strata = tables.map { referred, others in
            Stratum(
                a: Double(referred.count(where: \.wasInterviewed)), n: Double(referred.count),
                b: Double(others.count(where: \.wasInterviewed)), m: Double(others.count))
        }
        logs = strata.count
        referred = Int(strata.reduce(0) { $0 + $1.n })
        referredInterviews = Int(strata.reduce(0) { $0 + $1.a })
        others = Int(strata.reduce(0) { $0 + $1.m })
        otherInterviews = Int(strata.reduce(0) { $0 + $1.b })
        let above = strata.reduce(0) { $0 + $1.a * $1.m / $1.total }
        let below = strata.reduce(0) { $0 + $1.b * $1.n / $1.total }
        let spread = strata.reduce(0) { sum, s in
            sum + (s.n * s.m * (s.a + s.b) - s.a * s.b * s.total) / (s.total * s.total)
        }
        riskRatio =
            above > 0 && below > 0
            ? IntervalEstimate(ratio: above / below, logVariance: spread / (above * below)) : nil
    }

    private struct Stratum {
        let a, n, b, m: Double
        var total: Double { n + m }
    }
}

public import RankingModel

/// How well the ranking did on an event list, against simple rules.
public struct EvaluationReport: Codable, Equatable, Sendable {
    /// How many people the list has.
    public let people: Int
    /// How many messages.
    public let messages: Int
    /// From the first message to the last, days.
    public let days: Double
    /// One row for each task, subset and method: by task, subset, then baselines, model, ablations.
    public let rows: [EvaluationRow]
    /// What the model predicted against what happened, by task and subset.
    public let reliability: [Reliability]
    /// Within how many days an answer counts as one.
    public let replyWindowDays: Double
    /// What could not be scored.
    public let skipped: [Skipped]
    /// For one's own network: what became of one's requests, and how far the probabilities rest on it.
    public var replyRecord: ReplyRecord?
    /// For one's own network: how well the probabilities of one's requests have held so far.
    public var trackRecord: TrackRecord?

    /// The reliability of the model's probabilities on the cases of one task and subset.
    public struct Reliability: Codable, Equatable, Sendable {
        /// The task.
        public let task: EvaluationTask
        /// Which of its cases.
        public let subset: String
        /// The bins.
        public let table: ReliabilityTable
    }

    /// A part of the evaluation for which the list has too little.
    public struct Skipped: Codable, Equatable, Sendable {
        /// The task.
        public let task: EvaluationTask
        /// Which of its cases.
        public let subset: String
        /// Why, in words.
        public let reason: String
    }

    /// The rows of one task and subset, in order.
    public func rows(of task: EvaluationTask, subset: String) -> [EvaluationRow] {
        rows.filter { $0.task == task && $0.subset == subset }
    }

    /// The row of one method.
    public func row(of task: EvaluationTask, subset: String, method: String) -> EvaluationRow? {
        rows.first { $0.task == task && $0.subset == subset && $0.method == method }
    }
}

/// How well one method did on the cases of one task and subset.
public struct EvaluationRow: Codable, Equatable, Sendable {
    /// What was to be foretold.
    public let task: EvaluationTask
    /// Which cases: `all`, `fresh` (silent for a reply window or never in touch), `cold` (never in touch),
    /// `new thread`, `fresh, own record` (fresh, by someone whose probabilities count as calibrated), or the size of
    /// a plan, such as `k = 5` and `k = 5, writes`
    /// where it has to have someone who also writes soon.
    public let subset: String
    /// The name of the method; for an ablation what is left out, and `other policy` for the model under another one.
    public let method: String
    /// What kind of method it is.
    public let kind: Kind
    /// How many cases were scored.
    public let cases: Int
    /// How many people they are of.
    public let egos: Int
    /// Which share of the cases came true; only for single cases, not for lists of candidates.
    public let trueShare: Double?
    /// What was measured; the first is what the task is judged by.
    public let figures: [EvaluationFigure]
    /// The model against the best simple baseline, an ablation against the model.
    public let comparison: Comparison?
    /// The model's score against each simple rule, so that a rule fixed in advance can be looked up; `nil` for other
    /// methods.
    public let againstRules: [Comparison]?

    /// What kind of method it is.
    public enum Kind: String, Codable, Sendable {
        /// One number of the past.
        case baseline
        /// Two of them put together, or fitted on the earlier part of the list; not among the baselines that
        /// the model is compared with.
        case composite
        /// The ranking as shipped, or a part of it.
        case model
        /// The ranking without one term, or under another policy.
        case ablation
    }

    /// The differences from another method on the same cases.
    public struct Comparison: Codable, Equatable, Sendable {
        /// The method compared with.
        public let against: String
        /// This row minus that one, with a paired interval.
        public let difference: Estimate
        /// The same for the other figures that have an interval, such as the log-loss; less is better there.
        public let furtherDifferences: [EvaluationFigure]

        /// The difference in one of the figures.
        public func difference(in measure: EvaluationMeasure, of task: EvaluationTask) -> Estimate? {
            measure == task.measure
                ? difference : furtherDifferences.first { $0.measure == measure }?.estimate
        }
    }

    /// The figure that the task is judged by.
    public var score: Estimate? { figures.first?.estimate }

    /// One of the figures.
    public func figure(_ measure: EvaluationMeasure) -> Estimate? {
        figures.first { $0.measure == measure }?.estimate
    }
}

/// One number of an evaluation.
public struct EvaluationFigure: Codable, Equatable, Sendable {
    /// What was measured.
    public let measure: EvaluationMeasure
    /// What came out.
    public let estimate: Estimate
}

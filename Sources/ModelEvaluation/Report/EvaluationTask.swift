/// The tasks on which the ranking is back-tested (ranking.md, *Evidence*).
public enum EvaluationTask: String, Codable, CaseIterable, Sendable {
    /// R: who answers an ask within the reply window.
    case reply = "R"
    /// S: which silent ask gets no answer within 30 more days.
    case stall = "S"
    /// I-A: who knows the seeker's next new contact.
    case introductionKnows = "I-A"
    /// I-B: who knows them and writes to the seeker within 14 days.
    case introductionWarm = "I-B"
    /// I-C: who introduces the seeker unasked.
    case introductionUnasked = "I-C"
    /// W: which of the contacts who know someone introduces the seeker to them.
    case introducer = "W"
    /// P: whether a plan of k contacts has someone who knows the next new contact.
    case plan = "P"

    /// The figure that the task is judged by.
    public var measure: EvaluationMeasure {
        switch self {
        case .reply, .stall: .auc
        case .introductionKnows, .introductionWarm, .introductionUnasked, .introducer: .meanReciprocalRank
        case .plan: .covered
        }
    }
}

/// What is measured.
public enum EvaluationMeasure: String, Codable, CaseIterable, Sendable {
    /// Area under the ROC curve, ``AreaUnderCurve``.
    case auc = "AUC"
    /// ``LogLoss``, less is better.
    case logLoss = "log-loss"
    /// ``BrierScore``, less is better.
    case brier = "Brier"
    /// Expected calibration error of a ``ReliabilityTable``, less is better.
    case calibrationError = "ECE"
    /// The mean of 1 / rank of the first right candidate.
    case meanReciprocalRank = "MRR"
    /// The share of lists whose first candidate is right.
    case hitsAt1 = "Hits@1"
    /// The share of lists with a right candidate among the first three.
    case hitsAt3 = "Hits@3"
    /// The share of lists with a right candidate among the first ten.
    case hitsAt10 = "Hits@10"
    /// The share of plans that cover the next new contact.
    case covered
}

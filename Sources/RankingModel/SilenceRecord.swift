/// What became of the seeker's own silent asks, and how far that corrects the silence model.
///
/// Counted are asks that opened or reopened contact, were still silent after ``startDays`` days, and whose
/// ``SilenceModel/horizonDays`` from then on are over. The offset to the log-odds of silence is the sum of (d - p) over
/// the sum of p(1 - p) plus ``RankingConstants/silenceRecordWeight``, d being 1 for no answer and p the model's word
/// without an offset.
public struct SilenceRecord: Equatable, Sendable {
    /// From which day of silence on an ask counts: the youngest that the model was fitted to.
    public static let startDays = 1.0

    /// How many silent asks are counted.
    public private(set) var asks = 0
    /// How many of them stayed without an answer.
    public private(set) var unanswered = 0
    /// How many were expected to.
    public private(set) var expectedUnanswered = 0.0
    private var information = 0.0
    private let weight: Double

    init(constants: RankingConstants) { weight = constants.silenceRecordWeight }

    /// What the record adds to the log-odds of silence.
    public var offset: Double { (Double(unanswered) - expectedUnanswered) / (information + weight) }

    mutating func add(_ isUnanswered: Bool, expected p: Double) {
        asks += 1
        unanswered += isUnanswered ? 1 : 0
        expectedUnanswered += p
        information += p * (1 - p)
    }
}

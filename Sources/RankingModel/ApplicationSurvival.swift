/// How an application waits for its answer: a cure model with log-normal delays.
///
/// Some applications are never answered, the others after days whose logarithm is normal: F. The share that is ever answered
/// begins at ``ApplicationConstants/everAnsweredShare`` and moves with the share of the seeker's own applications that were
/// answered in time, which the population's weighs down (``ApplicationConstants/answerWeight``).
public struct ApplicationSurvival: Equatable, Sendable {
    /// The numbers of the model.
    public let constants: ApplicationConstants
    /// The share answered within the window: the seeker's own drawn towards the population's, in (0, 1).
    public let answerRate: Double
    /// pi: the share that is ever answered, in (0, 1).
    public let everAnsweredShare: Double

    /// Makes the model.
    /// - Parameters:
    ///   - settled: How many of the seeker's applications are settled: answered, or as old as the window.
    ///   - answered: How many of them were answered within the window, at most `settled`.
    /// - Throws: ``RankingError`` when a constant is out of range.
    public init(
        constants: ApplicationConstants = .standard, settled: Int = 0, answered: Int = 0
    ) throws(RankingError) {
        try constants.validate()
        precondition(answered >= 0 && answered <= settled, "of those settled")
        self.constants = constants
        answerRate =
            (Double(answered) + constants.answerWeight * constants.answerRate)
            / (Double(settled) + constants.answerWeight)
        everAnsweredShare = min(
            1 - .ulpOfOne, constants.everAnsweredShare * answerRate / constants.answerRate)
    }

    /// F: of the applications that are ever answered, the share answered after so many days, in [0, 1).
    /// - Complexity: O(1).
    public func shareAnswered(afterDays days: Double) -> Double {
        guard days > 0 else { return 0 }
        return Elementary.normalDistribution(
            Elementary.logarithm(days / constants.medianDays) / constants.logDaysDeviation)
    }

    /// How likely an application gets no answer in the next days: (1 - pi F(a + h)) / (1 - pi F(a)).
    /// - Parameters:
    ///   - daysSilent: a, days since it was sent; less than 0 counts as 0.
    ///   - horizon: h, how many days to wait; infinity for ever.
    /// - Complexity: O(1).
    public func probabilityOfNoAnswer(
        daysSilent: Double, within horizon: Double = SilenceModel.horizonDays
    ) -> Double {
        let age = max(0, daysSilent)
        return (1 - everAnsweredShare * shareAnswered(afterDays: age + horizon))
            / (1 - everAnsweredShare * shareAnswered(afterDays: age))
    }
}

/// An ask that is settled: how likely an answer seemed as it was sent, and whether one came.
public struct AskOutcome: Equatable, Sendable {
    /// When the ask was settled: its reply window was over.
    public let settledDays: Double
    /// rho at sending, from what the seeker had recorded by then.
    public let probability: Double
    /// The same by what holds for people at large and what is assumed, without any outcome of the seeker's.
    public let priorProbability: Double
    /// Whether an answer came within the reply window.
    public let isAnswered: Bool

    /// Makes an outcome.
    /// - Parameters:
    ///   - probability: In (0, 1).
    ///   - priorProbability: In (0, 1).
    public init(settledDays: Double, probability: Double, priorProbability: Double, isAnswered: Bool) {
        self.settledDays = settledDays
        self.probability = probability
        self.priorProbability = priorProbability
        self.isAnswered = isAnswered
    }
}

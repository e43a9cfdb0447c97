/// A number with its 95 % bootstrap interval.
///
/// Egos are drawn, all cases of one together; in a list with one ego the people its cases are about.
public struct Estimate: Codable, Equatable, Sendable {
    /// The value on all cases.
    public let value: Double
    /// The 2.5 % quantile of the draws; `nil` when none were made.
    public let low: Double?
    /// The 97.5 % quantile.
    public let high: Double?

    /// Makes an estimate.
    public init(value: Double, low: Double? = nil, high: Double? = nil) {
        self.value = value
        self.low = low
        self.high = high
    }
}

/// A share that was measured in data, with its 95 % interval.
public struct MeasuredShare: Sendable, Hashable, CustomStringConvertible {
    /// The share.
    public let value: Double
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    private init(_ percent: Double, _ low: Double, _ high: Double) {
        (value, self.low, self.high) = (percent / 100, low / 100, high / 100)
    }

    /// `38% [29, 51]`.
    public var description: String { "\(Self.percent(value))% [\(Self.percent(low)), \(Self.percent(high))]" }

    /// Up to one decimal.
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// Applications answered by day 7.
    public static let answeredByDay7 = MeasuredShare(19, 14, 25)
    /// Applications answered by day 30.
    public static let answeredByDay30 = MeasuredShare(38, 29, 51)
    /// Applications answered by day 90.
    public static let answeredByDay90 = MeasuredShare(48, 38, 59)
    /// Applications that led to an interview.
    public static let interview = MeasuredShare(8, 5, 12)
    /// Applications that led to an offer.
    public static let offer = MeasuredShare(0.4, 0.1, 1.3)
    /// Applications silent for two weeks that were answered within 30 more days.
    public static let answeredAfterTwoWeeks = MeasuredShare(11, 7, 21)
}

/// A number taken from a sample, with its 95 % interval.
///
/// The interval says how far the number of cases leaves it open, and nothing about the assumptions behind them.
public struct IntervalEstimate: Sendable, Equatable, Codable {
    /// The number.
    public var value: Double
    /// The lower end.
    public var low: Double
    /// The upper end.
    public var high: Double

    /// The 97.5 % quantile of the normal distribution.
    private static let z = 1.959_963_984_540_054

    /// A number whose interval comes from elsewhere.
    package init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }

    /// A share, with the score interval of Wilson (1927, doi:10.1080/01621459.1927.10502953), which also holds near 0
    /// and 1.
    /// - Precondition: `0 <= count <= total`, `total > 0`.
    package init(share count: Int, of total: Int) {
        precondition(total > 0 && (0...total).contains(count), "a share of something")
        let (n, share) = (Double(total), Double(count) / Double(total))
        let zz = Self.z * Self.z
        let centre = (share + zz / (2 * n)) / (1 + zz / n)
        let half = Self.z * (share * (1 - share) / n + zz / (4 * n * n)).squareRoot() / (1 + zz / n)
        self.init(
            value: share, low: count == 0 ? 0 : max(0, centre - half),
            high: count == total ? 1 : min(1, centre + half))
    }

    /// The difference of two shares of the same cases, with the adjusted interval of Bonett and Price (2012,
    /// doi:10.3102/1076998611411915).
    /// - Parameters:
    ///   - first: In how many cases the first came true and the second did not.
    ///   - second: In how many the second did and the first did not.
    ///   - total: How many cases there are, above 0.
    package init(onlyFirst first: Int, onlySecond second: Int, of total: Int) {
        precondition(total > 0 && first >= 0 && second >= 0 && first + second <= total, "cases in pairs")
        let n = Double(total) + 2
        let (a, b) = (Double(first + 1) / n, Double(second + 1) / n)
        let half = Self.z * ((a + b - (a - b) * (a - b)) / n).squareRoot()
        self.init(
            value: Double(first - second) / Double(total), low: max(-1, a - b - half),
            high: min(1, a - b + half))
    }

    /// The ratio of two shares of different cases, with the interval of Katz and others (1978, doi:10.2307/2530610), half a
    /// case added to each count where one is 0.
    /// - Precondition: The counts are shares of totals above 0.
    package init(ratioOf first: Int, of firstTotal: Int, to second: Int, of secondTotal: Int) {
        precondition(
            firstTotal > 0 && secondTotal > 0 && (0...firstTotal).contains(first)
                && (0...secondTotal).contains(second), "shares of something")
        let extra = first == 0 || second == 0 ? 0.5 : 0
        let (a, b) = (Double(first) + extra, Double(second) + extra)
        let (n, m) = (Double(firstTotal) + extra, Double(secondTotal) + extra)
        self.init(ratio: a / n / (b / m), logVariance: max(0, 1 / a - 1 / n + 1 / b - 1 / m))
    }

    /// A ratio whose logarithm is about normal.
    /// - Precondition: Both are finite, the ratio above 0 and the variance at least 0.
    package init(ratio: Double, logVariance: Double) {
        let half = Self.z * logVariance.squareRoot()
        self.init(
            value: ratio, low: ratio * Elementary.exponential(-half),
            high: ratio * Elementary.exponential(half))
    }

    /// The mean of whole numbers, with the normal interval; of a single one the interval is that number.
    /// - Precondition: `numbers` is not empty.
    package init(meanOf numbers: [Int]) {
        precondition(!numbers.isEmpty, "a mean of something")
        let n = Double(numbers.count)
        let mean = Double(numbers.reduce(0, +)) / n
        let squares = numbers.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        let half = numbers.count > 1 ? Self.z * (squares / (n - 1) / n).squareRoot() : 0
        self.init(value: mean, low: mean - half, high: mean + half)
    }
}

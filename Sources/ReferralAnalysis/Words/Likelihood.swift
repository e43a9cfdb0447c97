/// A probability in words, on the one scale of all texts and pictures: that of the Intelligence Community Directive 203
/// (2015, section D.6.e.2.a), whose seven terms lie edge to edge.
///
/// | from | words |
/// |---|---|
/// | 95% | almost certain |
/// | 80% | very likely |
/// | 55% | likely |
/// | 45% | an even chance |
/// | 20% | unlikely |
/// | 5% | very unlikely |
/// | 0% | almost no chance |
///
/// The words are those of the number as it is shown, so that 55% never stands beside "an even chance".
public struct Likelihood: Sendable, Equatable {
    /// The probability, in [0, 1].
    public let probability: Double

    /// Makes the words of a probability.
    public init(_ probability: Double) { self.probability = probability }

    /// The probability as a whole number of hundredths.
    private var hundredths: Int {
        probability.isFinite ? Int((max(0, min(1, probability)) * 100).rounded()) : 0
    }

    /// The words alone: `unlikely`.
    public var words: String {
        switch hundredths {
        case 95...: "almost certain"
        case 80...: "very likely"
        case 55...: "likely"
        case 45...: "an even chance"
        case 20...: "unlikely"
        case 5...: "very unlikely"
        default: "almost no chance"
        }
    }

    /// The number alone: `62%`; never 0 or 100 for what is neither.
    public var percent: String {
        if hundredths == 0, probability > 0 { return "under 1%" }
        if hundredths == 100, probability < 1 { return "over 99%" }
        return "\(hundredths)%"
    }

    /// Both: `62%, likely`.
    public var both: String { "\(percent), \(words)" }
}

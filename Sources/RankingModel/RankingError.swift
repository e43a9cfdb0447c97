/// Why a ranking could not be set up: a number of the policy lies outside the range its formula needs.
public enum RankingError: Error, Equatable, Sendable {
    /// A constant breaks its requirement, such as `"in (0, 1)"`.
    case invalidConstant(name: String, value: Double, requirement: String)
    /// A call was given a length that is not a positive finite number of minutes.
    case invalidMinutes(candidate: Int, minutes: Double)
}

/// What a constant's value has to satisfy, in words.
///
/// Every range but that of divisors ends: the sums and products of the formulas stay finite, and days can be counted as whole
/// numbers. A divisor may have any size; a very large one switches off what it divides.
package enum Requirement: String {
    case any = "from -1000000000 to 1000000000"
    case positive = "above 0, at most 1000000000"
    case divisor = "above 0"
    case nonNegative = "from 0 to 1000000000"
    case exponent = "from -10 to 10"
    case openUnit = "in (0, 1)"
    case unit = "in [0, 1]"
    case discount = "in [0, 1)"
    case days = "from 0 to 3650"
    case businessDays = "from 0 to 365"
    case minute = "from 0 to 1439"
    case people = "from 0 to 100000"

    func admits(_ value: Double) -> Bool {
        switch self {
        case .any: (-1e9...1e9).contains(value)
        case .positive: value > 0 && value <= 1e9
        case .divisor: value > 0 && value.isFinite
        case .nonNegative: (0...1e9).contains(value)
        case .exponent: (-10...10).contains(value)
        case .openUnit: value > 0 && value < 1
        case .unit: value >= 0 && value <= 1
        case .discount: value >= 0 && value < 1
        case .days: (0...3650).contains(value)
        case .businessDays: (0...365).contains(value)
        case .minute: (0...1439).contains(value)
        case .people: (0...100_000).contains(value)
        }
    }
}

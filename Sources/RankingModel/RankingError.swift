/// Why a ranking could not be set up: a number of the policy lies outside the range its formula needs.
public enum RankingError: Error, Equatable, Sendable {
    /// A constant breaks its requirement, such as `"in (0, 1)"`.
    case invalidConstant(name: String, value: Double, requirement: String)
    /// A call was given a length that is not a positive finite number of minutes.
    case invalidMinutes(candidate: Int, minutes: Double)
}

/// What a constant's value has to satisfy.
package enum Requirement: String {
    case finite = "finite"
    case positive = "finite and above 0"
    case nonNegative = "finite and at least 0"
    case openUnit = "in (0, 1)"
    case unit = "in [0, 1]"
    case discount = "in [0, 1)"
    case days = "from 0 to 3650"
    case businessDays = "from 0 to 365"
    case minute = "from 0 to 1439"
    case people = "from 0 to 100000"

    func admits(_ value: Double) -> Bool {
        guard value.isFinite else { return false }
        return switch self {
        case .finite: true
        case .positive: value > 0
        case .nonNegative: value >= 0
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

/// Why a ranking could not be set up: a number of the policy lies outside the range its formula needs.
public enum RankingError: Error, Equatable, Sendable {
    /// A constant breaks its requirement, such as `"in (0, 1)"`.
    case invalidConstant(name: String, value: Double, requirement: String)
    /// A call was given a length that is not a positive finite number of minutes.
    case invalidMinutes(candidate: Int, minutes: Double)
}

/// What a constant's value has to satisfy.
enum Requirement: String {
    case finite = "finite"
    case positive = "finite and above 0"
    case nonNegative = "finite and at least 0"
    case openUnit = "in (0, 1)"
    case unit = "in [0, 1]"
    case discount = "in [0, 1)"

    func admits(_ value: Double) -> Bool {
        guard value.isFinite else { return false }
        return switch self {
        case .finite: true
        case .positive: value > 0
        case .nonNegative: value >= 0
        case .openUnit: value > 0 && value < 1
        case .unit: value >= 0 && value <= 1
        case .discount: value >= 0 && value < 1
        }
    }

    /// Throws for the first named value, in the order given, that is not admitted.
    func check(_ values: KeyValuePairs<String, Double>) throws(RankingError) {
        for (name, value) in values where !admits(value) {
            throw .invalidConstant(name: name, value: value, requirement: rawValue)
        }
    }
}

/// When a manager is likely to have an opening: reports leave at a steady rate, and signals change that rate.
///
/// Playbook rule R3: a manager whose n reports stay T months on average loses n / T of them a month. The number
/// of openings is taken as Poisson. Not tested on data.
public struct OpeningRate: Equatable, Sendable {
    /// Direct reports.
    public let reports: Double
    /// New posts a month.
    public let growthPerMonth: Double
    /// The factor of current signals; 1 for none.
    public let signalFactor: Double

    /// Makes a rate; negative numbers count as 0.
    public init(reports: Double, growthPerMonth: Double = 0, signalFactor: Double = 1) {
        self.reports = max(0, reports)
        self.growthPerMonth = max(0, growthPerMonth)
        self.signalFactor = max(0, signalFactor)
    }

    /// Openings a month when reports stay for `tenureMonths` on average.
    /// - Precondition: `tenureMonths > 0`.
    public func openingsPerMonth(tenureMonths: Double) -> Double {
        precondition(tenureMonths > 0, "a tenure is a positive number of months")
        return signalFactor * (reports / tenureMonths + growthPerMonth)
    }

    /// The probability of at least one opening within `months`, in [0, 1].
    /// - Precondition: `tenureMonths > 0`.
    public func probabilityOfOpening(withinMonths months: Double, tenureMonths: Double) -> Double {
        let rate = openingsPerMonth(tenureMonths: tenureMonths)
        return rate == 0 ? 0 : Elementary.probabilityOfAny(mean: rate * max(0, months))
    }

    /// The expected wait for the first opening, months; infinite when none is to be expected.
    /// - Precondition: `tenureMonths > 0`.
    public func expectedWaitMonths(tenureMonths: Double) -> Double {
        1 / openingsPerMonth(tenureMonths: tenureMonths)
    }

    /// Probability and wait by the constants' horizon and tenure, with the range over both tenures.
    /// - Complexity: O(1).
    public func estimate(constants: DirectValueConstants = .standard) throws(RankingError) -> OpeningEstimate
    {
        try constants.validate()
        let tenures = [constants.tenureMonths, constants.alternativeTenureMonths]
        let probabilities = tenures.map {
            probabilityOfOpening(withinMonths: constants.horizonMonths, tenureMonths: $0)
        }
        let waits = tenures.map { expectedWaitMonths(tenureMonths: $0) }
        return OpeningEstimate(
            horizonMonths: constants.horizonMonths,
            probability: probabilities[0],
            probabilityRange: min(
                probabilities[0], probabilities[1])...max(probabilities[0], probabilities[1]),
            expectedWaitMonths: waits[0],
            expectedWaitRangeMonths: min(waits[0], waits[1])...max(waits[0], waits[1]))
    }
}

/// When an opening is to be expected, by the default tenure and over both documented ones.
public struct OpeningEstimate: Equatable, Sendable {
    /// How far ahead the probability looks, months.
    public let horizonMonths: Double
    /// The probability of at least one opening within the horizon, in [0, 1].
    public let probability: Double
    /// The same over both tenures.
    public let probabilityRange: ClosedRange<Double>
    /// The expected wait for the first opening, months; infinite when none is to be expected.
    public let expectedWaitMonths: Double
    /// The same over both tenures.
    public let expectedWaitRangeMonths: ClosedRange<Double>
}

import Glibc

/// Elementary functions under the names that the model's formulas have for them.
package enum Elementary {
    /// ln x.
    package static func logarithm(_ x: Double) -> Double { log(x) }

    /// ln(1 + x), exact for small x.
    package static func logarithm(onePlus x: Double) -> Double { log1p(x) }

    /// e to the power x.
    package static func exponential(_ x: Double) -> Double { exp(x) }

    /// x to the power y.
    package static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }

    /// 2 to the power -age / half-life: what is left of 1 after `age`.
    static func remainder(after age: Double, halfLife: Double) -> Double { exp2(-age / halfLife) }

    /// The standard normal distribution function.
    static func normalDistribution(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

    /// 1 - e to the power -x, exact for small x: the probability that a Poisson count of mean x is not 0.
    static func probabilityOfAny(mean x: Double) -> Double { -expm1(-x) }

    /// The probability with these log-odds, kept strictly inside (0, 1) where a double would round to 0 or 1.
    package static func probability(logOdds z: Double) -> Double {
        let e = exp(-abs(z))
        let p = z >= 0 ? 1 / (1 + e) : e / (1 + e)
        return min(max(p, .leastNormalMagnitude), 1 - .ulpOfOne / 2)
    }

    /// ln(p / (1 - p)), finite for every p in [0, 1].
    package static func logOdds(_ probability: Double) -> Double {
        let p = min(max(probability, .leastNormalMagnitude), 1 - .ulpOfOne / 2)
        return log(p / (1 - p))
    }
}

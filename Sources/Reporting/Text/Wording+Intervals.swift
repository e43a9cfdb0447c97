package import ModelEvaluation
package import RankingModel

extension Wording {
    /// `21% [17, 27]`.
    package static func percent(_ share: IntervalEstimate) -> String {
        "\(exactPercent(share.value)) [\(number(share.low)), \(number(share.high))]"
    }

    /// `8.6 [4.4, 17.0]`.
    package static func times(_ ratio: IntervalEstimate) -> String {
        "\(fixed(ratio.value, 1)) [\(fixed(ratio.low, 1)), \(fixed(ratio.high, 1))]"
    }

    /// `21% [17, 27]`, without the brackets where no interval was drawn.
    package static func percent(_ share: Estimate) -> String {
        guard let low = share.low, let high = share.high else { return percent(share.value) }
        return "\(exactPercent(share.value)) [\(number(low)), \(number(high))]"
    }

    /// `0.4%` beside an interval that has the decimal, too, in place of `under 1%`.
    private static func exactPercent(_ share: Double) -> String {
        share >= 0.0005 && share < 0.0095 ? "\(number(share))%" : percent(share)
    }

    /// Up to one decimal below one percent, so that a small share is not none.
    private static func number(_ share: Double) -> String {
        fixed(100 * share, share > 0 && share < 0.01 ? 1 : 0)
    }

    /// `0.412 [0.380, 0.441]`.
    package static func interval(_ estimate: Estimate) -> String {
        guard let low = estimate.low, let high = estimate.high else {
            return fixed(estimate.value, 3)
        }
        return "\(fixed(estimate.value, 3)) [\(fixed(low, 3)), \(fixed(high, 3))]"
    }
}

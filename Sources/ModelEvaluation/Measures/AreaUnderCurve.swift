import ReferralGraph

/// How often a case that came true was scored above one that did not: the area under the ROC curve.
///
/// Equal scores count half, which is the Mann-Whitney statistic with mid-ranks (Hanley and McNeil 1982,
/// doi:10.1148/radiology.143.1.7063747). .5 is what chance reaches.
public struct AreaUnderCurve: Sendable {
    private let order: [Int]
    /// Where each run of equal scores ends in `order`.
    private let runEnds: [Int]
    private let labels: [Bool]

    /// Sorts the cases once, for any number of weightings.
    /// - Parameters:
    ///   - scores: One a case; none may be NaN.
    ///   - labels: Whether the case came true.
    /// - Complexity: O(n log n).
    public init(scores: [Double], labels: [Bool]) {
        precondition(scores.count == labels.count, "one label per score")
        let order = scores.indices.stablySorted { scores[$0] }
        self.order = order
        self.labels = labels
        runEnds = order.indices.filter { index in
            index + 1 == order.count || scores[order[index]] != scores[order[index + 1]]
        }.map { $0 + 1 }
    }

    /// The area, in [0, 1]; `nil` when the cases are all alike.
    public var value: Double? { value(weights: nil) }

    /// The area with each case counted as often as its weight says; `nil` when one class weighs nothing.
    /// - Complexity: O(n).
    public func value(weights: [Double]?) -> Double? {
        precondition(weights.map { $0.count == order.count } ?? true, "one weight per case")
        var (start, negativesBelow, positives, concordant) = (0, 0.0, 0.0, 0.0)
        for end in runEnds {
            var (runPositives, runNegatives) = (0.0, 0.0)
            for index in start..<end {
                let weight = weights?[order[index]] ?? 1
                if labels[order[index]] { runPositives += weight } else { runNegatives += weight }
            }
            concordant += runPositives * (negativesBelow + runNegatives / 2)
            positives += runPositives
            negativesBelow += runNegatives
            start = end
        }
        let pairs = positives * negativesBelow
        return pairs > 0 ? concordant / pairs : nil
    }
}

/// Percentile intervals by drawing egos anew, all cases of an ego together (Efron and Tibshirani 1993,
/// chapter 13; for clusters Field and Welsh 2007, doi:10.1111/j.1467-9868.2007.00593.x).
///
/// Cases of one ego are alike, so drawing single cases would make intervals too narrow. All statistics see
/// the same draws, so intervals of differences are paired. The same seed gives the same draws.
struct EgoBootstrap {
    let repetitions: Int
    let seed: UInt64

    /// What the statistics are of all cases, and of each draw.
    struct Draws {
        let points: [Double?]
        /// One row a repetition.
        let rows: [[Double?]]

        /// Value and 95 % interval of one statistic; `nil` where it is undefined.
        func estimate(_ index: Int) -> Estimate? {
            points[index].map { Estimate(value: $0, draws: rows.compactMap { $0[index] }) }
        }

        /// Value and interval of a difference; the draws in which both are defined count.
        func difference(_ left: Int, _ right: Int) -> Estimate? {
            guard let a = points[left], let b = points[right] else { return nil }
            return Estimate(
                value: a - b,
                draws: rows.compactMap { row in
                    if let a = row[left], let b = row[right] { a - b } else { nil }
                })
        }
    }

    /// Evaluates statistics on all cases and on every draw.
    /// - Parameters:
    ///   - egos: Whose case each is.
    ///   - statistics: From weights, one a case, to the values of the statistics; `nil` stands for all 1.
    /// - Complexity: O(repetitions) times that of the statistics.
    func draws(egos: [Int], statistics: ([Double]?) -> [Double?]) -> Draws {
        var numbers: [Int: Int] = [:]
        let clusters = egos.map { ego in
            let number = numbers[ego] ?? numbers.count
            numbers[ego] = number
            return number
        }
        var random = SplitMix64(seed: seed)
        let rows = (0..<repetitions).map { _ in
            var counts = [Double](repeating: 0, count: numbers.count)
            for _ in counts.indices { counts[random.below(counts.count)] += 1 }
            return statistics(clusters.map { counts[$0] })
        }
        return Draws(points: statistics(nil), rows: rows)
    }
}

extension Estimate {
    /// A value with the 2.5 % and 97.5 % quantiles of its draws.
    init(value: Double, draws: [Double]) {
        let sorted = draws.sorted()
        self.init(
            value: value,
            low: sorted.isEmpty ? nil : Quantile.value(ofSorted: sorted, 0.025),
            high: sorted.isEmpty ? nil : Quantile.value(ofSorted: sorted, 0.975))
    }
}

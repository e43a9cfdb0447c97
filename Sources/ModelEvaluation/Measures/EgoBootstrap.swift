import GraphAlgorithms

/// Percentile intervals by drawing egos anew, all cases of an ego together (Efron and Tibshirani 1993,
/// chapter 13; for clusters Field and Welsh 2007, doi:10.1111/j.1467-9868.2007.00593.x).
///
/// Cases of one ego are alike, so drawing single cases would make intervals too narrow. All statistics see
/// the same draws, so intervals of differences are paired. The same seed gives the same draws.
struct EgoBootstrap {
    let repetitions: Int
    let seed: UInt64

    /// A number that can be taken of weighted cases.
    enum Statistic {
        /// The mean of one number a case.
        case mean([Double])
        /// The area under the curve.
        case area(AreaUnderCurve)
    }

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

    /// Takes statistics of all cases and of every draw.
    /// - Parameter clusters: Whose case each is.
    /// - Complexity: O(cases) for an area, O(clusters) for a mean, of each draw.
    func draws(clusters: [Int], _ statistics: [Statistic]) -> Draws {
        var numbers: [Int: Int] = [:]
        let clusters = clusters.map { cluster in
            let number = numbers[cluster] ?? numbers.count
            numbers[cluster] = number
            return number
        }
        let sizes = Self.sums(clusters.map { _ in 1 }, clusters, count: numbers.count)
        let sums = statistics.map { statistic in
            if case .mean(let values) = statistic {
                Self.sums(values, clusters, count: numbers.count)
            } else {
                [Double]()
            }
        }
        func row(_ counts: [Double]) -> [Double?] {
            let weights = clusters.map { counts[$0] }
            let cases = zip(counts, sizes).reduce(0) { $0 + $1.0 * $1.1 }
            return statistics.indices.map { index in
                switch statistics[index] {
                case .area(let area): area.value(weights: weights)
                case .mean:
                    cases > 0 ? zip(counts, sums[index]).reduce(0) { $0 + $1.0 * $1.1 } / cases : nil
                }
            }
        }
        var random = SplitMix64(seed: seed)
        let rows = (0..<repetitions).map { _ in
            var counts = [Double](repeating: 0, count: numbers.count)
            for _ in counts.indices { counts[random.next(below: counts.count)] += 1 }
            return row(counts)
        }
        return Draws(points: row([Double](repeating: 1, count: numbers.count)), rows: rows)
    }

    private static func sums(_ values: [Double], _ clusters: [Int], count: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        for (value, cluster) in zip(values, clusters) { sums[cluster] += value }
        return sums
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

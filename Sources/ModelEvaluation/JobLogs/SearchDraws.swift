import GraphAlgorithms
import RankingModel

/// Intervals for rows of several job searches: whole searches are drawn, of a single one its rows.
///
/// Rows of one search are alike, so an interval that draws rows of several would be too narrow.
struct SearchDraws: Sendable {
    let repetitions: Int
    let seed: UInt64

    /// Values of all rows, each with its interval; without one where all draws are alike, which says nothing.
    /// - Parameters:
    ///   - searches: Whose each row is.
    ///   - values: The values of some rows, given by their numbers.
    func estimates(_ searches: [String], _ values: ([Int]) -> [Double]) -> [Estimate] {
        let points = values(Array(searches.indices))
        let groups = Dictionary(grouping: searches.indices) { searches[$0] }
        let names = groups.keys.sorted()
        var random = SplitMix64(seed: seed)
        let rows = (0..<(searches.isEmpty ? 0 : repetitions)).map { _ in
            values(
                names.count > 1
                    ? names.indices.flatMap { _ in groups[names[random.next(below: names.count)]]! }
                    : searches.indices.map { _ in random.next(below: searches.count) })
        }
        return points.indices.map { place in
            let estimate = Estimate(value: points[place], draws: rows.map { $0[place] })
            return estimate.low == estimate.high ? Estimate(value: estimate.value) : estimate
        }
    }

    /// The share of rows that came true; Wilson's interval of a single search, and where nothing is drawn.
    /// - Complexity: O(rows + searches x draws).
    func share(_ rows: some Sequence<(search: String, isTrue: Bool)>) -> IntervalEstimate? {
        var counts: [String: (hits: Int, total: Int)] = [:]
        for row in rows {
            counts[row.search, default: (0, 0)].total += 1
            if row.isTrue { counts[row.search]!.hits += 1 }
        }
        let searches = counts.sorted { $0.key < $1.key }.map(\.value)
        func sum(_ searches: [(hits: Int, total: Int)]) -> (hits: Int, total: Int) {
            searches.reduce((0, 0)) { ($0.0 + $1.hits, $0.1 + $1.total) }
        }
        let all = sum(searches)
        guard all.total > 0 else { return nil }
        let single = IntervalEstimate(share: all.hits, of: all.total)
        guard searches.count > 1, repetitions > 0 else { return single }
        var random = SplitMix64(seed: seed)
        let drawn = (0..<repetitions).map { _ in
            let part = sum(searches.indices.map { _ in searches[random.next(below: searches.count)] })
            return Double(part.hits) / Double(part.total)
        }.sorted()
        return IntervalEstimate(
            value: single.value, low: Quantile.value(ofSorted: drawn, 0.025),
            high: Quantile.value(ofSorted: drawn, 0.975))
    }
}

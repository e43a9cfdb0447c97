import Graphviz

/// A line between two dots that bends towards the middle of the circle, around the seeker's own disc, and past other
/// dots where a bow of it can.
struct RingCurve {
    let from: DotPoint
    let to: DotPoint
    /// The dots that it is not to seem to touch.
    var others: [DotPoint] = []

    private static let roomAroundMiddle = RingLayout.middle + 14
    private static let roomAroundDots = 13.0
    /// How far the line swings to one side or the other, as a share of its length; the first that will do is taken.
    private static let bows = [0.12, -0.12, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4, 0.5, -0.5, 0.75, -0.75]

    /// The Bézier curve, shortened at its ends so as not to run into the dots.
    /// - Complexity: O(other dots).
    func route(startGap: Double, endGap: Double) -> [DotPoint] {
        var best = (first: from, second: to, touched: Int.max)
        for bow in Self.bows where best.touched > 0 {
            let (first, second) = aroundMiddle(bow)
            let touched = touched(first, second)
            if touched < best.touched { best = (first, second, touched) }
        }
        return [
            shortened(from, towards: best.first, by: startGap), best.first, best.second,
            shortened(to, towards: best.second, by: endGap),
        ]
    }

    /// The controls of a bow, pushed out until the curve keeps clear of the seeker.
    private func aroundMiddle(_ bow: Double) -> (DotPoint, DotPoint) {
        var (first, second) = controls(bow)
        // A push bends all of the curve, so that another point may come nearest then.
        for _ in 0..<4 {
            let (point, time) = nearestToMiddle(first, second)
            let lack = Self.roomAroundMiddle - point.length
            guard lack > 0.5 else { break }
            let away = point.unit ?? (to - from).normal.unit ?? DotPoint(x: 0, y: 1)
            let push = away * (lack / (3 * time * (1 - time)))
            first = first + push
            second = second + push
        }
        return (first, second)
    }

    /// How many other dots the curve comes too near to.
    private func touched(_ first: DotPoint, _ second: DotPoint) -> Int {
        guard !others.isEmpty else { return 0 }
        let points = (1...39).map { point(at: Double($0) / 40, first, second) }
        return others.count { dot in points.contains { ($0 - dot).length < Self.roomAroundDots } }
    }

    private func point(at time: Double, _ first: DotPoint, _ second: DotPoint) -> DotPoint {
        let rest = 1 - time
        return from * (rest * rest * rest) + first * (3 * rest * rest * time)
            + second * (3 * rest * time * time) + to * (time * time * time)
    }

    private func nearestToMiddle(_ first: DotPoint, _ second: DotPoint) -> (DotPoint, time: Double) {
        let samples = (3...17).map { step in
            let time = Double(step) / 20
            return (point(at: time, first, second), time)
        }
        return samples.min { $0.0.length < $1.0.length } ?? (from, 0.5)
    }

    /// The wider the angle between the two, the nearer to the middle; neighbours get a slight bow instead.
    private func controls(_ bow: Double) -> (DotPoint, DotPoint) {
        let product = from.length * to.length
        let cosine = product > 0 ? (from.x * to.x + from.y * to.y) / product : 1
        let pull = 1 - 0.55 * ((1 - min(max(cosine, -1), 1)) / 2).squareRoot()
        let way = to - from
        let side = way.normal * (bow * pull)
        return ((from + way * 0.25) * pull + side, (to - way * 0.25) * pull + side)
    }

    private func shortened(_ end: DotPoint, towards other: DotPoint, by gap: Double) -> DotPoint {
        (other - end).unit.map { end + $0 * gap } ?? end
    }
}

import Graphviz

/// A line between two dots that bends towards the middle of the circle, and around the seeker's own disc.
struct RingCurve {
    let from: DotPoint
    let to: DotPoint

    private static let roomAroundMiddle = RingLayout.middle + 14

    /// The Bézier curve, shortened at its ends so as not to run into the dots.
    func route(startGap: Double, endGap: Double) -> [DotPoint] {
        var (first, second) = controls
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
        return [
            shortened(from, towards: first, by: startGap), first, second,
            shortened(to, towards: second, by: endGap),
        ]
    }

    private func nearestToMiddle(_ first: DotPoint, _ second: DotPoint) -> (DotPoint, time: Double) {
        let samples = (3...17).map { step in
            let time = Double(step) / 20
            let rest = 1 - time
            return (
                from * (rest * rest * rest) + first * (3 * rest * rest * time)
                    + second * (3 * rest * time * time) + to * (time * time * time), time
            )
        }
        return samples.min { $0.0.length < $1.0.length } ?? (from, 0.5)
    }

    /// The wider the angle between the two, the nearer to the middle; neighbours get a slight bow instead.
    private var controls: (DotPoint, DotPoint) {
        let product = from.length * to.length
        let cosine = product > 0 ? (from.x * to.x + from.y * to.y) / product : 1
        let pull = 1 - 0.55 * ((1 - min(max(cosine, -1), 1)) / 2).squareRoot()
        let way = to - from
        let bow = way.normal * (0.12 * pull)
        return ((from + way * 0.25) * pull + bow, (to - way * 0.25) * pull + bow)
    }

    private func shortened(_ end: DotPoint, towards other: DotPoint, by gap: Double) -> DotPoint {
        (other - end).unit.map { end + $0 * gap } ?? end
    }
}

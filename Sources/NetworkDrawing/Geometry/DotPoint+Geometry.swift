private import Glibc
import Graphviz

extension DotPoint {
    static func + (left: DotPoint, right: DotPoint) -> DotPoint {
        DotPoint(x: left.x + right.x, y: left.y + right.y)
    }

    static func - (left: DotPoint, right: DotPoint) -> DotPoint {
        DotPoint(x: left.x - right.x, y: left.y - right.y)
    }

    static func * (point: DotPoint, factor: Double) -> DotPoint {
        DotPoint(x: point.x * factor, y: point.y * factor)
    }

    /// The distance from the origin.
    var length: Double { (x * x + y * y).squareRoot() }

    /// Of length 1 in the same direction; the origin has none.
    var unit: DotPoint? { length > 0 ? self * (1 / length) : nil }

    /// A quarter turn clockwise.
    var normal: DotPoint { DotPoint(x: -y, y: x) }

    /// A straight line as a Bézier curve.
    static func line(from start: DotPoint, to end: DotPoint) -> [DotPoint] {
        [start, start + (end - start) * (1.0 / 3), start + (end - start) * (2.0 / 3), end]
    }

    /// An arc around the origin as Bézier curves of at most 30 degrees each, whose error is below a
    /// millionth of the radius.
    static func arc(radius: Double, from start: Double, to end: Double) -> [DotPoint] {
        let count = max(1, Int((abs(end - start) / (.pi / 6)).rounded(.up)))
        let step = (end - start) / Double(count)
        let (sine, cosine) = (sin(step / 4), cos(step / 4))
        let handle = 4.0 / 3 * sine / cosine * radius
        func place(_ angle: Double) -> DotPoint {
            DotPoint(x: cos(angle), y: sin(angle)) * radius
        }
        func ahead(_ angle: Double) -> DotPoint {
            DotPoint(x: -sin(angle), y: cos(angle)) * handle
        }
        var points = [place(start)]
        for piece in 0..<count {
            let (from, to) = (start + step * Double(piece), start + step * Double(piece + 1))
            points += [place(from) + ahead(from), place(to) - ahead(to), place(to)]
        }
        return points
    }
}

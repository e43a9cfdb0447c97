/// The way of an edge as Graphviz's `splineType` writes it: the tip of the mark, then the curve up to its base.
struct DotRoute {
    /// How long a mark of size 1 is, in points (Graphviz, `arrows.c`).
    private static let markLength = 10.0

    /// The value of `pos`.
    let text: String

    /// The route of a style; `nil` when it has none that can be drawn.
    init?(_ style: EdgeStyle, defaults: EdgeStyle) {
        var points = style.route
        guard points.count >= 4, points.count % 3 == 1 else { return nil }
        let head = style.arrowHead ?? defaults.arrowHead ?? .normal
        var prefix = ""
        if head != .none {
            let tip = points[points.count - 1]
            let base = tip.moved(
                towards: points[points.count - 2],
                by: Self.length(of: head) * (style.arrowSize ?? defaults.arrowSize ?? 1))
            points[points.count - 1] = base
            prefix = "e,\(tip.text) "
        }
        text = prefix + points.map(\.text).joined(separator: " ")
    }

    private static func length(of head: EdgeStyle.ArrowHead) -> Double {
        switch head {
        case .none: 0
        case .tee: markLength * 0.25
        case .normal, .vee, .empty: markLength
        }
    }
}

extension DotPoint {
    /// The point as Graphviz writes it, y upwards, held to the range of a drawing.
    var text: String {
        "\(x.clamped(to: -1e5...1e5).thousandths),\((-y.clamped(to: -1e5...1e5)).thousandths)"
    }

    /// The point so many points of length nearer to another one; itself when there is no direction.
    fileprivate func moved(towards other: DotPoint, by length: Double) -> DotPoint {
        let (dx, dy) = (other.x - x, other.y - y)
        let distance = (dx * dx + dy * dy).squareRoot()
        guard distance > 0 else { return self }
        return DotPoint(x: x + dx / distance * length, y: y + dy / distance * length)
    }
}

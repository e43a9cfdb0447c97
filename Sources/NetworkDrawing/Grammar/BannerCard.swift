import Graphviz

/// A card with a heading in reverse: where a chain begins, and what a way comes to.
struct BannerCard {
    var banner: String
    /// The first of them is bold.
    var lines: [String]
    /// The last of the lines says what the banner says, in its colour.
    var closing: String?
    var color: DotColor
    private static let widest = 170.0

    /// - Parameter width: The least width, in points.
    func table(in theme: Theme, width least: Int = 0) -> HTMLTable {
        let heading = HTMLText(banner, pointSize: 12, color: theme.paper, isBold: true)
        var texts = lines.enumerated().map { number, line in
            HTMLText(
                line, pointSize: number == 0 ? 12 : 10, color: number == 0 ? theme.ink : theme.muted,
                isBold: number == 0)
        }
        if let closing { texts.append(HTMLText(closing, pointSize: 10, color: color)) }
        let rows = texts.flatMap { $0.wrapped(to: Self.widest) }
        let width = max(
            least, 14 + Int(((rows + [heading]).map(\.estimatedWidth).max() ?? 0).rounded(.up)))
        let body = HTMLTable(rows: rows.map { [HTMLCell(.text($0), alignment: .left)] }, cellPadding: 1)
        return HTMLTable(
            rows: [
                [HTMLCell(.text(heading), padding: 5, width: width, fill: color)],
                [HTMLCell(.table(body), alignment: .left, padding: 7, width: width, fill: theme.paper)],
            ], border: 2, stroke: color, fill: color)
    }
}

import Graphviz

/// The card of a person and the label of a lane: one run of text a line, star and badge in cells of their own, so
/// that a substitute font can never make them overlap.
struct PersonCard {
    let theme: Theme

    /// The width of most cards, in points.
    static let narrowest = 222
    private static let widest = 268
    private static let badgeWidth = 38
    private static let starWidth = 28
    private static let padding = 7

    /// How wide a card should be for its text, in points; text that needs more is wrapped.
    func width(
        for card: NetworkScene.Card, in range: ClosedRange<Int> = Self.narrowest...Self.widest
    ) -> Int {
        let text = lines(of: card).map(\.estimatedWidth).max() ?? 0
        return min(max(Int(text.rounded(.up)) + besideText(card), range.lowerBound), range.upperBound)
    }

    /// How high a card of a width is, in points, as far as can be told before it is drawn.
    func height(for card: NetworkScene.Card, width: Int) -> Int {
        let room = Double(width - besideText(card))
        let text = lines(of: card).reduce(0.0) { sum, line in
            sum + Double(line.wrapped(to: room).count) * (line.pointSize * 1.25 + 2)
        }
        return max(Int(text.rounded(.up)) + 2 * Self.padding + 2, card.rank == nil ? 0 : 42)
    }

    /// - Parameters:
    ///   - width: How wide, in points.
    ///   - height: How high at the least, in points.
    ///   - isDotted: Whether the border is dotted.
    func table(
        for card: NetworkScene.Card, width: Int, height: Int? = nil, isDotted: Bool = false
    ) -> HTMLTable {
        let room = Double(width - besideText(card))
        let text = HTMLTable(
            rows: lines(of: card).flatMap { rows(of: $0, in: room) }, cellPadding: 1)

        var cells: [HTMLCell] = []
        if let rank = card.rank {
            cells.append(HTMLCell(.table(badge(rank, size: 22, points: 12)), padding: 8))
        }
        cells.append(
            HTMLCell(
                .table(text), alignment: .left, padding: Self.padding, width: Int(room) + 2 * Self.padding,
                height: height.map { $0 - 2 }))
        if card.isStar {
            cells.append(
                HTMLCell(
                    .text(HTMLText("★", pointSize: 13, color: theme.star)), verticalAlignment: .top,
                    padding: 7))
        }
        var table = HTMLTable(
            rows: [cells], border: 1, stroke: theme.line(of: card.standing),
            fill: card.standing == .offer ? theme.offerGround : theme.paper, isRounded: true, width: width)
        table.isDotted = isDotted
        return table
    }

    func laneLabel(_ lane: NetworkScene.Lane) -> HTMLTable {
        let lines = [
            HTMLText(lane.name, pointSize: 13, color: theme.ink, isBold: true),
            HTMLText(lane.caption, pointSize: 10, color: theme.muted),
        ]
        return HTMLTable(
            rows: [[HTMLCell(.empty, height: 4)]] + lines.flatMap { rows(of: $0, in: Double(Self.widest)) },
            cellPadding: 1)
    }

    func badge(_ rank: Int, size: Int, points: Double) -> HTMLTable {
        let number = HTMLText(String(rank), pointSize: points, color: theme.paper, isBold: true)
        return HTMLTable(rows: [
            [
                HTMLCell(
                    .text(number), width: size, height: size, hasFixedSize: true, border: 1,
                    stroke: theme.ink,
                    fill: theme.ink, isRounded: true)
            ]
        ])
    }

    private func lines(of card: NetworkScene.Card) -> [HTMLText] {
        var lines = [HTMLText(card.name, pointSize: 12, color: theme.ink, isBold: true)]
        if let title = card.title { lines.append(HTMLText(title, pointSize: 10, color: theme.muted)) }
        lines += card.facts.map { HTMLText($0, pointSize: 10, color: theme.muted) }
        if let note = card.note {
            lines.append(
                HTMLText(
                    "\(card.standing.mark)  \(note)", pointSize: 10, color: theme.text(of: card.standing)))
        }
        return lines
    }

    /// Long text would stretch a whole column of the drawing; the tooltip has all of it.
    private func rows(of line: HTMLText, in width: Double) -> [[HTMLCell]] {
        line.wrapped(to: width).map { [HTMLCell(.text($0), alignment: .left)] }
    }

    /// What badge, star and padding take from the width of a card.
    private func besideText(_ card: NetworkScene.Card) -> Int {
        2 * Self.padding + (card.rank == nil ? 0 : Self.badgeWidth) + (card.isStar ? Self.starWidth : 0)
    }
}

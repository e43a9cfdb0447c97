import Graphviz

/// The card of a person and the label of a lane: one run of text a line, star and badge in cells of their own, so
/// that a substitute font can never make them overlap.
enum PersonCard {
    private static let width = 222
    private static let lettersAtMost = 46

    static func table(for card: NetworkScene.Card) -> HTMLTable {
        var lines = [line(card.name, 12, Palette.ink, isBold: true)]
        if let title = card.title { lines.append(line(title, 10, Palette.muted)) }
        if let note = card.note {
            lines.append(line(mark(card.standing) + note, 10, noteColor(card.standing)))
        }
        let text = HTMLTable(rows: lines.map { [$0] }, cellPadding: 1)

        var cells: [HTMLCell] = []
        if let rank = card.rank {
            cells.append(HTMLCell(.table(badge(rank, size: 22, points: 12)), padding: 8))
        }
        let room = width - (card.rank == nil ? 0 : 38) - (card.isStar ? 28 : 0)
        cells.append(HTMLCell(.table(text), alignment: .left, padding: 7, width: room))
        if card.isStar {
            cells.append(
                HTMLCell(
                    .text(HTMLText("★", pointSize: 13, color: Palette.star)), verticalAlignment: .top,
                    padding: 7))
        }
        return HTMLTable(
            rows: [cells], border: 1, stroke: border(card.standing),
            fill: card.standing == .offer ? Palette.offerGround : Palette.paper, isRounded: true, width: width
        )
    }

    static func laneLabel(_ lane: NetworkScene.Lane) -> HTMLTable {
        HTMLTable(
            rows: [
                [line(lane.name, 13, Palette.ink, isBold: true)], [line(lane.caption, 10, Palette.muted)],
            ],
            cellPadding: 1)
    }

    /// A card that stands for people left out.
    static func fold(_ text: String) -> HTMLTable {
        HTMLTable(
            rows: [
                [HTMLCell(.text(HTMLText(shortened(text), pointSize: 10, color: Palette.muted)), padding: 7)]
            ],
            border: 1, stroke: Palette.rule, isRounded: true)
    }

    static func badge(_ rank: Int, size: Int, points: Double) -> HTMLTable {
        let number = HTMLText(String(rank), pointSize: points, color: Palette.paper, isBold: true)
        return HTMLTable(rows: [
            [
                HTMLCell(
                    .text(number), width: size, height: size, hasFixedSize: true, border: 1,
                    stroke: Palette.ink,
                    fill: Palette.ink, isRounded: true)
            ]
        ])
    }

    private static func line(
        _ text: String, _ points: Double, _ color: DotColor, isBold: Bool = false
    ) -> HTMLCell {
        HTMLCell(
            .text(HTMLText(shortened(text), pointSize: points, color: color, isBold: isBold)),
            alignment: .left)
    }

    /// Long text would stretch a whole column of the drawing; the tooltip has all of it.
    private static func shortened(_ text: String) -> String {
        text.count <= lettersAtMost ? text : text.prefix(lettersAtMost - 1) + "…"
    }

    private static func mark(_ standing: NetworkScene.Standing) -> String {
        switch standing {
        case .plain: "→  "
        case .rejected: "✕  "
        case .stalled: "…  "
        case .offer: "✓  "
        }
    }

    private static func noteColor(_ standing: NetworkScene.Standing) -> DotColor {
        switch standing {
        case .plain: Palette.ink
        case .rejected: Palette.rejection
        case .stalled: Palette.stalledText
        case .offer: Palette.offer
        }
    }

    private static func border(_ standing: NetworkScene.Standing) -> DotColor {
        switch standing {
        case .plain: Palette.rule
        case .rejected: Palette.rejection
        case .stalled: Palette.stalledLine
        case .offer: Palette.offer
        }
    }
}

import Graphviz

/// The legend, title and subtitles at the foot of a drawing.
struct Caption {
    let theme: Theme
    private static let widestLine = 640.0
    private static let padding = 3.0

    func table(for scene: NetworkScene) -> HTMLTable {
        table(title: scene.title, subtitles: scene.subtitles, legend: legend(for: scene))
    }

    /// A caption of rows of legend entries; rows without entries are left out.
    func table(title: String, subtitles: [String], legend: [[[HTMLCell]]]) -> HTMLTable {
        let title = HTMLText(title, pointSize: 13, color: theme.ink, isBold: true)
        let subtitles = subtitles.map { HTMLText($0, pointSize: 11, color: theme.muted) }
        let lines = ([title] + subtitles).flatMap { $0.wrapped(to: Self.widestLine) }
        let width = lines.map(\.estimatedWidth).max() ?? 0
        let entries = legend.filter { !$0.isEmpty }.map { entries in
            var cells = entries.flatMap(\.self)
            // A table takes all the room there is, in equal parts for each cell, and would tear the entries apart.
            let rest = width - cells.reduce(0) { $0 + $1.estimatedWidth + 2 * Self.padding }
            if rest > 2 * Self.padding {
                cells.append(HTMLCell(.empty, width: Int(rest - 2 * Self.padding)))
            }
            return HTMLTable(rows: [cells], cellPadding: Int(Self.padding))
        }
        return HTMLTable(
            rows: entries.map { [HTMLCell(.table($0), alignment: .left)] }
                + lines.map { [HTMLCell(.text($0), alignment: .left)] }, cellPadding: 3)
    }

    /// Legend entries in one row, or in as many as need be, of the same length.
    static func rows(of entries: [[HTMLCell]]) -> [[[HTMLCell]]] {
        guard !entries.isEmpty else { return [] }
        let count = (entries.count + 7) / 8
        let length = (entries.count + count - 1) / count
        return stride(from: 0, to: entries.count, by: length).map {
            Array(entries[$0..<min($0 + length, entries.count)])
        }
    }

    /// What occurs in the drawing, in one order.
    func legend(for scene: NetworkScene) -> [[[HTMLCell]]] {
        let kinds = Set(scene.links.map(\.kind))
        let standings = Set(scene.cards.map(\.standing))
        var entries: [[HTMLCell]] = []
        if kinds.contains(.contact) { entries.append(swatch(theme.rule, "In touch", height: 2)) }
        if kinds.contains(.referral) { entries.append(swatch(theme.referral, "Referral")) }
        if kinds.contains(.interview) || standings.contains(.rejected) {
            entries.append(swatch(theme.rejection, "✕ Interview, then rejected"))
        }
        if kinds.contains(.stalled) || standings.contains(.stalled) {
            entries.append(swatch(theme.stalledLine, "… Stalled thread", pieces: [8, 8, 8]))
        }
        if kinds.contains(.offer) || standings.contains(.offer) {
            entries.append(swatch(theme.offer, "✓ Offer", height: 4))
        }
        if kinds.contains(.suggested) {
            entries.append(swatch(theme.ink, "Not in touch yet", pieces: [3, 3, 3, 3, 3], height: 2))
        }
        if standings.contains(.new) { entries.append(swatch(theme.referral, "+ New")) }
        if standings.contains(.warmer) { entries.append(swatch(theme.offer, "▲ Warmer")) }
        if scene.cards.contains(where: \.isStar) {
            entries.append(star)
        }
        if scene.cards.contains(where: { $0.rank != nil }) { entries.append(badgeEntry) }
        return [entries]
    }

    /// The star's entry.
    var star: [HTMLCell] { entry("★", theme.star, "Warm contact") }

    /// A badge and what it means.
    var badgeEntry: [HTMLCell] {
        [HTMLCell(.table(PersonCard(theme: theme).badge(1, size: 17, points: 10)))]
            + words("Who to contact next")
    }

    /// A mark of the picture, as text, and what it means.
    func entry(_ mark: String, _ color: DotColor, _ text: String) -> [HTMLCell] {
        [HTMLCell(.text(HTMLText(mark, pointSize: 12, color: color, isBold: true)))] + words(text)
    }

    /// An entry with the border of a card.
    func frame(_ text: String, isDotted: Bool) -> [HTMLCell] {
        var table = HTMLTable(
            rows: [[HTMLCell(.empty, width: 24, height: 12)]], border: 1, stroke: theme.rule,
            fill: theme.paper,
            isRounded: true)
        table.isDotted = isDotted
        return [HTMLCell(.table(table))] + words(text)
    }

    /// An entry with two broken lines, one below the other.
    func doubleSwatch(_ color: DotColor, _ text: String) -> [HTMLCell] {
        let line = [8, 8, 8].map { HTMLCell(.empty, width: $0, height: 2, hasFixedSize: true, fill: color) }
        return [HTMLCell(.table(HTMLTable(rows: [line, line], cellSpacing: 2)))] + words(text)
    }

    private func words(_ text: String) -> [HTMLCell] {
        [
            HTMLCell(.text(HTMLText(text, pointSize: 10, color: theme.muted)), alignment: .left),
            HTMLCell(.empty, width: 10),
        ]
    }

    /// A line of the picture and what it means.
    func swatch(
        _ color: DotColor, _ text: String, pieces: [Int] = [28], height: Int = 3
    ) -> [HTMLCell] {
        let cells = pieces.map {
            HTMLCell(.empty, width: $0, height: height, hasFixedSize: true, fill: color)
        }
        return [HTMLCell(.table(HTMLTable(rows: [cells], cellSpacing: 2)))] + words(text)
    }
}

extension HTMLCell {
    /// About how wide the cell is without its padding, in points.
    fileprivate var estimatedWidth: Double {
        let content: Double =
            switch self.content {
            case .empty: 0
            case .text(let text): text.estimatedWidth
            case .table(let table):
                table.rows.map { row in
                    row.reduce(0) { $0 + $1.estimatedWidth + Double(table.cellSpacing) }
                }.max() ?? 0
            }
        return max(content, Double(width ?? 0))
    }
}

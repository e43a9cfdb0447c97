import Graphviz

/// The legend, title and subtitles at the foot of a drawing.
struct Caption {
    let theme: Theme
    private static let widestLine = 640.0

    func table(for scene: NetworkScene) -> HTMLTable {
        table(title: scene.title, subtitles: scene.subtitles, legend: legend(for: scene))
    }

    func table(title: String, subtitles: [String], legend: [[HTMLCell]]) -> HTMLTable {
        let title = HTMLText(title, pointSize: 13, color: theme.ink, isBold: true)
        let subtitles = subtitles.map { HTMLText($0, pointSize: 11, color: theme.muted) }
        let lines = ([title] + subtitles).flatMap { $0.wrapped(to: Self.widestLine) }
        let entries = HTMLTable(rows: [legend.flatMap(\.self)], cellPadding: 3)
        return HTMLTable(
            rows: [[HTMLCell(.table(entries), alignment: .left)]]
                + lines.map { [HTMLCell(.text($0), alignment: .left)] }, cellPadding: 3)
    }

    /// What occurs in the drawing, in one order.
    private func legend(for scene: NetworkScene) -> [[HTMLCell]] {
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
        if scene.cards.contains(where: \.isStar) {
            entries.append(star)
        }
        if scene.cards.contains(where: { $0.rank != nil }) { entries.append(badge) }
        return entries
    }

    /// The star's entry.
    var star: [HTMLCell] {
        [HTMLCell(.text(HTMLText("★", pointSize: 13, color: theme.star)))] + words("Warm contact")
    }

    /// The badge's entry.
    var badge: [HTMLCell] {
        [HTMLCell(.table(PersonCard(theme: theme).badge(1, size: 17, points: 10)))]
            + words("Who to contact next")
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

    /// An entry with a line, whole or in pieces.
    func swatch(
        _ color: DotColor, _ text: String, pieces: [Int] = [28], height: Int = 3
    ) -> [HTMLCell] {
        let cells = pieces.map {
            HTMLCell(.empty, width: $0, height: height, hasFixedSize: true, fill: color)
        }
        return [HTMLCell(.table(HTMLTable(rows: [cells], cellSpacing: 2)))] + words(text)
    }
}

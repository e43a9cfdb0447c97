import Graphviz

/// The legend, title and subtitles at the foot of a drawing.
struct Caption {
    let theme: Theme
    private static let widestLine = 640.0

    func table(for scene: NetworkScene) -> HTMLTable {
        let title = HTMLText(scene.title, pointSize: 13, color: theme.ink, isBold: true)
        let subtitles = scene.subtitles.map { HTMLText($0, pointSize: 11, color: theme.muted) }
        let lines = ([title] + subtitles).flatMap { $0.wrapped(to: Self.widestLine) }
        return HTMLTable(
            rows: [[HTMLCell(.table(legend(for: scene)), alignment: .left)]]
                + lines.map { [HTMLCell(.text($0), alignment: .left)] }, cellPadding: 3)
    }

    /// What occurs in the drawing, in one order.
    private func legend(for scene: NetworkScene) -> HTMLTable {
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
            entries.append(
                [HTMLCell(.text(HTMLText("★", pointSize: 13, color: theme.star)))] + words("Warm contact"))
        }
        if scene.cards.contains(where: { $0.rank != nil }) {
            entries.append(
                [HTMLCell(.table(PersonCard(theme: theme).badge(1, size: 17, points: 10)))]
                    + words("Who to contact next"))
        }
        return HTMLTable(rows: [entries.flatMap(\.self)], cellPadding: 3)
    }

    private func words(_ text: String) -> [HTMLCell] {
        [
            HTMLCell(.text(HTMLText(text, pointSize: 10, color: theme.muted)), alignment: .left),
            HTMLCell(.empty, width: 10),
        ]
    }

    private func swatch(
        _ color: DotColor, _ text: String, pieces: [Int] = [28], height: Int = 3
    ) -> [HTMLCell] {
        let cells = pieces.map {
            HTMLCell(.empty, width: $0, height: height, hasFixedSize: true, fill: color)
        }
        return [HTMLCell(.table(HTMLTable(rows: [cells], cellSpacing: 2)))] + words(text)
    }
}

import Graphviz

/// What the dots and lines of a ring picture mean; only those that occur.
struct RingLegend {
    let theme: Theme

    func rows(for scene: NetworkScene, layout: RingLayout) -> [[[HTMLCell]]] {
        let caption = Caption(theme: theme)
        let standings = Set(scene.cards.map(\.standing))
        let kinds = Set(scene.links.map(\.kind))
        let plain = layout.places.filter { $0.card.standing == .plain }
        var dots: [[HTMLCell]] = []
        if plain.contains(where: { $0.ring.isReached }) {
            dots.append(caption.entry("●", theme.rule, "In touch"))
        }
        if plain.contains(where: { !$0.ring.isReached }) {
            dots.append(caption.entry("○", theme.rule, "Not in touch yet"))
        }
        if standings.contains(.rejected) { dots.append(caption.entry("✕", theme.rejection, "Rejected")) }
        if standings.contains(.stalled) { dots.append(caption.entry("…", theme.stalledText, "Stalled")) }
        if standings.contains(.offer) { dots.append(caption.entry("✓", theme.offer, "Offer")) }
        if scene.cards.contains(where: \.isStar) {
            dots.append(caption.entry("★", theme.star, "Warm contact"))
        }
        if scene.cards.contains(where: { $0.rank != nil }) { dots.append(caption.badgeEntry) }
        var lines: [[HTMLCell]] = []
        if kinds.contains(.referral) { lines.append(caption.swatch(theme.referral, "Referral")) }
        if kinds.contains(.stalled) {
            lines.append(caption.swatch(theme.stalledLine, "Referral that stalled", pieces: [8, 8, 8]))
        }
        if kinds.contains(.suggested) {
            lines.append(
                caption.swatch(theme.ink, "Could introduce you", pieces: [3, 3, 3, 3, 3], height: 2))
        }
        return Caption.rows(of: dots + lines)
    }
}

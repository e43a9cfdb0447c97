import Graphviz

/// The lines of the visual grammar: colour, width, dash and arrowhead say the same thing four times.
struct LinkStyle {
    let theme: Theme

    func style(_ kind: NetworkScene.Link.Kind) -> EdgeStyle {
        switch kind {
        case .contact:
            EdgeStyle(stroke: theme.rule, penWidth: 1.3, line: .solid, arrowHead: EdgeStyle.ArrowHead.none)
        case .interview:
            EdgeStyle(stroke: theme.rejection, penWidth: 1.6, line: .solid, arrowHead: .tee, arrowSize: 1)
        case .referral:
            EdgeStyle(stroke: theme.referral, penWidth: 2.2, line: .solid, arrowHead: .normal, weight: 4)
        case .stalled: EdgeStyle(stroke: theme.stalledLine, penWidth: 1.8, line: .dashed, arrowHead: .vee)
        case .offer: EdgeStyle(stroke: theme.offer, penWidth: 2.8, line: .solid, arrowHead: .normal)
        case .suggested: EdgeStyle(stroke: theme.ink, penWidth: 1.1, line: .dotted, arrowHead: .empty)
        }
    }

    func label(_ link: NetworkScene.Link) -> DotGraph.Label? {
        let lines = link.label.filter { !$0.isEmpty }
        guard !lines.isEmpty else { return nil }
        let text = HTMLTable(
            rows: lines.map {
                [HTMLCell(.text(HTMLText($0, pointSize: 9, color: textColor(link.kind))))]
            },
            fill: link.from == nil ? nil : DotColor(theme.ground.rgb, alpha: 0xCC), isRounded: true)
        // The empty row keeps the ground off the line below it.
        return .table(HTMLTable(rows: [[HTMLCell(.table(text))], [HTMLCell(.empty, height: 3)]]))
    }

    private func textColor(_ kind: NetworkScene.Link.Kind) -> DotColor {
        switch kind {
        case .contact, .suggested: theme.muted
        case .interview: theme.rejection
        case .referral: theme.referral
        case .stalled: theme.stalledText
        case .offer: theme.offer
        }
    }
}

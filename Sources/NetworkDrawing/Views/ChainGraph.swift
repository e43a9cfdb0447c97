import Graphviz
import ReferralGraph

/// Turns a chain into Graphviz values: the no on the left, names from left to right, side branches below.
struct ChainGraph {
    /// What to render.
    private(set) var graph: DotGraph
    /// The SVG identifier of each person's card.
    var identifiers: [PersonID: SVGIdentifier] { nodes.mapValues(\.id) }

    private let theme: Theme
    /// Narrower than elsewhere, lest a chain of seven be a ribbon.
    private static let widths = 132...206
    private var nodes: [PersonID: DotGraph.NodeReference] = [:]

    /// - Complexity: O(cards + links).
    init(_ scene: ChainScene, theme: Theme) {
        self.theme = theme
        let network = scene.network
        var style = GraphStyle(
            nodeSeparationInches: 0.32, rankSeparationInches: 0.4, background: theme.ground,
            caption: Caption(theme: theme).table(for: network))
        style.keepsEdgeOrder = true
        graph = DotGraph(in: theme, style: style)
        graph.alternativeText = sentences([network.title] + network.subtitles + scene.words)
        let origin = scene.origin.map { addOrigin($0) }
        let hops = network.links.hops
        let card = PersonCard(theme: theme)
        let widths: [Int: Int] = network.cards.reduce(into: [:]) { widths, person in
            let hop = hops[person.person, default: 1]
            widths[hop] = max(widths[hop, default: 0], card.width(for: person, in: Self.widths))
        }
        for person in network.cards {
            nodes[person.person] = graph.addNode(
                person.identity(person.classes),
                label: .table(card.table(for: person, width: widths[hops[person.person, default: 1]] ?? 0)))
        }
        for (position, link) in network.links.enumerated() {
            guard let head = nodes[link.to], let tail = link.from.flatMap({ nodes[$0] }) ?? origin else {
                continue
            }
            let isFirst = network.links.firstIndex { $0.from == link.from } == position
            add(link, from: tail, to: head, isStraight: isFirst)
        }
        for fold in scene.folds { add(fold) }
    }

    private mutating func addOrigin(_ origin: ChainScene.Origin) -> DotGraph.NodeReference {
        return graph.addNode(
            .init(
                SVGIdentifier("no"), classes: ["origin", "rejected"],
                tooltip: "The no to “\(origin.role)” at \(origin.company), \(origin.day)"),
            label: .table(
                BannerCard(
                    banner: "✕  The no", lines: [origin.role, origin.company], closing: origin.day,
                    color: theme.rejection
                ).table(in: theme)))
    }

    private mutating func add(
        _ link: NetworkScene.Link, from tail: DotGraph.NodeReference, to head: DotGraph.NodeReference,
        isStraight: Bool
    ) {
        var style = LinkStyle(theme: theme).style(link.kind)
        style.weight = isStraight ? 20 : 1
        if link.from == nil { style.arrowHead = EdgeStyle.ArrowHead.none }
        graph.addEdge(
            .init(
                SVGIdentifier("e_\(link.from?.text ?? "no")_\(link.to)"), classes: [link.kind.rawValue],
                tooltip: link.tooltip),
            from: tail, .east, to: head, .west, label: LinkStyle(theme: theme).label(link), style: style)
    }

    private mutating func add(_ fold: ChainScene.Fold) {
        guard let tail = nodes[fold.from] else { return }
        let text = HTMLText("and \(fold.names.count) more", pointSize: 11, color: theme.muted)
        let node = graph.addNode(
            .init(
                SVGIdentifier("more_\(fold.from)"), classes: ["more"],
                tooltip: fold.names.joined(separator: ", ")),
            label: .table(HTMLTable(rows: [[HTMLCell(.text(text), padding: 6)]])))
        graph.addEdge(
            .init(SVGIdentifier("e_more_\(fold.from)"), classes: ["more"]), from: tail, .east, to: node,
            .west,
            style: EdgeStyle(
                stroke: theme.rule, line: .dashed, arrowHead: EdgeStyle.ArrowHead.none, weight: 1))
    }
}

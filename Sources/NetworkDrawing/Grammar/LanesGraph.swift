import Graphviz
import ReferralGraph

/// Turns a scene into Graphviz values in the visual grammar of the house.
enum LanesGraph {
    /// The graph, and the SVG identifier of each person's card.
    static func drawn(_ scene: NetworkScene) -> (DotGraph, [PersonID: SVGIdentifier]) {
        var graph = DotGraph(
            .init(SVGIdentifier("refnet"), tooltip: " "),
            style: GraphStyle(caption: Caption.table(for: scene)),
            nodeDefaults: NodeStyle(shape: .plain),
            edgeDefaults: EdgeStyle(
                stroke: Palette.rule, penWidth: 1.3, arrowSize: 0.7, fontColor: Palette.muted, fontSize: 9))
        let you = graph.addNode(
            .init(SVGIdentifier("p_you"), classes: ["you"], tooltip: "You"), label: .text("You"),
            style: NodeStyle(
                shape: .circle, fill: Palette.ink, stroke: Palette.ink, fontColor: Palette.paper,
                fontSize: 15,
                widthInches: 0.85, heightInches: 0.85, hasFixedSize: true))

        var nodes: [PersonID: DotGraph.NodeReference] = [:]
        var loose: [DotGraph.NodeReference] = []
        for (position, lane) in scene.lanes.enumerated() {
            let tint = Palette.lane(position)
            let key = lane.company.map { "_\($0)" } ?? ""
            let cluster = graph.addCluster(
                .init(
                    SVGIdentifier("c\(key)"), classes: ["company"],
                    tooltip: "\(lane.name): \(lane.caption)"),
                label: PersonCard.laneLabel(lane),
                style: ClusterStyle(fill: tint.fill, stroke: tint.stroke))
            for card in lane.cards { nodes[card.person] = add(card, to: &graph, in: cluster) }
            if lane.foldedCount > 0 {
                let text = "and \(lane.foldedCount) more at \(lane.name)"
                loose.append(
                    graph.addNode(
                        .init(SVGIdentifier("more\(key)"), classes: ["more"], tooltip: text),
                        label: .table(PersonCard.fold(text)), in: cluster))
            }
        }
        for card in scene.looseCards { nodes[card.person] = add(card, to: &graph, in: nil) }

        var linked: Set<PersonID> = []
        for link in scene.links {
            guard let head = nodes[link.to] else { continue }
            linked.insert(link.to)
            let tail = link.from.flatMap { nodes[$0] } ?? you
            graph.addEdge(
                .init(
                    SVGIdentifier("e_\(link.from?.text ?? "you")_\(link.to)"), classes: [link.kind.rawValue],
                    tooltip: link.tooltip),
                from: tail, .east, to: head, .west, label: LinkStyle.label(link),
                style: LinkStyle.style(link.kind))
        }
        // Without an edge a card would stand in the seeker's own column.
        for card in scene.cards where !linked.contains(card.person) {
            if let node = nodes[card.person] { loose.append(node) }
        }
        for node in loose {
            graph.addEdge(
                .init(SVGIdentifier("e_you_\(node.id)_hidden")), from: you, .east, to: node, .west,
                style: EdgeStyle(line: .invisible))
        }
        return (graph, nodes.mapValues(\.id))
    }

    private static func add(
        _ card: NetworkScene.Card, to graph: inout DotGraph, in cluster: DotGraph.ClusterReference?
    ) -> DotGraph.NodeReference {
        var classes = ["person", card.standing.rawValue]
        if card.rank != nil { classes.append("next") }
        if card.isStar { classes.append("star") }
        return graph.addNode(
            .init(
                SVGIdentifier("p_\(card.person)"), classes: classes, tooltip: card.tooltip,
                link: card.link.flatMap(DotLink.init)),
            label: .table(PersonCard.table(for: card)), in: cluster)
    }
}

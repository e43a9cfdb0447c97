import Graphviz
import ReferralGraph

/// Turns a scene into Graphviz values in the visual grammar of the house.
struct LanesGraph {
    /// What to render.
    private(set) var graph: DotGraph
    /// The SVG identifier of each person's card.
    var identifiers: [PersonID: SVGIdentifier] { nodes.mapValues(\.id) }

    private let theme: Theme
    private let columns: Columns
    private let you: DotGraph.NodeReference
    /// Two where many lines need room to part.
    private let ranksToFirstColumn: Int
    private let hasRails: Bool
    private var nodes: [PersonID: DotGraph.NodeReference] = [:]

    /// - Complexity: O(cards log cards + links).
    init(_ scene: NetworkScene, theme: Theme) {
        self.theme = theme
        columns = Columns(of: scene, theme: theme)
        let isWide = scene.links.count { $0.from == nil } > 6
        ranksToFirstColumn = isWide ? 2 : 1
        // Beyond that no label has a place of its own in the layout, and more edges take more time.
        hasRails = isWide && 2 * scene.links.count <= LayoutRung.mostLabelledEdges
        graph = DotGraph(
            in: theme,
            style: GraphStyle(background: theme.ground, caption: Caption(theme: theme).table(for: scene)))
        graph.alternativeText = sentences([scene.title] + scene.subtitles)
        you = graph.addYou(in: theme)
        for (position, lane) in scene.lanes.enumerated() { add(lane, tint: theme.lane(position)) }
        for card in scene.looseCards { add(card, in: nil) }
        for link in scene.links where columns.leftNeighbors[link.to] == nil { add(link) }
        // Without an edge a card would stand in the seeker's own column.
        let linked = Set(scene.links.map(\.to))
        for card in scene.cards {
            guard let node = nodes[card.person] else { continue }
            if let neighbor = columns.leftNeighbors[card.person].flatMap({ nodes[$0] }) {
                hold(node, rightOf: neighbor, byRanks: 1)
            } else if !linked.contains(card.person) {
                hold(node, rightOf: you, byRanks: ranksToFirstColumn)
            }
        }
    }

    private mutating func add(_ lane: NetworkScene.Lane, tint: Theme.Lane) {
        let key = lane.company.map { "_\($0)" } ?? ""
        let cluster = graph.addCluster(
            .init(
                SVGIdentifier("c\(key)"), classes: ["company"], tooltip: "\(lane.name): \(lane.caption)"),
            label: PersonCard(theme: theme).laneLabel(lane),
            style: ClusterStyle(fill: tint.fill, stroke: tint.stroke))
        for card in lane.cards { add(card, in: cluster) }
    }

    private mutating func add(_ card: NetworkScene.Card, in cluster: DotGraph.ClusterReference?) {
        let width = columns.width(ofColumn: columns.number(of: card.person))
        nodes[card.person] = graph.addNode(
            card.identity(card.classes),
            label: .table(PersonCard(theme: theme).table(for: card, width: width)), in: cluster)
    }

    private mutating func add(_ link: NetworkScene.Link) {
        guard let head = nodes[link.to] else { return }
        let tail = link.from.flatMap { nodes[$0] } ?? you
        var style = LinkStyle(theme: theme).style(link.kind)
        if link.from == nil {
            style.leastRanks = ranksToFirstColumn
            if hasRails { addRail(before: head) }
        }
        graph.addEdge(
            .init(
                SVGIdentifier("e_\(link.from?.text ?? "you")_\(link.to)"), classes: [link.kind.rawValue],
                tooltip: link.tooltip),
            from: tail, .east, to: head, .west, label: LinkStyle(theme: theme).label(link), style: style)
    }

    /// Puts a point that is not seen before a card, level with it.
    ///
    /// Wherever a line from the seeker bends costs dot the same, so it stacks the labels of a wide fan at the top
    /// and lets the lines drop at the very end. Between two such points a label has to stay near its card.
    private mutating func addRail(before head: DotGraph.NodeReference) {
        hold(head, rightOf: graph.addJoint("rail_\(head.id)", "rail", in: theme), byRanks: 1)
    }

    /// Keeps a node in its column by an edge that is not drawn.
    private mutating func hold(
        _ node: DotGraph.NodeReference, rightOf tail: DotGraph.NodeReference, byRanks count: Int
    ) {
        graph.addEdge(
            .init(SVGIdentifier("e_\(node.id)_hidden")), from: tail, .east, to: node, .west,
            style: EdgeStyle(line: .invisible, leastRanks: count))
    }
}

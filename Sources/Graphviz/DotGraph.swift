/// A directed graph to draw: nodes, clusters that hold nodes, and edges, with nothing but safe attributes.
///
/// Graphviz trusts its input: attributes open files, run into the SVG unescaped, or crash the layout when they
/// are large. So a drawing is built from these values, which can only say what is harmless, and DOT is an
/// output. Everything is written in the order in which it was added.
public struct DotGraph: Hashable, Sendable {
    /// What is written in a node.
    public enum Label: Hashable, Sendable {
        /// One line in the node's font.
        case text(String)
        /// A table.
        case table(HTMLTable)
    }

    /// A node, a cluster or the graph itself: what all of them have.
    public struct Identity: Hashable, Sendable {
        /// The `id` in the SVG; a number is added when the graph already has an element of that name.
        public var id: SVGIdentifier
        /// The `class` names in the SVG.
        public var classes: [SVGIdentifier]
        /// What is shown on hovering and read aloud: the SVG's `<title>`.
        public var tooltip: String
        /// Where a click leads; edges have none.
        public var link: DotLink?

        /// Makes an identity.
        public init(_ id: SVGIdentifier, classes: [String] = [], tooltip: String = "", link: DotLink? = nil) {
            self.id = id
            self.classes = classes.map(SVGIdentifier.init)
            self.tooltip = tooltip
            self.link = link
        }
    }

    /// A node that was added to a graph; it has a meaning in that graph only.
    public struct NodeReference: Hashable, Sendable {
        let number: Int
        /// The `id` the node has in the SVG.
        public let id: SVGIdentifier
    }

    /// A cluster that was added to a graph; it has a meaning in that graph only.
    public struct ClusterReference: Hashable, Sendable {
        let number: Int
        /// The `id` the cluster has in the SVG.
        public let id: SVGIdentifier
    }

    /// The side of a node where an edge begins or ends.
    public enum Port: String, Hashable, Sendable {
        case east = "e"
        case west = "w"
    }

    /// What decides where things stand.
    public enum Arrangement: Hashable, Sendable {
        /// Edges run in one direction, and clusters are lanes.
        case ranked
        /// ``NodeStyle/position`` of every node; clusters are not drawn.
        case pinned
    }

    struct Node: Hashable, Sendable {
        var identity: Identity
        var label: Label
        var style: NodeStyle
    }

    struct Cluster: Hashable, Sendable {
        var identity: Identity
        var label: HTMLTable?
        var style: ClusterStyle
        var nodeNumbers: [Int] = []
    }

    struct Edge: Hashable, Sendable {
        var identity: Identity
        var tail: Int
        var head: Int
        var tailPort: Port?
        var headPort: Port?
        var label: Label?
        var style: EdgeStyle
    }

    /// The graph's own name and title.
    public private(set) var identity: Identity
    /// What the picture says, for those who cannot see it; empty for nothing.
    public var alternativeText = ""
    /// What decides where things stand.
    public let arrangement: Arrangement
    /// The look of the whole.
    public var style: GraphStyle
    /// What nodes look like unless they say otherwise.
    public var nodeDefaults: NodeStyle
    /// What edges look like unless they say otherwise.
    public var edgeDefaults: EdgeStyle

    private(set) var nodes: [Node] = []
    private(set) var clusters: [Cluster] = []
    private(set) var edges: [Edge] = []
    private(set) var looseNodeNumbers: [Int] = []
    private var usedIdentifiers: Set<SVGIdentifier>

    /// Makes an empty graph.
    public init(
        _ identity: Identity, arrangement: Arrangement = .ranked, style: GraphStyle = GraphStyle(),
        nodeDefaults: NodeStyle = NodeStyle(), edgeDefaults: EdgeStyle = EdgeStyle()
    ) {
        self.identity = identity
        self.arrangement = arrangement
        self.style = style
        self.nodeDefaults = nodeDefaults
        self.edgeDefaults = edgeDefaults
        usedIdentifiers = [identity.id]
    }

    /// The number of nodes.
    public var nodeCount: Int { nodes.count }

    /// The number of edges.
    public var edgeCount: Int { edges.count }

    /// Adds a cluster. One that never gets a node is not drawn.
    ///
    /// - Complexity: O(1) on average.
    public mutating func addCluster(
        _ identity: Identity, label: HTMLTable? = nil, style: ClusterStyle = ClusterStyle()
    ) -> ClusterReference {
        let identity = claimed(identity)
        clusters.append(Cluster(identity: identity, label: label, style: style))
        return ClusterReference(number: clusters.count - 1, id: identity.id)
    }

    /// Adds a node, in a cluster or outside all of them.
    ///
    /// - Precondition: `cluster` belongs to this graph.
    /// - Complexity: O(1) on average.
    public mutating func addNode(
        _ identity: Identity, label: Label, style: NodeStyle = NodeStyle(),
        in cluster: ClusterReference? = nil
    ) -> NodeReference {
        let identity = claimed(identity)
        let number = nodes.count
        nodes.append(Node(identity: identity, label: label, style: style))
        if let cluster {
            precondition(clusters.indices.contains(cluster.number), "the cluster belongs to another graph")
            clusters[cluster.number].nodeNumbers.append(number)
        } else {
            looseNodeNumbers.append(number)
        }
        return NodeReference(number: number, id: identity.id)
    }

    /// Adds an edge and returns the `id` it has in the SVG.
    ///
    /// - Precondition: `tail` and `head` belong to this graph.
    /// - Complexity: O(1) on average.
    @discardableResult
    public mutating func addEdge(
        _ identity: Identity, from tail: NodeReference, _ tailPort: Port? = nil, to head: NodeReference,
        _ headPort: Port? = nil, label: Label? = nil, style: EdgeStyle = EdgeStyle()
    ) -> SVGIdentifier {
        precondition(
            nodes.indices.contains(tail.number) && nodes.indices.contains(head.number),
            "the nodes belong to another graph")
        let identity = claimed(identity)
        edges.append(
            Edge(
                identity: identity, tail: tail.number, head: head.number, tailPort: tailPort,
                headPort: headPort, label: label, style: style))
        return identity.id
    }

    private mutating func claimed(_ identity: Identity) -> Identity {
        var claimed = identity
        var number = 2
        while !usedIdentifiers.insert(claimed.id).inserted {
            claimed.id = identity.id.numbered(number)
            number += 1
        }
        return claimed
    }
}

public import GraphAlgorithms

/// A graph as it is written down: what tests build graphs from, and what the oracles read.
public struct EdgeList: Sendable, Equatable {
    /// The number of nodes, isolated ones included.
    public var nodeCount: Int
    /// The edges as given: loops and parallel ones may be among them.
    public var edges: [Edge]
    /// Whether edges lead one way only.
    public var isDirected: Bool

    /// A graph of edges that may have weights.
    public init(nodeCount: Int, edges: [Edge], isDirected: Bool = false) {
        self.nodeCount = nodeCount
        self.edges = edges
        self.isDirected = isDirected
    }

    /// A graph of unweighted edges.
    public init(nodeCount: Int, _ pairs: [(NodeID, NodeID)], isDirected: Bool = false) {
        self.init(nodeCount: nodeCount, edges: pairs.map { Edge($0.0, $0.1) }, isDirected: isDirected)
    }

    /// The graph under test.
    public var compact: CompactGraph {
        get throws(GraphError) {
            try CompactGraph(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
        }
    }

    /// The weight of each arc, row by row, `nil` where there is none: loops dropped, first of parallel edges
    /// kept.
    public var matrix: [[Double?]] {
        var matrix = [[Double?]](repeating: .init(repeating: nil, count: nodeCount), count: nodeCount)
        for edge in edges where edge.source != edge.target {
            let (source, target) = (Int(edge.source), Int(edge.target))
            if matrix[source][target] == nil { matrix[source][target] = edge.weight }
            if !isDirected && matrix[target][source] == nil { matrix[target][source] = edge.weight }
        }
        return matrix
    }

    /// The same graph with all edges of weight 1.
    public var unweighted: EdgeList {
        EdgeList(
            nodeCount: nodeCount, edges: edges.map { Edge($0.source, $0.target) }, isDirected: isDirected)
    }

    /// The same graph, in which node `v` has the number `permutation[v]`.
    public func relabelled(by permutation: [NodeID]) -> EdgeList {
        var copy = self
        for index in edges.indices {
            copy.edges[index].source = permutation[Int(edges[index].source)]
            copy.edges[index].target = permutation[Int(edges[index].target)]
        }
        return copy
    }

    /// All node numbers in random order.
    public func permutation(seed: UInt64) -> [NodeID] {
        var random = SeededRandom(seed: seed)
        return (0..<NodeID(nodeCount)).shuffled(using: &random)
    }
}

extension EdgeList {
    /// 0 - 1 - 2 - ...
    public static func chain(nodeCount: Int, isDirected: Bool = false) -> EdgeList {
        EdgeList(
            nodeCount: nodeCount, edges: (1..<max(nodeCount, 1)).map { Edge(NodeID($0 - 1), NodeID($0)) },
            isDirected: isDirected)
    }

    /// A chain whose last node leads to the first; 3 nodes or more.
    public static func cycle(nodeCount: Int, isDirected: Bool = false) -> EdgeList {
        var graph = chain(nodeCount: nodeCount, isDirected: isDirected)
        graph.edges.append(Edge(NodeID(nodeCount - 1), 0))
        return graph
    }

    /// Node 0 joined to all others.
    public static func star(nodeCount: Int, isDirected: Bool = false) -> EdgeList {
        EdgeList(
            nodeCount: nodeCount, edges: (1..<NodeID(nodeCount)).map { Edge(0, $0) }, isDirected: isDirected)
    }

    /// Each pair of nodes joined.
    public static func complete(nodeCount: Int) -> EdgeList {
        let nodes = 0..<NodeID(nodeCount)
        return EdgeList(
            nodeCount: nodeCount,
            edges: nodes.flatMap { source in nodes.filter { $0 > source }.map { Edge(source, $0) } })
    }
}

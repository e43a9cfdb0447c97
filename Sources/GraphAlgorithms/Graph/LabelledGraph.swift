/// A graph and what its nodes are called outside.
public struct LabelledGraph: Sendable, Equatable {
    /// The graph.
    public let graph: CompactGraph
    /// One label for each node.
    public let labels: NodeLabels

    package init(graph: CompactGraph, labels: NodeLabels) {
        precondition(labels.count == graph.nodeCount, "one label for each node")
        self.graph = graph
        self.labels = labels
    }

    /// Labels the nodes of a graph by their own numbers.
    public init(_ graph: CompactGraph) {
        self.init(graph: graph, labels: NodeLabels(count: graph.nodeCount, kind: .own, byLabel: nil))
    }

    /// The same graph with its nodes numbered by falling out-degree, for speed; the labels stay theirs.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n + m) time and space.
    public func orderedByDegree(control: RunControl = RunControl()) throws(GraphError) -> LabelledGraph {
        let (graph, order) = try graph.orderedByDegree(control: control)
        return LabelledGraph(graph: graph, labels: labels.reordered(by: order))
    }

    /// Builds a simple graph of named nodes: loops are dropped, and of parallel edges the first is kept.
    /// - Parameter names: One for each node, no two the same.
    /// - Throws: ``GraphError``, as `CompactGraph` does.
    /// - Precondition: All names are different.
    /// - Complexity: O(n log n + m).
    public init(
        names: [String], edges: [Edge], isDirected: Bool, control: RunControl = RunControl()
    ) throws(GraphError) {
        var table = NameTable()
        for var name in names { name.withUTF8 { _ = table.number(of: $0) } }
        precondition(table.count == names.count, "no two names are the same")
        let graph = try CompactGraph(
            nodeCount: names.count, edges: edges, isDirected: isDirected, control: control)
        self.init(graph: graph, labels: table.labels)
    }
}

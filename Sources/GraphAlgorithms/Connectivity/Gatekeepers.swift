/// The first node on the way from a root without which a node cannot be reached.
///
/// Of an undirected graph: the child of the root in the dominator tree (Lengauer and Tarjan 1979,
/// doi:10.1145/357062.357071) under which a node stands. There the dominators are articulation points, so the low
/// points of one depth-first search are enough (Hopcroft and Tarjan 1973, doi:10.1145/362248.362272).
public struct Gatekeepers: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// The gatekeeper of each node.
    ///
    /// Several nodes can all be cut off from the root by one other node, or by one of themselves, if and only if they
    /// have the same gatekeeper.
    /// - Parameters:
    ///   - root: Where every way begins.
    ///   - graph: Directions and weights are ignored.
    /// - Returns: For each node the articulation point nearest to the root that every way to it passes, or the node
    ///   itself where there is none; ``CompactGraph/noNode`` for the root and for nodes that it does not reach.
    /// - Complexity: O(n + m) time; O(n) space, O(n + m) for a directed graph.
    public func nodes(from root: NodeID, in graph: CompactGraph) -> [NodeID] {
        RunControl.unstoppable { control throws(GraphError) in
            try nodes(from: root, in: graph, control: control)
        }
    }

    /// The gatekeepers as ``nodes(from:in:)`` has them, unless the caller stops it; on one thread.
    /// - Precondition: `root < graph.nodeCount`.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n + m) time; O(n) space, O(n + m) for a directed graph.
    public func nodes(
        from root: NodeID, in graph: CompactGraph, control: RunControl
    ) throws(GraphError) -> [NodeID] {
        precondition(Int(root) < graph.nodeCount, "a node of the graph")
        let run = KernelRun(control, work: 0)
        let before = graph.isDirected ? 0.5 : 0
        let skeleton = try graph.skeleton(run, share: 0...before)
        let forest = try LowPoints(undirected: skeleton, from: root, run, share: before...1)
        var gatekeepers = [NodeID](repeating: CompactGraph.noNode, count: graph.nodeCount)
        // Parents are found before their children.
        for node in forest.found.dropFirst() {
            let parent = forest.parents[Int(node)]
            guard parent != root else {
                gatekeepers[Int(node)] = node
                continue
            }
            let above = gatekeepers[Int(parent)]
            // The gatekeeper's own subtree that it does not cut off has found a second way in.
            let isBelowOther = above != parent
            let isCutOff = forest.low[Int(node)] >= forest.discovery[Int(parent)]
            gatekeepers[Int(node)] = isBelowOther || isCutOff ? above : node
        }
        return gatekeepers
    }
}

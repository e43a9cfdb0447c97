/// Shortest weighted paths from one node, along the direction of arcs; weights are lengths of zero or more.
///
/// Dijkstra, E. W., "A note on two problems in connexion with graphs", 1959, doi:10.1007/BF01386390. Of
/// several predecessors on shortest paths, the one with the smallest number is recorded; where arcs of length
/// zero join equally distant nodes, the one that was reached first.
public struct Dijkstra: Equatable, Sendable {
    /// A search of everything that can be reached.
    public init() {}

    /// The shortest paths from `source`; nodes beyond reach have the distance infinity.
    ///
    /// An unweighted graph has edges of length 1.
    /// - Precondition: `source < graph.nodeCount`.
    /// - Complexity: O((n + m) log m) time, O(n + m) space.
    public func shortestPaths(from source: NodeID, in graph: CompactGraph) -> ShortestPathTree<Double> {
        RunControl.unstoppable { control throws(GraphError) in
            try shortestPaths(from: source, in: graph, control: control)
        }
    }

    /// The shortest paths as ``shortestPaths(from:in:)`` has them, unless the caller stops it; on one thread.
    /// - Precondition: `source < graph.nodeCount`.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O((n + m) log m) time, O(n + m) space.
    public func shortestPaths(
        from source: NodeID, in graph: CompactGraph, control: RunControl
    ) throws(GraphError) -> ShortestPathTree<Double> {
        let run = KernelRun(control, work: 0)
        let tree = try search(from: source, in: graph, run)
        run.report(1)
        return tree
    }

    /// The shortest paths.
    /// - Parameter goal: Where to stop: whoever has not been reached by then is no nearer than it, and the distance
    ///   found so far is one that can be had, not the least.
    func search(
        from source: NodeID, until goal: NodeID? = nil, in graph: CompactGraph, _ run: KernelRun,
        share: ClosedRange<Double> = 0...1
    ) throws(GraphError) -> ShortestPathTree<Double> {
        precondition(Int(source) < graph.nodeCount, "the source is not a node of the graph")
        var distances = [Double](repeating: .infinity, count: graph.nodeCount)
        var predecessors = [NodeID](repeating: CompactGraph.noNode, count: graph.nodeCount)
        var settled = 0
        var queue = RadixQueue()
        distances[Int(source)] = 0
        queue.push(distance: 0, node: source)

        // A sum that overflows is out of reach like any other that is too long.
        let limit = Double.greatestFiniteMagnitude
        try graph.withPointers { rows throws(GraphError) in
            try distances.withUnsafeMutableBufferPointer { distances throws(GraphError) in
                try predecessors.withUnsafeMutableBufferPointer { predecessors throws(GraphError) in
                    while let nearest = queue.popNearest(distances) {
                        try run.tick(settled, of: rows.nodeCount, share: share)
                        let node = nearest.node
                        let distance = nearest.distance
                        settled += 1
                        if node == goal { break }
                        for arc in rows.row(Int(node)) {
                            let candidate = distance + (rows.weights?[arc] ?? 1)
                            if candidate > limit { continue }
                            let target = rows.targets[arc]
                            let known = distances[Int(target)]
                            if candidate < known {
                                distances[Int(target)] = candidate
                                predecessors[Int(target)] = node
                                queue.push(distance: candidate, node: target)
                            } else if candidate == known && distance < known
                                && node < predecessors[Int(target)]
                            {
                                predecessors[Int(target)] = node
                            }
                        }
                    }
                }
            }
        }
        return ShortestPathTree(
            source: source, distances: distances, predecessors: predecessors, unreachable: .infinity)
    }
}

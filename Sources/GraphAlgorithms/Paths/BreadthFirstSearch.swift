/// Hop counts and fewest-hop paths from one node, along the direction of arcs; weights are ignored.
///
/// Moore, E. F., "The shortest path through a maze", 1959. Of several predecessors on paths with the fewest
/// hops, the one with the smallest number is recorded, so the tree does not depend on the order of the
/// search.
public struct BreadthFirstSearch: Equatable, Sendable {
    /// How far the search goes, in hops; `nil` for everything that can be reached.
    public let maximumHops: Int?

    /// A search of everything that can be reached.
    public init() { maximumHops = nil }

    /// A search that stops at a number of hops.
    /// - Parameter maximumHops: 0 or more; 0 reaches the source alone.
    /// - Throws: ``GraphError/invalidMaximumHops(_:)``.
    public init(maximumHops: Int) throws(GraphError) {
        guard maximumHops >= 0 else { throw .invalidMaximumHops(maximumHops) }
        self.maximumHops = maximumHops
    }

    /// The fewest-hop paths from `source`; nodes beyond reach have the distance `UInt32.max`.
    /// - Precondition: `source < graph.nodeCount`.
    /// - Complexity: O(n + m) time, O(n) space.
    public func shortestPaths(from source: NodeID, in graph: CompactGraph) -> ShortestPathTree<UInt32> {
        RunControl.unstoppable { control throws(GraphError) in
            try shortestPaths(from: source, in: graph, control: control)
        }
    }

    /// The fewest-hop paths as ``shortestPaths(from:in:)`` has them, unless the caller stops it; on one thread.
    /// - Precondition: `source < graph.nodeCount`.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n + m) time, O(n) space.
    public func shortestPaths(
        from source: NodeID, in graph: CompactGraph, control: RunControl
    ) throws(GraphError) -> ShortestPathTree<UInt32> {
        let run = KernelRun(control, work: 0)
        let tree = try search(from: source, in: graph, run)
        run.report(1)
        return tree
    }

    func search(
        from source: NodeID, in graph: CompactGraph, _ run: KernelRun, share: ClosedRange<Double> = 0...1
    ) throws(GraphError) -> ShortestPathTree<UInt32> {
        precondition(Int(source) < graph.nodeCount, "the source is not a node of the graph")
        let unreachable = UInt32.max
        let limit = UInt32(clamping: min(maximumHops ?? graph.nodeCount, graph.nodeCount))
        var distances = [UInt32](repeating: unreachable, count: graph.nodeCount)
        var predecessors = [NodeID](repeating: CompactGraph.noNode, count: graph.nodeCount)
        try graph.withPointers { rows throws(GraphError) in
            try distances.withUnsafeMutableBufferPointer { distances throws(GraphError) in
                try predecessors.withUnsafeMutableBufferPointer { predecessors throws(GraphError) in
                    try Self.search(rows, from: source, limit, distances, predecessors, run, share)
                }
            }
        }
        return ShortestPathTree(
            source: source, distances: distances, predecessors: predecessors, unreachable: unreachable)
    }
    private static func search(
        _ rows: ArcPointers, from source: NodeID, _ limit: UInt32,
        _ distances: UnsafeMutableBufferPointer<UInt32>, _ predecessors: UnsafeMutableBufferPointer<NodeID>,
        _ run: KernelRun, _ share: ClosedRange<Double>
    ) throws(GraphError) {
        let queue = LargeMemory.allocate(NodeID.self, count: rows.nodeCount)
        defer { LargeMemory.deallocate(queue) }
        queue[0] = source
        distances[Int(source)] = 0
        var head = 0
        var tail = 1
        while head < tail {
            try run.tick(head, of: rows.nodeCount, share: share)
            let node = queue[head]
            head += 1
            let distance = distances[Int(node)]
            if distance == limit { break }
            for arc in rows.row(Int(node)) {
                let target = rows.targets[arc]
                let known = distances[Int(target)]
                if known == .max {
                    distances[Int(target)] = distance + 1
                    predecessors[Int(target)] = node
                    queue[tail] = target
                    tail += 1
                } else if known == distance + 1 && node < predecessors[Int(target)] {
                    predecessors[Int(target)] = node
                }
            }
        }
    }
}

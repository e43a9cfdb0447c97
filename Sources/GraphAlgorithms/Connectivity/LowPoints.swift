/// The depth-first forest of an undirected graph with its low points.
///
/// Hopcroft and Tarjan 1973, doi:10.1145/362248.362272. The search follows the parent pointers back instead
/// of calling itself, so the depth of the forest is limited by memory alone.
struct LowPoints {
    /// When each node was found, counted from 0 over the whole forest.
    private(set) var discovery: [UInt32]
    /// The earliest discovery that a node's subtree reaches by tree arcs and one further edge.
    private(set) var low: [UInt32]
    /// The parent in the forest; ``CompactGraph/noNode`` at the roots.
    private(set) var parents: [NodeID]

    /// The nodes in the order in which they were found.
    /// - Complexity: O(n).
    var found: [NodeID] {
        var nodes = [NodeID](repeating: CompactGraph.noNode, count: discovery.count { $0 != Self.unseen })
        for (node, time) in discovery.enumerated() where time != Self.unseen {
            nodes[Int(time)] = NodeID(node)
        }
        return nodes
    }

    private static let unseen = UInt32.max

    /// - Parameters:
    ///   - root: Where the only tree begins; unless given, every component has a tree.
    ///   - share: The share of the run's work that this is.
    /// - Complexity: O(n + m) time, O(n) space.
    init(
        undirected graph: CompactGraph, from root: NodeID? = nil, _ run: KernelRun,
        share: ClosedRange<Double>
    ) throws(GraphError) {
        let roots = root.map { Int($0)..<Int($0) + 1 } ?? 0..<graph.nodeCount
        var discovery = [UInt32](repeating: Self.unseen, count: graph.nodeCount)
        var low = discovery
        var parents = [NodeID](repeating: CompactGraph.noNode, count: graph.nodeCount)
        // The next arc to follow from each node on the current path.
        var nextArc = Array(graph.offsets)
        try graph.withPointers { rows throws(GraphError) in
            try discovery.withUnsafeMutableBufferPointer { discovery throws(GraphError) in
                try low.withUnsafeMutableBufferPointer { low throws(GraphError) in
                    try parents.withUnsafeMutableBufferPointer { parents throws(GraphError) in
                        try nextArc.withUnsafeMutableBufferPointer { nextArc throws(GraphError) in
                            try Self.search(rows, from: roots, discovery, low, parents, nextArc, run, share)
                        }
                    }
                }
            }
        }
        run.report(share.upperBound)
        self.discovery = discovery
        self.low = low
        self.parents = parents
    }

    private static func search(
        _ rows: ArcPointers, from roots: Range<Int>, _ discovery: UnsafeMutableBufferPointer<UInt32>,
        _ low: UnsafeMutableBufferPointer<UInt32>, _ parents: UnsafeMutableBufferPointer<NodeID>,
        _ nextArc: UnsafeMutableBufferPointer<UInt32>, _ run: KernelRun, _ share: ClosedRange<Double>
    ) throws(GraphError) {
        try run.check()
        var clock: UInt32 = 0
        for root in roots where discovery[root] == Self.unseen {
            discovery[root] = clock
            low[root] = clock
            clock += 1
            var node = NodeID(root)
            while node != CompactGraph.noNode {
                let here = Int(node)
                let end = rows.offsets[here + 1]
                let parent = parents[here]
                var arc = nextArc[here]
                var lowest = low[here]
                var child = CompactGraph.noNode
                while arc < end {
                    let target = rows.targets[Int(arc)]
                    arc += 1
                    let found = discovery[Int(target)]
                    if found == Self.unseen {
                        child = target
                        break
                    }
                    // The graph is simple: only one edge joins a node to its parent.
                    if target != parent { lowest = min(lowest, found) }
                }
                nextArc[here] = arc
                low[here] = lowest
                if child != CompactGraph.noNode {
                    discovery[Int(child)] = clock
                    low[Int(child)] = clock
                    clock += 1
                    try run.tick(Int(clock), of: rows.nodeCount, share: share)
                    parents[Int(child)] = node
                    node = child
                } else {
                    if parent != CompactGraph.noNode { low[Int(parent)] = min(low[Int(parent)], lowest) }
                    node = parent
                }
            }
        }
    }
}

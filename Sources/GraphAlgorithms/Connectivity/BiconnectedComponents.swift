/// The maximal sets of nodes that stay connected without any one of them: blocks.
///
/// Hopcroft and Tarjan 1973, doi:10.1145/362248.362272. A bridge is a block of two nodes, an articulation point is in
/// several blocks, a node without neighbours in none. Directions and weights are ignored.
public struct BiconnectedComponents: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// The nodes of each block, ascending; the blocks in ascending order.
    /// - Complexity: O(n log n + m) time; O(n) space, O(n + m) for a directed graph.
    public func blocks(in graph: CompactGraph) -> [[NodeID]] {
        RunControl.unstoppable { control throws(GraphError) in try blocks(in: graph, control: control) }
    }

    /// The blocks as ``blocks(in:)`` has them, unless the caller stops it; on one thread.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n log n + m) time; O(n) space, O(n + m) for a directed graph.
    public func blocks(in graph: CompactGraph, control: RunControl) throws(GraphError) -> [[NodeID]] {
        let run = KernelRun(control, work: 0)
        let before = graph.isDirected ? 0.4 : 0
        let skeleton = try graph.skeleton(run, share: 0...before)
        let forest = try LowPoints(undirected: skeleton, run, share: before...0.7)
        var found = [NodeID](repeating: 0, count: graph.nodeCount)
        for node in graph.nodes { found[Int(forest.discovery[Int(node)])] = node }
        // The block of the tree edge that leads to each node.
        var blockOf = [Int](repeating: -1, count: graph.nodeCount)
        var blocks: [[NodeID]] = []
        for (position, node) in found.enumerated() {
            try run.tick(position, of: found.count, share: 0.7...0.9)
            let parent = forest.parents[Int(node)]
            if parent == CompactGraph.noNode { continue }
            // Nothing below the node leads around its parent: a new block starts.
            if forest.low[Int(node)] >= forest.discovery[Int(parent)] {
                blockOf[Int(node)] = blocks.count
                blocks.append([parent])
            } else {
                blockOf[Int(node)] = blockOf[Int(parent)]
            }
            blocks[blockOf[Int(node)]].append(node)
        }
        for index in blocks.indices {
            try run.tick(index, of: blocks.count, share: 0.9...0.95)
            blocks[index].sort()
        }
        blocks.sort { $0.lexicographicallyPrecedes($1) }
        try run.check(after: 1, of: 1)
        return blocks
    }
}

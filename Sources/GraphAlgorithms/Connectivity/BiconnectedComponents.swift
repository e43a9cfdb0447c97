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
        let forest = LowPoints(undirected: graph.skeleton())
        var found = [NodeID](repeating: 0, count: graph.nodeCount)
        for node in graph.nodes { found[Int(forest.discovery[Int(node)])] = node }
        // The block of the tree edge that leads to each node.
        var blockOf = [Int](repeating: -1, count: graph.nodeCount)
        var blocks: [[NodeID]] = []
        for node in found {
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
        for index in blocks.indices { blocks[index].sort() }
        return blocks.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

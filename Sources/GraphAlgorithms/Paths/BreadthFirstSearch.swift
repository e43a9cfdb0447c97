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
        precondition(Int(source) < graph.nodeCount, "the source is not a node of the graph")
        let unreachable = UInt32.max
        let limit = UInt32(clamping: min(maximumHops ?? graph.nodeCount, graph.nodeCount))
        var distances = [UInt32](repeating: unreachable, count: graph.nodeCount)
        var predecessors = [NodeID](repeating: CompactGraph.noNode, count: graph.nodeCount)
        var queue = [source]
        distances[Int(source)] = 0

        let offsets = graph.offsets
        let targets = graph.targets
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            let distance = distances[Int(node)]
            if distance == limit { break }
            for arc in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
                let target = targets[arc]
                let known = distances[Int(target)]
                if known == unreachable {
                    distances[Int(target)] = distance + 1
                    predecessors[Int(target)] = node
                    queue.append(target)
                } else if known == distance + 1 && node < predecessors[Int(target)] {
                    predecessors[Int(target)] = node
                }
            }
        }
        return ShortestPathTree(
            source: source, distances: distances, predecessors: predecessors, unreachable: unreachable)
    }
}

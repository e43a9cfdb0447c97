public import GraphAlgorithms

/// Edges for graphs that are large enough for several blocks, groups and buckets.
public enum HubEdges {
    /// Random edges with loops, parallel and opposite ones, in random order.
    public static func random(nodeCount: Int, count: Int, isWeighted: Bool, seed: UInt64) -> [Edge] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { index in
            // A third of the ends are among a few hubs.
            func end() -> NodeID {
                NodeID(random.next() % UInt64(random.unit() < 0.3 ? max(1, nodeCount / 500) : nodeCount))
            }
            return Edge(end(), end(), weight: isWeighted ? Double(index % 7) : 1)
        }
    }
}

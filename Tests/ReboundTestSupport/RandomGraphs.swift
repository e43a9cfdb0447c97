import GraphAlgorithms

/// What a random edge weighs.
public enum RandomWeights: Sendable {
    /// Always 1.
    case unit
    /// A whole number, so that paths of equal length compare as equal.
    case integers(ClosedRange<Int>)
    /// Uniform between the bounds.
    case reals(Range<Double>)

    func draw(using random: inout SeededRandom) -> Double {
        switch self {
        case .unit: 1
        case .integers(let range): Double(Int.random(in: range, using: &random))
        case .reals(let range): range.lowerBound + (range.upperBound - range.lowerBound) * random.unit()
        }
    }
}

extension EdgeList {
    /// An Erdős-Rényi graph G(n, p): each pair (in a directed graph, each ordered pair) is an edge with the
    /// same probability (Gilbert 1959, doi:10.1214/aoms/1177706098). Simple; takes O(n²) time.
    public static func erdosRenyi(
        nodeCount: Int, edgeProbability: Double, isDirected: Bool = false, weights: RandomWeights = .unit,
        seed: UInt64
    ) -> EdgeList {
        var random = SeededRandom(seed: seed)
        var edges: [Edge] = []
        for source in 0..<NodeID(nodeCount) {
            for target in (isDirected ? 0 : source + 1)..<NodeID(nodeCount)
            where source != target && random.unit() < edgeProbability {
                edges.append(Edge(source, target, weight: weights.draw(using: &random)))
            }
        }
        return EdgeList(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
    }

    /// A Barabási-Albert graph: each new node joins `edgesPerNode` nodes, drawn in proportion to their degree
    /// (1999, doi:10.1126/science.286.5439.509), beginning with a star of `edgesPerNode + 1`. Simple and
    /// connected; in a directed graph each arc points either way with the same probability.
    public static func barabasiAlbert(
        nodeCount: Int, edgesPerNode: Int, isDirected: Bool = false, weights: RandomWeights = .unit,
        seed: UInt64
    ) -> EdgeList {
        precondition(edgesPerNode >= 1 && nodeCount > edgesPerNode)
        var random = SeededRandom(seed: seed)
        var edges: [Edge] = []
        // Each node as often as it has edges.
        var ends: [NodeID] = []
        func join(_ node: NodeID, _ other: NodeID) {
            let isTurned = isDirected && Bool.random(using: &random)
            let weight = weights.draw(using: &random)
            edges.append(isTurned ? Edge(other, node, weight: weight) : Edge(node, other, weight: weight))
            ends += [node, other]
        }
        for node in 1...NodeID(edgesPerNode) { join(node, 0) }
        for node in NodeID(edgesPerNode + 1)..<NodeID(nodeCount) {
            var others: [NodeID] = []
            while others.count < edgesPerNode {
                let other = ends.randomElement(using: &random)!
                if !others.contains(other) { others.append(other) }
            }
            for other in others { join(node, other) }
        }
        return EdgeList(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
    }
}

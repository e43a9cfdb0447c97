import GraphAlgorithms

/// The baselines that look at the whole network, taken every two weeks.
///
/// They are computed when first asked for, from the networks of the moment they are of.
final class Centralities {
    /// How old they may become, days.
    static let ageDays = 14.0
    /// Above how many steps betweenness is estimated from pivots instead.
    private static let mostBetweennessSteps = 20_000_000
    private static let pivotCount = 200

    let days: Double
    private let graph: CompactGraph
    private let correspondence: [Edge]

    /// - Parameters:
    ///   - graph: Who knows whom.
    ///   - correspondence: How often each pair wrote.
    ///   - days: The moment of both.
    init(graph: CompactGraph, correspondence: [Edge], days: Double) {
        self.graph = graph
        self.correspondence = correspondence
        self.days = days
    }

    /// PageRank of who wrote how often with whom.
    private(set) lazy var pageRank = Self.pageRank(
        ofThoseOn: correspondence, nodeCount: graph.nodeCount, isDirected: false)

    /// Burt's constraint, 1 for people without ties.
    private(set) lazy var constraint = BurtConstraint(usesWeights: false).scores(in: graph).map { $0 ?? 1 }

    /// Betweenness; in large networks summed over evenly spread pivots (Brandes and Pich 2007,
    /// doi:10.1142/S0218127407018403).
    private(set) lazy var betweenness: [Double] = {
        let measure = Betweenness(isNormalized: false)
        let connected = graph.nodes.filter { graph.outDegree(of: $0) > 0 }
        // Without weights no length can be 0.
        guard connected.count * graph.targets.count > Self.mostBetweennessSteps else {
            return try! measure.scores(in: graph)
        }
        let step = max(1, connected.count / Self.pivotCount)
        var scores = [Double](repeating: 0, count: graph.nodeCount)
        for index in stride(from: 0, to: connected.count, by: step) {
            let part = try! measure.dependencies(of: connected[index], in: graph)
            for node in scores.indices { scores[node] += part[node] }
        }
        return scores
    }()

    /// PageRank among the nodes that have an edge, 0 for all others: people who have not appeared yet take no
    /// part.
    static func pageRank(ofThoseOn edges: [Edge], nodeCount: Int, isDirected: Bool) -> [Double] {
        var isSeen = [Bool](repeating: false, count: nodeCount)
        for edge in edges {
            isSeen[Int(edge.source)] = true
            isSeen[Int(edge.target)] = true
        }
        let seen = isSeen.indices.filter { isSeen[$0] }
        var nodes = [NodeID](repeating: 0, count: nodeCount)
        for (node, person) in seen.enumerated() { nodes[person] = NodeID(node) }
        let renumbered = edges.map { Edge(nodes[Int($0.source)], nodes[Int($0.target)], weight: $0.weight) }
        // Weights are counts of messages.
        let graph = try! CompactGraph(nodeCount: seen.count, edges: renumbered, isDirected: isDirected)
        let scores = PageRank().scores(in: graph).scores
        var all = [Double](repeating: 0, count: nodeCount)
        for (node, person) in seen.enumerated() { all[person] = scores[node] }
        return all
    }
}

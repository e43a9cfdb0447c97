import GraphAlgorithms

/// Who knew who at one moment of an event list, and the baselines that look at the whole network.
///
/// Everything is computed when first asked for, from the contacts of that moment.
final class NetworkSnapshot {
    /// Above how many steps betweenness is estimated from pivots instead.
    private static let mostBetweennessSteps = 20_000_000
    private static let pivotCount = 200

    /// The moment, days.
    let days: Double
    private let contacts: [[AcquaintanceReplay.Contact]]

    init(_ contacts: [[AcquaintanceReplay.Contact]], days: Double) {
        self.contacts = contacts
        self.days = days
    }

    /// Who knows who: an undirected graph of everybody in the list.
    private(set) lazy var acquaintance = Self.graph(contacts.count, edges { _ in 1 })

    /// The same, each tie weighing as much as it has messages.
    private(set) lazy var correspondence = Self.graph(contacts.count, edges { Double($0.messages) })

    /// PageRank of who wrote how often with who.
    private(set) lazy var pageRank = Self.pageRank(
        ofThoseOn: edges { Double($0.messages) }, nodeCount: contacts.count, isDirected: false)

    /// Burt's constraint, 1 for people without ties.
    private(set) lazy var constraint = BurtConstraint(usesWeights: false).scores(in: acquaintance)
        .map { $0 ?? 1 }

    /// Betweenness; in large networks summed over evenly spread pivots (Brandes and Pich 2007,
    /// doi:10.1142/S0218127407018403).
    private(set) lazy var betweenness: [Double] = {
        let measure = Betweenness(isNormalized: false)
        let graph = acquaintance
        let connected = graph.nodes.filter { graph.outDegree(of: $0) > 0 }
        guard connected.count * graph.targets.count > Self.mostBetweennessSteps else {
            return measure.scores(in: graph)
        }
        let step = max(1, connected.count / Self.pivotCount)
        var scores = [Double](repeating: 0, count: graph.nodeCount)
        for index in stride(from: 0, to: connected.count, by: step) {
            let part = measure.dependencies(of: connected[index], in: graph)
            for node in scores.indices { scores[node] += part[node] }
        }
        return scores
    }()

    /// The first steps of PageRank personalised on one node, which no tolerance cuts short.
    func walk(from ego: Int, damping: Double, steps: Int) -> [Double] {
        var personalization = [Double](repeating: 0, count: contacts.count)
        personalization[ego] = 1
        return RunControl.unstoppable { control throws(GraphError) in
            try PageRank(dampingFactor: damping, tolerance: 0, maximumIterations: steps)
                .scores(in: correspondence, personalization: personalization, control: control).scores
        }
    }

    private func edges(weight: (AcquaintanceReplay.Contact) -> Double) -> [Edge] {
        var edges: [Edge] = []
        for (person, row) in contacts.enumerated() {
            for contact in row where contact.person > person {
                edges.append(Edge(NodeID(person), NodeID(contact.person), weight: weight(contact)))
            }
        }
        return edges
    }

    private static func graph(_ nodeCount: Int, _ edges: [Edge], isDirected: Bool = false) -> CompactGraph {
        RunControl.unstoppable { control throws(GraphError) in
            try CompactGraph(nodeCount: nodeCount, edges: edges, isDirected: isDirected, control: control)
        }
    }

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
        let scores = PageRank().scores(in: graph(seen.count, renumbered, isDirected: isDirected)).scores
        var all = [Double](repeating: 0, count: nodeCount)
        for (node, person) in seen.enumerated() { all[person] = scores[node] }
        return all
    }
}

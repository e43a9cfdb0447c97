/// By which factor each node's score goes over to an arc of weight 1.
struct OutgoingShares {
    /// The rows, with weights that the factors go with.
    let rows: ArcRows
    /// 1 / the sum of a row's weights, 0 at a dangling node.
    let shares: [Double]
    /// Whether the weights of `rows` are the probabilities of following each arc instead of those of the graph.
    let areWeightsReplaced: Bool

    /// Between these limits, neither the sum of a row nor its reciprocal leaves the range of a `Double`.
    private static let tame = 0x1p-900...0x1p900

    /// - Complexity: O(n + m).
    init(_ graph: CompactGraph) {
        guard let weights = graph.weights else {
            rows = graph.rows
            areWeightsReplaced = false
            shares = graph.nodes.map { node in
                let degree = graph.outDegree(of: node)
                return degree > 0 ? 1 / Double(degree) : 0
            }
            return
        }
        if weights.allSatisfy({ $0 == 0 || Self.tame.contains($0) }) {
            rows = graph.rows
            areWeightsReplaced = false
            shares = graph.nodes.map { node in
                let sum = weights[graph.arcs(of: node)].reduce(0, +)
                return sum > 0 ? 1 / sum : 0
            }
            return
        }
        var probabilities = Array(weights)
        var shares = [Double](repeating: 0, count: graph.nodeCount)
        for node in graph.nodes {
            let greatest = weights[graph.arcs(of: node)].max() ?? 0
            if greatest == 0 { continue }
            shares[Int(node)] = 1
            let sum = graph.arcs(of: node).reduce(0) { $0 + weights[$1] / greatest }
            for arc in graph.arcs(of: node) { probabilities[arc] = weights[arc] / greatest / sum }
        }
        self.shares = shares
        rows = ArcRows(offsets: graph.offsets, targets: graph.targets, weights: GraphArray(probabilities))
        areWeightsReplaced = true
    }
}

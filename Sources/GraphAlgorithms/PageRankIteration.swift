/// The power method of ``PageRank`` on one graph.
struct PageRankIteration {
    private let parameters: PageRank
    /// The distribution of jumps, summing to 1.
    private let jump: [Double]
    /// Where the score of dangling nodes goes, summing to 1.
    private let danglingJump: [Double]
    /// The rows of predecessors. Weights, if any, are the probabilities of following each arc.
    private let incoming: ArcRows
    /// What a node's score is multiplied with before its arcs share it: 1 / out-degree in an unweighted
    /// graph, 1 in a weighted one, 0 at dangling nodes.
    private let arcShare: [Double]
    private let danglingNodes: [Int]

    init(graph: CompactGraph, parameters: PageRank, jump: [Double]) {
        let graph = parameters.usesWeights ? graph : graph.unweighted()
        self.parameters = parameters
        self.jump = jump
        switch parameters.danglingPolicy {
        case .personalization: danglingJump = jump
        case .uniform:
            danglingJump = [Double](repeating: 1 / Double(max(jump.count, 1)), count: jump.count)
        }
        var arcShare = graph.nodes.map { node in
            let degree = graph.outDegree(of: node)
            return degree > 0 ? 1 / Double(degree) : 0
        }
        if let weights = graph.weights {
            var rows = graph.rows
            var probabilities = weights
            for node in graph.nodes {
                // Dividing by the greatest weight first keeps the sum of a row in range.
                let greatest = weights[graph.arcs(of: node)].max() ?? 0
                arcShare[Int(node)] = greatest > 0 ? 1 : 0
                if greatest == 0 { continue }
                let sum = graph.arcs(of: node).reduce(0) { $0 + weights[$1] / greatest }
                for arc in graph.arcs(of: node) { probabilities[arc] = weights[arc] / greatest / sum }
            }
            rows.weights = probabilities
            incoming = rows.transposed()
        } else {
            incoming = graph.transposed().rows
        }
        danglingNodes = arcShare.enumerated().filter { $0.element == 0 }.map(\.offset)
        self.arcShare = arcShare
    }

    func run() -> PageRankScores {
        let nodeCount = jump.count
        if nodeCount == 0 { return PageRankScores(scores: [], iterations: 0, residual: 0, converged: true) }
        var scores = jump
        // What each node gives to an arc, before the weight of the arc.
        var outflow = [Double](repeating: 0, count: nodeCount)
        var residual = Double.infinity
        var iterations = 0
        while iterations < parameters.maximumIterations {
            for node in 0..<nodeCount { outflow[node] = scores[node] * arcShare[node] }
            residual = pull(outflow, into: &scores)
            iterations += 1
            if residual <= parameters.tolerance { break }
        }
        return PageRankScores(
            scores: scores, iterations: iterations, residual: residual,
            converged: residual <= parameters.tolerance)
    }

    /// Replaces the scores by those of the next step.
    /// - Returns: The L1 change.
    private func pull(_ outflow: [Double], into scores: inout [Double]) -> Double {
        let damping = parameters.dampingFactor
        let danglingScore = danglingNodes.reduce(0) { $0 + scores[$1] }
        let offsets = incoming.offsets.span
        let sources = incoming.targets.span
        let jump = jump.span
        let danglingJump = danglingJump.span
        let outflow = outflow.span
        var scores = scores.mutableSpan
        var residual = 0.0
        for node in 0..<jump.count {
            let row = Int(offsets[unchecked: node])..<Int(offsets[unchecked: node + 1])
            var inflow = danglingScore * danglingJump[unchecked: node]
            if let weights = incoming.weights?.span {
                for arc in row {
                    inflow += weights[unchecked: arc] * outflow[unchecked: Int(sources[unchecked: arc])]
                }
            } else {
                for arc in row { inflow += outflow[unchecked: Int(sources[unchecked: arc])] }
            }
            let score = damping * inflow + (1 - damping) * jump[unchecked: node]
            residual += (score - scores[unchecked: node]).magnitude
            scores[unchecked: node] = score
        }
        return residual
    }
}

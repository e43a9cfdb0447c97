/// The power method of ``PageRank`` on one graph, in the precision of `Real`.
struct PageRankIteration<Real: BinaryFloatingPoint & BitwiseCopyable> {
    private let parameters: PageRank
    /// The distribution of jumps, summing to 1; `nil` for the uniform one.
    private let jump: [Double]?
    /// The rows of predecessors.
    private let incoming: ArcRows
    /// What a node's score is multiplied with before its arcs share it in proportion to their weights: 1 / out-degree
    /// in an unweighted graph, 1 / sum of the row in a weighted one, 0 at dangling nodes.
    private let arcShare: [Double]

    init(
        graph: CompactGraph, parameters: PageRank, jump: [Double]?, _ run: KernelRun
    ) throws(GraphError) {
        let outgoing = OutgoingShares(parameters.usesWeights ? graph : graph.unweighted())
        self.parameters = parameters
        self.jump = jump
        arcShare = outgoing.shares
        incoming =
            graph.isDirected || outgoing.areWeightsReplaced
            ? try outgoing.rows.transposed(run, share: 0...0.05) : outgoing.rows
    }

    func scores(_ run: KernelRun) throws(GraphError) -> PageRankScores {
        if incoming.nodeCount == 0 {
            return PageRankScores(scores: [], iterations: 0, residual: 0, converged: true)
        }
        return try incoming.withPointers { rows throws(GraphError) in
            try arcShare.withUnsafeBufferPointer { shares throws(GraphError) in
                try iterate(rows, shares, run)
            }
        }
    }

    private func iterate(
        _ rows: ArcPointers, _ shares: UnsafeBufferPointer<Double>, _ run: KernelRun
    ) throws(GraphError) -> PageRankScores {
        let nodeCount = rows.nodeCount
        let uniform = 1 / Double(nodeCount)
        let chunks = RowChunks(rows)
        let scores = LargeMemory.allocate(Real.self, count: nodeCount)
        // What each node gives to an arc of weight 1, now and in the next step.
        var outflow = LargeMemory.allocate(Real.self, count: nodeCount)
        var nextOutflow = LargeMemory.allocate(Real.self, count: nodeCount)
        defer {
            LargeMemory.deallocate(scores)
            LargeMemory.deallocate(outflow)
            LargeMemory.deallocate(nextOutflow)
        }
        var danglingScore = 0.0
        for node in 0..<nodeCount {
            let score = jump?[node] ?? uniform
            scores[node] = Real(score)
            outflow[node] = Real(score * shares[node])
            if shares[node] == 0 { danglingScore += score }
        }

        var sums = [Sums](repeating: Sums(), count: chunks.count)
        var residual = Double.infinity
        var iterations = 0
        var firstResidual = 0.0
        while iterations < parameters.maximumIterations {
            let step = Step(
                rows: rows, shares: shares, jump: jump, jumpFactor: 1 - parameters.dampingFactor,
                damping: parameters.dampingFactor, danglingScore: danglingScore,
                spreadsDanglingScore: parameters.danglingPolicy == .uniform, scores: scores, outflow: outflow,
                nextOutflow: nextOutflow)
            try sums.withUnsafeMutableBufferPointer { sums throws(GraphError) in
                try run.forEachPiece(of: chunks.count) { chunk, _ in sums[chunk] = step.pull(chunks[chunk]) }
            }
            residual = sums.reduce(0) { $0 + $1.change }
            danglingScore = sums.reduce(0) { $0 + $1.danglingScore }
            swap(&outflow, &nextOutflow)
            iterations += 1
            if residual <= parameters.tolerance { break }
            if iterations == 1 { firstResidual = residual }
            run.report(progress(iterations, residual, from: firstResidual))
        }
        run.report(1)
        return PageRankScores(
            scores: (0..<nodeCount).map { Double(scores[$0]) }, iterations: iterations, residual: residual,
            converged: residual <= parameters.tolerance)
    }

    /// The share of the iterations that are made, if the residual goes on falling by the damping factor.
    private func progress(_ iterations: Int, _ residual: Double, from first: Double) -> Double {
        let made = Double(iterations)
        guard parameters.tolerance > 0, residual > parameters.tolerance, residual < first else {
            return made / Double(parameters.maximumIterations)
        }
        // Each halving of the residual counts alike, so no logarithm is needed: the exponents tell.
        let fall = Double(first.exponent - residual.exponent)
        return fall / max(1, Double(first.exponent - parameters.tolerance.exponent))
    }
}

/// What a chunk of rows adds to the sums over all nodes.
private struct Sums {
    var change = 0.0
    var danglingScore = 0.0
}

/// One step of the power method.
private struct Step<Real: BinaryFloatingPoint & BitwiseCopyable>: @unchecked Sendable {
    let rows: ArcPointers
    let shares: UnsafeBufferPointer<Double>
    let jump: [Double]?
    let jumpFactor: Double
    let damping: Double
    let danglingScore: Double
    let spreadsDanglingScore: Bool
    let scores: UnsafeMutablePointer<Real>
    let outflow: UnsafeMutablePointer<Real>
    let nextOutflow: UnsafeMutablePointer<Real>

    /// Replaces the scores of some nodes by those of the next step.
    func pull(_ nodes: Range<Int>) -> Sums {
        guard let jump else {
            let base = (jumpFactor + damping * danglingScore) / Double(rows.nodeCount)
            return pull(nodes) { _ in base }
        }
        return jump.withUnsafeBufferPointer { jump in
            if spreadsDanglingScore {
                let base = damping * danglingScore / Double(rows.nodeCount)
                return pull(nodes) { jumpFactor * jump[$0] + base }
            }
            let factor = jumpFactor + damping * danglingScore
            return pull(nodes) { factor * jump[$0] }
        }
    }

    @inline(__always)
    private func pull(_ nodes: Range<Int>, base: (Int) -> Double) -> Sums {
        var sums = Sums()
        for node in nodes {
            let inflow: Double
            if let weights = rows.weights {
                var sum = 0.0
                for arc in rows.row(node) { sum += weights[arc] * Double(outflow[Int(rows.targets[arc])]) }
                inflow = sum
            } else {
                inflow = Double(gathered(rows.row(node)))
            }
            let score = damping * inflow + base(node)
            sums.change += (score - Double(scores[node])).magnitude
            scores[node] = Real(score)
            let share = shares[node]
            nextOutflow[node] = Real(score * share)
            if share == 0 { sums.danglingScore += score }
        }
        return sums
    }

    /// Four sums side by side: one alone waits for each addition before it starts the next.
    @inline(__always)
    private func gathered(_ row: Range<Int>) -> Real {
        let targets = rows.targets
        var arc = row.lowerBound
        var (a, b, c, d): (Real, Real, Real, Real) = (0, 0, 0, 0)
        while arc &+ 4 <= row.upperBound {
            a += outflow[Int(targets[arc])]
            b += outflow[Int(targets[arc &+ 1])]
            c += outflow[Int(targets[arc &+ 2])]
            d += outflow[Int(targets[arc &+ 3])]
            arc &+= 4
        }
        while arc < row.upperBound {
            a += outflow[Int(targets[arc])]
            arc &+= 1
        }
        return (a + b) + (c + d)
    }
}

/// The power method of ``PageRank`` on one graph, in the precision of `Real`.
struct PageRankIteration<Real: BinaryFloatingPoint & BitwiseCopyable> {
    let graph: PageRankGraph
    let parameters: PageRank
    /// The distribution of jumps, summing to 1; `nil` for the uniform one.
    let jump: [Double]?

    /// - Parameter share: The share of the run's work that this is.
    func scores(_ run: KernelRun, share: ClosedRange<Double>) throws(GraphError) -> PageRankScores {
        if graph.nodeCount == 0 {
            run.report(share.upperBound)
            return PageRankScores(scores: [], iterations: 0, residual: 0, converged: true)
        }
        let jump = jump.map { jump in
            graph.order.map { $0.originals.map { jump[Int($0)] } } ?? jump
        }
        return try graph.withPointers { rows throws(GraphError) in
            try graph.shares.withUnsafeBufferPointer { shares throws(GraphError) in
                guard let jump else { return try iterate(rows, shares, nil, run, share) }
                return try jump.withUnsafeBufferPointer { jump throws(GraphError) in
                    try iterate(rows, shares, jump, run, share)
                }
            }
        }
    }

    private func iterate(
        _ rows: PackedArcs, _ shares: UnsafeBufferPointer<Double>, _ jump: UnsafeBufferPointer<Double>?,
        _ run: KernelRun, _ share: ClosedRange<Double>
    ) throws(GraphError) -> PageRankScores {
        // Nodes without arcs all have the score of the last one, when the surfer jumps to all alike.
        let idleCount = jump == nil ? max(graph.nodeCount - graph.activeCount - 1, 0) : 0
        let nodeCount = graph.nodeCount - idleCount
        let chunks = RowChunks(nodeCount: nodeCount) { rows.arcsBefore($0) }
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
            let score = jump?[node] ?? 1 / Double(graph.nodeCount)
            scores[node] = Real(score)
            outflow[node] = Real(score * shares[node])
            if shares[node] == 0 { danglingScore += score }
        }
        danglingScore += Double(idleCount) * Double(scores[nodeCount - 1])

        var sums = [Sums](repeating: Sums(), count: chunks.count)
        var residual = Double.infinity
        var iterations = 0
        var firstResidual = 0.0
        while iterations < parameters.maximumIterations {
            let step = Step(
                rows: rows, nodeCount: graph.nodeCount, shares: shares, jump: jump,
                jumpFactor: 1 - parameters.dampingFactor, damping: parameters.dampingFactor,
                danglingScore: danglingScore,
                scores: scores, outflow: outflow, nextOutflow: nextOutflow)
            let idleBefore = Double(scores[nodeCount - 1])
            try sums.withUnsafeMutableBufferPointer { sums throws(GraphError) in
                try run.forEachPiece(of: chunks.count) { chunk, _ in sums[chunk] = step.pull(chunks[chunk]) }
            }
            let idle = Double(scores[nodeCount - 1])
            residual = sums.reduce(Double(idleCount) * (idle - idleBefore).magnitude) { $0 + $1.change }
            danglingScore = sums.reduce(Double(idleCount) * idle) { $0 + $1.danglingScore }
            swap(&outflow, &nextOutflow)
            iterations += 1
            if residual <= parameters.tolerance { break }
            if iterations == 1 { firstResidual = residual }
            run.report(share.part(0, progress(iterations, residual, from: firstResidual)).upperBound)
        }
        run.report(share.upperBound)
        let found = (0..<graph.nodeCount).map { Double(scores[min($0, nodeCount - 1)]) }
        return PageRankScores(
            scores: graph.order?.restored(found) ?? found, iterations: iterations, residual: residual,
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

/// The arrays of a ``PageRankGraph`` as plain memory.
private struct PackedArcs: @unchecked Sendable {
    let nearOffsets: UnsafePointer<UInt32>
    let near: UnsafePointer<UInt16>
    let nearWeights: UnsafePointer<Double>?
    let farOffsets: UnsafePointer<UInt32>
    let far: UnsafePointer<UInt32>
    let farWeights: UnsafePointer<Double>?

    func arcsBefore(_ node: Int) -> Int { Int(nearOffsets[node]) + Int(farOffsets[node]) }
}

extension PageRankGraph {
    /// Calls `body` with the arrays as plain memory, which is valid during the call.
    fileprivate func withPointers<Result>(
        _ body: (PackedArcs) throws(GraphError) -> Result
    ) throws(GraphError) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(
            PackedArcs(
                nearOffsets: near.offsets.base, near: near.sources.base, nearWeights: near.weights?.base,
                farOffsets: far.offsets.base, far: far.sources.base, farWeights: far.weights?.base))
    }
}

/// What a chunk of rows adds to the sums over all nodes.
private struct Sums {
    var change = 0.0
    var danglingScore = 0.0
}

/// One step of the power method.
private struct Step<Real: BinaryFloatingPoint & BitwiseCopyable>: @unchecked Sendable {
    let rows: PackedArcs
    let nodeCount: Int
    let shares: UnsafeBufferPointer<Double>
    let jump: UnsafeBufferPointer<Double>?
    let jumpFactor: Double
    let damping: Double
    let danglingScore: Double
    let scores: UnsafeMutablePointer<Real>
    let outflow: UnsafeMutablePointer<Real>
    let nextOutflow: UnsafeMutablePointer<Real>

    /// Replaces the scores of some nodes by those of the next step.
    func pull(_ nodes: Range<Int>) -> Sums {
        guard let jump else {
            let base = (jumpFactor + damping * danglingScore) / Double(nodeCount)
            return pull(nodes) { _ in base }
        }
        let factor = jumpFactor + damping * danglingScore
        return pull(nodes) { factor * jump[$0] }
    }

    @inline(__always)
    private func pull(_ nodes: Range<Int>, base: (Int) -> Double) -> Sums {
        if let near = rows.nearWeights, let far = rows.farWeights {
            return pull(nodes, base: base) { node in
                weighted(node, rows.nearOffsets, rows.near, near)
                    + weighted(node, rows.farOffsets, rows.far, far)
            }
        }
        return pull(nodes, base: base) { node in
            var inflow = gathered(node, rows.nearOffsets, rows.near)
            if rows.farOffsets[node] != rows.farOffsets[node &+ 1] {
                inflow += gathered(node, rows.farOffsets, rows.far)
            }
            return Double(inflow)
        }
    }

    @inline(__always)
    private func pull(_ nodes: Range<Int>, base: (Int) -> Double, inflow: (Int) -> Double) -> Sums {
        var sums = Sums()
        for node in nodes {
            let score = damping * inflow(node) + base(node)
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
    private func gathered<Index: FixedWidthInteger>(
        _ node: Int, _ offsets: UnsafePointer<UInt32>, _ sources: UnsafePointer<Index>
    ) -> Real {
        var arc = Int(offsets[node])
        let end = Int(offsets[node &+ 1])
        var (a, b, c, d): (Real, Real, Real, Real) = (0, 0, 0, 0)
        while arc &+ 4 <= end {
            a += outflow[Int(sources[arc])]
            b += outflow[Int(sources[arc &+ 1])]
            c += outflow[Int(sources[arc &+ 2])]
            d += outflow[Int(sources[arc &+ 3])]
            arc &+= 4
        }
        while arc < end {
            a += outflow[Int(sources[arc])]
            arc &+= 1
        }
        return (a + b) + (c + d)
    }

    @inline(__always)
    private func weighted<Index: FixedWidthInteger>(
        _ node: Int, _ offsets: UnsafePointer<UInt32>, _ sources: UnsafePointer<Index>,
        _ weights: UnsafePointer<Double>
    ) -> Double {
        var arc = Int(offsets[node])
        let end = Int(offsets[node &+ 1])
        var sum = 0.0
        while arc < end {
            sum += weights[arc] * Double(outflow[Int(sources[arc])])
            arc &+= 1
        }
        return sum
    }
}

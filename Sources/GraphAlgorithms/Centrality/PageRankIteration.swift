/// The power method of ``PageRank`` on one graph, in the precision of `Real`; in an undirected one extrapolated.
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
        // Nodes without arcs get nothing but jumps: their scores are multiples of the jumps to them, all by one factor.
        let nodeCount = graph.activeCount
        let uniform = 1 / Double(graph.nodeCount)
        let idleJump = (nodeCount..<graph.nodeCount).reduce(0) { $0 + (jump?[$1] ?? uniform) }
        var (idleStart, lastIdleStart, idleScore) = (1.0, 1.0, 1.0)
        let chunks = RowChunks(nodeCount: nodeCount) { rows.arcsBefore($0) }
        let scores = LargeMemory.allocate(Real.self, count: nodeCount)
        // What each node gives to an arc of weight 1 where a step starts: this one, and the one before or after it.
        // A node without outgoing weight has its score here instead, which no arc asks for.
        var outflow = LargeMemory.allocate(Real.self, count: nodeCount)
        var nextOutflow = LargeMemory.allocate(Real.self, count: nodeCount)
        defer {
            LargeMemory.deallocate(scores)
            LargeMemory.deallocate(outflow)
            LargeMemory.deallocate(nextOutflow)
        }
        var danglingScore = idleJump
        for node in 0..<nodeCount {
            let score = jump?[node] ?? uniform
            outflow[node] = Real(shares[node] == 0 ? score : score * shares[node])
            if shares[node] == 0 { danglingScore += score }
        }
        nextOutflow.update(from: outflow, count: nodeCount)

        var sums = [Sums](repeating: Sums(), count: chunks.count)
        var extrapolation = Extrapolation(
            greatestRadius: graph.isSymmetric && parameters.tolerance > 0 ? parameters.dampingFactor : 0)
        var residual = Double.infinity
        var iterations = 0
        var firstResidual = 0.0
        while iterations < parameters.maximumIterations {
            let step = Step(
                rows: rows, shares: shares, jump: jump, uniform: uniform,
                jumpFactor: 1 - parameters.dampingFactor + parameters.dampingFactor * danglingScore,
                damping: parameters.dampingFactor, reach: extrapolation.factor,
                scores: scores, outflow: outflow, nextOutflow: nextOutflow)
            try sums.withUnsafeMutableBufferPointer { sums throws(GraphError) in
                try run.forEachPiece(of: chunks.count) { chunk, _ in sums[chunk] = step.pull(chunks[chunk]) }
            }
            swap(&outflow, &nextOutflow)
            idleScore = step.jumpFactor
            (idleStart, lastIdleStart) = (step.next(idleScore, after: lastIdleStart), idleStart)
            let before = residual
            residual = sums.reduce(idleJump * (idleScore - lastIdleStart).magnitude) { $0 + $1.change }
            danglingScore = sums.reduce(idleJump * idleStart) { $0 + $1.danglingScore }
            iterations += 1
            if residual <= parameters.tolerance { break }
            if iterations == 1 { firstResidual = residual }
            // The first residuals fall by more than those that follow.
            if iterations > 2 { extrapolation.adapt(to: residual / before) }
            run.report(share.part(0, progress(iterations, residual, from: firstResidual)).upperBound)
        }
        run.report(share.upperBound)
        let found = (0..<graph.nodeCount).map { node in
            node < nodeCount ? Double(scores[node]) : idleScore * (jump?[node] ?? uniform)
        }
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

/// How far beyond the end of a step the next one starts: the second-order Richardson method.
///
/// Where M is a step of the power method, x the start of this one and y the start of the one before, the next starts at
/// y + w · (M x - y). The part of the error that belongs to an eigenvalue fades by the eigenvalue at w = 1, which is the
/// power method, and as long as it is real at least as fast at a greater w: at a damping factor of 0.85, by 0.56 a step
/// instead of 0.85 at the most. The best w follows from the greatest eigenvalue at work, and that from how fast the
/// residual falls (Hageman and Young 1981, *Applied Iterative Methods*). The eigenvalues of an undirected graph are real.
struct Extrapolation {
    /// The greatest magnitude that an eigenvalue can have; 0 for the power method as it is.
    let greatestRadius: Double
    /// w.
    private(set) var factor = 1.0
    /// The greatest eigenvalue that was seen.
    private var radius = 0.0

    init(greatestRadius: Double) { self.greatestRadius = greatestRadius }

    /// - Parameter fall: By which factor the last step changed the residual.
    mutating func adapt(to fall: Double) {
        // Whatever belongs to the eigenvalues that were allowed for fades by the root of w - 1.
        guard fall < 1, fall * fall > factor - 1 else { return }
        let seen = (fall * fall + factor - 1) / (factor * fall)
        radius = min(max(radius, seen), greatestRadius)
        factor = 2 / (1 + (1 - radius * radius).squareRoot())
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

/// One step.
private struct Step<Real: BinaryFloatingPoint & BitwiseCopyable>: @unchecked Sendable {
    let rows: PackedArcs
    let shares: UnsafeBufferPointer<Double>
    let jump: UnsafeBufferPointer<Double>?
    let uniform: Double
    /// The share of jumps.
    let jumpFactor: Double
    let damping: Double
    /// How far to go from the last start: by 1 to the scores, by more beyond them.
    let reach: Double
    let scores: UnsafeMutablePointer<Real>
    let outflow: UnsafeMutablePointer<Real>
    /// Of the step before this one, until it becomes that of the next.
    let nextOutflow: UnsafeMutablePointer<Real>

    /// Makes the scores of some nodes, and where the next step starts.
    func pull(_ nodes: Range<Int>) -> Sums {
        guard let jump else {
            let base = jumpFactor * uniform
            return pull(nodes) { _ in base }
        }
        return pull(nodes) { jumpFactor * jump[$0] }
    }

    /// Where the next step starts; no score is below 0.
    @inline(__always)
    func next(_ score: Double, after last: Double) -> Double { max(score + (reach - 1) * (score - last), 0) }

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
            scores[node] = Real(score)
            let share = shares[node]
            let isDangling = share == 0
            let scale = isDangling ? 1 : share
            let given = score * scale
            sums.change += (given - Double(outflow[node])).magnitude / scale
            let next = next(given, after: Double(nextOutflow[node]))
            nextOutflow[node] = Real(next)
            if isDangling { sums.danglingScore += next }
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

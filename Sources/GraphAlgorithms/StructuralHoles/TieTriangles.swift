/// The triangles of mutual ties that both of Burt's measures add up.
///
/// Ties are oriented from the end with fewer ties to the one with more, so that each triangle is met once and
/// hubs have short rows: the "forward" algorithm (Schank and Wagner 2005, doi:10.1007/11427186_54).
struct TieTriangles {
    /// A corner of a triangle and the tie opposite to it.
    struct Corner {
        var node: Int
        var oppositeTie: Int
    }

    /// The sum of the mutual weights of each node, its total investment.
    let investments: [Double]
    /// The greatest mutual weight of each node.
    let strongestTies: [Double]
    /// The number of neighbours of each node.
    let degrees: [Int]
    /// `nodeCount + 1` positions into `heads`.
    let offsets: [UInt32]
    /// The ends of the oriented ties, row after row, ascending.
    let heads: [NodeID]
    /// The mutual weight of each oriented tie, or `nil` when all are 1.
    let tieWeights: [Double]?

    var nodeCount: Int { investments.count }

    /// - Parameters:
    ///   - graph: Any graph; the mutual weight of `u` and `v` in a directed one is that of `u -> v` plus that
    ///     of `v -> u`. Edges of weight 0 are no ties.
    ///   - usesWeights: Whether each edge counts with its weight; otherwise with 1.
    ///   - share: The share of the run's work that this is.
    init(
        graph: CompactGraph, usesWeights: Bool, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) {
        let strengths = usesWeights ? graph : graph.unweighted()
        let mutual = try CompactGraph(rows: strengths.rows.withoutZeroWeights(), isDirected: graph.isDirected)
            .symmetrized(run, share: share.part(0, 0.5))
        degrees = mutual.nodes.map { mutual.outDegree(of: $0) }
        if let weights = mutual.weights {
            investments = mutual.nodes.map { weights[mutual.arcs(of: $0)].reduce(0, +) }
            strongestTies = mutual.nodes.map { weights[mutual.arcs(of: $0)].max() ?? 0 }
        } else {
            investments = degrees.map { Double($0) }
            strongestTies = degrees.map { $0 == 0 ? 0 : 1 }
        }

        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(mutual.nodeCount + 1)
        var heads: [NodeID] = []
        heads.reserveCapacity(mutual.edgeCount)
        var tieWeights: [Double]? = mutual.weights == nil ? nil : []
        for node in mutual.nodes {
            try run.tick(Int(node), of: mutual.nodeCount, share: share.part(0.5, 1))
            let rank = (degrees[Int(node)], node)
            for arc in mutual.arcs(of: node) {
                let head = mutual.targets[arc]
                guard rank < (degrees[Int(head)], head) else { continue }
                heads.append(head)
                if let weight = mutual.weights?[arc] { tieWeights?.append(weight) }
            }
            offsets.append(UInt32(heads.count))
        }
        self.offsets = offsets
        self.heads = heads
        self.tieWeights = tieWeights
    }

    /// The mutual weight of an oriented tie.
    @inline(__always)
    func weight(ofTie tie: Int) -> Double { tieWeights?[tie] ?? 1 }

    /// Sums that all triangles add to.
    /// - Parameters:
    ///   - count: How many sums there are.
    ///   - share: The share of the run's work that this is.
    ///   - body: Adds what a triangle has to add.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(m · √m) time; O(n + count) space for each thread.
    func sums(
        count: Int, _ run: KernelRun, share: ClosedRange<Double>,
        _ body: (_ sums: UnsafeMutablePointer<Double>, _ first: Corner, _ second: Corner, _ third: Corner) ->
            Void
    ) throws(GraphError) -> [Double] {
        let pieces = pieces
        let sum = OrderedSum(count: count)
        try run.forEachPiece(of: pieces.count, share: share) { piece, worker in
            let sums = sum.array()
            forEach(from: pieces[piece]) {
                run.goesOn(worker, done: $0)
            } body: {
                body(sums, $0, $1, $2)
            }
            sum.add(sums, piece: piece)
        }
        return sum.values
    }

    /// First corners that make about equally much work: the ties of all their ties' heads.
    private var pieces: [Range<Int>] {
        var work = [0]
        work.reserveCapacity(nodeCount + 1)
        for node in 0..<nodeCount {
            let ties = Int(offsets[node])..<Int(offsets[node + 1])
            work.append(
                work[node]
                    + ties.reduce(0) { sum, tie in
                        sum + Int(offsets[Int(heads[tie]) + 1] - offsets[Int(heads[tie])])
                    })
        }
        let count = work[nodeCount] < 1 << 16 ? 1 : 8
        var pieces: [Range<Int>] = []
        var start = 0
        for piece in 1...count {
            let goal = work[nodeCount] / count * piece
            var end = piece == count ? nodeCount : start
            while end < nodeCount && work[end] < goal { end += 1 }
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }

    /// Calls `body` once for each triangle with a first corner among some nodes, always in the same order.
    /// - Parameter goesOn: Whether to go on, asked several times a second with the share of the nodes that are done.
    @inline(__always)
    private func forEach(
        from nodes: Range<Int>, goesOn: (_ done: Double) -> Bool,
        body: (_ first: Corner, _ second: Corner, _ third: Corner) -> Void
    ) {
        let absent = UInt32.max
        // The tie from the current node to each other one.
        let tieTo = LargeMemory.allocate(repeating: absent, count: nodeCount)
        defer { LargeMemory.deallocate(tieTo) }
        offsets.withUnsafeBufferPointer { offsets in
            heads.withUnsafeBufferPointer { heads in
                for first in nodes {
                    if first & 63 == 0,
                        !goesOn(Double(first - nodes.lowerBound) / Double(nodes.count))
                    {
                        return
                    }
                    let row = Int(offsets[first])..<Int(offsets[first + 1])
                    if row.count < 2 { continue }
                    for tie in row { tieTo[Int(heads[tie])] = UInt32(tie) }
                    for tie in row {
                        let second = Int(heads[tie])
                        for secondTie in Int(offsets[second])..<Int(offsets[second + 1]) {
                            let third = Int(heads[secondTie])
                            let thirdTie = tieTo[third]
                            if thirdTie == absent { continue }
                            body(
                                Corner(node: first, oppositeTie: secondTie),
                                Corner(node: second, oppositeTie: Int(thirdTie)),
                                Corner(node: third, oppositeTie: tie))
                        }
                    }
                    for tie in row { tieTo[Int(heads[tie])] = absent }
                }
            }
        }
    }
}

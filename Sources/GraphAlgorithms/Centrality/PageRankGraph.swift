/// A graph made ready for ``PageRank``.
///
/// Holds the arcs turned round, each node's predecessors side by side. Large graphs are numbered anew by falling
/// out-degree: what most arcs ask for lies together and stays in the cache. The first 65,536 predecessors are named with
/// 16 bits, for what a step reads of the arcs costs as much time as what it looks up. Making it takes about as long as two
/// steps, and the scores are those of the numbers of the graph.
struct PageRankGraph: Sendable {
    /// The number of nodes.
    let nodeCount: Int
    /// The numbers within, or `nil` where they are those of the graph.
    let order: DegreeOrder?
    /// Predecessors below ``nearCount``, and all others.
    let near: Part<UInt16>
    let far: Part<UInt32>
    /// What a node's score is multiplied with before its arcs share it in proportion to their weights: 1 / out-degree
    /// in an unweighted graph, 1 / sum of the row in a weighted one, 0 at dangling nodes.
    let shares: [Double]
    /// Nodes from here on have neither predecessors nor successors.
    let activeCount: Int
    /// Whether there is each arc in both directions with the same weight.
    let isSymmetric: Bool

    /// Arcs by the node that they lead to.
    struct Part<Index: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: Sendable {
        /// `nodeCount + 1` positions into `sources`.
        let offsets: GraphArray<UInt32>
        let sources: GraphArray<Index>
        let weights: GraphArray<Double>?
    }

    static let nearCount = 1 << 16
    /// Below this many nodes everything fits the cache as it is.
    private static let largeGraph = 1 << 14

    /// Makes a graph ready.
    /// - Parameters:
    ///   - graph: The graph.
    ///   - usesWeights: Whether arcs are followed in proportion to their weights.
    ///   - share: The share of the run's work that this is.
    /// - Complexity: O(n + m) time and space.
    init(
        _ graph: CompactGraph, usesWeights: Bool, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) {
        try run.check()
        let outgoing = OutgoingShares(usesWeights ? graph : graph.unweighted())
        nodeCount = graph.nodeCount
        isSymmetric = !graph.isDirected
        let order = Self.order(of: graph)
        self.order = order
        shares = order.map { order in order.originals.map { outgoing.shares[Int($0)] } } ?? outgoing.shares
        let packing = ArcPacking(rows: outgoing.rows, order: order, run: run)
        let nearCount = min(Self.nearCount, graph.nodeCount)
        far = try packing.turned(nearCount..<graph.nodeCount, share: share.part(0, 0.4))
        near =
            graph.isDirected || outgoing.areWeightsReplaced
            ? try packing.turned(0..<nearCount, share: share.part(0.4, 1))
            : try packing.symmetric(below: nearCount, without: far.offsets, share: share.part(0.4, 1))
        var active = graph.nodeCount
        while active > 0, shares[active - 1] == 0, near.offsets[active] == near.offsets[active - 1],
            far.offsets[active] == far.offsets[active - 1]
        {
            active -= 1
        }
        activeCount = active
        run.report(share.upperBound)
    }

    /// By falling out-degree, unless that is of no use.
    private static func order(of graph: CompactGraph) -> DegreeOrder? {
        guard graph.nodeCount >= largeGraph else { return nil }
        let degrees = graph.withPointers { rows in (0..<rows.nodeCount).map { UInt32(rows.degree($0)) } }
        if (1..<degrees.count).allSatisfy({ degrees[$0] <= degrees[$0 - 1] }) { return nil }
        return degrees.withUnsafeBufferPointer { DegreeOrder(degrees: $0) }
    }
}

/// Turns arcs round and gives their ends new numbers.
private struct ArcPacking {
    let rows: ArcRows
    let order: DegreeOrder?
    let run: KernelRun

    /// The arcs that leave some nodes, by the node that they lead to.
    /// - Parameter sources: New numbers, less the first of which they are kept.
    func turned<Index>(
        _ sources: Range<Int>, share: ClosedRange<Double>
    ) throws(GraphError) -> PageRankGraph.Part<Index> {
        try rows.withPointers { rows throws(GraphError) in
            let offsets = LargeMemory.allocate(repeating: UInt32(0), count: rows.nodeCount + 1)
            let counted = GraphArray(owning: offsets, count: rows.nodeCount + 1)
            try forEachArc(of: rows, from: sources, share: share.part(0, 0.4)) { target, _, _ in
                offsets[target + 1] += 1
            }
            for node in 0..<rows.nodeCount { offsets[node + 1] += offsets[node] }
            let part = Self.part(offsets: counted, isWeighted: rows.weights != nil, of: Index.self)

            let next = LargeMemory.allocate(UInt32.self, count: rows.nodeCount + 1)
            defer { LargeMemory.deallocate(next) }
            next.update(from: offsets, count: rows.nodeCount + 1)
            try forEachArc(of: rows, from: sources, share: share.part(0.4, 1)) { target, source, arc in
                let slot = Int(next[target])
                next[target] += 1
                part.sources[slot] = Index(truncatingIfNeeded: source)
                if let weights = rows.weights { part.weights?[slot] = weights[arc] }
            }
            return part.finished
        }
    }

    @inline(__always)
    private func forEachArc(
        of rows: ArcPointers, from sources: Range<Int>, share: ClosedRange<Double>,
        _ body: (_ target: Int, _ source: Int, _ arc: Int) -> Void
    ) throws(GraphError) {
        guard let order else {
            for source in sources {
                try run.tick(source - sources.lowerBound, of: sources.count, share: share)
                for arc in rows.row(source) { body(Int(rows.targets[arc]), source, arc) }
            }
            return
        }
        // In the order of the old numbers, for so the arcs are read from front to back.
        try order.positions.withUnsafeBufferPointer { positions throws(GraphError) in
            for node in 0..<rows.nodeCount {
                try run.tick(node, of: rows.nodeCount, share: share)
                let source = Int(positions[node])
                if !sources.contains(source) { continue }
                for arc in rows.row(node) { body(Int(positions[Int(rows.targets[arc])]), source, arc) }
            }
        }
    }

    /// The arcs that leave the first nodes, by the node that they lead to, in a graph that has each arc in both
    /// directions, with the same weight: then a row holds the predecessors already.
    /// - Parameters:
    ///   - limit: How many nodes these are.
    ///   - others: The offsets of the arcs that leave all other nodes.
    func symmetric<Index>(
        below limit: Int, without others: GraphArray<UInt32>, share: ClosedRange<Double>
    ) throws(GraphError) -> PageRankGraph.Part<Index> {
        try rows.withPointers { rows throws(GraphError) in
            let offsets = LargeMemory.allocate(repeating: UInt32(0), count: rows.nodeCount + 1)
            let counted = GraphArray(owning: offsets, count: rows.nodeCount + 1)
            for node in 0..<rows.nodeCount {
                let degree = rows.degree(order.map { Int($0.originals[node]) } ?? node)
                offsets[node + 1] = offsets[node] + UInt32(degree) - (others[node + 1] - others[node])
            }
            let part = Self.part(offsets: counted, isWeighted: rows.weights != nil, of: Index.self)
            let chunks = RowChunks(rows, count: 64)
            try run.forEachPiece(of: chunks.count, share: share) { chunk, _ in
                guard let order else {
                    for node in chunks[chunk] { part.fill(node, from: rows, rows.row(node), limit) { $0 } }
                    return
                }
                order.positions.withUnsafeBufferPointer { positions in
                    for node in chunks[chunk] {
                        part.fill(Int(positions[node]), from: rows, rows.row(node), limit) {
                            positions[Int($0)]
                        }
                    }
                }
            }
            return part.finished
        }
    }

    /// A part whose arcs are still being written.
    private struct Unfinished<Index: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable> {
        let finished: PageRankGraph.Part<Index>
        let offsets: UnsafePointer<UInt32>
        let sources: UnsafeMutablePointer<Index>
        let weights: UnsafeMutablePointer<Double>?

        /// Writes the arcs of a row that come from nodes below the limit.
        @inline(__always)
        func fill(
            _ node: Int, from rows: ArcPointers, _ row: Range<Int>, _ limit: Int,
            number: (NodeID) -> NodeID
        ) {
            var slot = Int(offsets[node])
            let end = Int(offsets[node &+ 1])
            for arc in row {
                // The rest is beyond the limit.
                if slot == end { return }
                let source = number(rows.targets[arc])
                sources[slot] = Index(truncatingIfNeeded: source)
                if let old = rows.weights { weights?[slot] = old[arc] }
                // What is beyond the limit is written over by the next.
                slot &+= Int(source) < limit ? 1 : 0
            }
        }
    }

    private static func part<Index>(
        offsets: GraphArray<UInt32>, isWeighted: Bool, of _: Index.Type
    ) -> Unfinished<Index> {
        let count = Int(offsets[offsets.count - 1])
        let sources = LargeMemory.allocate(Index.self, count: count)
        let weights = isWeighted ? LargeMemory.allocate(Double.self, count: count) : nil
        return Unfinished(
            finished: PageRankGraph.Part(
                offsets: offsets, sources: GraphArray(owning: sources, count: count),
                weights: weights.map { GraphArray(owning: $0, count: count) }),
            offsets: offsets.base, sources: sources, weights: weights)
    }
}

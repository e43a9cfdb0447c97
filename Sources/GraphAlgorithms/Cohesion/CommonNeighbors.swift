internal import Glibc

/// Who is likely to get to know whom: scores of pairs by the neighbours they share.
///
/// Liben-Nowell and Kleinberg 2007, doi:10.1002/asi.20591. In a directed graph neighbours are successors. Weights are
/// ignored.
public struct CommonNeighbors: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// What two nodes share.
    public struct Score: Equatable, Sendable {
        /// The other node.
        public let node: NodeID
        /// How many neighbours the two share.
        public let count: Int
        /// The share of all neighbours of either that both have (Jaccard 1901).
        public let jaccard: Double
        /// The sum of 1 / ln(degree) over the shared neighbours (Adamic and Adar 2003,
        /// doi:10.1016/S0378-8733(03)00009-1).
        public let adamicAdar: Double
        /// The sum of 1 / degree over the shared neighbours (Zhou, Lü and Zhang 2009, doi:10.1140/epjb/e2009-00335-8).
        public let resourceAllocation: Double
    }

    /// The scores of a node with each node it shares neighbours with, ascending by node.
    ///
    /// A shared neighbour of degree 1, which only a directed graph can have, adds nothing to `adamicAdar`.
    /// - Parameters:
    ///   - node: The node.
    ///   - graph: The graph.
    ///   - includesNeighbors: Whether nodes that are joined to it already are among them.
    /// - Precondition: `node < graph.nodeCount`.
    /// - Complexity: The sum of the degrees of the sharing neighbours and of those that share, O(n) space.
    public func scores(
        of node: NodeID, in graph: CompactGraph, includesNeighbors: Bool = false
    ) -> [Score] {
        RunControl.unstoppable { control throws(GraphError) in
            try scores(of: node, in: graph, includesNeighbors: includesNeighbors, control: control)
        }
    }

    /// The scores as ``scores(of:in:includesNeighbors:)`` has them, unless the caller stops it; on one thread.
    /// - Precondition: `node < graph.nodeCount`.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: The sum of the degrees of the sharing neighbours and of those that share, O(n) space.
    public func scores(
        of node: NodeID, in graph: CompactGraph, includesNeighbors: Bool = false, control: RunControl
    ) throws(GraphError) -> [Score] {
        precondition(Int(node) < graph.nodeCount, "the node is not a node of the graph")
        let run = KernelRun(control, work: 0)
        let before = graph.isDirected ? 0.5 : 0
        let sharers = try graph.transposed(run, share: 0...before)
        let sums = SharedSums(count: graph.nodeCount)
        defer { sums.deallocate() }
        var others = try graph.withPointers { rows throws(GraphError) in
            try sharers.withPointers { sharers throws(GraphError) in
                try sums.add(ofAll: rows.row(Int(node)), rows, sharers, run, share: before...0.8)
            }
        }
        others.sort()

        let degree = graph.outDegree(of: node)
        var scores: [Score] = []
        for (index, other) in others.enumerated() {
            try run.tick(index, of: others.count, share: 0.8...1)
            if other == node || (!includesNeighbors && graph.hasEdge(from: node, to: other)) { continue }
            let count = Int(sums.counts[Int(other)])
            let all = degree + graph.outDegree(of: other) - count
            scores.append(
                Score(
                    node: other, count: count, jaccard: Double(count) / Double(all),
                    adamicAdar: sums.adamicAdar[Int(other)],
                    resourceAllocation: sums.allocation[Int(other)]))
        }
        run.report(1)
        return scores
    }
}

/// What each node shares with one of them, all 0 at first; only what is touched costs time.
private struct SharedSums {
    let counts: UnsafeMutablePointer<UInt32>
    let adamicAdar: UnsafeMutablePointer<Double>
    let allocation: UnsafeMutablePointer<Double>

    init(count: Int) {
        counts = LargeMemory.allocateZeros(count: count)
        adamicAdar = LargeMemory.allocateZeros(count: count)
        allocation = LargeMemory.allocateZeros(count: count)
    }

    func deallocate() {
        LargeMemory.deallocate(counts)
        LargeMemory.deallocate(adamicAdar)
        LargeMemory.deallocate(allocation)
    }

    /// - Returns: The nodes that share any of the neighbours at the ends of some arcs, each once.
    func add(
        ofAll arcs: Range<Int>, _ rows: ArcPointers, _ sharers: ArcPointers, _ run: KernelRun,
        share: ClosedRange<Double>
    ) throws(GraphError) -> [NodeID] {
        try run.check()
        var touched: [NodeID] = []
        for arc in arcs {
            let shared = Int(rows.targets[arc])
            // A neighbour may be a hub, so few of them are looked at before asking again.
            if arc & 63 == 0 { try run.check(after: arc - arcs.lowerBound, of: arcs.count, share: share) }
            let degree = Double(sharers.degree(shared))
            let logarithmic = degree > 1 ? 1 / log(degree) : 0
            for back in sharers.row(shared) {
                let other = Int(sharers.targets[back])
                if counts[other] == 0 { touched.append(NodeID(other)) }
                counts[other] &+= 1
                adamicAdar[other] += logarithmic
                allocation[other] += 1 / degree
            }
        }
        return touched
    }
}

/// The personalised PageRank around one node, by looking at its surroundings only.
///
/// The push method of Andersen, Chung and Lang 2006, doi:10.1109/FOCS.2006.44, without their lazy steps, so that scores
/// are those of ``PageRank`` with the whole personalisation at one node. All probability starts as residual at the
/// source; a push turns 1 - d of a node's residual into score and hands d on along its arcs. It ends when no node has
/// more residual than ``tolerance`` times its out-degree.
///
/// Scores are too low, never too high, and all the errors sum to ``LocalPageRankScores/residual`` at most; in an
/// unweighted undirected graph without isolated nodes, that of node v is at most tolerance · degree(v).
public struct LocalPageRank: Equatable, Sendable {
    /// The probability of following an arc, in 0 ..< 1.
    public let dampingFactor: Double
    /// The residual for each outgoing arc that is left where it is, above 0.
    public let tolerance: Double
    /// Whether arcs are followed in proportion to their weights; otherwise all alike.
    public let usesWeights: Bool

    /// Makes the measure.
    /// - Parameters:
    ///   - dampingFactor: The probability of following an arc, in 0 ..< 1.
    ///   - tolerance: The residual for each outgoing arc that is left where it is, above 0 and finite.
    ///   - usesWeights: Whether arcs are followed in proportion to their weights.
    /// - Throws: ``GraphError/invalidDampingFactor(_:)`` or ``GraphError/invalidTolerance(_:)``.
    public init(
        dampingFactor: Double = 0.85, tolerance: Double = 1e-6, usesWeights: Bool = true
    ) throws(GraphError) {
        guard dampingFactor >= 0, dampingFactor < 1 else { throw .invalidDampingFactor(dampingFactor) }
        guard tolerance > 0, tolerance.isFinite else { throw .invalidTolerance(tolerance) }
        self.dampingFactor = dampingFactor
        self.tolerance = tolerance
        self.usesWeights = usesWeights
    }

    /// The scores around a node.
    /// - Precondition: `source < graph.nodeCount`.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(1 / (tolerance · (1 - dampingFactor))) time, however large the graph; O(n) space, of which only
    ///   what lies around the source is touched.
    public func scores(
        around source: NodeID, in graph: CompactGraph, control: RunControl = RunControl()
    ) throws(GraphError) -> LocalPageRankScores {
        precondition(Int(source) < graph.nodeCount, "the source is not a node of the graph")
        let run = KernelRun(control, work: 0)
        let weighted = usesWeights ? graph : graph.unweighted()
        return try weighted.withPointers { rows throws(GraphError) in
            var search = PushSearch(rows: rows, source: Int(source), parameters: self)
            defer { search.deallocate() }
            try search.pushAll(run)
            return search.result()
        }
    }
}

/// What ``LocalPageRank`` found.
public struct LocalPageRankScores: Equatable, Sendable {
    /// The nodes that have a score, ascending.
    public let nodes: [NodeID]
    /// One score above 0 for each of `nodes`.
    public let scores: [Double]
    /// The probability that was not handed out: what all scores together lack.
    public let residual: Double
    /// How often a node's residual was handed on.
    public let pushes: Int
}

/// The residuals on their way.
private struct PushSearch {
    private let rows: ArcPointers
    private let source: Int
    private let parameters: LocalPageRank
    private let scores: UnsafeMutablePointer<Double>
    private let residuals: UnsafeMutablePointer<Double>
    private let isQueued: UnsafeMutablePointer<Bool>
    private var touched: [Int]
    private var queue: [Int]
    private var pushes = 0

    init(rows: ArcPointers, source: Int, parameters: LocalPageRank) {
        self.rows = rows
        self.source = source
        self.parameters = parameters
        scores = LargeMemory.allocateZeros(count: rows.nodeCount)
        residuals = LargeMemory.allocateZeros(count: rows.nodeCount)
        isQueued = LargeMemory.allocateZeros(count: rows.nodeCount)
        residuals[source] = 1
        touched = [source]
        queue = [source]
        isQueued[source] = true
    }

    func deallocate() {
        LargeMemory.deallocate(scores)
        LargeMemory.deallocate(residuals)
        LargeMemory.deallocate(isQueued)
    }

    private static let pushesBetweenChecks = 1 << 16

    mutating func pushAll(_ run: KernelRun) throws(GraphError) {
        try run.check()
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            isQueued[node] = false
            push(node)
            pushes += 1
            if pushes % Self.pushesBetweenChecks == 0 { try run.check() }
            // What was taken from the queue would otherwise stay in memory.
            if head == 1 << 20 {
                queue.removeFirst(head)
                head = 0
            }
        }
        run.report(1)
    }

    private mutating func push(_ node: Int) {
        let residual = residuals[node]
        residuals[node] = 0
        scores[node] += (1 - parameters.dampingFactor) * residual
        let handedOn = parameters.dampingFactor * residual
        let row = rows.row(node)
        guard let weights = rows.weights else {
            if row.isEmpty { return give(handedOn, to: source) }
            let share = handedOn / Double(row.count)
            for arc in row { give(share, to: Int(rows.targets[arc])) }
            return
        }
        // Dividing by the greatest weight first keeps the sum in range.
        let greatest = row.reduce(0) { max($0, weights[$1]) }
        if greatest == 0 { return give(handedOn, to: source) }
        let sum = row.reduce(0) { $0 + weights[$1] / greatest }
        for arc in row where weights[arc] > 0 {
            give(handedOn * (weights[arc] / greatest / sum), to: Int(rows.targets[arc]))
        }
    }

    @inline(__always)
    private mutating func give(_ share: Double, to node: Int) {
        let before = residuals[node]
        let now = before + share
        residuals[node] = now
        if before == 0 && scores[node] == 0 { touched.append(node) }
        if now > parameters.tolerance * Double(max(1, rows.degree(node))) && !isQueued[node] {
            isQueued[node] = true
            queue.append(node)
        }
    }

    func result() -> LocalPageRankScores {
        var residual = 0.0
        var nodes: [NodeID] = []
        touched.sorted().forEach { node in
            if nodes.last == NodeID(node) { return }
            residual += residuals[node]
            if scores[node] > 0 { nodes.append(NodeID(node)) }
        }
        return LocalPageRankScores(
            nodes: nodes, scores: nodes.map { scores[Int($0)] }, residual: residual, pushes: pushes)
    }
}

/// The share of time that a random surfer spends at each node (Page, Brin, Motwani and Winograd 1999).
///
/// At each step the surfer follows an arc, chosen in proportion to its weight, with the probability
/// ``dampingFactor``; otherwise, and from a node without outgoing weight, it jumps to a node drawn from the
/// personalisation (uniform by default: Haveliwala 2002, doi:10.1145/511446.511513), as networkx does. The scores are computed by the power method, pulling from
/// predecessors, until a step changes them by at most ``tolerance`` in the L1 norm. The error is then at most
/// tolerance · d / (1 - d). In an undirected graph each step starts beyond the end of the last one, which takes fewer of
/// them (the second-order Richardson method), unless the tolerance is 0.
public struct PageRank: Equatable, Sendable {
    /// In what the scores are kept between steps; sums over all nodes are `Double`s in any case.
    public enum Precision: Equatable, Sendable {
        /// 64 bits.
        case double
        /// 32 bits: faster on large graphs, and good for residuals down to about 1e-6.
        case single
    }

    /// The probability of following an arc, in 0 ..< 1.
    public let dampingFactor: Double
    /// The L1 change between two iterations at which the scores count as converged, 0 or more.
    ///
    /// It is the sum over all nodes, not divided by their number. At 0 the scores are those of ``maximumIterations`` steps of
    /// the power method, or those that stand still before.
    public let tolerance: Double
    /// The number of iterations after which to stop in any case, 1 or more.
    public let maximumIterations: Int
    /// Whether arcs are followed in proportion to their weights; otherwise all alike.
    public let usesWeights: Bool
    /// In what the scores are kept between steps.
    public let precision: Precision

    /// Damping factor 0.85, tolerance 1e-8, at most 200 iterations (about 120 suffice), weights used.
    public init() {
        dampingFactor = 0.85
        tolerance = 1e-8
        maximumIterations = 200
        usesWeights = true
        precision = .double
    }

    /// Makes the measure.
    /// - Parameters:
    ///   - dampingFactor: The probability of following an arc, in 0 ..< 1.
    ///   - tolerance: The L1 change that counts as converged, 0 or more; 0 asks for the last step of the power method
    ///     unless the scores stand still.
    ///   - maximumIterations: When to stop in any case, 1 or more.
    ///   - usesWeights: Whether arcs are followed in proportion to their weights.
    ///   - precision: In what the scores are kept between steps.
    /// - Throws: ``GraphError/invalidDampingFactor(_:)``, ``GraphError/invalidTolerance(_:)`` or
    ///   ``GraphError/invalidMaximumIterations(_:)``.
    public init(
        dampingFactor: Double = 0.85, tolerance: Double = 1e-8, maximumIterations: Int = 200,
        usesWeights: Bool = true, precision: Precision = .double
    ) throws(GraphError) {
        guard dampingFactor >= 0, dampingFactor < 1 else { throw .invalidDampingFactor(dampingFactor) }
        guard tolerance >= 0, tolerance.isFinite else { throw .invalidTolerance(tolerance) }
        guard maximumIterations >= 1 else { throw .invalidMaximumIterations(maximumIterations) }
        self.dampingFactor = dampingFactor
        self.tolerance = tolerance
        self.maximumIterations = maximumIterations
        self.usesWeights = usesWeights
        self.precision = precision
    }

    /// The scores of a surfer who jumps to all nodes alike.
    /// - Complexity: O((n + m) · iterations) time, O(n + m) space.
    public func scores(in graph: CompactGraph) -> PageRankScores {
        RunControl.unstoppable { control throws(GraphError) in try scores(in: graph, control: control) }
    }

    /// The scores of a surfer who jumps to all nodes alike, on as many threads as wanted.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O((n + m) · iterations) time, O(n + m) space.
    public func scores(in graph: CompactGraph, control: RunControl) throws(GraphError) -> PageRankScores {
        try scores(in: graph, jump: nil, control)
    }

    /// The scores of a surfer who jumps to the nodes in proportion to a personalisation.
    /// - Parameters:
    ///   - graph: The graph.
    ///   - personalization: One non-negative, finite entry for each node, not all 0, on any scale.
    ///   - control: On how many threads, and who may stop it.
    /// - Throws: ``GraphError/personalizationCount(expected:actual:)``,
    ///   ``GraphError/invalidPersonalization(node:value:)``, ``GraphError/invalidPersonalizationSum(_:)`` or
    ///   ``GraphError/cancelled``.
    /// - Complexity: O((n + m) · iterations) time, O(n + m) space.
    public func scores(
        in graph: CompactGraph, personalization: [Double], control: RunControl = RunControl()
    ) throws(GraphError) -> PageRankScores {
        let jump = try jump(to: personalization, nodeCount: graph.nodeCount)
        return try scores(in: graph, jump: jump, control)
    }

    /// The distribution that a personalisation stands for.
    private func jump(to personalization: [Double], nodeCount: Int) throws(GraphError) -> [Double] {
        guard personalization.count == nodeCount else {
            throw .personalizationCount(expected: nodeCount, actual: personalization.count)
        }
        for (node, value) in personalization.enumerated() where !(value >= 0 && value.isFinite) {
            throw .invalidPersonalization(node: NodeID(node), value: value)
        }
        let sum = personalization.reduce(0, +)
        guard sum.isFinite, sum > 0 || personalization.isEmpty else {
            throw .invalidPersonalizationSum(sum)
        }
        return personalization.map { $0 / sum }
    }

    private func scores(
        in graph: CompactGraph, jump: [Double]?, _ control: RunControl
    ) throws(GraphError) -> PageRankScores {
        let run = KernelRun(control, work: 8 * (graph.nodeCount + graph.targets.count))
        let ready = try PageRankGraph(graph, usesWeights: usesWeights, run, share: 0...0.1)
        switch precision {
        case .double:
            return try PageRankIteration<Double>(graph: ready, parameters: self, jump: jump)
                .scores(run, share: 0.1...1)
        case .single:
            return try PageRankIteration<Float>(graph: ready, parameters: self, jump: jump)
                .scores(run, share: 0.1...1)
        }
    }
}

/// What ``PageRank`` found, and how well.
public struct PageRankScores: Equatable, Sendable {
    /// The score of each node; they sum to 1 unless the graph is empty.
    public let scores: [Double]
    /// How many iterations were made.
    public let iterations: Int
    /// The L1 change of the scores in the last iteration.
    public let residual: Double
    /// Whether the residual came down to the tolerance.
    public let converged: Bool
}

internal import Glibc

/// Betweenness from a sample of shortest paths, with a guaranteed error.
///
/// KADABRA (Borassi and Natale 2019, doi:10.1145/3284359): shortest paths between random pairs are drawn until bounds that
/// hold at any time say that no score is off by more than ``maximumError``; at the latest after the number of samples
/// that the diameter alone warrants (Riondato and Kornaropoulos 2016, doi:10.1007/s10618-015-0423-0). One deviation: the
/// probability of failure is divided among the nodes evenly. Scores are those of a normalised ``Betweenness``.
public struct ApproximateBetweenness: Equatable, Sendable {
    /// By how much a score may be off, between 0 and 1.
    public let maximumError: Double
    /// How likely it may be that any score at all is off by more, between 0 and 1.
    public let failureProbability: Double
    /// What fixes the sample.
    public let seed: UInt64

    /// Makes the measure.
    /// - Parameters:
    ///   - maximumError: By how much a score may be off, in 0 ..< 1, not 0.
    ///   - failureProbability: How likely it may be that any score is off by more, in 0 ..< 1, not 0.
    ///   - seed: What fixes the sample: the same seed gives the same scores.
    /// - Throws: ``GraphError/invalidTolerance(_:)`` or ``GraphError/invalidProbability(_:)``.
    public init(
        maximumError: Double = 0.01, failureProbability: Double = 0.1, seed: UInt64 = 1
    ) throws(GraphError) {
        guard maximumError > 0, maximumError < 1 else { throw .invalidTolerance(maximumError) }
        guard failureProbability > 0, failureProbability < 1 else {
            throw .invalidProbability(failureProbability)
        }
        self.maximumError = maximumError
        self.failureProbability = failureProbability
        self.seed = seed
    }

    private static let samplesInPiece = 64
    /// Samples between two looks at the bounds.
    private static let samplesInRound = 2_048

    /// The score of each node; weights are ignored.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(log(n / failureProbability) / maximumError²) samples at most, each O(n + m) at worst and near
    ///   the square root of m on networks with hubs; O(n) space for each thread.
    public func scores(
        in graph: CompactGraph, control: RunControl = RunControl()
    ) throws(GraphError) -> ApproximateScores {
        let nodeCount = graph.nodeCount
        guard nodeCount > 2 else {
            return ApproximateScores(scores: .init(repeating: 0, count: nodeCount), samples: 0)
        }
        let run = KernelRun(control, work: 16 * (graph.nodeCount + graph.targets.count))
        let (ordered, order) = try graph.unweighted().orderedByDegree(run, share: 0...0.05)
        let transposed = try ordered.transposed(run, share: 0.05...0.1)
        // The scores of samples are shares of all pairs, those of the measure of pairs of others.
        let scale = Double(nodeCount) / Double(nodeCount - 2)
        var bounds = SampleBounds(
            error: maximumError / scale, failureProbability: failureProbability, nodeCount: nodeCount,
            vertexDiameter: try Self.vertexDiameter(ordered, run, share: 0.1...0.15))
        let counts = LargeMemory.allocate(repeating: UInt32(0), count: nodeCount * run.threads)
        defer { LargeMemory.deallocate(counts) }

        try ordered.withPointers { outgoing throws(GraphError) in
            try transposed.withPointers { incoming throws(GraphError) in
                var samplers = (0..<run.threads).map { _ in
                    PathSampler(outgoing: outgoing, incoming: incoming)
                }
                defer { for sampler in samplers { sampler.deallocate() } }
                try samplers.withUnsafeMutableBufferPointer { samplers throws(GraphError) in
                    while bounds.samples < bounds.mostSamples {
                        let first = bounds.samples
                        let count = min(Self.samplesInRound, bounds.mostSamples - first)
                        let pieces = RowChunks.even(count, pieces: count, smallest: Self.samplesInPiece)
                        try run.forEachPiece(of: pieces.count) { piece, worker in
                            for sample in pieces[piece] {
                                var random = SplitMix64(seed: seed, sample: first + sample)
                                samplers[worker].sample(&random, counts: counts + worker * nodeCount)
                            }
                        }
                        bounds.samples += count
                        // Whole numbers add up to the same whichever worker counted them.
                        for worker in 1..<max(run.threads, 1) {
                            for node in 0..<nodeCount {
                                counts[node] += counts[worker * nodeCount + node]
                                counts[worker * nodeCount + node] = 0
                            }
                        }
                        if bounds.areMet(by: UnsafeBufferPointer(start: counts, count: nodeCount)) { break }
                        try run.check(
                            after: bounds.samples, of: bounds.mostSamples, share: 0.15...1)
                    }
                }
            }
        }
        run.report(1)
        let scores = (0..<nodeCount).map { Double(counts[$0]) / Double(bounds.samples) * scale }
        return ApproximateScores(scores: order.restored(scores), samples: bounds.samples)
    }

    /// At least the number of nodes on the longest of all shortest paths.
    private static func vertexDiameter(
        _ graph: CompactGraph, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> Int {
        if graph.isDirected {
            return try ConnectedComponents().labels(in: graph, run, share: share).sizes.max() ?? 0
        }
        // No path of a component is longer than twice the way from any node to the farthest.
        return try graph.withPointers { rows throws(GraphError) in
            var done = 0
            var hops = [Int](repeating: -1, count: rows.nodeCount)
            var queue: [Int] = []
            var diameter = 0
            for root in 0..<rows.nodeCount where hops[root] < 0 {
                hops[root] = 0
                queue.append(root)
                var head = queue.count - 1
                while head < queue.count {
                    try run.tick(done, of: rows.nodeCount, share: share)
                    done += 1
                    let node = queue[head]
                    head += 1
                    for arc in rows.row(node) where hops[Int(rows.targets[arc])] < 0 {
                        hops[Int(rows.targets[arc])] = hops[node] + 1
                        queue.append(Int(rows.targets[arc]))
                    }
                }
                diameter = max(diameter, 2 * hops[queue[queue.count - 1]] + 1)
            }
            return diameter
        }
    }
}

/// What ``ApproximateBetweenness`` found.
public struct ApproximateScores: Equatable, Sendable {
    /// The score of each node.
    public let scores: [Double]
    /// How many paths were drawn.
    public let samples: Int
}

/// When a sample is large enough: the functions f and g of KADABRA.
private struct SampleBounds {
    private let error: Double
    /// ln(1 / the probability of failure of one side of one node).
    private let logarithm: Double
    /// How many samples are enough in any case.
    let mostSamples: Int
    /// How many were drawn.
    var samples = 0

    init(error: Double, failureProbability: Double, nodeCount: Int, vertexDiameter: Int) {
        self.error = error
        // One half for the two sides of all nodes, the other for the number of samples.
        logarithm = log(4 * Double(nodeCount) / failureProbability)
        let inner = max(vertexDiameter - 2, 1)
        let dimension = Double(Int.bitWidth - 1 - inner.leadingZeroBitCount)
        mostSamples = Int(
            (0.5 / (error * error) * (dimension + 1 + log(2 / failureProbability))).rounded(.up))
    }

    func areMet(by counts: UnsafeBufferPointer<UInt32>) -> Bool {
        let drawn = Double(samples)
        let ratio = Double(mostSamples) / drawn
        // The bounds widen with the score, so the greatest decides.
        let score = Double(counts.max() ?? 0) / drawn
        func width(_ term: Double) -> Double {
            logarithm / drawn
                * (term + (term * term + 2 * score * Double(mostSamples) / logarithm).squareRoot())
        }
        return width(1.0 / 3 - ratio) <= error && width(1.0 / 3 + ratio) <= error
    }
}

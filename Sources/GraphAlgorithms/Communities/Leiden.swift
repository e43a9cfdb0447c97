/// Groups of nodes that are joined more densely among themselves than chance would have it.
///
/// The Leiden algorithm (Traag, Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z) for modularity (Newman and Girvan
/// 2004) with a resolution (Reichardt and Bornholdt 2006): nodes move to the best of their neighbours' communities, the
/// communities are refined into well-connected parts, and these become the nodes of a smaller graph, until nothing moves.
/// Every community is connected. Nodes come in an order that is drawn, in blocks, but from a ``seed``, so the result is
/// always the same. One deviation: the algorithm draws merges, too; here the best one is taken, of equal ones that with the smallest
/// number. Directions are ignored: the weight of an edge is that of ``CompactGraph/symmetrized()``.
public struct Leiden: Equatable, Sendable {
    /// How dense a community must be: above 1 there are more and smaller ones.
    public let resolution: Double
    /// How often the algorithm starts again from its own result, 1 or more; it stops when nothing moves.
    public let maximumIterations: Int
    /// Whether each edge counts with its weight; otherwise with 1.
    public let usesWeights: Bool
    /// What fixes the order in which nodes come.
    public let seed: UInt64

    /// Makes the measure.
    /// - Parameters:
    ///   - resolution: How dense a community must be, 0 or more; 1 is plain modularity.
    ///   - maximumIterations: How often the algorithm starts again from its own result, 1 or more.
    ///   - usesWeights: Whether each edge counts with its weight.
    ///   - seed: What fixes the order in which nodes come. Another one finds communities that are hardly better or worse,
    ///     but may be others.
    /// - Throws: ``GraphError/invalidResolution(_:)`` or ``GraphError/invalidMaximumIterations(_:)``.
    public init(
        resolution: Double = 1, maximumIterations: Int = 2, usesWeights: Bool = true, seed: UInt64 = 1
    ) throws(GraphError) {
        guard resolution >= 0, resolution.isFinite else { throw .invalidResolution(resolution) }
        guard maximumIterations >= 1 else { throw .invalidMaximumIterations(maximumIterations) }
        self.resolution = resolution
        self.maximumIterations = maximumIterations
        self.usesWeights = usesWeights
        self.seed = seed
    }

    /// The community of each node.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: Nearly O(n + m) an iteration in practice; O(n + m) space.
    public func communities(
        in graph: CompactGraph, control: RunControl = RunControl()
    ) throws(GraphError) -> Communities {
        let run = KernelRun(control, work: graph.nodeCount + graph.targets.count)
        let undirected = try (usesWeights ? graph : graph.unweighted()).symmetrized(run, share: 0...0.05)
        guard graph.nodeCount >= Self.largeGraph else {
            return try communities(undirected: undirected, run)
        }
        // With hubs side by side most of what is looked up is in the cache.
        let (ordered, order) = try undirected.orderedByDegree(run, share: 0.05...0.1)
        let found = try communities(undirected: ordered, run)
        return Communities(membership: order.restored(found.labels), modularity: found.modularity)
    }

    /// Nodes that come one after the other, so that their arcs are read from front to back.
    private static let blockLength = 128
    /// From this number of nodes on, they are put in order before.
    private static let largeGraph = 1 << 14

    private func communities(
        undirected: CompactGraph, _ run: KernelRun
    ) throws(GraphError) -> Communities {
        let share = 0.1...1.0
        let whole = CommunityGraph(undirected)
        var membership = (0..<whole.nodeCount).map { UInt32($0) }
        if whole.totalWeight > 0 {
            for iteration in 0..<maximumIterations {
                let before = membership
                let start = Double(iteration) / Double(maximumIterations)
                let end = Double(iteration + 1) / Double(maximumIterations)
                var random = SplitMix64(seed: seed, sample: iteration)
                try improve(&membership, of: whole, &random, run, share: share.part(start, end))
                if membership == before { break }
            }
        }
        run.report(1)
        return Communities(
            membership: membership, modularity: whole.modularity(of: membership, resolution: resolution))
    }

    /// One iteration: levels of moving, refining and contracting until nothing moves.
    /// - Parameter share: The share of the run's work that this is.
    private func improve(
        _ membership: inout [UInt32], of whole: CommunityGraph, _ random: inout SplitMix64, _ run: KernelRun,
        share: ClosedRange<Double>
    ) throws(GraphError) {
        var graph = whole
        // The node of the current level that each node of the whole graph is in.
        var place = (0..<whole.nodeCount).map { UInt32($0) }
        var level = CommunityGraph.renumbered(membership).labels
        // The first level is most of the work, and how many will follow is not known.
        var share = share
        while true {
            try run.check()
            let now = share.part(0, 0.7)
            share = share.part(0.7, 1)
            var moving = LocalMoving(graph: graph, membership: level, resolution: resolution)
            try moving.moveAll(
                in: random.permutation(of: graph.nodeCount, inBlocksOf: Self.blockLength), run,
                share: now.part(0, 0.5))
            let (labels, count) = CommunityGraph.renumbered(moving.membership)
            level = labels
            if count == graph.nodeCount { break }
            let refinement = Refinement(
                graph: graph, communities: level, resolution: resolution,
                order: random.permutation(of: graph.nodeCount, inBlocksOf: Self.blockLength))
            let parts = CommunityGraph.renumbered(try refinement.parts(run, share: now.part(0.5, 0.8)))
            // Without any merge the graph would not shrink; then its communities are contracted as they are.
            let (contraction, size) = parts.count < graph.nodeCount ? parts : (level, count)
            var next = [UInt32](repeating: 0, count: size)
            for node in 0..<graph.nodeCount { next[Int(contraction[node])] = level[node] }
            graph = try graph.contracted(by: contraction, count: size, run, share: now.part(0.8, 1))
            for node in place.indices { place[node] = contraction[Int(place[node])] }
            level = next
        }
        membership = CommunityGraph.renumbered(place.map { level[Int($0)] }).labels
    }
}

/// What ``Leiden`` found.
public struct Communities: Equatable, Sendable {
    /// The community of each node, numbered in the order of their smallest nodes.
    public let labels: [UInt32]
    /// The number of nodes of each community.
    public let sizes: [Int]
    /// How much more of the weight of edges is inside communities than chance would have it, at the resolution; 0 in a
    /// graph without edges.
    public let modularity: Double

    /// The number of communities.
    public var count: Int { sizes.count }

    init(membership: [UInt32], modularity: Double) {
        let (labels, count) = CommunityGraph.renumbered(membership)
        self.labels = labels
        var sizes = [Int](repeating: 0, count: count)
        for label in labels { sizes[Int(label)] += 1 }
        self.sizes = sizes
        self.modularity = modularity
    }
}

/// How many shortest paths between other nodes lead through a node (Freeman 1977, doi:10.2307/3033543).
///
/// The score of `v` is the sum, over pairs `s, t` other than `v`, of the share of the shortest paths from `s`
/// to `t` that pass `v`: unordered pairs in an undirected graph, ordered ones in a directed graph. Exact,
/// after Brandes, "A faster algorithm for betweenness centrality", 2001, doi:10.1080/0022250X.2001.9990249.
/// One deviation: instead of keeping lists of predecessors, the backward pass looks at arcs again.
///
/// Paths count as equally long when their lengths are equal as `Double`s, so lengths that are whole numbers
/// are compared exactly and others up to rounding. The counts of paths are `Double`s too.
public struct Betweenness: Equatable, Sendable {
    /// Whether scores are divided by the number of pairs, which puts them into 0 ... 1.
    public let isNormalized: Bool
    /// Whether weights are the lengths of edges; otherwise all edges are equally long.
    public let usesWeights: Bool

    /// Makes the measure.
    /// - Parameters:
    ///   - isNormalized: Whether to divide by the number of pairs of other nodes.
    ///   - usesWeights: Whether weights are lengths. Tie strengths are not lengths: the stronger, the nearer.
    public init(isNormalized: Bool = true, usesWeights: Bool = false) {
        self.isNormalized = isNormalized
        self.usesWeights = usesWeights
    }

    /// The score of each node.
    /// - Parameters:
    ///   - graph: The graph.
    ///   - control: On how many threads, and who may stop it.
    /// - Throws: ``GraphError/zeroLength(source:target:)`` when weights are used and one of them is 0, or
    ///   ``GraphError/cancelled``.
    /// - Complexity: O(nm) time, O(n) space for each thread; weighted O(nm log m) time, O(n + m) space.
    public func scores(
        in graph: CompactGraph, control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        let lengths = try lengths(of: graph)
        var scores = try sums(over: Array(graph.nodes), in: lengths, control)
        let scale = scale(in: graph)
        if scale != 1 { for node in scores.indices { scores[node] *= scale } }
        return scores
    }

    /// What one source adds to the scores: the share of its shortest paths that pass each node, summed over
    /// all ends (Brandes' dependency of the source on the node).
    ///
    /// The dependencies of all sources sum to the scores of a directed graph, and to twice those of an
    /// undirected graph; they are never normalised.
    /// - Precondition: `source < graph.nodeCount`.
    /// - Throws: ``GraphError/zeroLength(source:target:)`` when weights are used and one of them is 0.
    /// - Complexity: O(n + m) time and space; weighted O((n + m) log m) time.
    public func dependencies(
        of source: NodeID, in graph: CompactGraph
    ) throws(GraphError) -> [Double] {
        try dependencies(ofEach: [source], in: graph)
    }

    /// The sum of the dependencies of some sources.
    /// - Parameters:
    ///   - sources: The sources; one that comes twice counts twice.
    ///   - graph: The graph.
    ///   - control: On how many threads, and who may stop it.
    /// - Precondition: All sources are nodes of the graph.
    /// - Throws: ``GraphError/zeroLength(source:target:)`` when weights are used and one of them is 0, or
    ///   ``GraphError/cancelled``.
    /// - Complexity: For each source as ``dependencies(of:in:)``.
    public func dependencies(
        ofEach sources: [NodeID], in graph: CompactGraph, control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        precondition(
            sources.allSatisfy { Int($0) < graph.nodeCount }, "a source is not a node of the graph")
        return try sums(over: sources, in: try lengths(of: graph), control)
    }

    /// Sources whose dependencies one thread sums up before others add theirs.
    private static let mostPieces = 128

    private func sums(
        over sources: [NodeID], in graph: CompactGraph, _ control: RunControl
    ) throws(GraphError) -> [Double] {
        let work = sources.count * (graph.nodeCount + graph.targets.count)
        let run = KernelRun(control, work: work)
        // Nodes without arcs add nothing. Without them, the scores of the others are the same to the last bit
        // whether there are such nodes or not.
        let sources = sources.filter { graph.outDegree(of: $0) > 0 }
        // With hubs side by side most of what a search touches is in the cache; that pays after a few sources.
        guard graph.weights == nil, graph.targets.count >= 1 << 12, sources.count >= 8 else {
            return try sums(over: sources, in: graph, run)
        }
        let (ordered, order) = try graph.orderedByDegree(run, share: 0...0.01)
        let positions = sources.map { order.positions[Int($0)] }
        return order.restored(try sums(over: positions, in: ordered, run))
    }

    private func sums(
        over sources: [NodeID], in graph: CompactGraph, _ run: KernelRun
    ) throws(GraphError) -> [Double] {
        let pieces = RowChunks.even(sources.count, pieces: Self.mostPieces, smallest: 4)
        let sum = OrderedSum(count: graph.nodeCount)
        if let lengths = graph.weights {
            let search = WeightedBrandesSearch(graph: graph, lengths: lengths)
            try run.forEachPiece(of: pieces.count, share: 0.02...1) { piece, worker in
                let dependencies = sum.array()
                for (done, index) in pieces[piece].enumerated()
                where run.goesOn(worker, done: Double(done) / Double(pieces[piece].count)) {
                    search.addDependencies(of: sources[index], to: dependencies)
                }
                sum.add(dependencies, piece: piece)
            }
            return sum.values
        }
        let transposed = try graph.transposed(run, share: 0.01...0.02)
        try graph.withPointers { outgoing throws(GraphError) in
            try transposed.withPointers { incoming throws(GraphError) in
                let searches = (0..<run.threads).map { _ in
                    BrandesSearch(outgoing: outgoing, incoming: incoming)
                }
                defer { for search in searches { search.deallocate() } }
                try run.forEachPiece(of: pieces.count, share: 0.02...1) { piece, worker in
                    let dependencies = sum.array()
                    for (done, index) in pieces[piece].enumerated()
                    where run.goesOn(worker, done: Double(done) / Double(pieces[piece].count)) {
                        searches[worker].addDependencies(of: sources[index], to: dependencies)
                    }
                    sum.add(dependencies, piece: piece)
                }
            }
        }
        return sum.values
    }

    /// The graph whose weights, if any, are positive lengths.
    private func lengths(of graph: CompactGraph) throws(GraphError) -> CompactGraph {
        guard usesWeights, let weights = graph.weights else { return graph.unweighted() }
        if let arc = weights.firstIndex(of: 0) {
            let source = graph.offsets.firstIndex { Int($0) > arc }! - 1
            throw .zeroLength(source: NodeID(source), target: graph.targets[arc])
        }
        return graph
    }

    private func scale(in graph: CompactGraph) -> Double {
        let pairs = Double(graph.nodeCount - 1) * Double(graph.nodeCount - 2)
        if isNormalized { return pairs > 0 ? 1 / pairs : 1 }
        return graph.isDirected ? 1 : 0.5
    }
}

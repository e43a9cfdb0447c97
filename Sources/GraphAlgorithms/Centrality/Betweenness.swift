/// How many shortest paths between other nodes lead through a node (Freeman 1977, doi:10.2307/3033543).
///
/// The score of `v` is the sum, over pairs `s, t` other than `v`, of the share of the shortest paths from `s`
/// to `t` that pass `v`: unordered pairs in an undirected graph, ordered ones in a directed graph. Exact,
/// after Brandes, "A faster algorithm for betweenness centrality", 2001, doi:10.1080/0022250X.2001.9990249.
/// One deviation: instead of keeping lists of predecessors, the backward pass looks at arcs again.
///
/// The length of a path is its number of edges. The counts of paths are `Double`s.
public struct Betweenness: Equatable, Sendable {
    /// Whether scores are divided by the number of pairs, which puts them into 0 ... 1.
    public let isNormalized: Bool

    /// Makes the measure.
    /// - Parameter isNormalized: Whether to divide by the number of pairs of other nodes.
    public init(isNormalized: Bool = true) { self.isNormalized = isNormalized }

    /// The score of each node; weights are ignored.
    /// - Complexity: O(nm) time, O(n) space.
    public func scores(in graph: CompactGraph) -> [Double] {
        RunControl.unstoppable { control throws(GraphError) in try scores(in: graph, control: control) }
    }

    /// The score of each node, on as many threads as wanted; weights are ignored.
    /// - Parameters:
    ///   - graph: The graph.
    ///   - control: On how many threads, and who may stop it.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(nm) time, O(n) space for each thread.
    public func scores(in graph: CompactGraph, control: RunControl) throws(GraphError) -> [Double] {
        var scores = try sums(over: Array(graph.nodes), in: graph.unweighted(), control)
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
    /// - Complexity: O(n + m) time and space.
    public func dependencies(of source: NodeID, in graph: CompactGraph) -> [Double] {
        RunControl.unstoppable { control throws(GraphError) in
            try dependencies(ofEach: [source], in: graph, control: control)
        }
    }

    /// The sum of the dependencies of some sources.
    /// - Parameters:
    ///   - sources: The sources; one that comes twice counts twice.
    ///   - graph: The graph.
    ///   - control: On how many threads, and who may stop it.
    /// - Precondition: All sources are nodes of the graph.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: For each source as ``dependencies(of:in:)``.
    public func dependencies(
        ofEach sources: [NodeID], in graph: CompactGraph, control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        precondition(
            sources.allSatisfy { Int($0) < graph.nodeCount }, "a source is not a node of the graph")
        return try sums(over: sources, in: graph.unweighted(), control)
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
        guard graph.targets.count >= 1 << 12, sources.count >= 8 else {
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

    private func scale(in graph: CompactGraph) -> Double {
        let pairs = Double(graph.nodeCount - 1) * Double(graph.nodeCount - 2)
        if isNormalized { return pairs > 0 ? 1 / pairs : 1 }
        return graph.isDirected ? 1 : 0.5
    }
}

/// How many shortest paths between other nodes lead through a node (Freeman 1977, doi:10.2307/3033543).
///
/// The score of `v` is the sum, over pairs `s, t` other than `v`, of the share of the shortest paths from `s`
/// to `t` that pass `v`: unordered pairs in an undirected graph, ordered ones in a directed graph. Exact,
/// after Brandes, "A faster algorithm for betweenness centrality", 2001, doi:10.1080/0022250X.2001.9990249.
/// One deviation: instead of keeping lists of predecessors, the backward pass looks at the successors of a
/// node again.
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
    /// - Throws: ``GraphError/zeroLength(source:target:)`` when weights are used and one of them is 0.
    /// - Complexity: O(nm) time, O(n) space; weighted O(nm log m) time, O(n + m) space.
    public func scores(in graph: CompactGraph) throws(GraphError) -> [Double] {
        let lengths = try lengths(of: graph)
        var scores = [Double](repeating: 0, count: graph.nodeCount)
        let search = BrandesSearch(graph: lengths)
        for source in graph.nodes { search.addDependencies(of: source, to: &scores) }

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
        precondition(Int(source) < graph.nodeCount, "the source is not a node of the graph")
        var dependencies = [Double](repeating: 0, count: graph.nodeCount)
        BrandesSearch(graph: try lengths(of: graph)).addDependencies(of: source, to: &dependencies)
        return dependencies
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

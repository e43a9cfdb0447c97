/// How near a node is to all others, in hops; weights are ignored.
///
/// Distances lead to the node: in a directed graph, it is near when others reach it soon. Exact, by searches from all
/// nodes.
public struct Closeness: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// The closeness of each node (Freeman 1978, doi:10.1016/0378-8733(78)90021-7): with r others that reach it over
    /// distances that sum to s, (r / s) · (r / (n - 1)), which is 0 when no one does.
    ///
    /// The second factor makes nodes of small components no nearer than those of large ones (Wasserman and Faust 1994,
    /// equation 5.22), as in networkx.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(nm) time, about a 64th of it where searches meet; O(n) space for each thread.
    public func scores(in graph: CompactGraph, control: RunControl = RunControl()) throws(GraphError)
        -> [Double]
    {
        let count = graph.nodeCount
        let sums = try DistanceSums.of(graph, arrays: 2, control) { sums, node, hops, sources in
            sums[node] += Double(sources)
            sums[count + node] += Double(hops * sources)
        }
        return (0..<count).map { node in
            let reaching = sums[node]
            return reaching == 0 ? 0 : reaching / sums[count + node] * (reaching / Double(count - 1))
        }
    }

    /// The harmonic closeness of each node: the sum, over all others that reach it, of 1 / distance (Marchiori and
    /// Latora 2000, doi:10.1016/S0378-4371(00)00311-3; Boldi and Vigna 2014).
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: As ``scores(in:control:)``.
    public func harmonicScores(
        in graph: CompactGraph, control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        try DistanceSums.of(graph, arrays: 1, control) { sums, node, hops, sources in
            sums[node] += Double(sources) / Double(hops)
        }
    }
}

/// Sums over all pairs of nodes that are joined by a path.
private enum DistanceSums {
    private static let mostPieces = 64

    static func of(
        _ graph: CompactGraph, arrays: Int, _ control: RunControl,
        add: (_ sums: UnsafeMutablePointer<Double>, _ node: Int, _ hops: Int, _ sources: Int) -> Void
    ) throws(GraphError) -> [Double] {
        let work = graph.nodeCount * (graph.nodeCount + graph.targets.count) / BatchedSearch.width
        let run = KernelRun(control, work: work)
        let sum = OrderedSum(count: arrays * graph.nodeCount)
        let width = BatchedSearch.width
        // Without the nodes that reach no one, sums are the same to the last bit whether there are such nodes or not.
        let sources = graph.nodes.filter { graph.outDegree(of: $0) > 0 }
        let pieces = RowChunks.even((sources.count + width - 1) / width, pieces: mostPieces, smallest: 1)
        try graph.withPointers { rows throws(GraphError) in
            let searches = (0..<run.threads).map { _ in BatchedSearch(outgoing: rows) }
            defer { for search in searches { search.deallocate() } }
            try run.forEachPiece(of: pieces.count, share: 0...1) { piece, worker in
                let sums = sum.array()
                for (done, batch) in pieces[piece].enumerated() {
                    let done = Double(done) / Double(pieces[piece].count)
                    let batch = sources[batch * width..<min((batch + 1) * width, sources.count)]
                    searches[worker].search(from: batch) {
                        run.goesOn(worker, done: done)
                    } reached: {
                        add(sums, $0, $1, $2)
                    }
                }
                sum.add(sums, piece: piece)
            }
        }
        return sum.values
    }
}

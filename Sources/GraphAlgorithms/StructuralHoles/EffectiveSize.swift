/// How many of a node's contacts are not redundant: Burt's effective size of its network.
///
/// With the mutual weights a (an undirected edge's weight; in a directed graph the sum of both arcs'), the
/// proportions p(i,q) = a(i,q) / Σ a(i,k) and the marginal strengths m(j,q) = a(j,q) / max a(j,k), the
/// effective size of node i is
///
///     e(i) = Σ_j ( 1 - Σ_q p(i,q) m(j,q) ),    j and q over the neighbours of i
///
/// (Burt, *Structural Holes*, 1992, chapter 2). The definition is that of networkx, whose matrix form, up to
/// 3.6.1 at least, divides by the strongest tie of q instead of j (pull request 8906). Without weights it is
/// the degree less the average number of ties among the contacts that each of them has (Borgatti 1997,
/// *Connections* 20(1): n - 2t/n). It is undefined for a node without ties. An edge of weight 0 is no tie.
public struct EffectiveSize: Equatable, Sendable {
    /// Whether each edge counts with its weight; otherwise with 1.
    public let usesWeights: Bool

    /// Makes the measure.
    /// - Parameter usesWeights: Whether weights are tie strengths; otherwise all edges are equally strong.
    public init(usesWeights: Bool = true) {
        self.usesWeights = usesWeights
    }

    /// The effective size of each node, in contacts; `nil` for a node without ties.
    /// - Complexity: O(n + m · √m) time, O(n + m) space.
    public func scores(in graph: CompactGraph) -> [Double?] {
        RunControl.unstoppable { control throws(GraphError) in try scores(in: graph, control: control) }
    }

    /// The effective size of each node, in contacts, on as many threads as wanted; `nil` for a node without ties.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n + m · √m) time, O(n + m) space.
    public func scores(in graph: CompactGraph, control: RunControl) throws(GraphError) -> [Double?] {
        let run = KernelRun(control, work: 4 * graph.targets.count)
        let triangles = try TieTriangles(graph: graph, usesWeights: usesWeights, run, share: 0...0.1)
        let redundancy = try redundancies(triangles, run)
        return redundancy.indices.map { node in
            let degree = triangles.degrees[node]
            return degree == 0 ? nil : Double(degree) - redundancy[node] / triangles.investments[node]
        }
    }

    /// Σ_j Σ_q a(i,q) m(j,q): redundancy before it is made a proportion of i's investment.
    private func redundancies(_ triangles: TieTriangles, _ run: KernelRun) throws(GraphError) -> [Double] {
        guard let weights = triangles.tieWeights else {
            // Without weights each triangle makes two ties of a corner redundant.
            return try triangles.sums(count: triangles.nodeCount, run, share: 0.1...1) {
                redundancy, first, second, third in
                redundancy[first.node] += 2
                redundancy[second.node] += 2
                redundancy[third.node] += 2
            }
        }
        let strongest = triangles.strongestTies
        return try triangles.sums(count: triangles.nodeCount, run, share: 0.1...1) {
            redundancy, first, second, third in
            let firstWeight = weights[first.oppositeTie]
            let secondWeight = weights[second.oppositeTie]
            let thirdWeight = weights[third.oppositeTie]
            let (a, b, c) = (first.node, second.node, third.node)
            redundancy[a] += firstWeight * (secondWeight / strongest[b] + thirdWeight / strongest[c])
            redundancy[b] += secondWeight * (firstWeight / strongest[a] + thirdWeight / strongest[c])
            redundancy[c] += thirdWeight * (firstWeight / strongest[a] + secondWeight / strongest[b])
        }
    }
}

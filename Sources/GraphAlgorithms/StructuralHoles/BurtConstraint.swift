/// Burt's constraint: how far a node's ties lead back to one another, low at a broker of structural holes.
///
/// With the mutual weights a (an undirected edge's weight; in a directed graph the sum of both arcs') and the
/// proportions p(i,j) = a(i,j) / Σ a(i,q), the constraint of node i is
///
///     c(i) = Σ_j ( p(i,j) + Σ_q p(i,q) p(q,j) )²,    j over the neighbours of i, q over everybody else
///
/// (Burt, *Structural Holes*, 1992, chapter 2). The definition is that of networkx. It is undefined for a
/// node without ties and 1 for a node with one tie; closed triads can lift it above 1 (1.125 in a triangle).
/// An edge of weight 0 is no tie.
///
/// Since p(i,q) p(q,j) = a(i,q) a(q,j) / (A(i) A(q)) with A the sums of mutual weights, the inner sum is
/// T(i,j) / A(i) with a T that is the same in both directions, so one pass over the triangles finds all of
/// them.
public struct BurtConstraint: Equatable, Sendable {
    /// Whether each edge counts with its weight; otherwise with 1.
    public let usesWeights: Bool

    /// Makes the measure.
    /// - Parameter usesWeights: Whether weights are tie strengths; otherwise all edges are equally strong.
    public init(usesWeights: Bool = true) {
        self.usesWeights = usesWeights
    }

    /// The constraint of each node; `nil` for a node without ties.
    /// - Complexity: O(n + m · √m) time, O(n + m) space.
    public func scores(in graph: CompactGraph) -> [Double?] {
        RunControl.unstoppable { control throws(GraphError) in try scores(in: graph, control: control) }
    }

    /// The constraint of each node, on as many threads as wanted; `nil` for a node without ties.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n + m · √m) time, O(n + m) space for each thread.
    public func scores(in graph: CompactGraph, control: RunControl) throws(GraphError) -> [Double?] {
        let run = KernelRun(control, work: 4 * graph.targets.count)
        let triangles = try TieTriangles(graph: graph, usesWeights: usesWeights, run, share: 0...0.1)
        let indirect = try indirectTies(triangles, run)
        let investments = triangles.investments
        var scores = [Double](repeating: 0, count: graph.nodeCount)
        for node in 0..<triangles.nodeCount {
            try run.tick(node, of: triangles.nodeCount, share: 0.95...1)
            for tie in Int(triangles.offsets[node])..<Int(triangles.offsets[node + 1]) {
                let head = Int(triangles.heads[tie])
                let total = triangles.weight(ofTie: tie) + indirect[tie]
                scores[node] += (total / investments[node]) * (total / investments[node])
                scores[head] += (total / investments[head]) * (total / investments[head])
            }
        }
        run.report(1)
        return scores.indices.map { triangles.degrees[$0] == 0 ? nil : scores[$0] }
    }

    /// T(i,j): the weight of the two-step ties that run beside each direct one.
    private func indirectTies(_ triangles: TieTriangles, _ run: KernelRun) throws(GraphError) -> [Double] {
        let count = triangles.heads.count
        guard let weights = triangles.tieWeights else {
            // Without weights, what a corner adds to the opposite tie is its own alone.
            let added = triangles.investments.map { 1 / $0 }
            return try added.withUnsafeBufferPointer { added throws(GraphError) in
                try triangles.sums(count: count, run, share: 0.1...0.95) { indirect, first, second, third in
                    indirect[first.oppositeTie] += added[first.node]
                    indirect[second.oppositeTie] += added[second.node]
                    indirect[third.oppositeTie] += added[third.node]
                }
            }
        }
        let investments = triangles.investments
        return try triangles.sums(count: count, run, share: 0.1...0.95) { indirect, first, second, third in
            let firstWeight = weights[first.oppositeTie]
            let secondWeight = weights[second.oppositeTie]
            let thirdWeight = weights[third.oppositeTie]
            indirect[first.oppositeTie] += secondWeight * thirdWeight / investments[first.node]
            indirect[second.oppositeTie] += firstWeight * thirdWeight / investments[second.node]
            indirect[third.oppositeTie] += firstWeight * secondWeight / investments[third.node]
        }
    }
}

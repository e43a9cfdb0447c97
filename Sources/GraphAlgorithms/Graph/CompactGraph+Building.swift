extension CompactGraph {
    /// Builds a simple graph: self-loops are dropped, and of parallel edges the first is kept.
    ///
    /// - Parameters:
    ///   - nodeCount: How many nodes there are, isolated ones included.
    ///   - edges: The edges, in any order; an undirected edge is given once, in either direction.
    ///   - isDirected: Whether `(u, v)` leaves `(v, u)` unsaid.
    ///   - control: On how many threads, and who may stop it.
    /// - Precondition: `nodeCount >= 0`.
    /// - Throws: ``GraphError/tooLarge(nodes:arcs:)``, ``GraphError/nodeOutOfRange(edge:node:nodeCount:)`` or
    ///   ``GraphError/invalidWeight(edge:weight:)``, the latter two for the first offending edge; or
    ///   ``GraphError/cancelled``.
    /// - Complexity: O(n + m) time and space.
    public init(
        nodeCount: Int, edges: [Edge], isDirected: Bool = false, control: RunControl = RunControl()
    ) throws(GraphError) {
        precondition(nodeCount >= 0, "a graph has at least 0 nodes")
        let arcsAtMost = isDirected ? edges.count : 2 * edges.count
        guard nodeCount < Int(UInt32.max), arcsAtMost < Int(UInt32.max) else {
            throw .tooLarge(nodes: nodeCount, arcs: arcsAtMost)
        }

        let run = KernelRun(control, work: arcsAtMost + nodeCount)
        let blocks = try EdgeBlocks(edges, nodeCount: nodeCount, run: run, share: 0...0.2)
        let rows = try RowBuilder(blocks, nodeCount: nodeCount, isDirected: isDirected, run: run)
            .rows(share: 0.2...1)
        self.init(rows: rows, isDirected: isDirected)
    }

    /// The graph with every arc turned round: its rows hold the predecessors. An undirected graph is its own.
    /// - Complexity: O(n + m) time and space; O(1) for an undirected graph.
    public func transposed() -> CompactGraph {
        RunControl.unstoppable { control throws(GraphError) in
            try transposed(KernelRun(control, work: 0), share: 0...1)
        }
    }

    func transposed(_ run: KernelRun, share: ClosedRange<Double>) throws(GraphError) -> CompactGraph {
        guard isDirected else {
            try run.check(after: 1, of: 1, share: share)
            return self
        }
        return CompactGraph(rows: try rows.transposed(run, share: share), isDirected: true)
    }

    /// The undirected graph that joins `u` and `v` when `u -> v` or `v -> u` is an arc.
    ///
    /// The weight of the joint edge is the sum of the weights of the one or two arcs, Burt's mutual tie
    /// before it is made a proportion (Burt 1992); so two opposite arcs of an unweighted graph weigh 2. An
    /// undirected graph is its own.
    /// - Complexity: O(n + m) time and space; O(1) for an undirected graph.
    public func symmetrized() -> CompactGraph {
        RunControl.unstoppable { control throws(GraphError) in
            try symmetrized(KernelRun(control, work: 0), share: 0...1)
        }
    }

    func symmetrized(_ run: KernelRun, share: ClosedRange<Double>) throws(GraphError) -> CompactGraph {
        guard var joint = try joined(addingWeights: true, run, share: share) else { return self }
        if let sums = joint.weights, sums.allSatisfy({ $0 == 1 }) { joint.weights = nil }
        return CompactGraph(rows: joint, isDirected: false)
    }

    /// The same graph with all edges of weight 1.
    /// - Complexity: O(1).
    public func unweighted() -> CompactGraph {
        CompactGraph(
            rows: ArcRows(offsets: offsets, targets: targets, weights: nil), isDirected: isDirected)
    }

    /// The edges of the underlying undirected graph, weights left out.
    /// - Complexity: O(n + m) time and space; O(1) for an undirected graph.
    func skeleton(_ run: KernelRun, share: ClosedRange<Double>) throws(GraphError) -> CompactGraph {
        guard let joint = try joined(addingWeights: false, run, share: share) else { return unweighted() }
        return CompactGraph(rows: joint, isDirected: false)
    }

    /// The arcs in both directions; `nil` for an undirected graph, whose arcs are.
    private func joined(
        addingWeights: Bool, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> ArcRows? {
        guard isDirected else {
            try run.check(after: 1, of: 1, share: share)
            return nil
        }
        let transposed = try rows.transposed(run, share: share.part(0, 0.5))
        return try rows.joined(
            with: transposed, addingWeights: addingWeights, run, share: share.part(0.5, 1))
    }
}

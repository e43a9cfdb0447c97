/// The nodes of a graph numbered anew by falling degree.
///
/// Kernels gather what they need from all over their arrays, and most arcs of a real network lead to few nodes. With
/// those side by side at the front, most of what is gathered is in the cache: 1.3 to 1.8 times the speed on large
/// graphs.
public struct DegreeOrder: Sendable, Equatable {
    /// The number that each node had before, by its new number.
    public let originals: [NodeID]
    /// The new number of each node, by the number it had before.
    public let positions: [NodeID]

    /// Orders nodes by falling degree, those of equal degree by their numbers.
    /// - Complexity: O(n + greatest degree).
    init(degrees: UnsafeBufferPointer<UInt32>) {
        let greatest = Int(degrees.max() ?? 0)
        var next = [Int](repeating: 0, count: greatest + 2)
        for degree in degrees { next[greatest - Int(degree) + 1] += 1 }
        for index in 0...greatest { next[index + 1] += next[index] }
        var originals = [NodeID](repeating: 0, count: degrees.count)
        var positions = originals
        for (node, degree) in degrees.enumerated() {
            let place = greatest - Int(degree)
            let position = next[place]
            next[place] += 1
            originals[position] = NodeID(node)
            positions[node] = NodeID(position)
        }
        self.originals = originals
        self.positions = positions
    }

    /// Orders nodes as they are listed, each once.
    /// - Complexity: O(n).
    init(originals: [NodeID]) {
        var positions = originals
        for (position, node) in originals.enumerated() { positions[Int(node)] = NodeID(position) }
        self.originals = originals
        self.positions = positions
    }

    /// One value for each old number, of one value for each new number.
    /// - Precondition: There are as many values as nodes.
    /// - Complexity: O(n).
    public func restored<Value>(_ values: [Value]) -> [Value] {
        precondition(values.count == positions.count, "one value for each node")
        return positions.map { values[Int($0)] }
    }
}

extension CompactGraph {
    /// The same graph with its nodes numbered by falling out-degree, and what the old numbers were.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n + m) time and space.
    public func orderedByDegree(
        control: RunControl = RunControl()
    ) throws(GraphError) -> (graph: CompactGraph, order: DegreeOrder) {
        try orderedByDegree(KernelRun(control, work: nodeCount + targets.count), share: 0...1)
    }

    func orderedByDegree(
        _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> (graph: CompactGraph, order: DegreeOrder) {
        let degrees = nodes.map { UInt32(outDegree(of: $0)) }
        let order = degrees.withUnsafeBufferPointer { DegreeOrder(degrees: $0) }
        return (try renumbered(by: order, run, share: share), order)
    }

    func renumbered(
        by order: DegreeOrder, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> CompactGraph {
        let renumbered =
            isDirected
            ? try rows.renumbered(by: order, run, share: share)
            : try rows.renumberedSymmetrically(by: order, run, share: share)
        return CompactGraph(rows: renumbered, isDirected: isDirected)
    }
}

extension ArcRows {
    /// The rows of the new numbers, each ascending, where there is each arc in both directions with the same weight.
    /// - Complexity: O(n + m): nodes that come in the order of their new numbers leave the rows of others ascending.
    func renumberedSymmetrically(
        by order: DegreeOrder, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> ArcRows {
        try withPointers { old throws(GraphError) in
            let renumbered = UnfilledRows(like: self)
            let (offsets, targets, weights) = (renumbered.offsets, renumbered.targets, renumbered.weights)
            let next = LargeMemory.allocate(UInt32.self, count: nodeCount + 1)
            defer { LargeMemory.deallocate(next) }
            for (node, original) in order.originals.enumerated() {
                next[node] = offsets[node]
                offsets[node + 1] = offsets[node] + UInt32(old.degree(Int(original)))
            }
            try order.positions.withUnsafeBufferPointer { positions throws(GraphError) in
                for (node, original) in order.originals.enumerated() {
                    try run.tick(node, of: nodeCount, share: share)
                    for arc in old.row(Int(original)) {
                        let neighbour = Int(positions[Int(old.targets[arc])])
                        let slot = Int(next[neighbour])
                        next[neighbour] += 1
                        targets[slot] = NodeID(node)
                        if let oldWeights = old.weights { weights?[slot] = oldWeights[arc] }
                    }
                }
            }
            run.report(share.upperBound)
            return renumbered.filled
        }
    }

    /// The rows of the new numbers, each ascending.
    func renumbered(
        by order: DegreeOrder, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> ArcRows {
        let renumbered = UnfilledRows(like: self)
        let (offsets, targets, weights) = (renumbered.offsets, renumbered.targets, renumbered.weights)
        try withPointers { old throws(GraphError) in
            for (node, original) in order.originals.enumerated() {
                offsets[node + 1] = offsets[node] + UInt32(old.degree(Int(original)))
            }
            let new = ArcPointers(
                offsets: offsets, targets: targets, weights: weights.map { UnsafePointer($0) },
                nodeCount: nodeCount)
            let chunks = RowChunks(new, count: 64)
            try run.forEachPiece(of: chunks.count, share: share) { chunk, _ in
                var sorting: [(target: NodeID, weight: Double)] = []
                for node in chunks[chunk] {
                    let start = Int(offsets[node])
                    let row = old.row(Int(order.originals[node]))
                    if let oldWeights = old.weights, let weights {
                        sorting = row.map { (order.positions[Int(old.targets[$0])], oldWeights[$0]) }
                        sorting.sort { $0.target < $1.target }
                        for (index, arc) in sorting.enumerated() {
                            targets[start + index] = arc.target
                            weights[start + index] = arc.weight
                        }
                    } else {
                        for (index, arc) in row.enumerated() {
                            targets[start + index] = order.positions[Int(old.targets[arc])]
                        }
                        var sorting = UnsafeMutableBufferPointer(start: targets + start, count: row.count)
                        sorting.sort()
                    }
                }
            }
        }
        return renumbered.filled
    }
}

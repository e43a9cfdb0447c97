/// The three arrays of a ``CompactGraph``.
package struct ArcRows: Sendable {
    /// `nodeCount + 1` positions into `targets`.
    package var offsets: GraphArray<UInt32>
    /// Row after row, ascending and without duplicates within a row.
    package var targets: GraphArray<NodeID>
    package var weights: GraphArray<Double>?

    /// Puts arrays together.
    package init(offsets: GraphArray<UInt32>, targets: GraphArray<NodeID>, weights: GraphArray<Double>?) {
        self.offsets = offsets
        self.targets = targets
        self.weights = weights
    }

    package var nodeCount: Int { offsets.count - 1 }

    /// The arcs turned round.
    /// - Parameter share: The share of the run's work that this is.
    /// - Complexity: O(n + m).
    func transposed(_ run: KernelRun, share: ClosedRange<Double>) throws(GraphError) -> ArcRows {
        try withPointers { rows throws(GraphError) in
            let transposed = UnfilledRows(like: self)
            let (starts, sources, turned) = (transposed.offsets, transposed.targets, transposed.weights)
            for node in 0..<rows.nodeCount {
                try run.tick(node, of: rows.nodeCount, share: share.part(0, 0.3))
                for arc in rows.row(node) { starts[Int(rows.targets[arc]) + 1] += 1 }
            }
            for node in 0..<rows.nodeCount { starts[node + 1] += starts[node] }

            // A stable counting sort: visiting the sources in order leaves each new row ascending.
            let next = LargeMemory.allocate(UInt32.self, count: rows.nodeCount + 1)
            defer { LargeMemory.deallocate(next) }
            next.update(from: starts, count: rows.nodeCount + 1)
            for source in 0..<rows.nodeCount {
                try run.tick(source, of: rows.nodeCount, share: share.part(0.3, 1))
                for arc in rows.row(source) {
                    let target = Int(rows.targets[arc])
                    let slot = Int(next[target])
                    next[target] += 1
                    sources[slot] = NodeID(source)
                    if let weights = rows.weights { turned?[slot] = weights[arc] }
                }
            }
            run.report(share.upperBound)
            return transposed.filled
        }
    }

    /// The union of two sets of rows over the same nodes; arcs in both become one.
    /// - Parameter share: The share of the run's work that this is.
    /// - Complexity: O(n + m).
    func joined(
        with other: ArcRows, addingWeights: Bool, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> ArcRows {
        var joint = RowsUnderConstruction(
            nodeCount: nodeCount, arcCapacity: targets.count + other.targets.count, isWeighted: addingWeights)
        try withPointers { mine throws(GraphError) in
            try other.withPointers { theirs throws(GraphError) in
                for node in 0..<mine.nodeCount {
                    try run.tick(node, of: mine.nodeCount, share: share)
                    var my = mine.row(node)
                    var their = theirs.row(node)
                    while !my.isEmpty || !their.isEmpty {
                        let myTarget = my.isEmpty ? .max : mine.targets[my.lowerBound]
                        let theirTarget = their.isEmpty ? .max : theirs.targets[their.lowerBound]
                        var weight = 0.0
                        if myTarget <= theirTarget {
                            weight += mine.weights?[my.lowerBound] ?? 1
                            my = my.dropFirst()
                        }
                        if theirTarget <= myTarget {
                            weight += theirs.weights?[their.lowerBound] ?? 1
                            their = their.dropFirst()
                        }
                        joint.append(min(myTarget, theirTarget), weight: weight)
                    }
                    joint.endRow()
                }
            }
        }
        run.report(share.upperBound)
        return joint.finished()
    }

    /// The arcs of positive weight; those of weight 0 are dropped.
    /// - Complexity: O(n + m); O(1) when there are none.
    func withoutZeroWeights() -> ArcRows {
        guard let weights, weights.contains(0) else { return self }
        var kept = RowsUnderConstruction(nodeCount: nodeCount, arcCapacity: targets.count, isWeighted: true)
        withPointers { rows in
            for node in 0..<rows.nodeCount {
                for arc in rows.row(node) where weights[arc] > 0 {
                    kept.append(rows.targets[arc], weight: weights[arc])
                }
                kept.endRow()
            }
        }
        return kept.finished()
    }
}

/// Rows with as many nodes and arcs as others have, which their maker fills in any order.
struct UnfilledRows {
    /// All 0 at first.
    let offsets: UnsafeMutablePointer<UInt32>
    let targets: UnsafeMutablePointer<NodeID>
    let weights: UnsafeMutablePointer<Double>?
    /// The same memory, which it frees.
    let filled: ArcRows

    init(like rows: ArcRows) {
        let (nodeCount, arcCount) = (rows.nodeCount, rows.targets.count)
        offsets = LargeMemory.allocate(repeating: 0, count: nodeCount + 1)
        targets = LargeMemory.allocate(count: arcCount)
        weights = rows.weights.map { _ in LargeMemory.allocate(count: arcCount) }
        filled = ArcRows(
            offsets: GraphArray(owning: offsets, count: nodeCount + 1),
            targets: GraphArray(owning: targets, count: arcCount),
            weights: weights.map { GraphArray(owning: $0, count: arcCount) })
    }
}

/// Rows that are written one after the other.
struct RowsUnderConstruction {
    private let offsets: UnsafeMutablePointer<UInt32>
    private let targets: UnsafeMutablePointer<NodeID>
    private let weights: UnsafeMutablePointer<Double>?
    /// The same memory, which it frees.
    private let memory: ArcRows
    private var rowCount = 0
    private var arcCount = 0

    init(nodeCount: Int, arcCapacity: Int, isWeighted: Bool) {
        offsets = LargeMemory.allocate(repeating: 0, count: nodeCount + 1)
        targets = LargeMemory.allocate(count: arcCapacity)
        weights = isWeighted ? LargeMemory.allocate(count: arcCapacity) : nil
        memory = ArcRows(
            offsets: GraphArray(owning: offsets, count: nodeCount + 1),
            targets: GraphArray(owning: targets, count: arcCapacity),
            weights: weights.map { GraphArray(owning: $0, count: arcCapacity) })
    }

    /// Adds an arc to the current row; in rows of a ``CompactGraph`` its target must be greater than that of the arc before.
    mutating func append(_ target: NodeID, weight: Double) {
        targets[arcCount] = target
        weights?[arcCount] = weight
        arcCount += 1
    }

    mutating func endRow() {
        rowCount += 1
        offsets[rowCount] = UInt32(arcCount)
    }

    /// The rows; nothing can be added afterwards.
    consuming func finished() -> ArcRows {
        ArcRows(
            offsets: memory.offsets[0..<rowCount + 1], targets: memory.targets[0..<arcCount],
            weights: memory.weights?[0..<arcCount])
    }
}

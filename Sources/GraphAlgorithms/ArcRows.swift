/// The three arrays of a ``CompactGraph`` while it is being made: rows may be unsorted and hold duplicates.
struct ArcRows {
    /// `nodeCount + 1` positions into `targets`.
    var offsets: [UInt32]
    var targets: [NodeID]
    var weights: [Double]?

    private var nodeCount: Int { offsets.count - 1 }

    /// The arcs turned round. Each row comes out ascending, and parallel arcs keep their order, as in a
    /// stable counting sort.
    /// - Complexity: O(n + m).
    func transposed() -> ArcRows {
        var starts = [UInt32](repeating: 0, count: nodeCount + 1)
        for target in targets { starts[Int(target) + 1] += 1 }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }

        var next = starts
        var sources = [NodeID](repeating: 0, count: targets.count)
        var turned = weights
        for source in 0..<nodeCount {
            for arc in Int(offsets[source])..<Int(offsets[source + 1]) {
                let target = Int(targets[arc])
                let slot = Int(next[target])
                next[target] += 1
                sources[slot] = NodeID(source)
                if let weights { turned?[slot] = weights[arc] }
            }
        }
        return ArcRows(offsets: starts, targets: sources, weights: turned)
    }

    /// Drops all but the first of equal neighbours in each row.
    /// - Precondition: Rows are ascending.
    /// - Complexity: O(n + m).
    mutating func keepFirstOfParallelArcs() {
        var kept = 0
        var rowStart = 0
        for node in 0..<nodeCount {
            let rowEnd = Int(offsets[node + 1])
            let keptBefore = kept
            for arc in rowStart..<rowEnd {
                let target = targets[arc]
                if kept > keptBefore && targets[kept - 1] == target { continue }
                targets[kept] = target
                if let weight = weights?[arc] { weights?[kept] = weight }
                kept += 1
            }
            rowStart = rowEnd
            offsets[node + 1] = UInt32(kept)
        }
        let dropped = targets.count - kept
        targets.removeLast(dropped)
        weights?.removeLast(dropped)
    }

    /// The union of two sets of rows over the same nodes; arcs in both become one.
    /// - Precondition: Rows are ascending and free of duplicates.
    /// - Complexity: O(n + m).
    func joined(with other: ArcRows, addingWeights: Bool) -> ArcRows {
        var joint = ArcRows(offsets: [0], targets: [], weights: addingWeights ? [] : nil)
        joint.offsets.reserveCapacity(offsets.count)
        joint.targets.reserveCapacity(targets.count + other.targets.count)
        if addingWeights { joint.weights?.reserveCapacity(targets.count + other.targets.count) }
        for node in 0..<nodeCount {
            var mine = Int(offsets[node])
            var theirs = Int(other.offsets[node])
            let mineEnd = Int(offsets[node + 1])
            let theirsEnd = Int(other.offsets[node + 1])
            while mine < mineEnd || theirs < theirsEnd {
                let myTarget = mine < mineEnd ? targets[mine] : .max
                let theirTarget = theirs < theirsEnd ? other.targets[theirs] : .max
                let target = min(myTarget, theirTarget)
                var weight = 0.0
                if myTarget == target {
                    weight += weights?[mine] ?? 1
                    mine += 1
                }
                if theirTarget == target {
                    weight += other.weights?[theirs] ?? 1
                    theirs += 1
                }
                joint.targets.append(target)
                joint.weights?.append(weight)
            }
            joint.offsets.append(UInt32(joint.targets.count))
        }
        return joint
    }
}

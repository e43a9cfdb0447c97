/// Makes the rows of a graph from edges in any order, on several threads.
///
/// The arcs are dealt into buckets of consecutive rows that fit a core's cache, keeping their order; each bucket is
/// then sorted by row and target with a stable radix sort and freed of duplicates. Each arc is so written twice to
/// main memory and never far from its neighbours. The memory of edges and arcs goes back to the system as they are
/// used up, so that building takes little more than 16 bytes for each undirected edge at its height.
package struct RowBuilder {
    private let nodeCount: Int
    private let isDirected: Bool
    private let run: KernelRun
    private let edges: EdgeBlocks
    private let isWeighted: Bool
    /// A bin is `1 << binShift` consecutive rows, the finest unit of a bucket.
    private let binShift: Int
    private var binCount: Int { (max(nodeCount, 1) - 1) >> binShift + 1 }
    /// Blocks of edges that one thread counts and deals at a time.
    private let groups: [Range<Int>]

    /// Of rows, because a thread looks up a bin for each end of an edge.
    private static let mostBins = 1 << 14

    /// - Parameters:
    ///   - edges: Edges whose ends are all below `nodeCount`. Loops are dropped, of parallel edges the first is kept.
    package init(_ edges: EdgeBlocks, nodeCount: Int, isDirected: Bool, run: KernelRun) {
        self.edges = edges
        self.nodeCount = nodeCount
        self.isDirected = isDirected
        self.run = run
        isWeighted = edges.isWeighted
        var shift = 0
        if (isDirected ? 1 : 2) * edges.edgeCount <= Buckets.arcGoal { shift = 32 }
        while nodeCount >> shift > Self.mostBins { shift += 1 }
        binShift = shift
        groups = RowChunks.even(edges.blocks.count, pieces: 64, smallest: 1)
    }

    /// Makes the rows.
    /// - Parameter share: The share of the run's work that this is.
    package func rows(share: ClosedRange<Double>) throws(GraphError) -> ArcRows {
        let groupBins = LargeMemory.allocate(repeating: UInt32(0), count: max(groups.count, 1) * binCount)
        defer { LargeMemory.deallocate(groupBins) }
        try run.forEachPiece(of: groups.count, share: share.part(0, 0.2)) { group, _ in
            count(group, in: groupBins + group * binCount)
        }
        let buckets = Buckets(
            bins: groupBins, binCount: binCount, groupCount: groups.count, binShift: binShift,
            nodeCount: nodeCount)
        guard buckets.arcCount < Int(UInt32.max) else {
            throw .tooLarge(nodes: nodeCount, arcs: buckets.arcCount)
        }

        let keys = LargeMemory.allocateBySmallPages(UInt64.self, count: buckets.arcCount)
        defer { LargeMemory.deallocate(keys) }
        let keyWeights =
            isWeighted ? LargeMemory.allocateBySmallPages(Double.self, count: buckets.arcCount) : nil
        defer { if let keyWeights { LargeMemory.deallocate(keyWeights) } }
        try run.forEachPiece(of: groups.count, share: share.part(0.2, 0.5)) { group, _ in
            deal(group, to: buckets, keys: keys, weights: keyWeights)
        }
        return try sortedRows(buckets, keys: keys, keyWeights: keyWeights, share: share.part(0.5, 1))
    }

    private func count(_ group: Int, in bins: UnsafeMutablePointer<UInt32>) {
        let shift = UInt64(binShift)
        for block in edges.blocks[groups[group]] {
            let pairs = block.pairs
            for index in 0..<block.count {
                let pair = pairs[index]
                let (source, target) = (pair >> 32, pair & 0xFFFF_FFFF)
                if source == target { continue }
                bins[Int(truncatingIfNeeded: source >> shift)] &+= 1
                if !isDirected { bins[Int(truncatingIfNeeded: target >> shift)] &+= 1 }
            }
        }
    }

    private func deal(
        _ group: Int, to buckets: Buckets, keys: UnsafeMutablePointer<UInt64>,
        weights keyWeights: UnsafeMutablePointer<Double>?
    ) {
        var next = buckets.starts(ofGroup: group)
        let shift = UInt64(binShift)
        next.withUnsafeMutableBufferPointer { next in
            buckets.ofBin.withUnsafeBufferPointer { ofBin in
                for block in edges.blocks[groups[group]] {
                    let pairs = block.pairs
                    let weights = block.weights
                    for index in 0..<block.count {
                        let pair = pairs[index]
                        let (source, target) = (pair >> 32, pair & 0xFFFF_FFFF)
                        if source == target { continue }
                        let bucket = Int(ofBin[Int(truncatingIfNeeded: source >> shift)])
                        let slot = next[bucket]
                        next[bucket] = slot &+ 1
                        keys[slot] = pair
                        if let keyWeights { keyWeights[slot] = weights?[index] ?? 1 }
                        if isDirected { continue }
                        let otherBucket = Int(ofBin[Int(truncatingIfNeeded: target >> shift)])
                        let otherSlot = next[otherBucket]
                        next[otherBucket] = otherSlot &+ 1
                        keys[otherSlot] = target << 32 | source
                        if let keyWeights { keyWeights[otherSlot] = weights?[index] ?? 1 }
                    }
                }
            }
        }
        for block in edges.blocks[groups[group]] { block.release() }
    }

    private func sortedRows(
        _ buckets: Buckets, keys: UnsafeMutablePointer<UInt64>, keyWeights: UnsafeMutablePointer<Double>?,
        share: ClosedRange<Double>
    ) throws(GraphError) -> ArcRows {
        let offsets = LargeMemory.allocate(repeating: UInt32(0), count: nodeCount + 1)
        let targets = LargeMemory.allocate(NodeID.self, count: buckets.arcCount)
        let weights = isWeighted ? LargeMemory.allocate(Double.self, count: buckets.arcCount) : nil
        var rows = ArcRows(
            offsets: GraphArray(owning: offsets, count: nodeCount + 1),
            targets: GraphArray(owning: targets, count: buckets.arcCount),
            weights: weights.map { GraphArray(owning: $0, count: buckets.arcCount) })

        let scratch = (0..<run.threads).map { _ in
            RadixScratch(capacity: buckets.greatest, isWeighted: isWeighted)
        }
        defer { for scratch in scratch { scratch.deallocate() } }
        var kept = [Int](repeating: 0, count: buckets.count)
        try kept.withUnsafeMutableBufferPointer { kept throws(GraphError) in
            for batch in buckets.batches {
                try run.forEachPiece(of: batch.count) { piece, worker in
                    let bucket = batch.lowerBound + piece
                    let arcs = buckets.arcs(of: bucket)
                    let sorted = scratch[worker].sort(
                        keys + arcs.lowerBound, keyWeights.map { $0 + arcs.lowerBound }, count: arcs.count,
                        rows: buckets.rows(of: bucket), nodeCount: nodeCount)
                    kept[bucket] = Self.write(
                        sorted, count: arcs.count, offsets: offsets, targets: targets + arcs.lowerBound,
                        weights: weights.map { $0 + arcs.lowerBound })
                }
                let used =
                    buckets.arcs(of: batch.lowerBound)
                    .lowerBound..<buckets.arcs(of: batch.upperBound - 1).upperBound
                LargeMemory.giveBack(keys, used)
                if let keyWeights { LargeMemory.giveBack(keyWeights, used) }
                try run.check(after: batch.upperBound, of: buckets.count, share: share.part(0, 0.9))
            }
        }

        var arcCount = 0
        for bucket in 0..<buckets.count {
            let start = buckets.arcs(of: bucket).lowerBound
            if start != arcCount {
                (targets + arcCount).update(from: targets + start, count: kept[bucket])
                if let weights { (weights + arcCount).update(from: weights + start, count: kept[bucket]) }
            }
            arcCount += kept[bucket]
        }
        LargeMemory.giveBack(targets, arcCount..<buckets.arcCount)
        if let weights { LargeMemory.giveBack(weights, arcCount..<buckets.arcCount) }
        for node in 0..<nodeCount { offsets[node + 1] &+= offsets[node] }
        rows.targets = rows.targets[0..<arcCount]
        rows.weights = rows.weights?[0..<arcCount]
        if let kept = rows.weights, kept.allSatisfy({ $0 == 1 }) { rows.weights = nil }
        run.report(share.upperBound)
        return rows
    }

    /// Writes the first of each run of equal keys.
    /// - Returns: How many there are.
    private static func write(
        _ sorted: (keys: UnsafeMutablePointer<UInt64>, weights: UnsafeMutablePointer<Double>?), count: Int,
        offsets: UnsafeMutablePointer<UInt32>, targets: UnsafeMutablePointer<NodeID>,
        weights: UnsafeMutablePointer<Double>?
    ) -> Int {
        var kept = 0
        var last = UInt64.max
        for index in 0..<count {
            let key = sorted.keys[index]
            if key == last { continue }
            last = key
            targets[kept] = NodeID(truncatingIfNeeded: key)
            if let weights, let from = sorted.weights { weights[kept] = from[index] }
            offsets[Int(truncatingIfNeeded: key >> 32) &+ 1] &+= 1
            kept &+= 1
        }
        return kept
    }
}

/// How the rows are cut into buckets, and where the arcs of each group of edges go within them.
private struct Buckets {
    /// How many arcs fit a core's cache.
    static let arcGoal = 1 << 17
    /// How many places a thread can write to in turn.
    private static let mostBuckets = 1 << 10

    /// The bucket of each bin.
    private(set) var ofBin: [UInt16]
    private let firstRows: [Int]
    private let firstArcs: [Int]
    /// For each group, where its arcs start in each bucket.
    private var groupStarts: [[Int]]

    var count: Int { firstRows.count - 1 }
    var arcCount: Int { firstArcs[count] }
    var greatest: Int { (0..<count).reduce(0) { max($0, arcs(of: $1).count) } }

    func arcs(of bucket: Int) -> Range<Int> { firstArcs[bucket]..<firstArcs[bucket + 1] }
    func rows(of bucket: Int) -> Range<Int> { firstRows[bucket]..<firstRows[bucket + 1] }
    func starts(ofGroup group: Int) -> [Int] { groupStarts[group] }

    init(
        bins: UnsafeMutablePointer<UInt32>, binCount: Int, groupCount: Int, binShift: Int, nodeCount: Int
    ) {
        var sums = [Int](repeating: 0, count: binCount)
        for group in 0..<groupCount {
            for bin in 0..<binCount { sums[bin] += Int(bins[group * binCount + bin]) }
        }
        let goal = max(Self.arcGoal, sums.reduce(0, +) / Self.mostBuckets)
        var ofBin = [UInt16](repeating: 0, count: binCount)
        var firstBins = [0]
        var firstArcs = [0]
        var arcs = 0
        for bin in 0..<binCount {
            let inBucket = arcs - firstArcs[firstArcs.count - 1]
            if inBucket > 0 && inBucket + sums[bin] > goal {
                firstBins.append(bin)
                firstArcs.append(arcs)
            }
            ofBin[bin] = UInt16(firstBins.count - 1)
            arcs += sums[bin]
        }
        self.ofBin = ofBin
        firstRows = firstBins.map { $0 << binShift } + [nodeCount]
        self.firstArcs = firstArcs + [arcs]

        var next = firstArcs
        groupStarts = []
        for group in 0..<groupCount {
            groupStarts.append(next)
            for bin in 0..<binCount { next[Int(ofBin[bin])] += Int(bins[group * binCount + bin]) }
        }
    }

    /// Consecutive buckets whose keys are given back together.
    var batches: [Range<Int>] {
        var batches: [Range<Int>] = []
        var first = 0
        for bucket in 0..<count
        where bucket == count - 1 || firstArcs[bucket + 1] - firstArcs[first] >= 1 << 20 {
            batches.append(first..<bucket + 1)
            first = bucket + 1
        }
        return batches
    }
}

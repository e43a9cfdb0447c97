/// Why rows from outside make no graph.
package enum RowFault: Error {
    /// The caller asked to stop.
    case cancelled
    /// Which part is wrong, and what is wrong there.
    case unsound(part: String, reason: String)
}

extension ArcRows {
    /// Checks that there is each arc in both directions, with the same weight.
    ///
    /// Arcs that lead up and those that lead down have to be the same ones: compared by the sums of their hashes, under
    /// a key that is drawn anew, so that others pass with a chance of 2^-64, whoever made the file.
    /// - Precondition: The rows are valid.
    package func validateSymmetry(_ run: KernelRun) throws(RowFault) {
        let key = UInt64.random(in: .min ... .max)
        var sums: [UInt64] = []
        do throws(GraphError) {
            try withPointers { rows throws(GraphError) in
                let chunks = RowChunks(rows, count: 256)
                sums = [UInt64](repeating: 0, count: chunks.count)
                try sums.withUnsafeMutableBufferPointer { sums throws(GraphError) in
                    try run.forEachPiece(of: chunks.count, share: 0.8...1) { chunk, _ in
                        sums[chunk] = Self.excess(of: rows, chunks[chunk], key)
                    }
                }
            }
        } catch {
            throw .cancelled
        }
        guard sums.reduce(0, &+) == 0 else {
            throw .unsound(
                part: "rows", reason: "there is an edge in one direction only, but the graph is undirected")
        }
    }

    /// The hashes of arcs that lead up from some nodes less those of arcs that lead down.
    private static func excess(of rows: ArcPointers, _ nodes: Range<Int>, _ key: UInt64) -> UInt64 {
        var sum: UInt64 = 0
        for node in nodes {
            let source = UInt64(node)
            for arc in rows.row(node) {
                let target = UInt64(rows.targets[arc])
                let isUp = target > source
                var hash = SplitMix64.mixed((isUp ? source << 32 | target : target << 32 | source) ^ key)
                if let weights = rows.weights { hash = SplitMix64.mixed(hash ^ weights[arc].bitPattern) }
                sum = isUp ? sum &+ hash : sum &- hash
            }
        }
        return sum
    }

    /// Checks all that kernels rely on to stay within the arrays, and that rows are ascending without loops.
    package func validate(arcCount: Int, _ run: KernelRun) throws(RowFault) {
        guard offsets[0] == 0, Int(offsets[nodeCount]) == arcCount else {
            throw .unsound(part: "row offsets", reason: "they do not lead from the first arc to the last")
        }
        var reasons: [String?] = []
        do throws(GraphError) {
            try withPointers { rows throws(GraphError) in
                // So many that what is read twice is still in the cache.
                let chunks = RowChunks(rows, count: 256)
                reasons = [String?](repeating: nil, count: chunks.count)
                try reasons.withUnsafeMutableBufferPointer { reasons throws(GraphError) in
                    try run.forEachPiece(of: chunks.count, share: 0.6...0.8) { chunk, _ in
                        if !Self.areSound(rows, chunks[chunk], arcCount: UInt32(arcCount)) {
                            reasons[chunk] = Self.fault(in: rows, chunks[chunk], arcCount: UInt32(arcCount))
                        }
                    }
                }
            }
        } catch {
            throw .cancelled
        }
        for case let reason? in reasons { throw .unsound(part: "rows", reason: reason) }
    }

    /// Whether there is no fault in some rows, at the speed of memory: their arcs are looked at as if they were one row,
    /// in which targets may fall only where a row begins.
    private static func areSound(_ rows: ArcPointers, _ nodes: Range<Int>, arcCount: UInt32) -> Bool {
        let (offsets, targets) = (rows.offsets, rows.targets)
        guard stepCount(in: offsets, nodes, where: { $0 .> $1 }) == 0, offsets[nodes.upperBound] <= arcCount
        else { return false }
        let arcs = Int(offsets[nodes.lowerBound])..<Int(offsets[nodes.upperBound])
        if arcs.isEmpty { return true }
        let falls = stepCount(in: targets, arcs.dropLast(), where: { $0 .>= $1 })
        var fallsBetweenRows = 0
        for node in nodes {
            let row = rows.row(node)
            if row.isEmpty { continue }
            let isLater = row.lowerBound > arcs.lowerBound
            if isLater, targets[row.lowerBound &- 1] >= targets[row.lowerBound] { fallsBetweenRows &+= 1 }
            if Int(targets[row.upperBound &- 1]) >= rows.nodeCount { return false }
            if targets[lastPosition(upTo: NodeID(node), in: targets, row)] == NodeID(node) { return false }
        }
        guard falls == fallsBetweenRows else { return false }
        guard let weights = rows.weights else { return true }
        return arcs.allSatisfy { weights[$0] >= 0 && weights[$0] <= .greatestFiniteMagnitude }
    }

    private typealias Lanes = SIMD8<UInt32>

    /// How many of the steps from some numbers to the next ones are of a kind.
    @inline(__always)
    private static func stepCount(
        in numbers: UnsafePointer<UInt32>, _ positions: Range<Int>,
        where isCounted: (Lanes, Lanes) -> SIMDMask<Lanes.MaskStorage>
    ) -> Int {
        let bytes = UnsafeRawPointer(numbers)
        var counts = Lanes.zero
        var position = positions.lowerBound
        while position &+ Lanes.scalarCount <= positions.upperBound {
            let before = (bytes + 4 &* position).loadUnaligned(as: Lanes.self)
            let after = (bytes + 4 &* (position &+ 1)).loadUnaligned(as: Lanes.self)
            counts &+= Lanes.zero.replacing(with: 1, where: isCounted(before, after))
            position &+= Lanes.scalarCount
        }
        var count = Int(counts.wrappedSum())
        while position < positions.upperBound {
            let (before, after) = (numbers[position], numbers[position &+ 1])
            count &+= isCounted(Lanes(repeating: before), Lanes(repeating: after))[0] ? 1 : 0
            position &+= 1
        }
        return count
    }

    /// The position of the last of some ascending numbers that is not above a limit, or the first position. Without
    /// branches: which half comes next cannot be foreseen.
    @inline(__always)
    private static func lastPosition(
        upTo limit: UInt32, in numbers: UnsafePointer<UInt32>, _ positions: Range<Int>
    ) -> Int {
        var low = positions.lowerBound
        var count = positions.count
        while count > 1 {
            let half = count &>> 1
            // 1 when the number is not above the limit, for then the difference is negative.
            let isWithin = (UInt64(numbers[low &+ half]) &- UInt64(limit) &- 1) &>> 63
            low &+= half &* Int(isWithin)
            count &-= half
        }
        return low
    }

    /// The first fault in some rows.
    private static func fault(in rows: ArcPointers, _ nodes: Range<Int>, arcCount: UInt32) -> String? {
        for node in nodes {
            guard rows.offsets[node] <= rows.offsets[node + 1], rows.offsets[node + 1] <= arcCount else {
                return "the row of node \(node) ends before it starts"
            }
            let row = rows.row(node)
            if row.isEmpty { continue }
            var isAscending = true
            var isLoop = rows.targets[row.lowerBound] == NodeID(node)
            for arc in (row.lowerBound + 1)..<row.upperBound {
                isAscending = isAscending && rows.targets[arc &- 1] < rows.targets[arc]
                isLoop = isLoop || rows.targets[arc] == NodeID(node)
            }
            guard isAscending else { return "the row of node \(node) is not ascending" }
            guard !isLoop else { return "node \(node) has a loop" }
            guard Int(rows.targets[row.upperBound - 1]) < rows.nodeCount else {
                return "node \(node) leads beyond the last node"
            }
            guard let weights = rows.weights else { continue }
            for arc in row where !(weights[arc] >= 0 && weights[arc] <= .greatestFiniteMagnitude) {
                return "an arc of node \(node) has the weight \(weights[arc])"
            }
        }
        return nil
    }
}

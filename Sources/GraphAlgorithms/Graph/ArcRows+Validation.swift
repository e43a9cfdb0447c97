/// Why rows from outside make no graph.
package enum RowFault: Error {
    /// The caller asked to stop.
    case cancelled
    /// Which part is wrong, and what is wrong there.
    case unsound(part: String, reason: String)
}

extension ArcRows {
    /// Checks all that kernels rely on: that they stay within the arrays, that rows are ascending without loops and, in
    /// an undirected graph, that there is each arc in both directions, with the same weight.
    ///
    /// For the last, each node and each weight has a random number, and the products of the numbers of both ends and of
    /// the weight have the same sum over the arcs that lead up as over those that lead down (after Freivalds 1977). The
    /// numbers follow from a key that is drawn anew, so that no file can be made to pass; by chance, about one in 2^50 does (an
    /// estimate: the numbers of one key are not independent of each other).
    package func validate(arcCount: Int, isDirected: Bool, _ run: KernelRun) throws(RowFault) {
        guard offsets[0] == 0, Int(offsets[nodeCount]) == arcCount else {
            throw .unsound(part: "row offsets", reason: "they do not lead from the first arc to the last")
        }
        let key = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)
        var sums: [UInt64?] = []
        var reason: String?
        do throws(GraphError) {
            try withPointers { rows throws(GraphError) in
                let chunks = RowChunks(rows, count: 256)
                sums = [UInt64?](repeating: nil, count: chunks.count)
                try sums.withUnsafeMutableBufferPointer { sums throws(GraphError) in
                    try run.forEachPiece(of: chunks.count, share: 0.6...1) { chunk, _ in
                        sums[chunk] = Self.sum(of: rows, chunks[chunk], arcCount: UInt32(arcCount), key)
                    }
                }
                if let chunk = sums.firstIndex(of: nil) {
                    reason = Self.fault(in: rows, chunks[chunk], arcCount: UInt32(arcCount))
                }
            }
        } catch {
            throw .cancelled
        }
        if let reason { throw .unsound(part: "rows", reason: reason) }
        guard isDirected || sums.reduce(0, { $0 &+ ($1 ?? 0) }) == 0 else {
            throw .unsound(
                part: "rows", reason: "there is an edge in one direction only, but the graph is undirected")
        }
    }

    /// The products of the random numbers of both ends, summed over arcs that lead down less those that lead up; `nil`
    /// where there is a fault. Without branches for the direction of an arc, which cannot be foreseen.
    private static func sum(
        of rows: ArcPointers, _ nodes: Range<Int>, arcCount: UInt32, _ key: (UInt64, UInt64)
    ) -> UInt64? {
        var sum: UInt64 = 0
        for node in nodes {
            guard rows.offsets[node] <= rows.offsets[node &+ 1], rows.offsets[node &+ 1] <= arcCount
            else { return nil }
            let row = rows.row(node)
            if row.isEmpty { continue }
            var rowSum: UInt64 = 0
            var (last, steps, upCount) = (-1, -1, 0)
            for arc in row {
                let target = Int(rows.targets[arc])
                // Below 0 as long as targets ascend.
                steps &= last &- target
                last = target
                var number = random(UInt64(target), key)
                if let weights = rows.weights {
                    guard weights[arc] >= 0, weights[arc] <= .greatestFiniteMagnitude else { return nil }
                    number &*= SplitMix64.mixed(weights[arc].bitPattern ^ key.0)
                }
                // -1 where the arc leads up, else 0: the number is added with its sign turned, or as it is.
                let up = (node &- target) &>> 63
                upCount &-= up
                rowSum &+= (number ^ UInt64(bitPattern: Int64(up))) &- UInt64(bitPattern: Int64(up))
            }
            guard steps < 0, last < rows.nodeCount else { return nil }
            let firstUp = row.upperBound &- upCount
            if firstUp > row.lowerBound, Int(rows.targets[firstUp &- 1]) == node { return nil }
            sum &+= rowSum &* random(UInt64(node), key)
        }
        return sum
    }

    /// The random number of a node: a product whose halves are folded.
    @inline(__always)
    private static func random(_ node: UInt64, _ key: (UInt64, UInt64)) -> UInt64 {
        let product = (node ^ key.0).multipliedFullWidth(by: key.1)
        return product.high ^ product.low
    }

    /// The first fault in some rows.
    private static func fault(in rows: ArcPointers, _ nodes: Range<Int>, arcCount: UInt32) -> String {
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
        return "a row is not that of a graph"
    }
}

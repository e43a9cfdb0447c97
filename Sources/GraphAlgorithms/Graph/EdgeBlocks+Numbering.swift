extension EdgeBlocks {
    /// The nodes by falling number of edges, parallel ones counted.
    package func degreeOrder(nodeCount: Int, run: KernelRun) throws(GraphError) -> DegreeOrder {
        // Each worker counts for itself; whole numbers add up to the same in any order.
        let counts = LargeMemory.allocate(repeating: UInt32(0), count: max(nodeCount * run.threads, 1))
        defer { LargeMemory.deallocate(counts) }
        try run.forEachPiece(of: blocks.count) { piece, worker in
            let own = counts + worker * nodeCount
            let block = blocks[piece]
            let pairs = block.pairs
            for index in 0..<block.count {
                let pair = pairs[index]
                own[Int(truncatingIfNeeded: pair >> 32)] &+= 1
                own[Int(truncatingIfNeeded: pair & 0xFFFF_FFFF)] &+= 1
            }
        }
        for worker in 1..<max(run.threads, 1) {
            for node in 0..<nodeCount { counts[node] &+= counts[worker * nodeCount + node] }
        }
        return DegreeOrder(degrees: UnsafeBufferPointer(start: counts, count: nodeCount))
    }

    /// Replaces each end of each edge by its new number.
    package func renumber(_ positions: [NodeID], run: KernelRun) throws(GraphError) {
        try positions.withUnsafeBufferPointer { positions throws(GraphError) in
            try run.forEachPiece(of: blocks.count) { piece, _ in
                let block = blocks[piece]
                let pairs = block.pairs
                for index in 0..<block.count {
                    let pair = pairs[index]
                    let source = positions[Int(truncatingIfNeeded: pair >> 32)]
                    pairs[index] = Self.pack(source, positions[Int(truncatingIfNeeded: pair & 0xFFFF_FFFF)])
                }
            }
        }
    }

    /// Subtracts a number from the first end of each edge and one from the second, modulo 2^32.
    package func shift(first: UInt32, second: UInt32, run: KernelRun) throws(GraphError) {
        try run.forEachPiece(of: blocks.count) { piece, _ in
            let block = blocks[piece]
            for index in 0..<block.count {
                let pair = block.pairs[index]
                block.pairs[index] = Self.pack(
                    UInt32(pair >> 32) &- first, UInt32(pair & 0xFFFF_FFFF) &- second)
            }
        }
    }

    /// The first edge that is no loop; `nil` where there is none.
    package var first: Edge? {
        for block in blocks {
            for index in 0..<block.count {
                let (source, target) = (block.pairs[index] >> 32, block.pairs[index] & 0xFFFF_FFFF)
                if source != target {
                    return Edge(NodeID(source), NodeID(target), weight: block.weights?[index] ?? 1)
                }
            }
        }
        return nil
    }

    /// Renumbers the ends of edges from 0, in the order of the numbers that occur.
    /// - Parameter greatest: The greatest of them.
    /// - Returns: The numbers that occur, ascending.
    package func compactNumbers(greatest: UInt32, run: KernelRun) throws(GraphError) -> [UInt32] {
        if edgeCount == 0 { return [] }
        guard Int(greatest) < 64 * edgeCount + 1 << 20 else { return try compactSparseNumbers(run: run) }
        var positions = [UInt32](repeating: .max, count: Int(greatest) + 1)
        for block in blocks {
            try run.check()
            for index in 0..<block.count {
                let pair = block.pairs[index]
                positions[Int(pair >> 32)] = 0
                positions[Int(pair & 0xFFFF_FFFF)] = 0
            }
        }
        var numbers: [UInt32] = []
        for number in positions.indices where positions[number] == 0 {
            positions[number] = UInt32(numbers.count)
            numbers.append(UInt32(number))
        }
        if numbers.count <= Int(greatest) { try renumber(positions, run: run) }
        return numbers
    }

    private func compactSparseNumbers(run: KernelRun) throws(GraphError) -> [UInt32] {
        var numbers: [UInt32] = []
        numbers.reserveCapacity(2 * edgeCount)
        for block in blocks {
            try run.check()
            for index in 0..<block.count {
                let pair = block.pairs[index]
                numbers.append(UInt32(pair >> 32))
                numbers.append(UInt32(pair & 0xFFFF_FFFF))
            }
        }
        numbers.sort()
        var last: UInt32?
        numbers.removeAll { number in
            defer { last = number }
            return number == last
        }
        let sorted = numbers
        func position(of number: UInt64) -> NodeID {
            var (low, high) = (0, sorted.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle] < number { low = middle + 1 } else { high = middle }
            }
            return NodeID(low)
        }
        try run.forEachPiece(of: blocks.count) { piece, _ in
            let block = blocks[piece]
            for index in 0..<block.count {
                let pair = block.pairs[index]
                block.pairs[index] = Self.pack(position(of: pair >> 32), position(of: pair & 0xFFFF_FFFF))
            }
        }
        return sorted
    }
}

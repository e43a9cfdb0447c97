/// Edges in the order in which they were given, in blocks that threads fill and read side by side.
///
/// `@unchecked`: a block is written by one thread, before others read it.
package final class EdgeBlocks: @unchecked Sendable {
    /// Some consecutive edges: source in the upper half of a pair, target in the lower.
    package final class Block: @unchecked Sendable {
        let pairs: UnsafeMutablePointer<UInt64>
        /// One for each pair, or `nil` while all are 1.
        private(set) var weights: UnsafeMutablePointer<Double>?
        var count = 0
        private let capacity: Int
        private var isReleased = false

        init(capacity: Int, isWeighted: Bool) {
            self.capacity = capacity
            pairs = LargeMemory.allocate(count: capacity)
            if isWeighted { addWeights() }
        }

        /// Makes place for weights; those of the edges so far are 1.
        func addWeights() { weights = LargeMemory.allocate(repeating: 1, count: capacity) }

        /// Gives back the memory; nothing may be read any more.
        func release() {
            if isReleased { return }
            isReleased = true
            LargeMemory.giveBack(pairs, 0..<capacity)
            LargeMemory.deallocate(pairs)
            if let weights {
                LargeMemory.giveBack(weights, 0..<capacity)
                LargeMemory.deallocate(weights)
            }
        }

        deinit { release() }

        /// Takes over edges.
        /// - Parameter weights: One for each edge, or none where all are 1.
        package init(pairs: [UInt64], weights: [Double]) {
            capacity = pairs.count
            count = pairs.count
            self.pairs = LargeMemory.allocate(count: capacity)
            pairs.withUnsafeBufferPointer {
                if let base = $0.baseAddress { self.pairs.update(from: base, count: $0.count) }
            }
            if !weights.isEmpty { addWeights() }
            weights.withUnsafeBufferPointer {
                if let base = $0.baseAddress { self.weights?.update(from: base, count: $0.count) }
            }
        }

        /// Replaces each end of each edge by its number.
        package func renumber(_ numbers: [UInt32]) {
            for index in 0..<count {
                let pair = pairs[index]
                pairs[index] = EdgeBlocks.pack(numbers[Int(pair >> 32)], numbers[Int(pair & 0xFFFF_FFFF)])
            }
        }
    }

    /// The greatest second end of an edge, 0 where there is none.
    package var greatestTarget: UInt32 {
        blocks.reduce(UInt32(0)) { greatest, block in
            (0..<block.count).reduce(greatest) { max($0, UInt32(block.pairs[$1] & 0xFFFF_FFFF)) }
        }
    }

    /// The blocks, in the order of their edges.
    package private(set) var blocks: [Block] = []

    /// The number of edges, loops and parallel ones counted.
    package var edgeCount: Int { blocks.reduce(0) { $0 + $1.count } }
    /// Whether any weight is not 1.
    var isWeighted: Bool { blocks.contains { $0.weights != nil } }

    /// Adds a block behind the others.
    package func append(_ block: Block) { blocks.append(block) }

    static func pack(_ source: NodeID, _ target: NodeID) -> UInt64 { UInt64(source) << 32 | UInt64(target) }

    /// No edges.
    package init() {}

    private static let blockCapacity = 1 << 18

    /// Copies and checks edges.
    /// - Throws: ``GraphError/nodeOutOfRange(edge:node:nodeCount:)`` or ``GraphError/invalidWeight(edge:weight:)``
    ///   for the first offending edge.
    convenience init(
        _ edges: [Edge], nodeCount: Int, run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) {
        self.init()
        let ranges = stride(from: 0, to: edges.count, by: Self.blockCapacity).map {
            $0..<min($0 + Self.blockCapacity, edges.count)
        }
        let isWeighted = edges.contains { $0.weight != 1 && $0.source != $0.target }
        for range in ranges {
            append(Block(capacity: range.count, isWeighted: isWeighted))
        }
        var failures = [GraphError?](repeating: nil, count: ranges.count)
        try failures.withUnsafeMutableBufferPointer { failures throws(GraphError) in
            try run.forEachPiece(of: ranges.count, share: share) { piece, _ in
                failures[piece] = Self.copy(edges, ranges[piece], to: blocks[piece], nodeCount: nodeCount)
            }
        }
        for case let failure? in failures { throw failure }
    }

    private static func copy(
        _ edges: [Edge], _ range: Range<Int>, to block: Block, nodeCount: Int
    ) -> GraphError? {
        block.count = range.count
        let pairs = block.pairs
        let weights = block.weights
        for index in range {
            let edge = edges[index]
            guard Int(edge.source) < nodeCount else {
                return .nodeOutOfRange(edge: index, node: edge.source, nodeCount: nodeCount)
            }
            guard Int(edge.target) < nodeCount else {
                return .nodeOutOfRange(edge: index, node: edge.target, nodeCount: nodeCount)
            }
            guard edge.weight.isFinite, edge.weight >= 0 else {
                return .invalidWeight(edge: index, weight: edge.weight)
            }
            pairs[index - range.lowerBound] = pack(edge.source, edge.target)
            weights?[index - range.lowerBound] = edge.weight
        }
        return nil
    }
}

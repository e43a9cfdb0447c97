/// The first phase of ``Leiden``: nodes move to the community that gains most, as long as any gains.
///
/// Only nodes next to one that moved are looked at again (Traag et al. 2019, algorithm A.2, MoveNodesFast).
struct LocalMoving: ~Copyable {
    private let graph: CommunityGraph
    private let resolution: Double
    /// The community of each node, 0 ..< number of nodes.
    private(set) var membership: [UInt32]
    private var strengthOf: [Double]
    private var sizeOf: [UInt32]
    /// Numbers of communities without nodes.
    private var empty: [UInt32] = []

    /// A gain must be greater than what rounding may pretend.
    private static let leastGain = 1e-10

    init(graph: CommunityGraph, membership: [UInt32], resolution: Double) {
        self.graph = graph
        self.resolution = resolution
        self.membership = membership
        strengthOf = [Double](repeating: 0, count: graph.nodeCount)
        sizeOf = [UInt32](repeating: 0, count: graph.nodeCount)
        for (node, community) in membership.enumerated() {
            strengthOf[Int(community)] += graph.strengths[node]
            sizeOf[Int(community)] += 1
        }
        empty = (0..<UInt32(graph.nodeCount)).reversed().filter { sizeOf[Int($0)] == 0 }
    }

    /// Moves nodes until none gains any more.
    /// - Parameters:
    ///   - order: In which order nodes come.
    ///   - share: The share of the run's work that the first look at each node is.
    mutating func moveAll(
        in order: [UInt32], _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) {
        var membership = membership
        var strengthOf = strengthOf
        var sizeOf = sizeOf
        try graph.rows.withPointers { rows throws(GraphError) in
            try graph.strengths.withUnsafeBufferPointer { strengths throws(GraphError) in
                try membership.withUnsafeMutableBufferPointer { membership throws(GraphError) in
                    try strengthOf.withUnsafeMutableBufferPointer { strengthOf throws(GraphError) in
                        try sizeOf.withUnsafeMutableBufferPointer { sizeOf throws(GraphError) in
                            try moveAll(
                                order, rows, strengths, membership, strengthOf, sizeOf, run, share)
                        }
                    }
                }
            }
        }
        self.membership = membership
        self.strengthOf = strengthOf
        self.sizeOf = sizeOf
    }

    private mutating func moveAll(
        _ order: [UInt32], _ rows: ArcPointers, _ strengths: UnsafeBufferPointer<Double>,
        _ membership: UnsafeMutableBufferPointer<UInt32>, _ strengthOf: UnsafeMutableBufferPointer<Double>,
        _ sizeOf: UnsafeMutableBufferPointer<UInt32>, _ run: KernelRun, _ share: ClosedRange<Double>
    ) throws(GraphError) {
        let nodeCount = rows.nodeCount
        let queue = LargeMemory.allocate(UInt32.self, count: nodeCount)
        let isQueued = LargeMemory.allocate(repeating: true, count: nodeCount)
        defer {
            LargeMemory.deallocate(queue)
            LargeMemory.deallocate(isQueued)
        }
        order.withUnsafeBufferPointer { order in
            if let base = order.baseAddress { queue.update(from: base, count: nodeCount) }
        }
        var sums = NeighborSums(count: nodeCount)
        let factor = resolution / graph.totalWeight
        let least = Self.leastGain * graph.totalWeight
        var looks = 0
        var head = 0
        // The queue is a ring: a node is in it at most once.
        var waiting = nodeCount
        while waiting > 0 {
            try run.tick(looks, of: max(nodeCount, looks), share: share)
            looks += 1
            let node = Int(queue[head])
            head = head + 1 == nodeCount ? 0 : head + 1
            waiting -= 1
            isQueued[node] = false
            let row = rows.row(node)
            if row.isEmpty { continue }
            if let weights = rows.weights {
                for arc in row { sums.add(weights[arc], to: Int(membership[Int(rows.targets[arc])])) }
            } else {
                for arc in row { sums.add(1, to: Int(membership[Int(rows.targets[arc])])) }
            }
            let strength = strengths[node]
            let current = Int(membership[node])
            strengthOf[current] -= strength
            let stay = sums[current] - factor * strength * strengthOf[current]
            var best = current
            var bestGain = stay
            sums.forEach { community, sum in
                if community == current { return }
                let gain = sum - factor * strength * strengthOf[community]
                if gain > bestGain + least || (gain > stay + least && gain == bestGain && community < best) {
                    best = community
                    bestGain = gain
                }
            }
            if bestGain < -least, sizeOf[current] > 1, let fresh = empty.popLast() { best = Int(fresh) }
            sums.clear()
            strengthOf[best] += strength
            if best == current { continue }
            sizeOf[current] -= 1
            if sizeOf[current] == 0 { empty.append(UInt32(current)) }
            if sizeOf[best] == 0, empty.last == UInt32(best) { empty.removeLast() }
            sizeOf[best] += 1
            membership[node] = UInt32(best)
            for arc in row {
                let neighbor = Int(rows.targets[arc])
                if isQueued[neighbor] || membership[neighbor] == UInt32(best) { continue }
                isQueued[neighbor] = true
                let tail = head + waiting
                queue[tail < nodeCount ? tail : tail - nodeCount] = UInt32(neighbor)
                waiting += 1
            }
        }
    }
}

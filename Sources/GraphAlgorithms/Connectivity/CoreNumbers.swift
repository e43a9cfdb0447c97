/// How deep each node lies in the graph: the greatest k for which it is in a part where everybody has k neighbours.
///
/// Seidman 1983, doi:10.1016/0378-8733(83)90028-X, by the linear algorithm of Batagelj and Zaveršnik 2003,
/// arXiv:cs/0310049: nodes are taken away in the order of their remaining degrees. Directions and weights are ignored.
public struct CoreNumbers: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// The core number of each node; 0 for one without neighbours.
    /// - Complexity: O(n + m) time; O(n) space, O(n + m) for a directed graph.
    public func numbers(in graph: CompactGraph) -> [UInt32] {
        RunControl.unstoppable { control throws(GraphError) in try numbers(in: graph, control: control) }
    }

    /// The core number of each node, unless the caller stops it; on one thread.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n + m) time; O(n) space, O(n + m) for a directed graph.
    public func numbers(in graph: CompactGraph, control: RunControl) throws(GraphError) -> [UInt32] {
        let run = KernelRun(control, work: 0)
        let before = graph.isDirected ? 0.5 : 0
        let skeleton = try graph.skeleton(run, share: 0...before)
        var degrees = skeleton.nodes.map { UInt32(skeleton.outDegree(of: $0)) }
        try skeleton.withPointers { rows throws(GraphError) in
            try degrees.withUnsafeMutableBufferPointer { degrees throws(GraphError) in
                try Self.peel(rows, degrees, run, share: before...1)
            }
        }
        run.report(1)
        return degrees
    }

    /// Replaces degrees by core numbers.
    private static func peel(
        _ rows: ArcPointers, _ degrees: UnsafeMutableBufferPointer<UInt32>, _ run: KernelRun,
        share: ClosedRange<Double>
    ) throws(GraphError) {
        let nodeCount = rows.nodeCount
        // Where the nodes of each remaining degree start in the order; nodes of lower degree lie before.
        var starts = [Int](repeating: 0, count: Int(degrees.max() ?? 0) + 2)
        for degree in degrees { starts[Int(degree) + 1] += 1 }
        for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
        var next = starts
        let order = LargeMemory.allocate(UInt32.self, count: nodeCount)
        let position = LargeMemory.allocate(UInt32.self, count: nodeCount)
        defer {
            LargeMemory.deallocate(order)
            LargeMemory.deallocate(position)
        }
        for node in 0..<nodeCount {
            let place = next[Int(degrees[node])]
            next[Int(degrees[node])] += 1
            order[place] = UInt32(node)
            position[node] = UInt32(place)
        }
        try starts.withUnsafeMutableBufferPointer { starts throws(GraphError) in
            for place in 0..<nodeCount {
                try run.tick(place, of: nodeCount, share: share)
                let node = Int(order[place])
                let core = degrees[node]
                for arc in rows.row(node) {
                    let neighbour = Int(rows.targets[arc])
                    let degree = degrees[neighbour]
                    if degree <= core { continue }
                    // Moves to the front of its degree's nodes, which then end one place later.
                    let front = max(starts[Int(degree)], place + 1)
                    let other = Int(order[front])
                    let from = Int(position[neighbour])
                    order[front] = UInt32(neighbour)
                    order[from] = UInt32(other)
                    position[neighbour] = UInt32(front)
                    position[other] = UInt32(from)
                    starts[Int(degree)] = front + 1
                    degrees[neighbour] = degree - 1
                }
            }
        }
    }
}

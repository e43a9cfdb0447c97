/// The shortest loopless paths between two nodes, in order; weights are lengths of zero or more.
///
/// Yen, J. Y., "Finding the k shortest loopless paths in a network", 1971, doi:10.1287/mnsc.17.11.712, with a limit on
/// the hops of a path. Of equally long paths the one with fewer hops goes first, then the one whose node numbers come
/// first; lengths are sums from the end of a path to its start, so that is decided without rounding within a node's
/// choices.
public struct ShortestSimplePaths: Equatable, Sendable {
    /// How many paths to find, at least 0.
    public let count: Int
    /// The most hops of a path, at least 0.
    public let maximumHops: Int

    /// Makes a search.
    /// - Throws: ``GraphError/invalidPathCount(_:)`` or ``GraphError/invalidMaximumHops(_:)``.
    public init(count: Int, maximumHops: Int) throws(GraphError) {
        guard count >= 0 else { throw .invalidPathCount(count) }
        guard maximumHops >= 0 else { throw .invalidMaximumHops(maximumHops) }
        self.count = count
        self.maximumHops = maximumHops
    }

    /// The shortest paths from `source` to `target`, fewer when there are no more; a node reaches itself over a path
    /// of no hops.
    ///
    /// An unweighted graph has edges of length 1.
    /// - Precondition: Both are nodes of the graph.
    /// - Complexity: O(k h m log m) time for k paths of h hops in a graph of m arcs, and near O(m log m) where few paths
    ///   are nearly as short; O(n) space. Where the limit rules out the shortest way to go on, O(h m) time and O(h n)
    ///   space for that, with h the limit.
    public func paths(from source: NodeID, to target: NodeID, in graph: CompactGraph) -> [SimplePath] {
        RunControl.unstoppable { control throws(GraphError) in
            try paths(from: source, to: target, in: graph, control: control)
        }
    }

    /// The paths as ``paths(from:to:in:)`` has them, unless the caller stops it; on one thread.
    /// - Precondition: Both are nodes of the graph.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: As ``paths(from:to:in:)``.
    public func paths(
        from source: NodeID, to target: NodeID, in graph: CompactGraph, control: RunControl
    ) throws(GraphError) -> [SimplePath] {
        precondition(Int(source) < graph.nodeCount && Int(target) < graph.nodeCount, "nodes of the graph")
        let run = KernelRun(control, work: 0)
        let found = try paths(from: source, to: target, in: graph, run)
        run.report(1)
        return found
    }

    private func paths(
        from source: NodeID, to target: NodeID, in graph: CompactGraph, _ run: KernelRun
    ) throws(GraphError) -> [SimplePath] {
        let before = graph.isDirected ? 0.2 : 0
        let transposed = try graph.transposed(run, share: 0...before)
        let fromSource = try distances(from: source, in: graph, run, share: before...0.4)
        return try graph.withPointers { outgoing throws(GraphError) in
            try transposed.withPointers { incoming throws(GraphError) in
                var search = SpurSearch(
                    outgoing: outgoing, incoming: incoming, target: target, fromSource: fromSource, run: run)
                defer { search.deallocate() }
                return try paths(from: source, &search, run, share: 0.4...1)
            }
        }
    }

    /// The lengths of the shortest paths, whatever their hops: bounds on those of few hops.
    private func distances(
        from source: NodeID, in graph: CompactGraph, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> [Double] {
        guard graph.weights == nil else {
            return try Dijkstra().search(from: source, in: graph, run, share: share).tree.distances
        }
        let search = try BreadthFirstSearch(maximumHops: maximumHops)
        return try search.search(from: source, in: graph, run, share: share).distances
            .map { $0 == .max ? .infinity : Double($0) }
    }

    private func paths(
        from source: NodeID, _ search: inout SpurSearch, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> [SimplePath] {
        guard count > 0,
            let first = try search.shortest(
                after: [source], within: maximumHops, without: [], longest: .infinity)
        else { return [] }
        var found = [first]
        // Where each found path leaves the one that it was found by; before that, it was looked for others already.
        var spurs = [0]
        // Sorted, the best last.
        var candidates: [(path: SimplePath, spur: Int)] = []
        while found.count < count {
            try run.check(after: found.count, of: count, share: share)
            let last = found[found.count - 1]
            for spur in spurs[found.count - 1]..<max(last.hops, spurs[found.count - 1]) {
                let root = Array(last.nodes[...spur])
                let taken = Set(found.filter { $0.nodes.starts(with: root) }.map { $0.nodes[spur + 1] })
                let missing = count - found.count
                let longest =
                    candidates.count < missing
                    ? .infinity : candidates[candidates.count - missing].path.length
                guard
                    let path = try search.shortest(
                        after: root, within: maximumHops - spur, without: taken, longest: longest)
                else { continue }
                let place = candidates.firstIndex { !path.precedes($0.path) } ?? candidates.count
                candidates.insert((path, spur), at: place)
            }
            guard let next = candidates.popLast() else { break }
            found.append(next.path)
            spurs.append(next.spur)
        }
        return found
    }
}

/// A path that visits no node twice.
public struct SimplePath: Equatable, Sendable {
    /// The nodes, source first and target last.
    public let nodes: [NodeID]
    /// The sum of the lengths of its arcs.
    public let length: Double

    /// The number of arcs.
    public var hops: Int { nodes.count - 1 }

    func precedes(_ other: SimplePath) -> Bool {
        if length != other.length { return length < other.length }
        if hops != other.hops { return hops < other.hops }
        return nodes.lexicographicallyPrecedes(other.nodes)
    }
}

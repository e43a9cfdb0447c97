/// The shortest loopless paths between two nodes, in order; weights are lengths of zero or more.
///
/// Yen, J. Y., "Finding the k shortest loopless paths in a network", 1971, doi:10.1287/mnsc.17.11.712, with a limit on
/// the hops of a path; no way to go on is sought twice (Lawler 1972, doi:10.1287/mnsc.18.7.401), and each is sought from
/// the target towards the source with lower bounds for what is left (Hart, Nilsson and Raphael 1968,
/// doi:10.1109/TSSC.1968.300136), so that only the surroundings of the paths are visited. Of equally long paths the one with fewer hops goes first, then the one whose node numbers come
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
    /// - Complexity: k h searches for k paths of h hops, each O(m log m) and most of them far less, in O(n + m) space;
    ///   where ``maximumHops`` rules a shorter path out, O(h m) each and O(h n) space.
    public func paths(from source: NodeID, to target: NodeID, in graph: CompactGraph) -> [SimplePath] {
        RunControl.unstoppable { control throws(GraphError) in
            try paths(from: source, to: target, in: graph, control: control)
        }
    }

    /// The paths as ``paths(from:to:in:)`` has them, unless the caller stops it; on one thread.
    /// - Precondition: Both are nodes of the graph.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: k h searches for k paths of h hops, each O(m log m) and most of them far less, in O(n + m) space;
    ///   where ``maximumHops`` rules a shorter path out, O(h m) each and O(h n) space.
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
        try run.check()
        guard count > 0 else { return [] }
        var search = try SpurSearch(from: source, to: target, in: graph, run)
        if source == target { return [SimplePath([source], in: graph)] }
        guard let all = search.branch(after: [source], without: []),
            let first = try search.shortest(in: all, within: .infinity, hops: maximumHops)
        else { return [] }
        var found = [first]
        // The best last, and where each leaves those before it.
        var candidates: [(path: SimplePath, spur: Int)] = []
        var branches: [SpurSearch.Branch] = []
        var start = 0
        while found.count < count {
            run.report(0.1 + 0.9 * Double(found.count - 1) / Double(count - 1))
            let last = found[found.count - 1]
            for spur in start..<max(start, last.hops) {
                let root = Array(last.nodes[...spur])
                let taken = Set(found.filter { $0.nodes.starts(with: root) }.map { $0.nodes[spur + 1] })
                if let branch = search.branch(after: root, without: taken) {
                    branches.insert(
                        branch, at: branches.firstIndex { $0.bound <= branch.bound } ?? branches.count)
                }
            }
            // Only a branch that may hold the next path is searched; sums are rounded.
            while let branch = branches.last,
                branch.bound <= (candidates.last?.path.length ?? .infinity) * (1 + 1e-9)
            {
                branches.removeLast()
                let others = candidates.count - (count - found.count)
                let limit = others >= 0 ? candidates[others].path.length : .infinity
                guard let path = try search.shortest(in: branch, within: limit, hops: maximumHops) else {
                    continue
                }
                let place = candidates.firstIndex { !path.precedes($0.path) } ?? candidates.count
                candidates.insert((path, branch.root.count - 1), at: place)
            }
            guard let next = candidates.popLast() else { break }
            found.append(next.path)
            start = next.spur
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

    init(_ nodes: [NodeID], in graph: CompactGraph) {
        self.nodes = nodes
        length = zip(nodes, nodes.dropFirst()).reversed().reduce(0) { sum, hop in
            (graph.weight(from: hop.0, to: hop.1) ?? .infinity) + sum
        }
    }

    fileprivate func precedes(_ other: SimplePath) -> Bool {
        if length != other.length { return length < other.length }
        if hops != other.hops { return hops < other.hops }
        return nodes.lexicographicallyPrecedes(other.nodes)
    }
}

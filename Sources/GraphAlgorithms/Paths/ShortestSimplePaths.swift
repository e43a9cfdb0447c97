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
    /// - Complexity: O(k h² m) time for k paths of at most h hops in a graph of m arcs, O(h n) space.
    public func paths(from source: NodeID, to target: NodeID, in graph: CompactGraph) -> [SimplePath] {
        RunControl.unstoppable { control throws(GraphError) in
            try paths(from: source, to: target, in: graph, control: control)
        }
    }

    /// The paths as ``paths(from:to:in:)`` has them, unless the caller stops it; on one thread.
    /// - Precondition: Both are nodes of the graph.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(k h² m) time for k paths of at most h hops in a graph of m arcs, O(h n) space.
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
        var search = SpurSearch(graph: graph, target: target, run: run)
        guard count > 0, let first = try search.shortest(after: [source], within: maximumHops, without: [])
        else { return [] }
        var found = [first]
        // Sorted, the best last.
        var candidates: [SimplePath] = []
        while found.count < count {
            let last = found[found.count - 1]
            for spur in 0..<(last.nodes.count - 1) {
                let share = Double(found.count - 1) + Double(spur) / Double(last.hops)
                run.report(share / Double(count - 1))
                let root = Array(last.nodes[...spur])
                let taken = Set(found.filter { $0.nodes.starts(with: root) }.map { $0.nodes[spur + 1] })
                guard
                    let path = try search.shortest(after: root, within: maximumHops - spur, without: taken),
                    !candidates.contains(path)
                else { continue }
                let place = candidates.firstIndex { !path.precedes($0) } ?? candidates.count
                candidates.insert(path, at: place)
            }
            guard let next = candidates.popLast() else { break }
            found.append(next)
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

    fileprivate func precedes(_ other: SimplePath) -> Bool {
        if length != other.length { return length < other.length }
        if hops != other.hops { return hops < other.hops }
        return nodes.lexicographicallyPrecedes(other.nodes)
    }
}

/// Finds the best way to go on to the target from the end of a given beginning.
private struct SpurSearch {
    let graph: CompactGraph
    let target: NodeID
    let run: KernelRun
    /// For each number of hops, the length of the shortest walk of just as many hops from each node to the target.
    private var distances: [[Double]] = []

    init(graph: CompactGraph, target: NodeID, run: KernelRun) {
        self.graph = graph
        self.target = target
        self.run = run
    }

    /// The best path that begins with `root`, has at most `maximumHops` more, and does not take one of the `taken`
    /// nodes next.
    mutating func shortest(
        after root: [NodeID], within maximumHops: Int, without taken: Set<NodeID>
    ) throws(GraphError) -> SimplePath? {
        let spur = root[root.count - 1]
        if spur == target { return taken.isEmpty ? path(root, []) : nil }
        let banned = Set(root)
        try fillDistances(maximumHops - 1, banned: banned)
        // Walks of just so many hops may go round in a circle, but the first of the shortest ones never does: without
        // the circle it were no longer and had fewer hops.
        var best: (length: Double, hops: Int, next: NodeID)?
        for hops in 0..<max(0, min(maximumHops, distances.count)) {
            for arc in graph.arcs(of: spur) {
                let next = graph.targets[arc]
                guard !taken.contains(next), !banned.contains(next) else { continue }
                let length = weight(arc) + distances[hops][Int(next)]
                if length < best?.length ?? .infinity { best = (length, hops, next) }
            }
        }
        guard let best else { return nil }
        var rest = [best.next]
        for hops in stride(from: best.hops, to: 0, by: -1) {
            let node = rest[rest.count - 1]
            let step = graph.arcs(of: node).first {
                !banned.contains(graph.targets[$0])
                    && weight($0) + distances[hops - 1][Int(graph.targets[$0])] == distances[hops][Int(node)]
            }
            guard let step else { return nil }
            rest.append(graph.targets[step])
        }
        return path(root, rest)
    }

    private mutating func fillDistances(_ maximumHops: Int, banned: Set<NodeID>) throws(GraphError) {
        distances.removeAll(keepingCapacity: true)
        var layer = [Double](repeating: .infinity, count: graph.nodeCount)
        layer[Int(target)] = 0
        var remaining = maximumHops
        while remaining >= 0 {
            distances.append(layer)
            remaining -= 1
            guard remaining >= 0 else { break }
            var next = [Double](repeating: .infinity, count: graph.nodeCount)
            var isEmpty = true
            for node in graph.nodes where node != target && !banned.contains(node) {
                if node & 4_095 == 0 { try run.check() }
                for arc in graph.arcs(of: node) {
                    let length = weight(arc) + layer[Int(graph.targets[arc])]
                    if length < next[Int(node)] {
                        next[Int(node)] = length
                        isEmpty = false
                    }
                }
            }
            if isEmpty { break }
            layer = next
        }
    }

    private func weight(_ arc: Int) -> Double { graph.weights?[arc] ?? 1 }

    private func path(_ root: [NodeID], _ rest: [NodeID]) -> SimplePath {
        let nodes = root + rest
        let length = zip(nodes, nodes.dropFirst()).reversed().reduce(0) { sum, hop in
            (graph.weight(from: hop.0, to: hop.1) ?? .infinity) + sum
        }
        return SimplePath(nodes: nodes, length: length)
    }
}

/// Finds the best way to go on to the target from the end of a given beginning.
///
/// One search beforehand tells how far everybody is from the target; then a search from the beginning's end visits
/// little more than the best ways, and another one back over what it visited sums their lengths from the end.
struct SpurSearch {
    private let graph: CompactGraph
    private let incoming: CompactGraph
    private let target: NodeID
    private let run: KernelRun
    /// The shortest ways to the target, where no one is banned; who is farther than the source is at least as far.
    private let tree: ShortestPathTree<Double>
    private let farthest: Double
    private var isBanned: [Bool]
    private var onward: LabelSpread
    private var back: LabelSpread

    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(m log m).
    init(
        from source: NodeID, to target: NodeID, in graph: CompactGraph, _ run: KernelRun
    ) throws(GraphError) {
        self.graph = graph
        self.target = target
        self.run = run
        incoming = graph.isDirected ? try graph.transposed(run, share: 0...0.05) : graph
        tree = try Dijkstra().search(from: target, until: source, in: incoming, run, share: 0.05...0.1)
        farthest = tree.distances[Int(source)]
        isBanned = [Bool](repeating: false, count: graph.nodeCount)
        onward = LabelSpread(nodeCount: graph.nodeCount)
        back = onward
    }

    /// The paths that begin in one way and then part from those already found.
    struct Branch {
        /// How they begin; the last node is the spur.
        let root: [NodeID]
        /// Where they do not go next.
        let taken: Set<NodeID>
        /// No path is shorter.
        let bound: Double
        fileprivate let rootLength: Double
    }

    /// A branch to search, or `nil` when nothing leads on.
    /// - Complexity: O(degree of the root's end).
    func branch(after root: [NodeID], without taken: Set<NodeID>) -> Branch? {
        let spur = root[root.count - 1]
        let rest = graph.arcs(of: spur).filter { !taken.contains(graph.targets[$0]) }.map {
            (graph.weights?[$0] ?? 1) + min(tree.distances[Int(graph.targets[$0])], farthest)
        }
        guard spur != target, let least = rest.min(), least < .infinity else { return nil }
        let rootLength = SimplePath(root, in: graph).length
        return Branch(root: root, taken: taken, bound: rootLength + least, rootLength: rootLength)
    }

    /// The best path of a branch, unless it is longer than `limit` or none has at most `maximumHops`.
    /// - Throws: ``GraphError/cancelled``.
    mutating func shortest(
        in branch: Branch, within limit: Double, hops maximumHops: Int
    ) throws(GraphError) -> SimplePath? {
        let (root, taken) = (branch.root, branch.taken)
        let spur = root[root.count - 1]
        for node in root { isBanned[Int(node)] = true }
        defer { for node in root { isBanned[Int(node)] = false } }
        let (isBanned, tree, farthest) = (isBanned, tree, farthest)
        try onward.spread(
            from: spur, to: target, in: graph,
            within: min(knownLength(from: spur, without: taken), limit * (1 + 1e-9) - branch.rootLength), run,
            atLeast: { min(tree.distances[Int($0)], farthest) },
            mayStep: { !isBanned[Int($1)] && ($0 != spur || !taken.contains($1)) })
        guard onward.labels[Int(target)].isReached else { return nil }
        let visited = onward.labels
        try back.spread(
            from: target, to: spur, in: incoming, within: visited[Int(target)].length, run,
            atLeast: { visited[Int($0)].length },
            mayStep: { visited[Int($1)].isReached && ($1 != spur || !taken.contains($0)) })
        let hopsLeft = maximumHops - root.count + 1
        guard Int(back.labels[Int(spur)].hops) > hopsLeft else {
            return SimplePath(root + steps(from: spur, without: taken), in: graph)
        }
        let layers = try LayeredSearch(to: target, within: hopsLeft, in: graph, isBanned: isBanned, run)
        return layers.steps(from: spur, without: taken).map { SimplePath(root + $0, in: graph) }
    }

    /// The length of the best way of those that go one step and then straight to the target; infinity when that leads
    /// all of them over someone banned.
    private func knownLength(from spur: NodeID, without taken: Set<NodeID>) -> Double {
        var least = Double.infinity
        for arc in graph.arcs(of: spur) {
            let next = graph.targets[arc]
            let length = (graph.weights?[arc] ?? 1) + tree.distances[Int(next)]
            guard length < least, !taken.contains(next) else { continue }
            var node = next
            while node != target, !isBanned[Int(node)] { node = tree.predecessors[Int(node)] }
            if node == target { least = length }
        }
        return least
    }

    /// The nodes after the spur on the best way: wherever several go on equally well, the one of the smallest number.
    private func steps(from spur: NodeID, without taken: Set<NodeID>) -> [NodeID] {
        var steps: [NodeID] = []
        var node = spur
        while node != target {
            let label = back.labels[Int(node)]
            let step = graph.arcs(of: node).first { arc in
                let next = graph.targets[arc]
                let rest = back.labels[Int(next)]
                return rest.hops < label.hops && rest.behind(graph.weights?[arc] ?? 1) == label
                    && (node != spur || !taken.contains(next))
            }
            node = graph.targets[step!]
            steps.append(node)
        }
        return steps
    }
}

/// Shortest ways from one node, spread towards another no further than they can belong to a shortest way there.
private struct LabelSpread {
    private(set) var labels: [Label]
    /// The length of a node's label and what is left at least; the queue drops entries that it no longer is.
    private var keys: [Double]
    private var reached: [NodeID] = []

    /// The best way known between a node and where the spread began: short, then of few hops.
    struct Label: Equatable {
        var length = Double.infinity
        var hops = Int32.max

        var isReached: Bool { hops < .max }

        func precedes(_ other: Label) -> Bool {
            length < other.length || length == other.length && hops < other.hops
        }

        func behind(_ weight: Double) -> Label { Label(length: weight + length, hops: hops + 1) }
    }

    init(nodeCount: Int) {
        labels = [Label](repeating: Label(), count: nodeCount)
        keys = [Double](repeating: .infinity, count: nodeCount)
    }

    /// - Parameters:
    ///   - limit: The length of a way to the goal, or more.
    ///   - rest: The length from a node to the goal at least.
    ///   - mayStep: Whether ways may lead from the one node to the other.
    @inline(__always)
    mutating func spread(
        from start: NodeID, to goal: NodeID, in graph: CompactGraph, within limit: Double, _ run: KernelRun,
        atLeast rest: (NodeID) -> Double, mayStep: (NodeID, NodeID) -> Bool
    ) throws(GraphError) {
        for node in reached {
            labels[Int(node)] = Label()
            keys[Int(node)] = .infinity
        }
        reached = [start]
        labels[Int(start)] = Label(length: 0, hops: 0)
        keys[Int(start)] = rest(start)
        guard keys[Int(start)] < .infinity else { return }
        // Sums are rounded; whoever misses the best by that little is visited all the same.
        func isWithin(_ key: Double, _ best: Double) -> Bool {
            key <= min(limit, best) * (1 + 1e-9) && key < .infinity
        }
        var queue = RadixQueue()
        queue.push(distance: keys[Int(start)], node: start)
        var visits = 0
        try graph.withPointers { rows throws(GraphError) in
            try labels.withUnsafeMutableBufferPointer { labels throws(GraphError) in
                try keys.withUnsafeMutableBufferPointer { keys throws(GraphError) in
                    while let next = queue.popNearest(keys) {
                        guard isWithin(next.distance, labels[Int(goal)].length) else { break }
                        if next.node == goal { continue }
                        visits += 1
                        if visits & 1_023 == 0 { try run.check() }
                        let label = labels[Int(next.node)]
                        for arc in rows.row(Int(next.node)) {
                            let node = rows.targets[arc]
                            let longer = label.behind(rows.weights?[arc] ?? 1)
                            guard longer.precedes(labels[Int(node)]), mayStep(next.node, node) else {
                                continue
                            }
                            // What is left may have been rounded up, and the queue never goes back.
                            let key = max(longer.length + rest(node), next.distance)
                            guard key <= labels[Int(goal)].length * (1 + 1e-9), key < .infinity else {
                                continue
                            }
                            if !labels[Int(node)].isReached { reached.append(node) }
                            labels[Int(node)] = longer
                            keys[Int(node)] = key
                            queue.push(distance: key, node: node)
                        }
                    }
                }
            }
        }
    }
}

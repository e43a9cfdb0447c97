/// Finds the best way to go on to the target from the end of a given beginning.
///
/// Searches back from the target and prefers nodes that are near the source (A*: Hart, Nilsson and Raphael 1968,
/// doi:10.1109/TSSC.1968.300136), so it touches little more than the nodes of paths that are hardly longer than the best.
/// Only where the best path has too many hops does it look at walks of each number of hops.
struct SpurSearch {
    private let outgoing: ArcPointers
    /// The rows of predecessors; the same as `outgoing` in an undirected graph.
    private let incoming: ArcPointers
    private let target: NodeID
    private let run: KernelRun
    /// The length of the shortest path from the source to each node; infinity where there is none.
    private let fromSource: [Double]
    /// The length of the best known path from each node to the target, infinity where none is known, and -1 at the
    /// nodes of the beginning, which no path is better than; and the hops of that path.
    private let lengths: UnsafeMutablePointer<Double>
    private let hops: UnsafeMutablePointer<UInt32>
    /// The length of the arc that leads to each node from the spur, infinity where there is none or it is taken.
    private let firstSteps: UnsafeMutablePointer<Double>
    /// What each node waits in the queue with: at most the length of a path from the source that leads through it.
    private let keys: UnsafeMutableBufferPointer<Double>
    private var touched: [NodeID] = []

    /// Sums of the same lengths in another order differ by less than this factor; whole numbers do not.
    private var rounding: Double { outgoing.weights == nil ? 1 : 1 + 1e-9 }

    init(
        outgoing: ArcPointers, incoming: ArcPointers, target: NodeID, fromSource: [Double], run: KernelRun
    ) {
        self.outgoing = outgoing
        self.incoming = incoming
        self.target = target
        self.fromSource = fromSource
        self.run = run
        let count = outgoing.nodeCount
        lengths = LargeMemory.allocate(repeating: .infinity, count: count)
        hops = LargeMemory.allocate(repeating: 0, count: count)
        firstSteps = LargeMemory.allocate(repeating: .infinity, count: count)
        keys = UnsafeMutableBufferPointer(
            start: LargeMemory.allocate(repeating: .infinity, count: count), count: count)
    }

    func deallocate() {
        LargeMemory.deallocate(lengths)
        LargeMemory.deallocate(hops)
        LargeMemory.deallocate(firstSteps)
        if let base = keys.baseAddress { LargeMemory.deallocate(base) }
    }

    /// The best path that begins with `root`, has at most `maximumHops` more, and does not take one of the `taken`
    /// nodes next.
    /// - Parameter longest: The length from which on, rounding aside, a path is of no use.
    mutating func shortest(
        after root: [NodeID], within maximumHops: Int, without taken: Set<NodeID>, longest: Double
    ) throws(GraphError) -> SimplePath? {
        let spur = root[root.count - 1]
        if spur == target { return taken.isEmpty ? path(root, []) : nil }
        for node in root { lengths[Int(node)] = -1 }
        touched = root
        for arc in outgoing.row(Int(spur)) where !taken.contains(outgoing.targets[arc]) {
            firstSteps[Int(outgoing.targets[arc])] = outgoing.weights?[arc] ?? 1
        }
        defer {
            for arc in outgoing.row(Int(spur)) { firstSteps[Int(outgoing.targets[arc])] = .infinity }
            for node in touched {
                lengths[Int(node)] = .infinity
                keys[Int(node)] = .infinity
            }
        }
        // A path has the length of its beginning, which is no less than that of the shortest way to the spur.
        let detour = path(root, []).length - fromSource[Int(spur)]
        guard let best = try search(to: spur, until: longest * rounding - detour) else { return nil }
        if best.hops <= maximumHops, let rest = rest(from: best.next) { return path(root, rest) }
        // Without weights, a path of fewer hops would be a shorter one.
        if outgoing.weights == nil { return nil }
        let layers = HopLayers(outgoing: outgoing, incoming: incoming, target: target, banned: root, run: run)
        return try layers.shortest(from: spur, within: maximumHops, without: taken).map { path(root, $0) }
    }

    /// What a path from the spur begins with, and all that it is compared by.
    private typealias Step = (length: Double, hops: Int, next: NodeID)

    /// Labels all nodes of the best paths from the spur.
    /// - Parameter longest: When to give up, in lengths of paths from the source.
    private mutating func search(to spur: NodeID, until longest: Double) throws(GraphError) -> Step? {
        var queue = RadixQueue()
        var best: Step?
        var bound = longest
        var steps = 0

        func reach(_ node: NodeID, length: Double, hops count: UInt32, after last: Double) {
            let rest = fromSource[Int(node)]
            if rest == .infinity || length == .infinity { return }
            if lengths[Int(node)] == .infinity { touched.append(node) }
            lengths[Int(node)] = length
            hops[Int(node)] = count
            let step = (firstSteps[Int(node)] + length, Int(count) + 1, node)
            if step.0 < .infinity, best.map({ step < $0 }) ?? true {
                best = step
                bound = min(bound, (step.0 + fromSource[Int(spur)]) * rounding)
            }
            // But for rounding, it is no less than the last.
            keys[Int(node)] = max(length + rest, last)
            if keys[Int(node)] <= bound { queue.push(distance: keys[Int(node)], node: node) }
        }

        reach(target, length: 0, hops: 0, after: 0)
        while let nearest = queue.popNearest(keys), nearest.distance <= bound {
            try run.tick(steps, of: .max)
            steps += 1
            let (length, count) = (lengths[Int(nearest.node)], hops[Int(nearest.node)])
            // Without weights, a path that comes here later has more hops and is longer.
            if outgoing.weights == nil, let best, Int(count) + 2 > best.hops { continue }
            for arc in incoming.row(Int(nearest.node)) {
                let previous = incoming.targets[arc]
                let candidate = (incoming.weights?[arc] ?? 1) + length
                if candidate < lengths[Int(previous)]
                    || (candidate == lengths[Int(previous)] && count + 1 < hops[Int(previous)])
                {
                    reach(previous, length: candidate, hops: count + 1, after: nearest.distance)
                }
            }
        }
        return best
    }

    /// The best path from a labelled node, of several the one whose node numbers come first.
    /// - Returns: `nil` when rounding has hidden where a label came from.
    private func rest(from node: NodeID) -> [NodeID]? {
        var rest = [node]
        while rest[rest.count - 1] != target {
            let node = Int(rest[rest.count - 1])
            let step = outgoing.row(node).first { arc in
                let next = Int(outgoing.targets[arc])
                return lengths[next] >= 0 && hops[next] + 1 == hops[node]
                    && (outgoing.weights?[arc] ?? 1) + lengths[next] == lengths[node]
            }
            guard let step else { return nil }
            rest.append(outgoing.targets[step])
        }
        return rest
    }

    private func path(_ root: [NodeID], _ rest: [NodeID]) -> SimplePath {
        let nodes = root + rest
        let length = zip(nodes, nodes.dropFirst()).reversed().reduce(0) { sum, hop in
            let arc = outgoing.row(Int(hop.0)).first { outgoing.targets[$0] == hop.1 }!
            return (outgoing.weights?[arc] ?? 1) + sum
        }
        return SimplePath(nodes: nodes, length: length)
    }
}

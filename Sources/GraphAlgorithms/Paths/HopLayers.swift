/// Finds the shortest way of a limited number of hops to the target, by the shortest walks of each number of hops
/// (Bellman 1958, doi:10.1090/qam/102435).
struct HopLayers {
    private let outgoing: ArcPointers
    private let incoming: ArcPointers
    private let target: NodeID
    private let isBanned: [Bool]
    private let run: KernelRun

    /// - Parameter banned: Nodes that no walk visits.
    init(
        outgoing: ArcPointers, incoming: ArcPointers, target: NodeID, banned: [NodeID], run: KernelRun
    ) {
        self.outgoing = outgoing
        self.incoming = incoming
        self.target = target
        self.run = run
        var isBanned = [Bool](repeating: false, count: outgoing.nodeCount)
        for node in banned { isBanned[Int(node)] = true }
        self.isBanned = isBanned
    }

    /// The nodes that follow a banned one on its best path of at most `maximumHops` hops that does not take one of the
    /// `taken` nodes next.
    /// - Complexity: O(h m) time, O(h n) space for h hops.
    func shortest(
        from spur: NodeID, within maximumHops: Int, without taken: Set<NodeID>
    ) throws(GraphError) -> [NodeID]? {
        var best: (length: Double, hops: Int, next: NodeID)?
        // For each number of hops, the length of the shortest walk of just as many from each node to the target.
        var layers = [[Double](repeating: .infinity, count: outgoing.nodeCount)]
        layers[0][Int(target)] = 0
        var front = [target]
        // Walks of just so many hops may go round in a circle, but the first of the shortest ones never does: without
        // the circle it would be no longer and have fewer hops. So no path has more hops than there are nodes.
        for hops in 0..<min(maximumHops, outgoing.nodeCount) {
            for arc in outgoing.row(Int(spur)) {
                let next = outgoing.targets[arc]
                if isBanned[Int(next)] || taken.contains(next) { continue }
                let length = weight(arc, outgoing) + layers[hops][Int(next)]
                if length < best?.length ?? .infinity { best = (length, hops, next) }
            }
            // Walks of more hops end with one of just so many.
            let least = front.reduce(.infinity) { min($0, layers[hops][Int($1)]) }
            if hops + 1 == maximumHops || least >= best?.length ?? .infinity { break }
            let (next, reached) = try layer(before: layers[hops], front)
            layers.append(next)
            front = reached
        }
        guard let best else { return nil }
        var rest = [best.next]
        for hops in stride(from: best.hops, to: 0, by: -1) {
            let node = Int(rest[rest.count - 1])
            let step = outgoing.row(node).first { arc in
                let next = Int(outgoing.targets[arc])
                return !isBanned[next]
                    && weight(arc, outgoing) + layers[hops - 1][next] == layers[hops][node]
            }
            guard let step else { return nil }
            rest.append(outgoing.targets[step])
        }
        return rest
    }

    /// The walks of one hop more, and the nodes that they start from.
    private func layer(
        before layer: [Double], _ front: [NodeID]
    ) throws(GraphError) -> (lengths: [Double], front: [NodeID]) {
        var lengths = [Double](repeating: .infinity, count: outgoing.nodeCount)
        var reached: [NodeID] = []
        for (step, node) in front.enumerated() {
            if step & 4_095 == 0 { try run.check() }
            for arc in incoming.row(Int(node)) {
                let previous = incoming.targets[arc]
                if isBanned[Int(previous)] || previous == target { continue }
                let length = weight(arc, incoming) + layer[Int(node)]
                if lengths[Int(previous)] == .infinity && length < .infinity { reached.append(previous) }
                lengths[Int(previous)] = min(lengths[Int(previous)], length)
            }
        }
        return (lengths, reached)
    }

    private func weight(_ arc: Int, _ rows: ArcPointers) -> Double { rows.weights?[arc] ?? 1 }
}

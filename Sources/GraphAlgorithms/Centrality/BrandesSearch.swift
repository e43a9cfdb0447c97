/// The work space of ``Betweenness`` for one source after another in an unweighted graph: one search belongs to one
/// thread.
///
/// Between two levels of the search, arcs can be read from either side. The search reads them from the side that has
/// fewer: forwards by pulling path counts into the nodes not yet reached (the direction-optimising search of Beamer,
/// Asanović and Patterson 2012, doi:10.1109/SC.2012.50), and backwards by pushing shares from the farther level. On
/// networks with hubs that spares two thirds of the arcs.
struct BrandesSearch {
    private let outgoing: ArcPointers
    /// The rows of predecessors; the same as `outgoing` in an undirected graph.
    private let incoming: ArcPointers
    /// Nodes from here on have no arcs.
    private let activeCount: Int
    /// How many nodes have any.
    private let joinedCount: Int
    /// Hops from the source.
    private let level: UnsafeMutablePointer<UInt32>
    /// How many shortest paths lead from the source to each node.
    private let pathCount: UnsafeMutablePointer<Double>
    /// Path counts or shares of the nodes of one level, 0 elsewhere.
    private let front: UnsafeMutablePointer<Double>
    /// What flows back to each node.
    private let returned: UnsafeMutablePointer<Double>
    /// The reached nodes, nearest first.
    private let order: UnsafeMutablePointer<NodeID>

    private static let unreached = UInt32.max

    /// Makes the work space.
    init(outgoing: ArcPointers, incoming: ArcPointers) {
        self.outgoing = outgoing
        self.incoming = incoming
        let count = outgoing.nodeCount
        var active = count
        while active > 0 && outgoing.degree(active - 1) == 0 && incoming.degree(active - 1) == 0 {
            active -= 1
        }
        activeCount = active
        joinedCount = (0..<active).count { outgoing.degree($0) > 0 || incoming.degree($0) > 0 }
        level = LargeMemory.allocate(repeating: Self.unreached, count: count)
        pathCount = LargeMemory.allocate(repeating: 0, count: count)
        front = LargeMemory.allocate(repeating: 0, count: count)
        returned = LargeMemory.allocate(repeating: 0, count: count)
        order = LargeMemory.allocate(repeating: 0, count: count)
    }

    func deallocate() {
        LargeMemory.deallocate(level)
        LargeMemory.deallocate(pathCount)
        LargeMemory.deallocate(front)
        LargeMemory.deallocate(returned)
        LargeMemory.deallocate(order)
    }

    /// Adds the dependency of `source` on each other node to `scores`.
    func addDependencies(of source: NodeID, to scores: UnsafeMutablePointer<Double>) {
        if outgoing.degree(Int(source)) == 0 { return }
        let starts = searchForwards(from: source)
        collectBackwards(starts, to: scores)
        for position in 0..<starts[starts.count - 1] { level[Int(order[position])] = Self.unreached }
    }

    /// - Returns: Where each level starts in `order`, and the end of the last.
    private func searchForwards(from source: NodeID) -> [Int] {
        level[Int(source)] = 0
        pathCount[Int(source)] = 1
        order[0] = source
        var starts = [0, 1]
        var unseenArcs = incoming.arcCount - incoming.degree(Int(source))
        while true {
            let depth = UInt32(starts.count - 2)
            let nodes = starts[starts.count - 2]..<starts[starts.count - 1]
            let frontArcs = nodes.reduce(0) { $0 + outgoing.degree(Int(order[$1])) }
            let end =
                unseenArcs + joinedCount / 2 < frontArcs
                ? pullLevel(nodes, depth) : pushLevel(nodes, depth)
            if end == nodes.upperBound { return starts }
            for position in nodes.upperBound..<end { unseenArcs -= incoming.degree(Int(order[position])) }
            starts.append(end)
        }
    }

    private func pushLevel(_ nodes: Range<Int>, _ depth: UInt32) -> Int {
        var end = nodes.upperBound
        for position in nodes {
            let node = Int(order[position])
            let count = pathCount[node]
            for arc in outgoing.row(node) {
                let target = Int(outgoing.targets[arc])
                if level[target] == Self.unreached {
                    level[target] = depth + 1
                    pathCount[target] = count
                    order[end] = NodeID(target)
                    end &+= 1
                } else if level[target] == depth + 1 {
                    pathCount[target] += count
                }
            }
        }
        return end
    }

    private func pullLevel(_ nodes: Range<Int>, _ depth: UInt32) -> Int {
        for position in nodes { front[Int(order[position])] = pathCount[Int(order[position])] }
        var end = nodes.upperBound
        for node in 0..<activeCount where level[node] == Self.unreached {
            let count = sumOfFront(incoming, incoming.row(node))
            if count > 0 {
                level[node] = depth + 1
                pathCount[node] = count
                order[end] = NodeID(node)
                end &+= 1
            }
        }
        for position in nodes { front[Int(order[position])] = 0 }
        return end
    }

    @inline(__always)
    private func sumOfFront(_ rows: ArcPointers, _ row: Range<Int>) -> Double {
        var (a, b) = (0.0, 0.0)
        var arc = row.lowerBound
        while arc &+ 2 <= row.upperBound {
            a += front[Int(rows.targets[arc])]
            b += front[Int(rows.targets[arc &+ 1])]
            arc &+= 2
        }
        if arc < row.upperBound { a += front[Int(rows.targets[arc])] }
        return a + b
    }

    private func collectBackwards(_ starts: [Int], to scores: UnsafeMutablePointer<Double>) {
        let farthest = starts.count - 2
        for position in starts[farthest]..<starts[farthest + 1] { returned[Int(order[position])] = 0 }
        // The source, level 0, gets nothing for itself.
        for depth in stride(from: farthest - 1, through: 1, by: -1) {
            let near = starts[depth]..<starts[depth + 1]
            let far = starts[depth + 1]..<starts[depth + 2]
            let nearArcs = near.reduce(0) { $0 + outgoing.degree(Int(order[$1])) }
            let farArcs = far.reduce(0) { $0 + incoming.degree(Int(order[$1])) }
            if farArcs < nearArcs {
                pushShares(from: far, to: near, UInt32(depth))
            } else {
                pullShares(from: far, to: near)
            }
            for position in near {
                let node = Int(order[position])
                returned[node] *= pathCount[node]
                scores[node] += returned[node]
            }
        }
    }

    /// (1 + dependency) / path count: what a node passes on to each shortest path that arrives.
    @inline(__always)
    private func share(_ node: Int) -> Double { (1 + returned[node]) / pathCount[node] }

    private func pushShares(from far: Range<Int>, to near: Range<Int>, _ depth: UInt32) {
        for position in near { returned[Int(order[position])] = 0 }
        for position in far {
            let node = Int(order[position])
            let share = share(node)
            for arc in incoming.row(node) {
                let source = Int(incoming.targets[arc])
                if level[source] == depth { returned[source] += share }
            }
        }
    }

    private func pullShares(from far: Range<Int>, to near: Range<Int>) {
        for position in far { front[Int(order[position])] = share(Int(order[position])) }
        for position in near {
            let node = Int(order[position])
            returned[node] = sumOfFront(outgoing, outgoing.row(node))
        }
        for position in far { front[Int(order[position])] = 0 }
    }
}

/// The work space of ``Betweenness`` for one source after another: one search belongs to one thread.
///
/// It owns plain memory because its loops are the slowest of the module and the arrays of a class or struct
/// would be checked for exclusive access, or copied, at each step.
struct BrandesSearch: ~Copyable {
    private let graph: CompactGraph
    /// Hops from the source in an unweighted graph, the rank in order of distance in a weighted one.
    private let level: UnsafeMutableBufferPointer<UInt32>
    /// How many shortest paths lead from the source to each node.
    private let pathCount: UnsafeMutableBufferPointer<Double>
    /// (1 + dependency) / path count: what a node passes on to each shortest path that arrives.
    private let share: UnsafeMutableBufferPointer<Double>
    /// The reached nodes, nearest first.
    private let order: UnsafeMutableBufferPointer<NodeID>

    private static let unreached = UInt32.max

    /// Makes the work space for a graph whose weights, if any, are positive lengths.
    init(graph: CompactGraph) {
        self.graph = graph
        let count = graph.nodeCount
        level = .allocate(capacity: count)
        pathCount = .allocate(capacity: count)
        share = .allocate(capacity: count)
        order = .allocate(capacity: count)
        level.initialize(repeating: Self.unreached)
        pathCount.initialize(repeating: 0)
        share.initialize(repeating: 0)
        order.initialize(repeating: 0)
    }

    deinit {
        level.deallocate()
        pathCount.deallocate()
        share.deallocate()
        order.deallocate()
    }

    /// Adds the dependency of `source` on each other node to `scores`.
    func addDependencies(of source: NodeID, to scores: inout [Double]) {
        if let lengths = graph.weights {
            addWeighted(of: source, lengths: lengths, to: &scores)
        } else {
            addUnweighted(of: source, to: &scores)
        }
    }

    private func addUnweighted(of source: NodeID, to scores: inout [Double]) {
        let (level, pathCount, share, order) = (level, pathCount, share, order)
        graph.withPointers { rows in
            let (offsets, targets) = (rows.offsets, rows.targets)
            do {
                level[Int(source)] = 0
                pathCount[Int(source)] = 1
                order[0] = source
                var head = 0
                var tail = 1
                while head < tail {
                    let node = Int(order[head])
                    head += 1
                    let next = level[node] + 1
                    let count = pathCount[node]
                    for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
                        let target = Int(targets[arc])
                        if level[target] == Self.unreached {
                            level[target] = next
                            pathCount[target] = count
                            order[tail] = NodeID(target)
                            tail += 1
                        } else if level[target] == next {
                            pathCount[target] += count
                        }
                    }
                }
                for position in stride(from: tail - 1, through: 0, by: -1) {
                    let node = Int(order[position])
                    let next = level[node] + 1
                    var sum = 0.0
                    for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
                        let target = Int(targets[arc])
                        if level[target] == next { sum += share[target] }
                    }
                    let dependency = pathCount[node] * sum
                    share[node] = (1 + dependency) / pathCount[node]
                    if position > 0 { scores[node] += dependency }
                }
                for position in 0..<tail { level[Int(order[position])] = Self.unreached }
            }
        }
    }

    private func addWeighted(of source: NodeID, lengths: GraphArray<Double>, to scores: inout [Double]) {
        let (tree, settled) = Dijkstra().search(from: source, in: graph)
        let distances = tree.distances
        let offsets = graph.offsets
        let targets = graph.targets
        for (rank, node) in settled.enumerated() {
            level[Int(node)] = UInt32(rank)
            pathCount[Int(node)] = 0
        }
        pathCount[Int(source)] = 1

        // An arc lies on a shortest path when it spans the difference of distances. The comparison of ranks
        // matters when a length is so small that adding it rounds to the same distance.
        func isOnShortestPath(_ arc: Int, from node: Int) -> Bool {
            let target = Int(targets[arc])
            return distances[node] + lengths[arc] == distances[target] && level[node] < level[target]
                && distances[target] < .infinity
        }
        for node in settled.lazy.map({ Int($0) }) {
            for arc in Int(offsets[node])..<Int(offsets[node + 1]) where isOnShortestPath(arc, from: node) {
                pathCount[Int(targets[arc])] += pathCount[node]
            }
        }
        for node in settled.reversed().lazy.map({ Int($0) }) {
            var sum = 0.0
            for arc in Int(offsets[node])..<Int(offsets[node + 1]) where isOnShortestPath(arc, from: node) {
                sum += share[Int(targets[arc])]
            }
            let dependency = pathCount[node] * sum
            share[node] = (1 + dependency) / pathCount[node]
            if node != Int(source) { scores[node] += dependency }
        }
        for node in settled { level[Int(node)] = Self.unreached }
    }
}

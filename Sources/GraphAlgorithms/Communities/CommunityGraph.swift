/// An undirected graph whose nodes may stand for many: with weights, and with loops for what is inside a node.
struct CommunityGraph {
    let rows: ArcRows
    /// Twice the weight of the edges inside each node.
    let loops: [Double]
    /// The weights of a node's arcs and its loop together.
    let strengths: [Double]
    /// The sum of all strengths: twice the weight of all edges.
    let totalWeight: Double

    var nodeCount: Int { strengths.count }

    init(_ graph: CompactGraph) {
        self.init(rows: graph.rows, loops: [Double](repeating: 0, count: graph.nodeCount))
    }

    private init(rows: ArcRows, loops: [Double]) {
        self.rows = rows
        self.loops = loops
        strengths = rows.withPointers { rows in
            (0..<rows.nodeCount).map { node in
                guard let weights = rows.weights else { return Double(rows.degree(node)) + loops[node] }
                return rows.row(node).reduce(loops[node]) { $0 + weights[$1] }
            }
        }
        totalWeight = strengths.reduce(0, +)
    }

    /// Labels numbered from 0 in the order in which they first come.
    static func renumbered(_ labels: [UInt32]) -> (labels: [UInt32], count: Int) {
        var numbers = [UInt32](repeating: .max, count: labels.count)
        var count: UInt32 = 0
        let renumbered = labels.map { label in
            if numbers[Int(label)] == .max {
                numbers[Int(label)] = count
                count += 1
            }
            return numbers[Int(label)]
        }
        return (renumbered, Int(count))
    }

    /// The graph whose nodes are groups of nodes of this one.
    /// - Parameters:
    ///   - groups: The group of each node, 0 ..< `count`, none empty.
    ///   - share: The share of the run's work that this is.
    func contracted(
        by groups: [UInt32], count: Int, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> CommunityGraph {
        // The nodes group after group: a counting sort.
        var starts = [Int](repeating: 0, count: count + 1)
        for group in groups { starts[Int(group) + 1] += 1 }
        for group in 0..<count { starts[group + 1] += starts[group] }
        var next = starts
        var members = [UInt32](repeating: 0, count: nodeCount)
        for (node, group) in groups.enumerated() {
            members[next[Int(group)]] = UInt32(node)
            next[Int(group)] += 1
        }
        var contractedLoops = [Double](repeating: 0, count: count)
        var built = RowsUnderConstruction(nodeCount: count, arcCapacity: rows.targets.count, isWeighted: true)
        var sums = NeighborSums(count: count)
        try rows.withPointers { rows throws(GraphError) in
            for group in 0..<count {
                try run.tick(group, of: count, share: share)
                for member in members[starts[group]..<starts[group + 1]].lazy.map({ Int($0) }) {
                    contractedLoops[group] += loops[member]
                    for arc in rows.row(member) {
                        let other = Int(groups[Int(rows.targets[arc])])
                        let weight = rows.weights?[arc] ?? 1
                        if other == group {
                            contractedLoops[group] += weight
                        } else {
                            sums.add(weight, to: other)
                        }
                    }
                }
                // As they came: nothing that is done with communities needs rows in order.
                sums.forEach { built.append(NodeID($0), weight: $1) }
                built.endRow()
                sums.clear()
            }
        }
        return CommunityGraph(rows: built.finished(), loops: contractedLoops)
    }

    /// The modularity of a division into communities.
    func modularity(of membership: [UInt32], resolution: Double) -> Double {
        if totalWeight == 0 { return 0 }
        var inside = 0.0
        var strengthsOf = [Double](repeating: 0, count: nodeCount)
        rows.withPointers { rows in
            for node in 0..<nodeCount {
                let community = membership[node]
                strengthsOf[Int(community)] += strengths[node]
                inside += loops[node]
                for arc in rows.row(node) where membership[Int(rows.targets[arc])] == community {
                    inside += rows.weights?[arc] ?? 1
                }
            }
        }
        let expected = strengthsOf.reduce(0) { $0 + ($1 / totalWeight) * ($1 / totalWeight) }
        return inside / totalWeight - resolution * expected
    }
}

/// Sums of weights for some of many labels, cleared in the time that they took.
struct NeighborSums: ~Copyable {
    /// Below 0 where there is none.
    private let sums: UnsafeMutablePointer<Double>
    private let labels: UnsafeMutablePointer<UInt32>
    private var count = 0

    init(count: Int) {
        sums = LargeMemory.allocate(repeating: -1, count: count)
        labels = LargeMemory.allocate(count: count)
    }

    deinit {
        LargeMemory.deallocate(sums)
        LargeMemory.deallocate(labels)
    }

    /// Adds a weight, 0 or more.
    @inline(__always)
    mutating func add(_ weight: Double, to label: Int) {
        let sum = sums[label]
        if sum < 0 {
            labels[count] = UInt32(truncatingIfNeeded: label)
            count &+= 1
            sums[label] = weight
        } else {
            sums[label] = sum + weight
        }
    }

    /// The sum of a label, 0 where there is none.
    subscript(label: Int) -> Double { max(sums[label], 0) }

    /// Calls `body` with each label that has a sum, in the order in which they came.
    @inline(__always)
    func forEach(_ body: (_ label: Int, _ sum: Double) -> Void) {
        for index in 0..<count { body(Int(labels[index]), sums[Int(labels[index])]) }
    }

    mutating func clear() {
        for index in 0..<count { sums[Int(labels[index])] = -1 }
        count = 0
    }
}

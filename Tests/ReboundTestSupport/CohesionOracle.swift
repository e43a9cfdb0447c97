public import GraphAlgorithms

/// Cores, blocks and triangles by their definitions; directions and weights are ignored.
public struct CohesionOracle {
    private let isJoined: [[Bool]]

    private var nodes: Range<Int> { isJoined.indices }

    /// Reads a graph.
    public init(_ graph: EdgeList) {
        var isJoined = graph.matrix.map { $0.map { $0 != nil } }
        for source in isJoined.indices {
            for target in isJoined.indices where isJoined[source][target] { isJoined[target][source] = true }
        }
        self.isJoined = isJoined
    }

    /// For each k, takes away nodes of fewer than k neighbours until there are none; what is left has core number k.
    public var coreNumbers: [UInt32] {
        var numbers = [UInt32](repeating: 0, count: nodes.count)
        for k in 1..<max(nodes.count, 1) {
            var left = Set(nodes)
            while let poor = left.first(where: { node in left.count { isJoined[node][$0] } < k }) {
                left.remove(poor)
            }
            for node in left { numbers[node] = UInt32(k) }
        }
        return numbers
    }

    /// Two nodes share a block when they are joined, or when no third node separates them.
    public var blocks: [[NodeID]] {
        var found: Set<[NodeID]> = []
        let separated = nodes.map { removed in components(without: removed) }
        let whole = components(without: nil)
        func share(_ node: Int, _ other: Int) -> Bool {
            if node == other || isJoined[node][other] { return true }
            if whole[node] != whole[other] { return false }
            return nodes.allSatisfy { removed in
                removed == node || removed == other || separated[removed][node] == separated[removed][other]
            }
        }
        for node in nodes {
            for other in nodes where node < other && isJoined[node][other] {
                found.insert(nodes.filter { share($0, node) && share($0, other) }.map { NodeID($0) })
            }
        }
        return found.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The number of triangles of which each node is a corner.
    public var triangles: [Int] {
        nodes.map { node in
            var count = 0
            for first in nodes where isJoined[node][first] {
                for second in nodes where second > first && isJoined[node][second] && isJoined[first][second]
                {
                    count += 1
                }
            }
            return count
        }
    }

    private func components(without removed: Int?) -> [Int] {
        var labels = [Int](repeating: -1, count: nodes.count)
        for start in nodes where labels[start] < 0 && start != removed {
            var open = [start]
            labels[start] = start
            while let node = open.popLast() {
                for next in nodes where isJoined[node][next] && labels[next] < 0 && next != removed {
                    labels[next] = start
                    open.append(next)
                }
            }
        }
        return labels
    }
}

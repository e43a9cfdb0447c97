/// Cores and triangles by their definitions; directions and weights are ignored.
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
}

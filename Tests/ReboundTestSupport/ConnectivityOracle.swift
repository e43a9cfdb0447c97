public import GraphAlgorithms

/// Weak connectivity by flooding, and cut nodes and edges by taking each one away.
public struct ConnectivityOracle {
    private let isJoined: [[Bool]]

    private var nodes: Range<Int> { isJoined.indices }

    /// Reads a graph; directions are ignored.
    public init(_ graph: EdgeList) {
        var isJoined = graph.matrix.map { $0.map { $0 != nil } }
        for source in isJoined.indices {
            for target in isJoined.indices where isJoined[source][target] { isJoined[target][source] = true }
        }
        self.isJoined = isJoined
    }

    /// The component of each node, numbered in the order of their smallest nodes.
    public var labels: [UInt32] { flood(without: nil, edge: nil).map { UInt32($0!) } }

    /// The nodes without which there are more components, ascending.
    public var articulationPoints: [NodeID] {
        let count = componentCount(without: nil, edge: nil)
        return nodes.filter { node in
            let isIsolated = !isJoined[node].contains(true)
            return componentCount(without: node, edge: nil) > (isIsolated ? count - 1 : count)
        }.map { NodeID($0) }
    }

    /// The edges without which there are more components, smaller node first, ascending.
    public var bridges: [[NodeID]] {
        let count = componentCount(without: nil, edge: nil)
        return nodes.flatMap { source in
            nodes.filter { target in
                source < target && isJoined[source][target]
                    && componentCount(without: nil, edge: (source, target)) > count
            }.map { [NodeID(source), NodeID($0)] }
        }
    }

    private func componentCount(without removed: Int?, edge: (Int, Int)?) -> Int {
        Set(flood(without: removed, edge: edge).compactMap { $0 }).count
    }

    private func flood(without removed: Int?, edge: (Int, Int)?) -> [Int?] {
        var labels = [Int?](repeating: nil, count: nodes.count)
        var count = 0
        for start in nodes where labels[start] == nil && start != removed {
            var open = [start]
            labels[start] = count
            while let node = open.popLast() {
                for next in nodes where isJoined[node][next] && labels[next] == nil && next != removed {
                    if let edge, (node, next) == edge || (next, node) == edge { continue }
                    labels[next] = count
                    open.append(next)
                }
            }
            count += 1
        }
        return labels
    }
}

/// All distances by Floyd and Warshall (1962, doi:10.1145/367766.368168), and shortest paths by enumeration.
public struct ShortestPathOracle {
    /// The length of each arc; `nil` where there is none.
    public let lengths: [[Double?]]
    /// The distance between each ordered pair; infinity where there is no path.
    public let distances: [[Double]]

    private var nodes: Range<Int> { lengths.indices }

    /// Computes all distances of a graph whose weights are lengths.
    public init(_ graph: EdgeList) {
        lengths = graph.matrix
        var distances = lengths.map { $0.map { $0 ?? .infinity } }
        for node in distances.indices { distances[node][node] = 0 }
        for middle in distances.indices {
            for source in distances.indices {
                for target in distances.indices {
                    distances[source][target] = min(
                        distances[source][target], distances[source][middle] + distances[middle][target])
                }
            }
        }
        self.distances = distances
    }

    /// Every shortest path from `source` to `target`; exact for positive lengths that are whole numbers.
    public func shortestPaths(from source: Int, to target: Int) -> [[Int]] {
        if source == target { return [[target]] }
        let distance = distances[source][target]
        if distance == .infinity { return [] }
        return nodes.filter { next in
            lengths[source][next].map { $0 + distances[next][target] == distance } ?? false
        }.flatMap { next in
            shortestPaths(from: next, to: target).map { [source] + $0 }
        }
    }

    /// Betweenness by its definition: the share of the listed shortest paths of each pair that pass a node.
    public func betweenness(isDirected: Bool, isNormalized: Bool) -> [Double] {
        var scores = [Double](repeating: 0, count: nodes.count)
        for source in nodes {
            for target in nodes where target != source && (isDirected || source < target) {
                let paths = shortestPaths(from: source, to: target)
                for node in paths.flatMap({ $0.dropFirst().dropLast() }) {
                    scores[node] += 1 / Double(paths.count)
                }
            }
        }
        let others = nodes.count - 1
        let pairs = isDirected ? others * (others - 1) : others * (others - 1) / 2
        return isNormalized && pairs > 0 ? scores.map { $0 / Double(pairs) } : scores
    }
}

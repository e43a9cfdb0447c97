/// How many nodes a set of nodes reaches in one step, itself included: what group degree centrality counts (Everett and
/// Borgatti 1999, doi:10.1080/0022250X.1999.9990219).
public struct NeighborhoodCoverage: SubmodularGain {
    private let graph: CompactGraph
    private let values: [Double]?
    private var isCovered: [Bool]

    /// Counts the nodes that are covered.
    /// - Parameters:
    ///   - graph: The graph; a node covers itself and its successors.
    ///   - values: What each node is worth when it is covered, 0 or more; `nil` for 1 each.
    /// - Precondition: There are as many values as nodes.
    public init(of graph: CompactGraph, values: [Double]? = nil) {
        precondition(values.map { $0.count == graph.nodeCount } ?? true, "one value for each node")
        self.graph = graph
        self.values = values
        isCovered = [Bool](repeating: false, count: graph.nodeCount)
    }

    /// What a node would newly cover.
    /// - Complexity: O(out-degree).
    public mutating func gain(of item: Int) -> Double {
        graph.withPointers { rows in
            isCovered.withUnsafeBufferPointer { isCovered in
                guard let values else {
                    let new = rows.row(item).reduce(isCovered[item] ? 0 : 1) { count, arc in
                        isCovered[Int(rows.targets[arc])] ? count : count + 1
                    }
                    return Double(new)
                }
                return rows.row(item).reduce(isCovered[item] ? 0 : values[item]) { sum, arc in
                    let target = Int(rows.targets[arc])
                    return isCovered[target] ? sum : sum + values[target]
                }
            }
        }
    }

    /// Covers a node and its successors.
    /// - Complexity: O(out-degree).
    public mutating func add(_ item: Int) {
        isCovered[item] = true
        for target in graph.successors(of: NodeID(item)) { isCovered[Int(target)] = true }
    }
}

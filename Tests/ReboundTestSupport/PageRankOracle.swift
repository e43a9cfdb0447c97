/// PageRank as the solution of its linear equations, by Gaussian elimination.
public enum PageRankOracle {
    /// The stationary distribution of the surfer.
    /// - Parameters:
    ///   - graph: The graph; arcs are followed in proportion to their weights.
    ///   - dampingFactor: The probability of following an arc.
    ///   - jump: The distribution of jumps, also from nodes without outgoing weight, summing to 1.
    public static func scores(of graph: EdgeList, dampingFactor: Double, jump: [Double]) -> [Double] {
        let weights = graph.matrix.map { $0.map { $0 ?? 0 } }
        let nodes = weights.indices
        // x(v) - d Σ_u x(u) P(u,v) = (1 - d) jump(v)
        var rows = nodes.map { node in jump.map { _ in 0.0 } + [(1 - dampingFactor) * jump[node]] }
        for source in nodes {
            let outWeight = weights[source].reduce(0, +)
            for target in nodes {
                let probability = outWeight > 0 ? weights[source][target] / outWeight : jump[target]
                rows[target][source] = (source == target ? 1 : 0) - dampingFactor * probability
            }
        }
        for column in nodes {
            let pivot = (column..<nodes.count).max {
                rows[$0][column].magnitude < rows[$1][column].magnitude
            }!
            rows.swapAt(column, pivot)
            for row in nodes where row != column {
                let factor = rows[row][column] / rows[column][column]
                for index in column...nodes.count { rows[row][index] -= factor * rows[column][index] }
            }
        }
        return nodes.map { rows[$0][nodes.count] / rows[$0][$0] }
    }
}

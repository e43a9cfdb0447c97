/// Burt's measures as the sums of his book, over all pairs of others (Burt, *Structural Holes*, 1992, chapter
/// 2).
public struct StructuralHolesOracle {
    /// a(i,j): the weight of the edge, or of both arcs.
    private let mutual: [[Double]]

    private var nodes: Range<Int> { mutual.indices }

    /// Reads a graph whose weights are tie strengths.
    public init(_ graph: EdgeList) {
        let matrix = graph.matrix
        mutual = matrix.indices.map { node in
            matrix.indices.map { other in (matrix[node][other] ?? 0) + (matrix[other][node] ?? 0) }
        }
    }

    private func proportion(_ node: Int, _ other: Int) -> Double {
        let sum = mutual[node].reduce(0, +)
        return sum == 0 ? 0 : mutual[node][other] / sum
    }

    private func marginalStrength(_ node: Int, _ other: Int) -> Double {
        let greatest = mutual[node].max() ?? 0
        return greatest == 0 ? 0 : mutual[node][other] / greatest
    }

    private func neighbours(of node: Int) -> [Int] { nodes.filter { mutual[node][$0] > 0 } }

    /// c(i) = Σ_j ( p(i,j) + Σ_q p(i,q) p(q,j) )².
    public var constraint: [Double?] {
        nodes.map { node in
            let neighbours = neighbours(of: node)
            if neighbours.isEmpty { return nil }
            return neighbours.reduce(0) { sum, other in
                let indirect = nodes.filter { $0 != node && $0 != other }
                    .reduce(0) { $0 + proportion(node, $1) * proportion($1, other) }
                let invested = proportion(node, other) + indirect
                return sum + invested * invested
            }
        }
    }

    /// e(i) = Σ_j ( 1 - Σ_q p(i,q) m(j,q) ).
    public var effectiveSize: [Double?] {
        nodes.map { node in
            let neighbours = neighbours(of: node)
            if neighbours.isEmpty { return nil }
            return neighbours.reduce(0) { sum, other in
                sum + 1
                    - nodes.filter { $0 != node && $0 != other }
                    .reduce(0) { $0 + proportion(node, $1) * marginalStrength(other, $1) }
            }
        }
    }
}

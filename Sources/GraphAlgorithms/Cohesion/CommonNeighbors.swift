internal import Glibc

/// Who is likely to get to know whom: scores of pairs by the neighbours they share.
///
/// Liben-Nowell and Kleinberg 2007, doi:10.1002/asi.20591. In a directed graph neighbours are successors. Weights are
/// ignored.
public struct CommonNeighbors: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// What two nodes share.
    public struct Score: Equatable, Sendable {
        /// The other node.
        public let node: NodeID
        /// How many neighbours the two share.
        public let count: Int
        /// The share of all neighbours of either that both have (Jaccard 1901).
        public let jaccard: Double
        /// The sum of 1 / ln(degree) over the shared neighbours (Adamic and Adar 2003,
        /// doi:10.1016/S0378-8733(03)00009-1).
        public let adamicAdar: Double
        /// The sum of 1 / degree over the shared neighbours (Zhou, Lü and Zhang 2009, doi:10.1140/epjb/e2009-00335-8).
        public let resourceAllocation: Double
    }

    /// The scores of a node with each node it shares neighbours with, ascending by node.
    ///
    /// A shared neighbour of degree 1, which only a directed graph can have, adds nothing to `adamicAdar`.
    /// - Parameters:
    ///   - node: The node.
    ///   - graph: The graph.
    ///   - includesNeighbors: Whether nodes that are joined to it already are among them.
    /// - Precondition: `node < graph.nodeCount`.
    /// - Complexity: The sum of the degrees of the sharing neighbours and of those that share, O(n) space.
    public func scores(
        of node: NodeID, in graph: CompactGraph, includesNeighbors: Bool = false
    ) -> [Score] {
        precondition(Int(node) < graph.nodeCount, "the node is not a node of the graph")
        let sharers = graph.isDirected ? graph.transposed() : graph
        var sums: [NodeID: (count: Int, adamicAdar: Double, allocation: Double)] = [:]
        for shared in graph.successors(of: node) {
            let degree = Double(sharers.outDegree(of: shared))
            for other in sharers.successors(of: shared) where other != node {
                var sum = sums[other] ?? (0, 0, 0)
                sum.count += 1
                sum.adamicAdar += degree > 1 ? 1 / log(degree) : 0
                sum.allocation += 1 / degree
                sums[other] = sum
            }
        }
        let degree = graph.outDegree(of: node)
        return sums.keys.sorted().compactMap { other in
            guard let sum = sums[other], includesNeighbors || !graph.hasEdge(from: node, to: other) else {
                return nil
            }
            let all = degree + graph.outDegree(of: other) - sum.count
            return Score(
                node: other, count: sum.count, jaccard: Double(sum.count) / Double(all),
                adamicAdar: sum.adamicAdar,
                resourceAllocation: sum.allocation)
        }
    }
}

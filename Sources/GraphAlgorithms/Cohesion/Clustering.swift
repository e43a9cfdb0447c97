/// How many of a node's neighbours know one another.
///
/// Watts and Strogatz 1998, doi:10.1038/30918. Directions and weights are ignored. Triangles are found by the forward
/// algorithm (Schank and Wagner 2005, doi:10.1007/11427186_54).
public struct Clustering: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// The triangles and clustering coefficients of a graph.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n + m · √m) time, O(n + m) space.
    public func coefficients(
        in graph: CompactGraph, control: RunControl = RunControl()
    ) throws(GraphError) -> ClusteringCoefficients {
        let run = KernelRun(control, work: 4 * graph.targets.count)
        let skeleton = try graph.skeleton(run, share: 0...0.05)
        let triangles = try TieTriangles(graph: skeleton, usesWeights: false, run, share: 0.05...0.1)
        // Whole numbers below 2^53, so they add up without rounding.
        let counts = try triangles.sums(count: graph.nodeCount, run, share: 0.1...1) {
            sums, first, second, third in
            sums[first.node] += 1
            sums[second.node] += 1
            sums[third.node] += 1
        }
        return ClusteringCoefficients(triangles: counts.map { Int($0) }, degrees: triangles.degrees)
    }
}

/// What ``Clustering`` found.
public struct ClusteringCoefficients: Equatable, Sendable {
    /// The number of triangles that each node is a corner of.
    public let triangles: [Int]
    /// The number of neighbours of each node.
    public let degrees: [Int]

    /// The share of a node's pairs of neighbours that are joined; 0 where there is no pair.
    /// - Precondition: `node` is a node of the graph.
    /// - Complexity: O(1).
    public func coefficient(of node: NodeID) -> Double {
        let degree = degrees[Int(node)]
        return degree < 2 ? 0 : Double(triangles[Int(node)]) / (Double(degree) * Double(degree - 1) / 2)
    }
}

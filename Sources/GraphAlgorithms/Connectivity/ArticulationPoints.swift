/// The nodes whose removal takes a component apart: the only way to somebody leads through them.
///
/// Hopcroft and Tarjan 1973, doi:10.1145/362248.362272. Directions and weights are ignored.
public struct ArticulationPoints: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// The articulation points, ascending.
    /// - Complexity: O(n + m) time; O(n) space, O(n + m) for a directed graph.
    public func nodes(in graph: CompactGraph) -> [NodeID] {
        let forest = LowPoints(undirected: graph.skeleton())
        var isArticulationPoint = [Bool](repeating: false, count: graph.nodeCount)
        var rootChildren = [UInt32](repeating: 0, count: graph.nodeCount)
        for (node, parent) in forest.parents.enumerated() where parent != CompactGraph.noNode {
            if forest.parents[Int(parent)] == CompactGraph.noNode {
                rootChildren[Int(parent)] += 1
                if rootChildren[Int(parent)] == 2 { isArticulationPoint[Int(parent)] = true }
            } else if forest.low[node] >= forest.discovery[Int(parent)] {
                isArticulationPoint[Int(parent)] = true
            }
        }
        return graph.nodes.filter { isArticulationPoint[Int($0)] }
    }
}

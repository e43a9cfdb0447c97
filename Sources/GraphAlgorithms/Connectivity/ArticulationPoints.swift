/// The nodes whose removal takes a component apart: the only way to someone leads through them.
///
/// Hopcroft and Tarjan 1973, doi:10.1145/362248.362272. Directions and weights are ignored.
public struct ArticulationPoints: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// The articulation points, ascending.
    /// - Complexity: O(n + m) time; O(n) space, O(n + m) for a directed graph.
    public func nodes(in graph: CompactGraph) -> [NodeID] {
        RunControl.unstoppable { control throws(GraphError) in try nodes(in: graph, control: control) }
    }

    /// The articulation points, ascending, unless the caller stops it; on one thread.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n + m) time; O(n) space, O(n + m) for a directed graph.
    public func nodes(in graph: CompactGraph, control: RunControl) throws(GraphError) -> [NodeID] {
        let run = KernelRun(control, work: 0)
        let before = graph.isDirected ? 0.5 : 0
        let skeleton = try graph.skeleton(run, share: 0...before)
        let forest = try LowPoints(undirected: skeleton, run, share: before...1)
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

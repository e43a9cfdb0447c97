/// The edges whose removal takes a component apart.
///
/// Tarjan 1974, doi:10.1016/0020-0190(74)90003-9. Directions are ignored: the two arcs of a directed graph
/// that join a pair in both directions are one tie, and are removed together.
public struct Bridges: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// The bridges from the smaller to the greater node number, ascending, with the weights of
    /// ``CompactGraph/symmetrized()``.
    /// - Complexity: O(n + m) time; O(n) space, O(n + m) for a directed graph.
    public func edges(in graph: CompactGraph) -> [Edge] {
        RunControl.unstoppable { control throws(GraphError) in try edges(in: graph, control: control) }
    }

    /// The bridges as ``edges(in:)`` has them, unless the caller stops it; on one thread.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O(n + m) time; O(n) space, O(n + m) for a directed graph.
    public func edges(in graph: CompactGraph, control: RunControl) throws(GraphError) -> [Edge] {
        let run = KernelRun(control, work: 0)
        let before = graph.isDirected ? 0.5 : 0
        let undirected = try graph.symmetrized(run, share: 0...before)
        let forest = try LowPoints(undirected: undirected, run, share: before...0.9)
        var bridges: [Edge] = []
        for (node, parent) in forest.parents.enumerated() where parent != CompactGraph.noNode {
            try run.tick(node, of: graph.nodeCount, share: 0.9...1)
            guard forest.low[node] > forest.discovery[Int(parent)] else { continue }
            let child = NodeID(node)
            bridges.append(
                Edge(
                    min(child, parent), max(child, parent),
                    weight: undirected.weight(from: parent, to: child) ?? 1))
        }
        bridges.sort { ($0.source, $0.target) < ($1.source, $1.target) }
        try run.check(after: 1, of: 1)
        return bridges
    }
}

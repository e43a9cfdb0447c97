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
        let undirected = graph.symmetrized()
        let forest = LowPoints(undirected: undirected)
        var bridges: [Edge] = []
        for (node, parent) in forest.parents.enumerated() where parent != CompactGraph.noNode {
            guard forest.low[node] > forest.discovery[Int(parent)] else { continue }
            let child = NodeID(node)
            bridges.append(
                Edge(
                    min(child, parent), max(child, parent),
                    weight: undirected.weight(from: parent, to: child) ?? 1))
        }
        return bridges.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    }
}

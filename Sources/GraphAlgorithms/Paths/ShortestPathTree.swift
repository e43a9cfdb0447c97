/// The shortest paths from one node to all others, as distances and predecessors.
///
/// `Distance` is `UInt32` where hops are counted (``BreadthFirstSearch``) and `Double` where the weights of
/// edges are added (``Dijkstra``).
public struct ShortestPathTree<Distance: Equatable & Sendable>: Equatable, Sendable {
    /// Where all paths start.
    public let source: NodeID
    /// The distance to each node; ``unreachable`` where there is no path within the limit.
    public let distances: [Distance]
    /// The node before each node on a shortest path; ``CompactGraph/noNode`` at the source and where there is
    /// no path.
    public let predecessors: [NodeID]
    /// What `distances` says of a node to which there is no path.
    public let unreachable: Distance

    /// The distance to a node, or `nil` when there is no path within the limit.
    /// - Precondition: `node` is a node of the graph.
    /// - Complexity: O(1).
    public func distance(to node: NodeID) -> Distance? {
        let distance = distances[Int(node)]
        return distance == unreachable ? nil : distance
    }

    /// The node before `node` on a shortest path, or `nil` at the source and where there is no path.
    /// - Precondition: `node` is a node of the graph.
    /// - Complexity: O(1).
    public func predecessor(of node: NodeID) -> NodeID? {
        let predecessor = predecessors[Int(node)]
        return predecessor == CompactGraph.noNode ? nil : predecessor
    }

    /// The nodes of a shortest path, source first and `node` last, or `nil` when there is no path within the
    /// limit.
    /// - Precondition: `node` is a node of the graph.
    /// - Complexity: O(length of the path).
    public func path(to node: NodeID) -> [NodeID]? {
        guard distance(to: node) != nil else { return nil }
        var path = [node]
        while let previous = predecessor(of: path[path.count - 1]) { path.append(previous) }
        path.reverse()
        return path
    }
}

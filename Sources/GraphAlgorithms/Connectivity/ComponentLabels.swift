/// The components of a graph, numbered in the order of their smallest nodes.
public struct ComponentLabels: Equatable, Sendable {
    /// The component of each node, 0 ..< `count`.
    public let labels: [UInt32]
    /// The number of nodes of each component.
    public let sizes: [Int]

    /// The number of components.
    public var count: Int { sizes.count }

    /// The component with the most nodes, the first of several, or `nil` in an empty graph.
    /// - Complexity: O(number of components).
    public var largest: UInt32? {
        sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) }.map { UInt32($0) }
    }

    /// The nodes of a component, ascending.
    /// - Complexity: O(n).
    public func nodes(of component: UInt32) -> [NodeID] {
        labels.indices.filter { labels[$0] == component }.map { NodeID($0) }
    }
}

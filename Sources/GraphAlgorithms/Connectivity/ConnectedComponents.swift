/// The maximal sets of nodes that are joined by paths; arcs count in both directions (weak components).
///
/// A union-find forest whose roots are the smallest numbers of their components, with path halving (Tarjan
/// and van Leeuwen 1984, doi:10.1145/62.2160).
public struct ConnectedComponents: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// The component of each node.
    /// - Complexity: O((n + m) log n) time at worst, nearly linear in practice; O(n) space.
    public func labels(in graph: CompactGraph) -> ComponentLabels {
        var parents = graph.nodes.map { $0 }
        func root(of node: NodeID) -> NodeID {
            var node = node
            while parents[Int(node)] != node {
                parents[Int(node)] = parents[Int(parents[Int(node)])]
                node = parents[Int(node)]
            }
            return node
        }
        let offsets = graph.offsets
        let targets = graph.targets
        for source in graph.nodes {
            for arc in Int(offsets[Int(source)])..<Int(offsets[Int(source) + 1]) {
                let target = targets[arc]
                // Rows ascend, and the other row of an undirected edge has the rest.
                if !graph.isDirected && target > source { break }
                let sourceRoot = root(of: source)
                let targetRoot = root(of: target)
                if sourceRoot != targetRoot {
                    parents[Int(max(sourceRoot, targetRoot))] = min(sourceRoot, targetRoot)
                }
            }
        }

        // A parent is never greater than its child, so it has its label first.
        var labels = [UInt32](repeating: 0, count: graph.nodeCount)
        var sizes: [Int] = []
        for node in 0..<graph.nodeCount {
            let parent = Int(parents[node])
            if parent == node {
                labels[node] = UInt32(sizes.count)
                sizes.append(1)
            } else {
                labels[node] = labels[parent]
                sizes[Int(labels[node])] += 1
            }
        }
        return ComponentLabels(labels: labels, sizes: sizes)
    }
}

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

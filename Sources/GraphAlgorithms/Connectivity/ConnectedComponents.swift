internal import Synchronization

/// The maximal sets of nodes that are joined by paths; arcs count in both directions (weak components).
///
/// Afforest (Sutton, Ben-Nun and Barak 2018, doi:10.1109/IPDPS.2018.00032): trees of nodes that are hooked together
/// without locks, first along two arcs of each node; what is then the largest tree is passed over when the rest of the
/// arcs is followed, which on real networks spares most of them. Roots are the smallest numbers of their trees, so the
/// result is the same whoever hooks first.
public struct ConnectedComponents: Equatable, Sendable {
    /// Makes the measure.
    public init() {}

    /// The component of each node.
    /// - Complexity: O((n + m) log n) time at worst, nearly linear in practice; O(n) space.
    public func labels(in graph: CompactGraph) -> ComponentLabels {
        RunControl.unstoppable { control throws(GraphError) in try labels(in: graph, control: control) }
    }

    /// The component of each node, on as many threads as wanted.
    /// - Throws: ``GraphError/cancelled``.
    /// - Complexity: O((n + m) log n) time at worst, nearly linear in practice; O(n) space.
    public func labels(in graph: CompactGraph, control: RunControl) throws(GraphError) -> ComponentLabels {
        try labels(in: graph, KernelRun(control, work: graph.nodeCount + graph.targets.count), share: 0...1)
    }

    /// The component of each node.
    /// - Parameter share: The share of the run's work that this is.
    func labels(
        in graph: CompactGraph, _ run: KernelRun, share: ClosedRange<Double>
    ) throws(GraphError) -> ComponentLabels {
        let forest = HookedForest(nodeCount: graph.nodeCount)
        defer { forest.deallocate() }
        try graph.withPointers { rows throws(GraphError) in
            try hook(forest, along: rows, isDirected: graph.isDirected, run, share)
        }
        return forest.labels(nodeCount: graph.nodeCount)
    }

    private static let sampledArcs = 2

    private func hook(
        _ forest: HookedForest, along rows: ArcPointers, isDirected: Bool, _ run: KernelRun,
        _ share: ClosedRange<Double>
    ) throws(GraphError) {
        let chunks = RowChunks(rows, count: 64)
        try run.forEachPiece(of: chunks.count, share: share.part(0, 0.3)) { chunk, _ in
            for node in chunks[chunk] {
                for arc in rows.row(node).prefix(Self.sampledArcs) {
                    forest.hook(UInt32(node), rows.targets[arc])
                }
            }
        }
        try run.forEachPiece(of: chunks.count, share: share.part(0.3, 0.4)) { chunk, _ in
            for node in chunks[chunk] { forest.flatten(UInt32(node)) }
        }
        // The arcs of nodes in the largest tree lead to nodes that come to it along their own arcs; but not when a
        // node knows nothing of the arcs that lead to it.
        let largest = isDirected ? nil : forest.frequentRoot(nodeCount: rows.nodeCount)
        try run.forEachPiece(of: chunks.count, share: share.part(0.4, 0.9)) { chunk, _ in
            for node in chunks[chunk] {
                let row = rows.row(node)
                if row.count <= Self.sampledArcs || forest.parent(UInt32(node)) == largest { continue }
                for arc in row.dropFirst(Self.sampledArcs) { forest.hook(UInt32(node), rows.targets[arc]) }
            }
        }
        try run.forEachPiece(of: chunks.count, share: share.part(0.9, 1)) { chunk, _ in
            for node in chunks[chunk] { forest.flatten(UInt32(node)) }
        }
    }
}

/// Trees of nodes whose parents are never greater than they; threads may hook and flatten at the same time.
private struct HookedForest: @unchecked Sendable {
    private let parents: UnsafeMutablePointer<Atomic<UInt32>>

    init(nodeCount: Int) {
        parents = .allocate(capacity: max(nodeCount, 1))
        for node in 0..<nodeCount { (parents + node).initialize(to: Atomic(UInt32(node))) }
    }

    /// An `Atomic<UInt32>` needs no end, so there is nothing to deinitialise.
    func deallocate() { parents.deallocate() }

    @inline(__always)
    func parent(_ node: UInt32) -> UInt32 { parents[Int(node)].load(ordering: .relaxed) }

    /// Joins the trees of two nodes, the greater root under the smaller.
    @inline(__always)
    func hook(_ node: UInt32, _ other: UInt32) {
        var first = parent(node)
        var second = parent(other)
        while first != second {
            let high = max(first, second)
            let low = min(first, second)
            let parentOfHigh = parent(high)
            if parentOfHigh == low { return }
            if parentOfHigh == high,
                parents[Int(high)].compareExchange(expected: high, desired: low, ordering: .relaxed).exchanged
            {
                return
            }
            first = parent(parent(high))
            second = parent(low)
        }
    }

    /// Puts a node right under its root.
    @inline(__always)
    func flatten(_ node: UInt32) {
        while true {
            let above = parent(node)
            let root = parent(above)
            if above == root { return }
            parents[Int(node)].store(root, ordering: .relaxed)
        }
    }

    /// A root of many nodes, found by looking at about a thousand nodes at even distances.
    func frequentRoot(nodeCount: Int) -> UInt32? {
        var counts: [UInt32: Int] = [:]
        for node in stride(from: 0, to: nodeCount, by: max(1, nodeCount / 1_024)) {
            counts[parent(UInt32(node)), default: 0] += 1
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Numbers the flat trees in the order of their roots.
    func labels(nodeCount: Int) -> ComponentLabels {
        // A parent is never greater than its child, so it has its label first.
        var sizes: [Int] = []
        let labels = [UInt32](unsafeUninitializedCapacity: nodeCount) { labels, count in
            for node in 0..<nodeCount {
                let parent = Int(parent(UInt32(node)))
                if parent == node {
                    labels[node] = UInt32(sizes.count)
                    sizes.append(1)
                } else {
                    labels[node] = labels[parent]
                    sizes[Int(labels[parent])] += 1
                }
            }
            count = nodeCount
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

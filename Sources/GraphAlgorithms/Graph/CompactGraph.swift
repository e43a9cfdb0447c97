/// An immutable simple graph in compressed sparse row form with 32-bit node numbers.
///
/// The successors of node `v` are `targets[offsets[v] ..< offsets[v + 1]]`, ascending, without
/// duplicates and without `v` itself. An undirected graph stores each edge in both rows. Memory is 4 bytes
/// per stored arc, 4 per node, and 8 more per arc when the graph is weighted.
public struct CompactGraph: Sendable, Equatable {
    /// `nodeCount + 1` positions into `targets`; the last one is the number of stored arcs.
    public let offsets: GraphArray<UInt32>
    /// The successors of all nodes, row after row.
    public let targets: GraphArray<NodeID>
    /// One non-negative finite weight per entry of `targets`, or `nil` for a graph whose edges all weigh 1.
    public let weights: GraphArray<Double>?
    /// Whether an arc `u -> v` is an edge from `u` to `v` only.
    public let isDirected: Bool

    /// The number that stands for "no node" in arrays of node numbers; no graph has a node of this number.
    public static let noNode = NodeID.max

    /// The number of nodes.
    public var nodeCount: Int { offsets.count - 1 }

    /// The number of edges: stored arcs of a directed graph, pairs of them in an undirected one.
    public var edgeCount: Int { isDirected ? targets.count : targets.count / 2 }

    /// The node numbers, ascending.
    public var nodes: Range<NodeID> { 0..<NodeID(nodeCount) }

    /// The successors of a node (its neighbours in an undirected graph), ascending.
    /// - Precondition: `node < nodeCount`.
    /// - Complexity: O(1).
    public func successors(of node: NodeID) -> GraphArray<NodeID> {
        targets[arcs(of: node)]
    }

    /// The positions in `targets` and `weights` of the arcs that leave a node.
    /// - Precondition: `node < nodeCount`.
    /// - Complexity: O(1).
    public func arcs(of node: NodeID) -> Range<Int> {
        Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])
    }

    /// The number of successors of a node.
    /// - Precondition: `node < nodeCount`.
    /// - Complexity: O(1).
    public func outDegree(of node: NodeID) -> Int { arcs(of: node).count }

    /// Whether the arc `source -> target` exists.
    /// - Precondition: `source < nodeCount`.
    /// - Complexity: O(log out-degree).
    public func hasEdge(from source: NodeID, to target: NodeID) -> Bool {
        arc(from: source, to: target) != nil
    }

    /// The weight of the arc `source -> target`, or `nil` where there is none.
    /// - Precondition: `source < nodeCount`.
    /// - Complexity: O(log out-degree).
    public func weight(from source: NodeID, to target: NodeID) -> Double? {
        guard let arc = arc(from: source, to: target) else { return nil }
        return weights?[arc] ?? 1
    }

    private func arc(from source: NodeID, to target: NodeID) -> Int? {
        let row = arcs(of: source)
        var low = row.lowerBound
        var high = row.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if targets[middle] < target { low = middle + 1 } else { high = middle }
        }
        return low < row.upperBound && targets[low] == target ? low : nil
    }

    /// Wraps rows that are already ascending, free of duplicates and loops, and (undirected) symmetric.
    package init(rows: ArcRows, isDirected: Bool) {
        offsets = rows.offsets
        targets = rows.targets
        weights = rows.weights
        self.isDirected = isDirected
    }

    var rows: ArcRows { ArcRows(offsets: offsets, targets: targets, weights: weights) }
}

/// The number of a node in a ``CompactGraph``: 0 ..< `nodeCount`.
public typealias NodeID = UInt32

/// An immutable graph in compressed sparse row form with 32-bit node numbers.
///
/// The successors of node `v` are `targets[offsets[v] ..< offsets[v + 1]]`, ascending and without
/// duplicates. An undirected graph stores each edge in both rows. Memory is 4 bytes per stored arc, 4 per
/// node, and 8 more per arc when the graph is weighted.
public struct CompactGraph: Sendable, Equatable {
    /// `nodeCount + 1` positions into `targets`; the last one is the number of stored arcs.
    public let offsets: [UInt32]
    /// The successors of all nodes, row after row.
    public let targets: [NodeID]
    /// One non-negative finite weight per entry of `targets`, or `nil` for a graph whose edges all weigh 1.
    public let weights: [Double]?
    /// Whether an arc `u -> v` is an edge from `u` to `v` only.
    public let isDirected: Bool

    /// The number of nodes.
    public var nodeCount: Int { offsets.count - 1 }

    /// The number of edges: stored arcs of a directed graph, pairs of them in an undirected one.
    public var edgeCount: Int { isDirected ? targets.count : targets.count / 2 }

    /// The node numbers, ascending.
    public var nodes: Range<NodeID> { 0..<NodeID(nodeCount) }

    /// The successors of a node (its neighbours in an undirected graph), ascending.
    /// - Precondition: `node < nodeCount`.
    /// - Complexity: O(1).
    public func successors(of node: NodeID) -> ArraySlice<NodeID> {
        targets[arcs(of: node)]
    }

    /// The positions in `targets` and `weights` of the arcs that leave a node.
    /// - Complexity: O(1).
    public func arcs(of node: NodeID) -> Range<Int> {
        Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])
    }

    /// The number of successors of a node.
    /// - Complexity: O(1).
    public func outDegree(of node: NodeID) -> Int { arcs(of: node).count }

    /// Whether the arc `source -> target` exists.
    /// - Complexity: O(log out-degree).
    public func hasEdge(from source: NodeID, to target: NodeID) -> Bool {
        let row = successors(of: source)
        var low = row.startIndex
        var high = row.endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if row[middle] < target { low = middle + 1 } else { high = middle }
        }
        return low < row.endIndex && row[low] == target
    }

    init(offsets: [UInt32], targets: [NodeID], weights: [Double]?, isDirected: Bool) {
        self.offsets = offsets
        self.targets = targets
        self.weights = weights
        self.isDirected = isDirected
    }
}

/// An edge between two node numbers, as given to ``CompactGraph/init(nodeCount:edges:isDirected:)``.
public struct Edge: Sendable, Hashable {
    /// Where the edge starts.
    public var source: NodeID
    /// Where the edge ends.
    public var target: NodeID
    /// The non-negative, finite weight; 1 unless said otherwise.
    public var weight: Double

    /// Makes an edge.
    public init(_ source: NodeID, _ target: NodeID, weight: Double = 1) {
        self.source = source
        self.target = target
        self.weight = weight
    }
}

/// Why a graph could not be built.
public enum GraphError: Error, Equatable, Sendable {
    /// An edge names a node that is not in `0 ..< nodeCount`.
    case nodeOutOfRange(edge: Int, node: NodeID, nodeCount: Int)
    /// A weight is negative, infinite or not a number.
    case invalidWeight(edge: Int, weight: Double)
    /// More nodes or arcs than 32-bit numbers can count.
    case tooLarge(nodes: Int, arcs: Int)
}

extension CompactGraph {
    /// Builds a simple graph: self-loops are dropped, and of parallel edges the first is kept.
    ///
    /// - Parameters:
    ///   - nodeCount: How many nodes there are, isolated ones included.
    ///   - edges: The edges, in any order; an undirected edge is given once, in either direction.
    ///   - isDirected: Whether `(u, v)` leaves `(v, u)` unsaid.
    /// - Throws: ``GraphError``.
    /// - Complexity: O(n + m log(maximum degree)) time, O(n + m) space.
    public init(nodeCount: Int, edges: [Edge], isDirected: Bool = false) throws(GraphError) {
        let arcsAtMost = isDirected ? edges.count : 2 * edges.count
        guard nodeCount < Int(UInt32.max), arcsAtMost < Int(UInt32.max) else {
            throw .tooLarge(nodes: nodeCount, arcs: arcsAtMost)
        }
        var isWeighted = false
        var fill = [UInt32](repeating: 0, count: nodeCount + 1)
        for (index, edge) in edges.enumerated() {
            for node in [edge.source, edge.target] where Int(node) >= nodeCount {
                throw .nodeOutOfRange(edge: index, node: node, nodeCount: nodeCount)
            }
            guard edge.weight.isFinite, edge.weight >= 0 else {
                throw .invalidWeight(edge: index, weight: edge.weight)
            }
            if edge.weight != 1 { isWeighted = true }
            if edge.source == edge.target { continue }
            fill[Int(edge.source) + 1] += 1
            if !isDirected { fill[Int(edge.target) + 1] += 1 }
        }
        for node in 0..<nodeCount { fill[node + 1] += fill[node] }

        // Counting sort by source; each slot remembers the edge it came from, for weights and for "first wins".
        var slots = [(target: NodeID, edge: UInt32)](
            repeating: (0, 0), count: Int(fill[nodeCount]))
        var next = fill
        for (index, edge) in edges.enumerated() where edge.source != edge.target {
            slots[Int(next[Int(edge.source)])] = (edge.target, UInt32(index))
            next[Int(edge.source)] += 1
            if !isDirected {
                slots[Int(next[Int(edge.target)])] = (edge.source, UInt32(index))
                next[Int(edge.target)] += 1
            }
        }

        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(nodeCount + 1)
        var targets: [NodeID] = []
        targets.reserveCapacity(slots.count)
        var weights: [Double] = []
        for node in 0..<nodeCount {
            let row = slots[Int(fill[node])..<Int(fill[node + 1])].sorted { $0 < $1 }
            for (position, slot) in row.enumerated()
            where position == 0 || row[position - 1].target != slot.target {
                targets.append(slot.target)
                if isWeighted { weights.append(edges[Int(slot.edge)].weight) }
            }
            offsets.append(UInt32(targets.count))
        }
        self.init(
            offsets: offsets, targets: targets, weights: isWeighted ? weights : nil, isDirected: isDirected)
    }
}

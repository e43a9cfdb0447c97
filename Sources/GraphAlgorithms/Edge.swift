/// The number of a node in a ``CompactGraph``: 0 ..< `nodeCount`.
public typealias NodeID = UInt32

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

/// The number of a node in a ``CompactGraph``: 0 ..< `nodeCount`.
public typealias NodeID = UInt32

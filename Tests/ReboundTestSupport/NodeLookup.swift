public import GraphAlgorithms

extension NodeLabels {
    /// The node of a name or of the decimal digits of a number, or `nil` where there is none.
    public func node(named name: String) -> NodeID? { (0..<NodeID(count)).first { self[$0] == name } }
}

extension DotGraph {
    /// Which elements of the rendered picture a line joins.
    public struct Connection: Hashable, Sendable {
        /// The line's element.
        public let id: SVGIdentifier
        /// The node at its tail.
        public let tail: SVGIdentifier
        /// The node at its head.
        public let head: SVGIdentifier
    }

    /// The edges that can be seen, in the order in which they were added.
    /// - Complexity: O(edges).
    public var connections: [Connection] {
        edges.filter { ($0.style.line ?? edgeDefaults.line) != .invisible }.map {
            Connection(id: $0.identity.id, tail: nodes[$0.tail].identity.id, head: nodes[$0.head].identity.id)
        }
    }
}

/// How to read the file of a graph.
public struct GraphFileOptions: Equatable, Sendable {
    /// Whether an edge leads from its first node to its second only; `nil` for what the file says, and for no where
    /// it says nothing.
    public var isDirected: Bool?
    /// Whether to read how strong ties are; it is passed over otherwise.
    public var readsWeights = false
    /// How many lines at the top hold no edges; `nil` to find out.
    public var headingLines: Int?
    /// The columns of an edge; `nil` to find out.
    public var columns: Columns?
    /// What parts the fields of a line; `nil` to find out.
    public var separator: FieldSeparator?

    /// Makes options that leave all to the file, weights left out.
    public init() {}

    /// Whether something is told that only tables have.
    var isAboutTables: Bool { headingLines != nil || columns != nil || separator != nil }

    /// The columns of an edge, counted from 1.
    public struct Columns: Equatable, Sendable {
        /// The first node's.
        public let source: Int
        /// The second node's.
        public let target: Int
        /// The weight's; `nil` for none.
        public let weight: Int?

        /// Names columns; `nil` unless all are different and from 1 up.
        public init?(source: Int, target: Int, weight: Int? = nil) {
            guard min(source, target, weight ?? 1) > 0, source != target, weight != source, weight != target
            else {
                return nil
            }
            (self.source, self.target, self.weight) = (source, target, weight)
        }
    }
}

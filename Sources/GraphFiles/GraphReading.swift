/// What was read of a graph's file, and what was passed over.
public struct GraphReading: Equatable, Sendable {
    /// What became of the weights of edges.
    public enum Weights: String, Sendable {
        /// They were read.
        case read
        /// There are some, or there could be, and they were passed over.
        case notRead = "not read"
        /// There are none.
        case none
    }

    /// An edge by the names of its nodes.
    public struct NamedEdge: Equatable, Sendable {
        /// Where it starts.
        public let source: String
        /// Where it ends.
        public let target: String
    }

    /// What the format is called.
    public internal(set) var format: String
    /// The number of nodes.
    public internal(set) var nodeCount = 0
    /// The number of edges.
    public internal(set) var edgeCount = 0
    /// Whether edges have a direction.
    public internal(set) var isDirected = false
    /// What became of weights.
    public internal(set) var weights = Weights.none
    /// The comments that were passed over.
    public internal(set) var comments = 0
    /// The edges from a node to itself that were passed over.
    public internal(set) var loops = 0
    /// The edges that were there before and were passed over.
    public internal(set) var repetitions = 0
    /// The line at the top that was taken for a heading; `nil` where there is none or the user told.
    public internal(set) var heading: String?
    /// The first edge that is no loop; `nil` where there is none.
    public internal(set) var firstEdge: NamedEdge?

    init(format: String) { self.format = format }

    /// One line: `4 nodes, 4 edges, undirected, weights not read; first edge: Jon Arryn – Ned Stark`.
    public var summary: String {
        var parts = [
            Self.count(nodeCount, "node"), Self.count(edgeCount, "edge"),
            isDirected ? "directed" : "undirected",
        ]
        switch weights {
        case .read: parts.append("weighted")
        case .notRead: parts.append("weights not read")
        case .none: parts.append("no weights")
        }
        var line = parts.joined(separator: ", ")
        if format != "edge list" { line = "\(format): \(line)" }
        let passed = [
            Self.count(comments, "comment"), Self.count(loops, "loop"),
            Self.count(repetitions, "repeated edge"),
        ].filter { !$0.hasPrefix("0 ") }
        if !passed.isEmpty { line += "; passed over: \(passed.joined(separator: ", "))" }
        if let heading { line += "; “\(heading)” is read as a heading; --heading 0 reads it as an edge" }
        if let firstEdge {
            line += "; first edge: \(firstEdge.source) \(isDirected ? "→" : "–") \(firstEdge.target)"
        }
        return line
    }

    private static func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}

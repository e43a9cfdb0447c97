internal import GraphAlgorithms

/// The nodes and edges of a file that lists both.
struct GraphRecords {
    /// What the format is called.
    let format: String
    private(set) var names: [String] = []
    private(set) var edges: [Edge] = []
    private var numbers: [String: NodeID] = [:]
    /// Whether the file says that its edges have a direction; `nil` where it says nothing.
    var isDirected: Bool?
    /// Whether an edge has a weight.
    var hasWeights = false
    /// How many lines were comments.
    var comments = 0

    init(format: String) { self.format = format }

    /// The node of an identifier, a new one if it has none.
    mutating func node(_ identifier: String) -> NodeID {
        if let number = numbers[identifier] { return number }
        let number = NodeID(names.count)
        numbers[identifier] = number
        names.append(identifier)
        return number
    }

    /// The node of an identifier; `nil` where there is none.
    func known(_ identifier: String) -> NodeID? { numbers[identifier] }

    mutating func addEdge(_ source: NodeID, _ target: NodeID, weight: Double = 1) {
        edges.append(Edge(source, target, weight: weight))
    }

    /// Calls nodes by their labels, where each has one and no two have the same.
    mutating func rename(_ labels: [NodeID: String]) {
        guard labels.count == names.count, Set(labels.values).count == names.count else { return }
        names = names.indices.map { labels[NodeID($0)] ?? names[$0] }
    }

    /// How many edges lead from a node to itself.
    var loops: Int { edges.count { $0.source == $0.target } }
}

/// What is wrong with a file that lists nodes and edges, and where.
struct RecordFault: Error {
    let line: Int
    let found: String
    let expected: String
}

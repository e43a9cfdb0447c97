internal import GraphAlgorithms

/// Reads GraphML (Brandes and others 2002): the nodes and edges of one graph, and the edges' `weight`.
struct GraphMLReader {
    private var xml: XMLPullParser
    private var records = GraphRecords(format: "GraphML")
    private var edges: [(source: String, target: String, weight: Double?, isDirected: Bool, line: Int)] = []
    private var edgeDefault: Bool?
    private var weightKey: String?
    private var weightDefault: Double?
    private var path: [String] = []
    private let readsWeights: Bool

    private init(_ text: [UInt8], readsWeights: Bool) {
        xml = XMLPullParser(text)
        self.readsWeights = readsWeights
    }

    /// Reads the graph; nodes are called by their ids.
    /// - Complexity: O(bytes).
    static func records(of text: [UInt8], readsWeights: Bool) throws(RecordFault) -> GraphRecords {
        var reader = GraphMLReader(text, readsWeights: readsWeights)
        return try reader.read()
    }

    private mutating func read() throws(RecordFault) -> GraphRecords {
        var text = ""
        var key: String?
        while let event = try xml.next() {
            switch event {
            case .start(let name, let attributes):
                text = ""
                if name == "data" { key = attributes["key"] }
                if name == "key" { key = attributes["id"] }
                try begin(name, attributes)
                path.append(name)
            case .text(let more): text += more
            case .end(let name):
                path.removeLast()
                let inner = text.filter { !$0.isWhitespace }
                if name == "data", path.last == "edge", key != nil, key == weightKey {
                    edges[edges.count - 1].weight = try weight(inner)
                }
                if name == "default", path.last == "key", key == weightKey, weightKey != nil {
                    weightDefault = try weight(inner)
                }
                text = ""
            }
        }
        return try finished()
    }

    private mutating func begin(_ name: String, _ attributes: [String: String]) throws(RecordFault) {
        switch name {
        case "key":
            let isEdges = ["edge", "all", nil].contains(attributes["for"])
            if isEdges, attributes["attr.name"]?.lowercased() == "weight" { weightKey = attributes["id"] }
        case "graph":
            guard edgeDefault == nil else {
                throw xml.fault("a second graph", "one graph a file, without graphs in nodes")
            }
            guard let word = attributes["edgedefault"], ["directed", "undirected"].contains(word) else {
                throw xml.fault("a graph without edgedefault", "edgedefault=\"directed\" or \"undirected\"")
            }
            edgeDefault = word == "directed"
        case "node":
            guard let id = attributes["id"] else {
                throw xml.fault("a node without an id", "<node id=\"...\">")
            }
            guard records.known(id) == nil else {
                throw xml.fault("the node \"\(id)\" for the second time", "each id once")
            }
            _ = records.node(id)
        case "edge":
            guard let source = attributes["source"], let target = attributes["target"], let edgeDefault else {
                throw xml.fault("an edge without its two nodes", "<edge source=\"...\" target=\"...\">")
            }
            let isDirected = attributes["directed"].map { $0 == "true" } ?? edgeDefault
            edges.append((source, target, nil, isDirected, xml.line))
        case "hyperedge": throw xml.fault("a hyperedge", "edges between two nodes")
        case "graphml" where !path.isEmpty: throw xml.fault("<graphml> within another tag", "it outermost")
        default:
            if path.isEmpty, name != "graphml" { throw xml.fault("<\(name)>", "<graphml>") }
        }
    }

    private func weight(_ text: String) throws(RecordFault) -> Double? {
        guard readsWeights else { return Double(text) }
        guard let weight = Double(text), weight.isFinite, weight >= 0 else {
            throw xml.fault("the weight \"\(text.prefix(40))\"", "a finite weight of at least 0")
        }
        return weight
    }

    private mutating func finished() throws(RecordFault) -> GraphRecords {
        guard let edgeDefault else { throw xml.fault("no graph", "<graph edgedefault=\"...\">") }
        let isDirected = edges.isEmpty ? edgeDefault : edges.contains(where: \.isDirected)
        records.isDirected = isDirected
        records.hasWeights = weightKey != nil && edges.contains { $0.weight != nil }
        for edge in edges {
            guard let source = records.known(edge.source), let target = records.known(edge.target) else {
                throw RecordFault(
                    line: edge.line, found: "an edge from \"\(edge.source)\" to \"\(edge.target)\"",
                    expected: "nodes that are in the file")
            }
            let weight = readsWeights ? edge.weight ?? weightDefault ?? 1 : 1
            records.addEdge(source, target, weight: weight)
            // Among directed edges an undirected one leads both ways.
            if isDirected, !edge.isDirected, source != target {
                records.addEdge(target, source, weight: weight)
            }
        }
        return records
    }
}

internal import GraphAlgorithms

/// Reads GML (Himsolt 1997): keys with numbers, texts and lists in brackets.
struct GMLReader {
    private let text: [UInt8]
    private var position = 0
    private var line = 1
    private var records = GraphRecords(format: "GML")
    private var labels: [NodeID: String] = [:]
    private var edges: [(source: String, target: String, weight: Double?, line: Int)] = []
    private var hasGraph = false

    private enum Value { case number(String), text(String), list }

    private init(_ text: [UInt8]) { self.text = text }

    /// Reads the graph; nodes are called by their labels, or by their ids where labels are no names. A weight is an
    /// edge's `weight`, or its `value` where no edge has a weight.
    /// - Complexity: O(bytes).
    static func records(of text: [UInt8], readsWeights: Bool) throws(RecordFault) -> GraphRecords {
        var reader = GMLReader(text)
        while let key = try reader.key() {
            let value = try reader.value()
            guard key == "graph", case .list = value else {
                try reader.skip(value)
                continue
            }
            guard !reader.hasGraph else { throw reader.fault("a second graph", "one graph a file") }
            reader.hasGraph = true
            try reader.graph(readsWeights: readsWeights)
        }
        guard reader.hasGraph else { throw reader.fault("the end", "graph [") }
        return try reader.finished()
    }

    private func fault(_ found: String, _ expected: String) -> RecordFault {
        RecordFault(line: line, found: found, expected: expected)
    }

    private mutating func skipBlanks() {
        while position < text.count {
            let byte = text[position]
            if byte == UInt8(ascii: "#") {
                records.comments += 1
                while position < text.count, text[position] != UInt8(ascii: "\n") { position += 1 }
            } else if byte <= 32 {
                if byte == UInt8(ascii: "\n") { line += 1 }
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func word() -> String {
        let start = position
        while position < text.count, text[position] > 32, text[position] != UInt8(ascii: "["),
            text[position] != UInt8(ascii: "]")
        {
            position += 1
        }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    /// The next key in lower case; `nil` at the end of a list or the text.
    private mutating func key() throws(RecordFault) -> String? {
        skipBlanks()
        guard position < text.count, text[position] != UInt8(ascii: "]") else { return nil }
        let key = word().lowercased()
        guard key.first?.isLetter == true || key.first == "_" else {
            throw fault("\"\(key.prefix(40))\"", "a key")
        }
        return key
    }

    private mutating func value() throws(RecordFault) -> Value {
        skipBlanks()
        guard position < text.count else { throw fault("the end", "a value") }
        if text[position] == UInt8(ascii: "[") {
            position += 1
            return .list
        }
        guard text[position] == UInt8(ascii: "\"") else { return .number(word()) }
        position += 1
        let start = position
        while position < text.count, text[position] != UInt8(ascii: "\"") {
            if text[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
        guard position < text.count else { throw fault("a quote that does not close", "a text in quotes") }
        position += 1
        return .text(XMLText.decoded(String(decoding: text[start..<position - 1], as: UTF8.self)))
    }

    private mutating func endList() throws(RecordFault) {
        skipBlanks()
        guard position < text.count, text[position] == UInt8(ascii: "]") else { throw fault("the end", "]") }
        position += 1
    }

    /// Passes over a value; lists are counted, not followed, so that their depth costs nothing.
    private mutating func skip(_ value: Value) throws(RecordFault) {
        guard case .list = value else { return }
        var depth = 1
        while depth > 0 {
            if try key() == nil {
                try endList()
                depth -= 1
            } else if case .list = try self.value() {
                depth += 1
            }
        }
    }

    private mutating func graph(readsWeights: Bool) throws(RecordFault) {
        var values: [Int: Double] = [:]
        while let key = try key() {
            let start = line
            let value = try value()
            switch (key, value) {
            case ("directed", .number(let number)): records.isDirected = number != "0"
            case ("node", .list), ("edge", .list):
                var fields: [String: String] = [:]
                while let name = try self.key() {
                    switch try self.value() {
                    case .number(let text), .text(let text): if fields[name] == nil { fields[name] = text }
                    case .list: try skip(.list)
                    }
                }
                try endList()
                if key == "node" {
                    try addNode(fields, start)
                } else {
                    try addEdge(fields, start, readsWeights, &values)
                }
            default: try skip(value)
            }
        }
        try endList()
        if !records.hasWeights, values.count == edges.count, !edges.isEmpty {
            records.hasWeights = true
            for index in edges.indices { edges[index].weight = values[index] }
        }
        if records.isDirected == nil { records.isDirected = false }
    }

    private mutating func addNode(_ fields: [String: String], _ line: Int) throws(RecordFault) {
        guard let id = fields["id"] else {
            throw RecordFault(line: line, found: "a node without an id", expected: "node [ id 1 ]")
        }
        guard records.known(id) == nil else {
            throw RecordFault(
                line: line, found: "the node \(id) for the second time", expected: "each id once")
        }
        let node = records.node(id)
        if let label = fields["label"], !label.isEmpty { labels[node] = label }
    }

    private mutating func addEdge(
        _ fields: [String: String], _ line: Int, _ readsWeights: Bool, _ values: inout [Int: Double]
    ) throws(RecordFault) {
        guard let source = fields["source"], let target = fields["target"] else {
            throw RecordFault(
                line: line, found: "an edge without its two nodes", expected: "edge [ source 1 target 2 ]")
        }
        var weight: Double?
        if let text = fields["weight"] {
            records.hasWeights = true
            weight = Double(text)
            if readsWeights, !(weight.map { $0.isFinite && $0 >= 0 } ?? false) {
                throw RecordFault(
                    line: line, found: "the weight \"\(text)\"", expected: "a finite weight of at least 0")
            }
        }
        if let value = fields["value"].flatMap(Double.init), value.isFinite, value >= 0 {
            values[edges.count] = value
        }
        edges.append((source, target, weight, line))
    }

    private consuming func finished() throws(RecordFault) -> GraphRecords {
        for edge in edges {
            guard let source = records.known(edge.source), let target = records.known(edge.target) else {
                throw RecordFault(
                    line: edge.line, found: "an edge from \(edge.source) to \(edge.target)",
                    expected: "nodes that are in the file")
            }
            records.addEdge(source, target, weight: edge.weight ?? 1)
        }
        records.rename(labels)
        return records
    }
}

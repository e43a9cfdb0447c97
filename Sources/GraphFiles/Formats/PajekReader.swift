internal import GraphAlgorithms

/// Reads Pajek's networks: `*Vertices`, then `*Arcs`, `*Edges`, `*Arcslist` or `*Edgeslist`.
struct PajekReader {
    private var records = GraphRecords(format: "Pajek")
    private var labels: [NodeID: String] = [:]
    private var arcs: [(Int, Int, Double)] = []
    private var edges: [(Int, Int, Double)] = []
    private var count = 0
    private let readsWeights: Bool

    private enum Section { case none, vertices, pairs(isDirected: Bool), lists(isDirected: Bool) }

    private init(readsWeights: Bool) { self.readsWeights = readsWeights }

    /// Reads a network; nodes are called by their labels, or by their numbers where labels are no names.
    /// - Complexity: O(bytes).
    static func records(of text: [UInt8], readsWeights: Bool) throws(RecordFault) -> GraphRecords {
        var reader = PajekReader(readsWeights: readsWeights)
        try reader.read(text)
        return try reader.finished()
    }

    private mutating func read(_ text: [UInt8]) throws(RecordFault) {
        var section = Section.none
        var number = 0
        for bytes in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let start = bytes.first { $0 != 32 && $0 != 9 && $0 != 13 }
            guard let start else { continue }
            if start == UInt8(ascii: "%") {
                records.comments += 1
                continue
            }
            guard let fields = FieldSeparator.blanks.fields(of: bytes) else {
                throw RecordFault(
                    line: number, found: "a quote that does not close", expected: "a label in quotes")
            }
            if start == UInt8(ascii: "*") {
                section = try begin(fields, number)
                continue
            }
            switch section {
            case .none:
                throw RecordFault(
                    line: number, found: "\"\(fields[0])\"", expected: "*Vertices above everything else")
            case .vertices:
                let node = try vertex(fields[0], number)
                if fields.count > 1, !fields[1].isEmpty { labels[NodeID(node - 1)] = fields[1] }
            case .pairs(let isDirected):
                guard fields.count > 1 else { throw missing(number) }
                let pair = (try vertex(fields[0], number), try vertex(fields[1], number))
                try add(pair.0, pair.1, fields.count > 2 ? fields[2] : nil, isDirected, number)
            case .lists(let isDirected):
                guard fields.count > 1 else { throw missing(number) }
                let source = try vertex(fields[0], number)
                for field in fields.dropFirst() {
                    try add(source, try vertex(field, number), nil, isDirected, number)
                }
            }
        }
    }

    private func missing(_ line: Int) -> RecordFault {
        RecordFault(line: line, found: "one number", expected: "two numbers of vertices")
    }

    private mutating func begin(_ fields: [String], _ line: Int) throws(RecordFault) -> Section {
        switch fields[0].lowercased() {
        case "*network": return .none
        case "*vertices":
            guard count == 0, fields.count > 1, let count = Int(fields[1]), count >= 0,
                count < Int(UInt32.max)
            else {
                throw RecordFault(
                    line: line, found: "\"\(fields.joined(separator: " "))\"",
                    expected: "*Vertices once, with the number of vertices")
            }
            self.count = count
            for number in 0..<count { _ = records.node("\(number + 1)") }
            return .vertices
        case "*arcs": return .pairs(isDirected: true)
        case "*edges": return .pairs(isDirected: false)
        case "*arcslist": return .lists(isDirected: true)
        case "*edgeslist": return .lists(isDirected: false)
        default:
            throw RecordFault(
                line: line, found: "\"\(fields[0])\"",
                expected: "*Vertices, *Arcs, *Edges, *Arcslist or *Edgeslist; save the network alone")
        }
    }

    private func vertex(_ field: String, _ line: Int) throws(RecordFault) -> Int {
        guard let number = Int(field), (1...max(count, 1)).contains(number), count > 0 else {
            throw RecordFault(
                line: line, found: "\"\(field)\"", expected: "the number of a vertex, 1 to \(count)")
        }
        return number
    }

    private mutating func add(
        _ source: Int, _ target: Int, _ weight: String?, _ isDirected: Bool, _ line: Int
    ) throws(RecordFault) {
        var value = 1.0
        if let weight {
            records.hasWeights = true
            if readsWeights {
                guard let number = Double(weight), number.isFinite, number >= 0 else {
                    throw RecordFault(
                        line: line, found: "\"\(weight)\"", expected: "a finite weight of at least 0")
                }
                value = number
            }
        }
        if isDirected { arcs.append((source, target, value)) } else { edges.append((source, target, value)) }
    }

    private mutating func finished() throws(RecordFault) -> GraphRecords {
        records.isDirected = arcs.isEmpty ? (edges.isEmpty ? nil : false) : true
        for (source, target, weight) in arcs + edges {
            records.addEdge(NodeID(source - 1), NodeID(target - 1), weight: weight)
        }
        // Among arcs an edge leads both ways.
        if !arcs.isEmpty {
            for (source, target, weight) in edges where source != target {
                records.addEdge(NodeID(target - 1), NodeID(source - 1), weight: weight)
            }
        }
        records.rename(labels)
        return records
    }
}

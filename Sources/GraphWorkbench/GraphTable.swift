internal import Foundations
public import GraphFiles
internal import Reporting

/// The measures of a graph: a row a node, called as its file calls it, and a column a measure.
///
/// Numbers are written with as many digits as bring back exactly the same number.
public struct GraphTable: Equatable, Sendable {
    /// The values of one measure, one a row.
    public enum Values: Equatable, Sendable {
        /// Numbers; `nil` where the measure is undefined, as constraint is without ties.
        case real([Double?])
        /// Counts, or the numbers of groups from 0 on.
        case whole([Int])
    }

    /// One measure of all rows.
    public struct Column: Equatable, Sendable {
        /// What was measured.
        public let measure: GraphMeasure
        /// One value a row.
        public let values: Values
    }

    /// What the graph is called.
    public let title: String
    /// What was read of its file: how many nodes and edges, whether directed, and what was passed over.
    public let reading: GraphReading
    /// Whether measures used weights.
    public let isWeighted: Bool
    /// By how much betweenness may be off; `nil` where it is exact or not measured.
    public let maximumError: Double?
    /// What the node of each row is called: by ascending number, or names in the order of the file.
    public private(set) var nodes: [String]
    /// The measures, in the order asked for.
    public private(set) var columns: [Column]

    /// Whether a name had bytes that are no UTF-8 text, for which U+FFFD stands.
    /// - Complexity: O(bytes of the names).
    public var hasDamagedNames: Bool { nodes.contains { $0.unicodeScalars.contains("\u{FFFD}") } }

    init(
        title: String, reading: GraphReading, isWeighted: Bool, maximumError: Double?, nodes: [String],
        columns: [Column]
    ) {
        self.title = title
        self.reading = reading
        self.isWeighted = isWeighted
        self.maximumError = maximumError
        self.nodes = nodes
        self.columns = columns
    }

    /// The rows with the greatest values of the first measure, greatest first; of equal ones the earlier row is first,
    /// and where the measure is undefined a row comes last.
    /// - Complexity: O(n log n).
    public func top(_ count: Int) -> GraphTable {
        guard let first = columns.first else { return self }
        let keys = nodes.indices.map { first.values.number($0) ?? -.infinity }
        let rows = nodes.indices.sorted { (keys[$1], $0) < (keys[$0], $1) }.prefix(count)
        var table = self
        table.nodes = rows.map { nodes[$0] }
        table.columns = columns.map { Column(measure: $0.measure, values: $0.values.picked(rows)) }
        return table
    }

    /// The table as CSV with line feeds: a heading, then a row a node; an undefined value is an empty cell.
    ///
    /// - Parameter guardsFormulas: Whether names that a spreadsheet would take for a formula get an apostrophe;
    ///   without, they fit those of other files.
    /// - Complexity: O(bytes).
    public func csv(guardsFormulas: Bool = true) -> [UInt8] {
        var csv = CSVWriter(guardsFormulas: guardsFormulas, lineBreak: "\n")
        csv.row(["node"] + columns.map(\.measure.rawValue))
        for row in nodes.indices { csv.row([nodes[row]], numbers: columns.map { $0.values.text(row) }) }
        return csv.bytes
    }

    /// The table as JSON of the schema `rebound-analyze/1`, a node a line; an undefined value is left out.
    /// - Complexity: O(bytes).
    public func json() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("schema")
            json.string("rebound-analyze/1")
            json.key("graph")
            json.string(title)
            json.key("directed")
            json.bool(reading.isDirected)
            json.key("weighted")
            json.bool(isWeighted)
            json.key("nodeCount")
            json.integer(reading.nodeCount)
            json.key("edgeCount")
            json.integer(reading.edgeCount)
            json.key("reading")
            json.object { write(reading, to: &$0) }
            write(
                "ignoringDirection", reading.isDirected ? columns.filter(\.measure.ignoresDirection) : [],
                &json)
            write("ignoringWeights", isWeighted ? columns.filter(\.measure.ignoresWeights) : [], &json)
            if let maximumError {
                json.key("maximumError")
                json.double(maximumError)
            }
            json.key("measures")
            json.array(.inline) { json in for column in columns { json.string(column.measure.rawValue) } }
            json.key("nodes")
            json.array { json in
                for row in nodes.indices { json.object(.inline) { write(row, to: &$0) } }
            }
        }
        json.endLine()
        return Array(StableJSON.escapingObeyed(String(decoding: json.bytes, as: UTF8.self)).utf8)
    }

    private func write(_ key: String, _ columns: [Column], _ json: inout JSONWriter) {
        guard !columns.isEmpty else { return }
        json.key(key)
        json.array(.inline) { json in for column in columns { json.string(column.measure.rawValue) } }
    }

    private func write(_ reading: GraphReading, to json: inout JSONWriter) {
        json.key("format")
        json.string(reading.format)
        json.key("weights")
        json.string(reading.weights.rawValue)
        json.key("comments")
        json.integer(reading.comments)
        json.key("loops")
        json.integer(reading.loops)
        json.key("repetitions")
        json.integer(reading.repetitions)
        if let heading = reading.heading {
            json.key("heading")
            json.string(heading)
        }
        if let edge = reading.firstEdge {
            json.key("firstEdge")
            json.object(.inline) { json in
                json.key("source")
                json.string(edge.source)
                json.key("target")
                json.string(edge.target)
            }
        }
    }

    private func write(_ row: Int, to json: inout JSONWriter) {
        json.key("node")
        json.string(nodes[row])
        for column in columns {
            switch column.values {
            case .real(let values):
                guard let value = values[row] else { continue }
                json.key(column.measure.rawValue)
                json.double(value)
            case .whole(let values):
                json.key(column.measure.rawValue)
                json.integer(values[row])
            }
        }
    }
}

extension GraphTable.Values {
    /// Numbers, undefined where weights were too great for a `Double`.
    static func finite(_ values: [Double?]) -> Self {
        .real(values.map { $0.flatMap { $0.isFinite ? $0 : nil } })
    }

    func number(_ row: Int) -> Double? {
        switch self {
        case .real(let values): values[row]
        case .whole(let values): Double(values[row])
        }
    }

    func text(_ row: Int) -> String {
        switch self {
        case .real(let values): values[row].map { "\($0)" } ?? ""
        case .whole(let values): "\(values[row])"
        }
    }

    func picked(_ rows: some Sequence<Int>) -> Self {
        switch self {
        case .real(let values): .real(rows.map { values[$0] })
        case .whole(let values): .whole(rows.map { values[$0] })
        }
    }
}

internal import Foundations
public import GraphAlgorithms
internal import SystemInterface

/// One reading of a graph's file: what format it is, and its nodes and edges.
public struct GraphFileReader {
    let path: String
    let options: GraphFileOptions
    private let control: RunControl
    private var file: GraphFileName { GraphFileName(path: path) }

    /// A reading of a file.
    /// - Parameter control: On how many threads, and who may stop it.
    public init(path: String, options: GraphFileOptions, control: RunControl = RunControl()) {
        self.path = path
        self.options = options
        self.control = control
    }

    /// How a file begins that `LabelledGraph.write` made.
    private static let savedGraphMagic: [UInt8] = [0x89, 0x52, 0x47, 0x52]

    /// A format that lists nodes and edges, and reads all of a file at once.
    private enum Listing {
        case pajek, gml, graphML

        init?(_ head: TextHead) {
            guard let first = head.lines.first(where: { $0.mark == nil }) else { return nil }
            let text = first.trimmed.lowercased()
            let word = text.prefix { $0.isLetter || $0 == "*" }
            if ["*vertices", "*network", "*arcs", "*edges", "*arcslist", "*edgeslist"].contains(word) {
                self = .pajek
            } else if text.hasPrefix("<"),
                head.lines.prefix(50).contains(where: { $0.text.contains("graphml") })
            {
                self = .graphML
            } else if Self.isGML(head, first: text) {
                self = .gml
            } else {
                return nil
            }
        }

        private static func isGML(_ head: TextHead, first: String) -> Bool {
            guard ["graph", "creator", "version", "comment"].contains(where: first.hasPrefix) else {
                return false
            }
            var opens = false
            for line in head.lines.prefix(30) where line.mark == nil {
                let text = line.trimmed.lowercased().filter { $0 != " " && $0 != "\t" }
                if opens { return text.hasPrefix("[") }
                if text.hasPrefix("graph[") { return true }
                opens = text == "graph"
            }
            return false
        }

        func records(of text: [UInt8], readsWeights: Bool) throws(RecordFault) -> GraphRecords {
            switch self {
            case .pajek: try PajekReader.records(of: text, readsWeights: readsWeights)
            case .gml: try GMLReader.records(of: text, readsWeights: readsWeights)
            case .graphML: try GraphMLReader.records(of: text, readsWeights: readsWeights)
            }
        }
    }

    /// Reads the file.
    /// - Returns: The graph, and what was read and passed over.
    /// - Throws: ``GraphFailure``; ``GraphFailure/invalid(_:)`` with the line that is no edge, or where the file is of
    ///   another format or could be read in two ways.
    /// - Complexity: O(bytes).
    public func read() throws(GraphFailure) -> (LabelledGraph, GraphReading) {
        let source = try GraphSource(path)
        if source.start.starts(with: Self.savedGraphMagic) {
            guard source.bytes == nil else {
                throw .unfit(path: file.name, reason: "a saved graph has to be a file, so name it instead")
            }
            return try saved(control)
        }
        let head = TextHead(source.start, isWhole: source.isWhole)
        try checkEncoding(source.start, head)
        if let listing = Listing(head) { return try listed(listing, source, control) }
        if let first = head.lines.first, MatrixMarketHeader.begins(first) {
            try checkTables("Matrix Market")
            let header = try MatrixMarketHeader(head, options, file: file)
            var reading = GraphReading(format: "Matrix Market")
            reading.comments = header.comments
            try check(isDirected: header.isDirected, hasWeights: header.hasWeights, columns: [])
            return try lines(
                header.text, source, reading, isDirected: header.isDirected, hasWeights: header.hasWeights,
                entries: header.entryCount, control)
        }
        if let header = KonectHeader(head, options), !options.isAboutTables {
            var reading = GraphReading(format: "KONECT")
            reading.comments = header.comments
            try check(isDirected: header.isDirected, hasWeights: header.hasWeights, columns: [])
            return try lines(
                header.text, source, reading, isDirected: header.isDirected, hasWeights: header.hasWeights,
                entries: nil, control)
        }
        return try table(head, source, control)
    }

    private func table(
        _ head: TextHead, _ source: GraphSource, _ control: RunControl
    ) throws(GraphFailure) -> (LabelledGraph, GraphReading) {
        if !options.isAboutTables { try ForeignFormat.refuse(head, file: file) }
        let shape = try TableShape(head, options, file: file)
        var reading = GraphReading(format: "edge list")
        reading.heading = shape.heading
        reading.comments = shape.topComments
        try check(isDirected: shape.isDirected, hasWeights: shape.hasWeights, columns: shape.columnNames)
        return try lines(
            shape.text, source, reading, isDirected: shape.isDirected, hasWeights: shape.hasWeights,
            entries: nil,
            control)
    }

    /// Refuses a contradiction between what is asked for and what the file says.
    private func check(isDirected: Bool?, hasWeights: Bool, columns: [String]) throws(GraphFailure) {
        if options.isDirected == true, isDirected == false {
            throw .request("\(file.name): its edges have no direction; leave out --directed")
        }
        guard options.readsWeights, !hasWeights else { return }
        let names = columns.isEmpty ? "" : " among its columns \(columns.joined(separator: ", "))"
        throw .request(
            "\(file.name): there is no column of weights\(names); leave out --weighted, or say which it is: \(file.analyze("--weighted --columns 1,2,3"))"
        )
    }

    private func checkTables(_ format: String) throws(GraphFailure) {
        if options.isAboutTables {
            throw .request(
                "\(file.name): is \(format), which has no columns to choose; leave out --columns, --heading and --separator"
            )
        }
    }

    /// Refuses what is no text that can be read; comments may be of any encoding.
    private func checkEncoding(_ start: [UInt8], _ head: TextHead) throws(GraphFailure) {
        let utf16: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
        let encoding = utf16.contains { start.starts(with: $0) } ? "UTF-16" : "ISO-8859-1"
        // A zero byte is in no other text: another encoding would only make names of what is none.
        let isBinary = encoding != "UTF-16" && start.contains(0)
        let isText =
            encoding != "UTF-16" && !isBinary
            && head.lines.allSatisfy { $0.mark != nil || String(validating: $0.bytes, as: UTF8.self) != nil }
        if !isText {
            throw .invalid([
                Diagnostic(
                    .encodingInvalid, file: file.name,
                    found: isBinary ? "bytes that are no text" : "bytes that are no UTF-8 text",
                    expected: GraphFileName.expectation,
                    hint: isBinary
                        ? "is it a file of another program? Export its edges as text"
                        : file.filtered("iconv -f \(encoding) -t UTF-8"))
            ])
        }
        if start.contains(UInt8(ascii: "\r")), !start.contains(UInt8(ascii: "\n")) {
            throw .invalid([
                Diagnostic(
                    .formatUnknown, file: file.name, found: "carriage returns alone between lines",
                    expected: "lines that end with a line feed", hint: file.filtered("tr '\\r' '\\n'"))
            ])
        }
    }
}

extension GraphFileReader {
    private func saved(_ control: RunControl) throws(GraphFailure) -> (LabelledGraph, GraphReading) {
        let graph: LabelledGraph
        do {
            graph = try LabelledGraph(mapping: path, control: control)
        } catch .unreadable(_, let reason) {
            throw .unreadable(.failed(path: path, reason: reason))
        } catch .cancelled {
            throw .stopped
        } catch {
            throw .unfit(path: path, reason: "\(error); make it again from the edge list with --save")
        }
        try checkTables("a saved graph")
        let (isDirected, isWeighted) = (graph.graph.isDirected, graph.graph.weights != nil)
        if let asked = options.isDirected, asked != isDirected {
            throw .request(
                "\(shownPath(path)): was saved with\(isDirected ? "" : "out") directions; save it again with --\(asked ? "" : "un")directed"
            )
        }
        if options.readsWeights, !isWeighted {
            throw .request("\(shownPath(path)): was saved without weights; save it again with --weighted")
        }
        var reading = GraphReading(format: "saved graph")
        let first = graph.graph.nodes.first { graph.graph.outDegree(of: $0) > 0 }.map { node in
            Edge(node, graph.graph.successors(of: node)[graph.graph.successors(of: node).startIndex])
        }
        describe(graph, first, &reading)
        reading.weights = isWeighted ? (options.readsWeights ? .read : .notRead) : .none
        return (graph, reading)
    }

    private func describe(_ graph: LabelledGraph, _ first: Edge?, _ reading: inout GraphReading) {
        reading.nodeCount = graph.graph.nodeCount
        reading.edgeCount = graph.graph.edgeCount
        reading.isDirected = graph.graph.isDirected
        reading.firstEdge = first.map {
            GraphReading.NamedEdge(source: graph.labels[$0.source], target: graph.labels[$0.target])
        }
    }

    /// Reads a file that lists nodes and edges.
    private func listed(
        _ listing: Listing, _ source: GraphSource, _ control: RunControl
    ) throws(GraphFailure) -> (LabelledGraph, GraphReading) {
        let text = try source.whole(path)
        let records: GraphRecords
        do throws(RecordFault) {
            records = try listing.records(of: text, readsWeights: options.readsWeights)
        } catch {
            throw .invalid([
                Diagnostic(
                    .formatUnknown, file: file.name, line: error.line, found: error.found,
                    expected: error.expected, hint: "nothing was read; mend the line, or save the graph again"
                )
            ])
        }
        try checkTables(records.format)
        try check(isDirected: records.isDirected, hasWeights: records.hasWeights, columns: [])
        let graph: LabelledGraph
        do {
            graph = try LabelledGraph(
                names: records.names, edges: records.edges,
                isDirected: options.isDirected ?? records.isDirected ?? false, control: control)
        } catch {
            throw failure(error)
        }
        guard graph.graph.nodeCount > 0 else { throw .invalid([EdgeListProblem.nothing(in: file.name)]) }
        var reading = GraphReading(format: records.format)
        describe(graph, records.edges.first { $0.source != $0.target }, &reading)
        reading.comments = records.comments
        reading.loops = records.loops
        reading.repetitions = records.edges.count - records.loops - graph.graph.edgeCount
        reading.weights = records.hasWeights ? (options.readsWeights ? .read : .notRead) : .none
        return (graph, reading)
    }

    /// Reads a file with an edge a line.
    /// - Parameter entries: How many lines there have to be; `nil` for any number.
    private func lines(
        _ text: EdgeListText, _ source: GraphSource, _ start: GraphReading, isDirected: Bool?,
        hasWeights: Bool,
        entries: Int?, _ control: RunControl
    ) throws(GraphFailure) -> (LabelledGraph, GraphReading) {
        var text = text
        text.isDirected = options.isDirected ?? isDirected ?? false
        let contents = try contents(text, source, control)
        if let entries, entries != contents.edgeLines {
            throw .invalid([
                Diagnostic(
                    .rowRagged, file: file.name, line: text.headingLines,
                    found: "\(contents.edgeLines) entries", expected: "\(entries), as the size line says",
                    hint: "is the file complete? copy or download it again")
            ])
        }
        guard contents.graph.graph.nodeCount > 0 else {
            throw .invalid([EdgeListProblem.nothing(in: file.name)])
        }
        var reading = start
        describe(contents.graph, contents.firstEdge, &reading)
        reading.comments += contents.comments
        reading.loops = contents.loops
        reading.repetitions = contents.repetitions
        reading.weights = hasWeights ? (options.readsWeights ? .read : .notRead) : .none
        return (contents.graph, reading)
    }

    private func contents(
        _ start: EdgeListText, _ source: GraphSource, _ control: RunControl
    ) throws(GraphFailure) -> EdgeListContents {
        var text = start
        while true {
            do {
                if let bytes = source.bytes { return try text.contents(of: bytes, control: control) }
                return try text.contents(ofFile: path, control: control)
            } catch .malformedLine where text.labels == .numbers {
                // What comes after the lines that were looked at has names.
                text.labels = .names
            } catch .malformedLine(let line, let words, let expected) {
                throw .invalid([
                    EdgeListProblem.malformed(line, text: words, expected: expected, file: file.name)
                ])
            } catch .unreadable(_, let reason) {
                throw .unreadable(.failed(path: path, reason: reason))
            } catch {
                guard case .graph(let error) = error else {
                    throw .unfit(path: file.name, reason: "\(error)")
                }
                throw failure(error)
            }
        }
    }

    private func failure(_ error: GraphError) -> GraphFailure {
        switch error {
        case .cancelled: .stopped
        case .tooLarge(let nodes, let arcs):
            .unfit(
                path: file.name, reason: "\(nodes) nodes and \(arcs) edges are more than 32-bit numbers count"
            )
        default: .unfit(path: file.name, reason: "\(error)")
        }
    }
}

internal import Foundations
internal import GraphAlgorithms

/// How the lines of an edge list are to be read, told from the first of them.
struct TableShape {
    var text: EdgeListText
    /// The line at the top that names the columns; `nil` where there is none.
    var heading: String?
    /// Whether the file says that its edges have a direction; `nil` where it says nothing.
    var isDirected: Bool?
    /// Whether there is a column that holds weights or could.
    var hasWeights = true
    /// How many comments stand among the lines at the top that are passed over.
    private(set) var topComments = 0
    /// What the columns are called; empty without a heading.
    var columnNames: [String] = []

    /// Tells the shape.
    /// - Throws: ``GraphFailure/invalid(_:)`` where it is in doubt, with what decides it.
    init(_ head: TextHead, _ options: GraphFileOptions, file: GraphFileName) throws(GraphFailure) {
        let told = options.headingLines
        let spreadsheet = Self.toldSeparator(head)
        let body = head.dropping(linesUpTo: max(told ?? 0, spreadsheet?.line ?? 0))
        let marked = MarkedLines(body)
        let lines = marked.edges(in: body)
        guard !lines.isEmpty else {
            text = EdgeListText()
            return
        }
        let choice: SeparatorChoice
        if let separator = options.separator ?? spreadsheet?.separator {
            choice = SeparatorChoice(separator, for: lines)
        } else {
            do throws(SeparatorChoice.Unclear) { choice = try .choose(for: lines) } catch {
                let words = [error.first, error.second].map(\.rawValue)
                throw file.doubt(
                    line: lines[0], "lines that \(words[0]) and \(words[1]) could both separate",
                    "one separator",
                    hint: "\(file.analyze("--separator \(words[0])")) or --separator \(words[1])")
            }
        }
        text = EdgeListText(
            labels: .names, readsWeights: options.readsWeights,
            headingLines: max(told ?? 0, spreadsheet?.line ?? 0),
            separator: choice.separator)
        if options.columns == nil {
            try RowShapes(choice, lines, isWhole: head.isWhole, file).refuse()
        }
        text.usualFields = choice.usualFields
        text.marks = try marked.marks(choice, body, file: file)
        try setColumns(choice, lines, head, options, file)
        setLabels(choice, lines)
        // What stands above the first edge was looked at.
        if text.marks == .unclear { text.headingLines = max(text.headingLines, lines[0].number - 1) }
        topComments = head.lines.count { $0.number <= text.headingLines && $0.mark != nil }
    }

    /// The first line `sep=;`, which tells a spreadsheet the separator.
    private static func toldSeparator(_ head: TextHead) -> (separator: FieldSeparator, line: Int)? {
        guard let line = head.lines.first, line.text.lowercased().hasPrefix("sep="), line.bytes.count == 5,
            let separator = FieldSeparator.allCases.first(where: { $0.byte == line.bytes.last })
        else { return nil }
        return (separator, line.number)
    }

    /// Finds the heading, and the columns of edges by it or as they come.
    private mutating func setColumns(
        _ choice: SeparatorChoice, _ lines: [TextHead.Line], _ head: TextHead,
        _ options: GraphFileOptions, _ file: GraphFileName
    ) throws(GraphFailure) {
        var names: [String]?
        var rows = choice.rows[...]
        if let told = options.headingLines {
            names = told > 0 ? head.lines.last { $0.number <= told }.flatMap { fields($0) } : nil
        } else if let first = rows.first ?? nil,
            try isHeading(first, rows.dropFirst(), lines[0], options, file)
        {
            names = first
            rows = rows.dropFirst()
            heading = String(lines[0].trimmed)
            text.headingLines = lines[0].number
        } else {
            names = markedHeading(head, before: lines[0].number)
        }
        var columns = EdgeListText.Columns()
        if let names, let nodes = HeadingWords.nodes(in: names) {
            columnNames = names
            columns = .init(
                source: nodes.source, target: nodes.target, weight: HeadingWords.weight(in: names))
            let shift = rowNameCount(names, rows)
            if shift == 0, choice.separator != .blanks { text.mostFields = names.count }
            if let direction = HeadingWords.direction(in: names) {
                try setDirection(direction + shift, rows, file)
                columns.direction = text.directionWords.isEmpty ? nil : direction + shift
            }
            columns.source += shift
            columns.target += shift
            columns.weight? += shift
        } else if let told = options.columns {
            columnNames = names ?? []
            columns.weight = told.weight.map { $0 - 1 }
        }
        if let told = options.columns {
            columns.source = told.source - 1
            columns.target = told.target - 1
            columns.weight = told.weight.map { $0 - 1 }
        }
        hasWeights = columns.weight.map { weight in rows.contains { ($0?.count ?? 0) > weight } } ?? false
        text.columns = columns
    }

    private func fields(_ line: TextHead.Line) -> [String]? { text.separator.fields(of: line.bytes) }

    /// A comment above the edges that names the columns, as in `# FromNodeId ToNodeId`.
    private func markedHeading(_ head: TextHead, before line: Int) -> [String]? {
        guard let last = head.lines.last(where: { $0.number < line }), last.mark != nil else { return nil }
        let start = last.bytes.drop { $0 == 32 || $0 == 9 || $0 == 35 || $0 == 37 }
        let names = text.separator.fields(of: start)
        return names.flatMap { HeadingWords.nodes(in: $0)?.source == 0 ? $0 : nil }
    }

    /// 1 where rows begin with a row's name that has no place in the heading, as R writes tables; else 0.
    private func rowNameCount(_ names: [String], _ rows: ArraySlice<[String]?>) -> Int {
        guard !rows.isEmpty, rows.allSatisfy({ $0?.count == names.count + 1 }) else { return 0 }
        let first = rows.compactMap { $0.flatMap { Int($0[0]) } }
        return first.count == rows.count && zip(first, first.dropFirst()).allSatisfy { $1 == $0 + 1 } ? 1 : 0
    }

    /// Whether the first line names columns.
    private func isHeading(
        _ first: [String], _ others: ArraySlice<[String]?>, _ line: TextHead.Line,
        _ options: GraphFileOptions, _ file: GraphFileName
    ) throws(GraphFailure) -> Bool {
        if options.columns == nil, HeadingWords.nameNodes(first) {
            throw file.refusal("a table of nodes (\(quoted(line)))", hint: "name the table of edges instead")
        }
        let told = options.columns
        let rows = others.compactMap { $0 }
        if let nodes = HeadingWords.nodes(in: first) {
            let isNode = rows.contains { row in
                [nodes.source, nodes.target].contains {
                    $0 < row.count && (row[$0] == first[nodes.source] || row[$0] == first[nodes.target])
                }
            }
            if !isNode { return true }
            throw unclearHeading(line, file)
        }
        let known = HeadingWords.knownCount(in: first)
        if known >= 2 || (known == 1 && told != nil) {
            if told != nil { return true }
            throw file.doubt(
                line: line, "\(quoted(line)), of whose columns it is not clear which two hold nodes",
                "columns called source and target",
                hint: file.analyze("--columns 1,2") + " (the two columns that hold nodes, counted from 1)")
        }
        let (source, target) = told.map { ($0.source - 1, $0.target - 1) } ?? (0, 1)
        let areNumbers =
            !rows.isEmpty
            && rows.allSatisfy { row in
                max(source, target) < row.count && row[source].isWholeNumber && row[target].isWholeNumber
            }
        guard max(source, target) < first.count else { return false }
        let isText = !first[source].isWholeNumber && !first[target].isWholeNumber
        if areNumbers, isText {
            if HeadingWords.areNumberedWords(first) { return true }
            throw unclearHeading(line, file)
        }
        let weight = told.map { $0.weight.map { $0 - 1 } } ?? 2
        guard let weight, weight < first.count, first[weight].decimal == nil, !rows.isEmpty,
            rows.allSatisfy({ $0.count > weight && $0[weight].decimal != nil })
        else { return false }
        if HeadingWords.weight(in: [first[weight]]) != nil { return true }
        throw unclearHeading(line, file)
    }

    private func unclearHeading(_ line: TextHead.Line, _ file: GraphFileName) -> GraphFailure {
        file.doubt(
            line: line, "\(quoted(line)), which could name the columns or be an edge", "an answer",
            hint:
                "\(file.analyze("--heading \(line.number)")) takes it for a heading, --heading \(line.number - 1) for an edge"
        )
    }

    /// What the column of directions says, if it says that at all.
    private mutating func setDirection(
        _ column: Int, _ rows: ArraySlice<[String]?>, _ file: GraphFileName
    ) throws(GraphFailure) {
        let words = rows.map { row in row.flatMap { column < $0.count ? $0[column].lowercased() : nil } ?? ""
        }
        let areUndirected = words.map { HeadingWords.undirected.contains($0) }
        let areDirected = words.map { HeadingWords.directed.contains($0) }
        guard !words.isEmpty, zip(areUndirected, areDirected).allSatisfy({ $0 || $1 }) else { return }
        if areDirected.contains(true), areUndirected.contains(true) {
            throw file.refusal(
                "edges with and without a direction in one table",
                hint: "keep those of one kind: the column is number \(column + 1)")
        }
        isDirected = areDirected[0]
        text.directionWords = (areDirected[0] ? HeadingWords.directed : HeadingWords.undirected)
            .map { Array($0.utf8) }
        let own = Array(words[0].utf8)
        text.directionWords = [own] + text.directionWords.filter { $0 != own }
    }

    /// Numbers where all nodes that were seen are numbers.
    private mutating func setLabels(_ choice: SeparatorChoice, _ lines: [TextHead.Line]) {
        let rows = zip(lines, choice.rows).filter { $0.0.number > text.headingLines }
        let columns = [text.columns.source, text.columns.target]
        let hasQuotes = rows.contains { $0.0.bytes.contains(UInt8(ascii: "\"")) }
        guard text.marks != .names, !hasQuotes else { return }
        let areNumbers = rows.allSatisfy { _, row in
            guard let row else { return false }
            return columns.allSatisfy { $0 >= row.count || row[$0].isUsualNumber }
        }
        if areNumbers { text.labels = .numbers }
    }

    private func quoted(_ line: TextHead.Line) -> String { GraphFileName.excerpt(line) }
}

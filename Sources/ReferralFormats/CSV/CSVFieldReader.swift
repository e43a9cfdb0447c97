internal import ReferralGraph

/// Reads values out of the rows of one table and collects everything that is wrong with them.
///
/// A required value that cannot be read is replaced, so that reading goes on to the next mistake.
struct CSVFieldReader {
    let file: String
    /// What is wrong with the table's form; when there is something, references cannot be judged.
    let diagnosticsOfForm: [Diagnostic]
    /// The rows that have as many cells as the header.
    let rows: [Int]
    /// Where the entries of the network stand.
    var entries: [Entry] = []
    private var collected = LimitedFindings<Finding>()
    /// The first mistakes of each severity.
    var findings: [Finding] { collected.kept }
    let document: CSVDocument?
    let table: String
    private let guardsFormulas: Bool
    /// The position of each column in the file, by raw value.
    private var positions: [Int?] = []

    /// The rows of one entry.
    struct Entry {
        var row: Int
        /// Of each list in the entry, the row of each element.
        var lists: [String: [Int]] = [:]
    }

    /// A mistake, located by row and column; without a row in the header.
    struct Finding {
        var identifier: Diagnostic.Kind
        var row: Int?
        var column: String?
        var found: String
        var expected: String
        var hint: String
    }

    init<Column: FieldNames>(
        _ table: NetworkTable, bytes: [UInt8]?, file: String, columns: Column.Type, required: [Column],
        guardsFormulas: Bool
    ) {
        self.table = table.rawValue
        self.guardsFormulas = guardsFormulas
        self.file = file
        guard let bytes else {
            (document, diagnosticsOfForm, rows) = (nil, [], [])
            return
        }
        (document, diagnosticsOfForm) = CSVDocument.read(bytes: bytes, file: file)
        rows =
            document.map { document in
                document.rows.indices.filter { document.rows[$0].count == document.header.count }
            } ?? []
        matchHeader(columns, required: required)
    }

    mutating func report(
        _ identifier: Diagnostic.Kind, row: Int?, column: String?, found: String, expected: String,
        hint: String
    ) {
        collected.append(
            .init(
                identifier: identifier, row: row, column: column, found: found, expected: expected, hint: hint
            ), identifier.severity)
    }

    /// Says how many mistakes there are besides ``findings``.
    var omissions: [Diagnostic] { collected.omissions(file: file) }

    // MARK: Columns

    private mutating func matchHeader<Column: FieldNames>(_ columns: Column.Type, required: [Column]) {
        guard let document else { return }
        func folded(_ name: String) -> String {
            String(name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" })
        }
        positions = Array(repeating: nil, count: Column.names.count)
        let names = Column.names.map(folded)
        for (position, title) in document.header.enumerated() {
            if let column = names.firstIndex(of: folded(title)) {
                if let earlier = positions[column], document.header[earlier] != title {
                    report(
                        .columnRepeated, row: nil, column: nil,
                        found: "the columns \(quoted(document.header[earlier])) and \(quoted(title))",
                        expected: "each column once", hint: "remove one of the two")
                }
                positions[column] = positions[column] ?? position
            } else if !isBlank(title) || rows.contains(where: { !isBlank(text($0, position)) }) {
                report(
                    .columnUnknown, row: nil, column: nil, found: "the column \(quoted(title))",
                    expected: "columns out of \(Column.names.joined(separator: ", "))",
                    hint: nearestSpelling(to: title, among: Column.names).map { "did you mean \"\($0)\"?" }
                        ?? "remove the column, or move it to another file")
            }
        }
        for column in required where positions[column.rawValue] == nil {
            report(
                .columnMissing, row: nil, column: nil, found: "no column \"\(column.name)\"",
                expected: "the columns \(required.map(\.name).joined(separator: ", ")) at least",
                hint: "add it to the header line, or correct its name")
        }
    }

    func has<Column: FieldNames>(_ column: Column) -> Bool {
        positions.indices.contains(column.rawValue) && positions[column.rawValue] != nil
    }

    private func text(_ row: Int, _ position: Int) -> String {
        let text = document.map { $0.text($0.rows[row], position) } ?? ""
        return guardsFormulas ? CSVWriter.withoutGuards(text) : ControlPictures.hidden(text)
    }

    /// The text of a cell; `nil` when it is blank or the column is not there.
    func cell<Column: FieldNames>(_ row: Int, _ column: Column) -> String? {
        guard has(column), let position = positions[column.rawValue] else { return nil }
        let cell = text(row, position)
        return isBlank(cell) ? nil : cell
    }

    func hasAny<Column: FieldNames>(of columns: [Column], _ row: Int) -> Bool {
        columns.contains { cell(row, $0) != nil }
    }

    func line(of row: Int) -> Int { document?.rows[row].line ?? 0 }

    // MARK: Values

    /// Text as it stands in the cell, space at its ends included.
    func text<Column: FieldNames>(_ row: Int, _ column: Column) -> String? { cell(row, column) }

    /// Text that must be there.
    mutating func requiredText<Column: FieldNames>(_ row: Int, _ column: Column) -> String {
        if let text = cell(row, column) { return text }
        reportBlank(row, column, expected: "text that is not blank")
        return ""
    }

    /// A value that may be left out; space at the ends of the cell does not count.
    mutating func optional<Column: FieldNames, Value>(
        _ row: Int, _ column: Column, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> Value? {
        cell(row, column).flatMap { value(trimmed($0), row, column, parse) }
    }

    /// A value that must be there; otherwise it is reported and replaced.
    mutating func required<Column: FieldNames, Value>(
        _ row: Int, _ column: Column, _ parse: (String) throws(FieldComplaint) -> Value, or replacement: Value
    ) -> Value {
        if cell(row, column) != nil { return optional(row, column, parse) ?? replacement }
        var expected = "text"
        do throws(FieldComplaint) { _ = try parse("") } catch { expected = error.expected }
        reportBlank(row, column, expected: expected)
        return replacement
    }

    /// The values of a list in a cell.
    mutating func list<Column: FieldNames, Value>(
        _ row: Int, _ column: Column, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> [Value] {
        var values: [Value] = []
        for text in cell(row, column).map(ListCell.values) ?? [] {
            if let value = value(text, row, column, parse) { values.append(value) }
        }
        return values
    }

    /// The values of a list in which nothing stands twice.
    mutating func set<Column: FieldNames, Value: Equatable>(
        _ row: Int, _ column: Column, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> [Value] {
        var values: [Value] = []
        for text in cell(row, column).map(ListCell.values) ?? [] {
            guard let value = value(trimmed(text), row, column, parse) else { continue }
            if values.contains(value) {
                report(
                    .valueRepeated, row: row, column: column.name, found: "\(quoted(text)) again",
                    expected: "each entry once", hint: "remove one of the two")
            }
            values.append(value)
        }
        return values
    }

    /// A set that must not be empty.
    mutating func requiredSet<Column: FieldNames, Value: Equatable>(
        _ row: Int, _ column: Column, expected: String, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> [Value] {
        if cell(row, column) == nil { reportBlank(row, column, expected: expected) }
        return set(row, column, parse)
    }

    private mutating func value<Column: FieldNames, Value>(
        _ text: String, _ row: Int, _ column: Column, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> Value? {
        do throws(FieldComplaint) {
            return try parse(text)
        } catch {
            report(
                error.identifier, row: row, column: column.name, found: quoted(text),
                expected: error.expected,
                hint: error.hint)
            return nil
        }
    }

    private mutating func reportBlank<Column: FieldNames>(_ row: Int, _ column: Column, expected: String) {
        guard has(column) else { return }
        report(
            .fieldMissing, row: row, column: column.name, found: "blank", expected: expected,
            hint: "fill in the cell, or remove the row")
    }

    // MARK: Entries of several rows

    /// The rows of each entity, in the order of the first ones; rows without an id stand alone.
    mutating func groups<Column: FieldNames>(by id: Column) -> [[Int]] {
        var groups: [[Int]] = []
        var groupOfID: [String: Int] = [:]
        for row in rows {
            let text = cell(row, id).map(trimmed)
            if let text, let group = groupOfID[text] {
                groups[group].append(row)
            } else {
                if let text { groupOfID[text] = groups.count }
                groups.append([row])
            }
        }
        return groups
    }

    /// Reports further rows of an entity that contradict the first one, and those that add nothing.
    mutating func checkAgreement<Column: FieldNames>(
        _ group: [Int], id: Column, scalars: [Column], parts: [Column], noun: String
    ) {
        for row in group.dropFirst() {
            let firstLine = line(of: group[0])
            for column in scalars {
                guard let cell = cell(row, column), cell != self.cell(group[0], column) else { continue }
                report(
                    .rowsDisagree, row: row, column: column.name, found: quoted(cell),
                    expected: "the same as in line \(firstLine), or blank",
                    hint: "give one of the two an id of its own, or make the rows agree")
            }
            if !hasAny(of: parts, row) {
                report(
                    .duplicateIdentifier, row: row, column: id.name,
                    found: "\(quoted(cell(row, id) ?? "")), which line \(firstLine) has already",
                    expected: "an id of its own, or a further \(noun) in this row",
                    hint: "give one of the two another id, or remove the repetition")
            }
        }
    }
}

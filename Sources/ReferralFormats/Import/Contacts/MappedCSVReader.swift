internal import ReferralGraph

/// Reads contacts from any table of which somebody has said what its columns mean.
///
/// A cell of addresses, numbers or pages may hold several, separated by `;`, ` ::: ` or line breaks. A day, and the
/// strength of a tie, must be right: with one that is not nothing is used.
public enum MappedCSVReader {
    /// The names of a table's columns, from which ``ColumnMapping/guessed(from:)`` guesses a mapping.
    /// - Returns: The header, empty when the table cannot be taken apart; and everything wrong with its form.
    /// - Complexity: O(bytes).
    public static func header(bytes: [UInt8], file: String) -> (header: [String], diagnostics: [Diagnostic]) {
        let (table, diagnostics) = ContactTable.read(bytes: bytes, file: file)
        return (table?.document.header ?? [], diagnostics)
    }

    /// Reads all contacts of a table.
    /// - Parameters:
    ///   - bytes: The whole file, UTF-8, UTF-16 or what an old spreadsheet program made of it.
    ///   - file: Its name, for places and diagnostics.
    ///   - mapping: What the columns mean.
    /// - Returns: The people, with an error when there are none.
    /// - Complexity: O(bytes).
    public static func read(bytes: [UInt8], file: String, mapping: ColumnMapping) -> SourceRecords {
        var records = SourceRecords(format: .csv, path: file)
        let (table, diagnostics) = ContactTable.read(bytes: bytes, file: file)
        records.diagnostics = diagnostics
        guard let table else { return records }
        let columns = MappedColumns(mapping, table)
        records.diagnostics += columns.diagnostics
        guard columns.diagnostics.isEmpty else { return records }
        records.diagnostics += columns.diagnosticsOfDates()
        let readsDays = records.diagnostics.allSatisfy { $0.identifier != .dateInvalid }
        var tally = SourceTally(file: file)
        for row in table.document.rows {
            var entry = MappedContact(columns, row)
            entry.read(readsDay: readsDays)
            records.diagnostics += entry.diagnostics
            if entry.record.isNameless {
                tally.skipped.append(
                    .init(line: row.line, entry.record.company == nil ? .nameless : .organisation))
            } else {
                tally.read += 1
                records.contacts.append(entry.record)
            }
        }
        records.finish(tally, entries: "rows")
        return records
    }
}

/// The columns of a table by what they say.
private struct MappedColumns {
    let table: ContactTable
    let mapping: ColumnMapping
    private(set) var diagnostics: [Diagnostic] = []
    private var positions: [ColumnMapping.Field: [Int]] = [:]

    init(_ mapping: ColumnMapping, _ table: ContactTable) {
        self.table = table
        self.mapping = mapping
        let header = table.document.header.map(trimmed)
        for assignment in mapping.assignments {
            let exact = header.indices.filter { header[$0] == assignment.column }
            let folded = foldedName(assignment.column)
            let found = exact.isEmpty ? header.indices.filter { foldedName(header[$0]) == folded } : exact
            switch found.count {
            case 0:
                let nearest = nearestSpelling(to: assignment.column, among: header)
                report(
                    .columnUnknown,
                    found: "no column \(quoted(assignment.column)) for \(assignment.field.rawValue)",
                    expected: "one of the columns of the table",
                    hint: nearest.map { "did you mean \(quoted($0))?" } ?? "columns are \(columnList)")
            case 1: positions[assignment.field, default: []].append(found[0])
            default:
                report(
                    .columnRepeated, found: "the column \(quoted(assignment.column)) \(found.count) times",
                    expected: "a column that is there once for \(assignment.field.rawValue)",
                    hint: "rename all but one of them")
            }
        }
        if !mapping.namesSomebody {
            report(
                .columnMissing, found: "no column that names anybody",
                expected: "a column for name, first-name, last-name, email or profile-url",
                hint: "columns are \(columnList)")
        }
    }

    private var columnList: String { table.document.header.prefix(20).map(quoted).joined(separator: ", ") }

    private mutating func report(_ kind: Diagnostic.Kind, found: String, expected: String, hint: String) {
        diagnostics.append(
            Diagnostic(
                kind, file: table.file, line: table.document.headerLine, found: found, expected: expected,
                hint: hint))
    }

    /// The cells of a row that say something, with the names of their columns.
    func cells(_ row: CSVDocument.Row, _ field: ColumnMapping.Field) -> [(text: String, column: String)] {
        (positions[field] ?? []).compactMap { column in
            table.text(row, column).map { ($0, table.document.header[column]) }
        }
    }

    /// One error for all days of a table whose way to write them nobody has declared, when declaring it would help.
    func diagnosticsOfDates() -> [Diagnostic] {
        guard mapping.dates == .iso else { return [] }
        let days = table.document.rows.compactMap { row in
            cells(row, .connectedOn).first.map { (text: $0.text, column: $0.column, line: row.line) }
        }
        let others = days.filter { DatePattern.iso.day($0.text) == nil }
        let candidates = DatePattern.candidates(for: others.map(\.text))
        guard let first = others.first, !candidates.isEmpty else { return [] }
        let more = others.count == 1 ? "" : ", and \(others.count - 1) more like it"
        return [
            Diagnostic(
                .dateInvalid, file: table.file, line: first.line, path: first.column,
                found: quoted(first.text) + more,
                expected: "days as YYYY-MM-DD, or the way they are written declared",
                hint: "say "
                    + candidates.map { "dates=\($0)" }.joined(separator: " or ") + " in the mapping")
        ]
    }
}

/// Turns one row into a record.
private struct MappedContact {
    var record: ContactRecord
    var diagnostics: [Diagnostic] = []
    let columns: MappedColumns
    let row: CSVDocument.Row

    init(_ columns: MappedColumns, _ row: CSVDocument.Row) {
        self.columns = columns
        self.row = row
        record = ContactRecord(name: "", place: columns.table.place(row))
        record.isAcquaintance = true
    }

    mutating func read(readsDay: Bool) {
        let parts = ContactValues.joined([text(.firstName), text(.lastName)])
        record.name = text(.name) ?? parts ?? ""
        record.add(otherNames: [parts])
        readAddresses()
        record.company = text(.company)
        record.title = text(.title)
        record.department = text(.department)
        record.how = text(.how)
        record.notes = ContactValues.unique(columns.cells(row, .notes).map(\.text))
        if readsDay {
            record.connectedOn = value(.connectedOn) {
                [dates = columns.mapping.dates] text throws(FieldComplaint) in
                try Self.day(text, dates)
            }
        }
        record.strength = value(.strength, CellValue.strength)
        record.dropNameThatIsAddress()
    }

    private mutating func readAddresses() {
        record.emails = list(.email, separators: [";", ",", "\n"], expected: "an e-mail address") { value in
            // A name with its address behind, or several addresses with spaces between.
            ContactValues.email(value).map { [$0] }
                ?? value.split(separator: " ").compactMap { ContactValues.email(String($0)) }
        }
        record.phones = list(.phone, separators: [";", "\n"], expected: "a telephone number") {
            [ContactValues.phone($0)].compactMap(\.self)
        }
        record.profileURLs = list(.profileURL, separators: ["\n", " "], expected: "the address of a page") {
            [ContactValues.page($0)].compactMap(\.self)
        }
    }

    private func text(_ field: ColumnMapping.Field) -> String? { columns.cells(row, field).first?.text }

    /// What the values of some cells say; those that say nothing are reported.
    private mutating func list(
        _ field: ColumnMapping.Field, separators: Set<Character>, expected: String,
        _ parse: (String) -> [String]
    ) -> [String] {
        var found: [String] = []
        for (text, column) in columns.cells(row, field) {
            let values = text.split(separator: ":::").flatMap {
                $0.split { separators.contains($0) || $0 == "\r\n" }
            }
            for value in values.compactMap({ ContactValues.text(String($0)) }) {
                let parsed = parse(value)
                found += parsed
                guard parsed.isEmpty else { continue }
                diagnostics.append(
                    Diagnostic(
                        .valueIgnored, file: columns.table.file, line: row.line, path: column,
                        found: quoted(value),
                        expected: expected, hint: "it is left out"))
            }
        }
        return ContactValues.unique(found)
    }

    private mutating func value<Value>(
        _ field: ColumnMapping.Field, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> Value? {
        guard let cell = columns.cells(row, field).first else { return nil }
        do throws(FieldComplaint) {
            return try parse(cell.text)
        } catch {
            diagnostics.append(
                Diagnostic(
                    error.identifier, file: columns.table.file, line: row.line, path: cell.column,
                    found: quoted(cell.text), expected: error.expected, hint: error.hint))
            return nil
        }
    }

    private static func day(_ text: String, _ dates: DatePattern) throws(FieldComplaint) -> CalendarDay {
        if dates == .iso { return try FieldValue.day(text) }
        if let day = dates.day(text) { return day }
        throw FieldComplaint(
            .dateInvalid, expected: "a day that exists, as \(dates)",
            hint: "write it so, or declare another way with dates= in the mapping")
    }
}

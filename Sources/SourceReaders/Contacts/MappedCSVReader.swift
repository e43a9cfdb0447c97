public import Foundations
internal import ReferralGraph

extension SourceFormat {
    /// Any other table of contacts.
    public static let csv = SourceFormat(rawValue: "csv")
}

extension SourceReader {
    /// Any other table, of which the user says what the columns mean.
    static let table = SourceReader(
        .csv, title: "table", summary: "any other CSV with --map", noun: "a CSV of contacts",
        recognises: { input, _ in input.header != nil },
        read: { input, options throws(SourceError) in
            let bytes = try input.contents()
            if let mapping = options.mapping {
                return MappedCSVReader.read(bytes: bytes, file: input.path, mapping: mapping)
            }
            let (guess, diagnostics) = MappedCSVReader.guess(bytes: bytes, file: input.path)
            let errors = diagnostics.filter { $0.severity == .error }
            guard errors.isEmpty, let guess else { throw .invalid(diagnostics) }
            throw .mappingNeeded(path: input.path, guess: guess)
        })
}

/// Reads contacts from any table of which someone has said what its columns mean.
///
/// A cell of addresses, numbers or pages may hold several, separated by `;`, ` ::: ` or line breaks. A cell that is not
/// what its column says is left out with a warning; days that could be two are a question about the whole column.
public enum MappedCSVReader {
    /// The names of a table's columns, from which ``ColumnMapping/guessed(from:)`` guesses a mapping.
    /// - Returns: The header, empty when the table cannot be taken apart; and everything wrong with its form.
    /// - Complexity: O(bytes).
    public static func header(bytes: [UInt8], file: String) -> (header: [String], diagnostics: [Diagnostic]) {
        let (table, diagnostics) = ContactTable.read(bytes: bytes, file: file)
        return (table?.document.header ?? [], diagnostics)
    }

    /// A column of a table: what it is called, and what stands in it.
    public struct Column: Equatable, Sendable {
        /// Its name.
        public var name: String
        /// Its first values, at most three, blank ones left out.
        public var examples: [String]
    }

    /// The columns of a table with examples; none when the table cannot be taken apart.
    /// - Complexity: O(bytes).
    public static func columns(bytes: [UInt8], file: String) -> [Column] {
        guard let table = ContactTable.read(bytes: bytes, file: file).table else { return [] }
        return table.document.header.enumerated().filter { !isBlank($0.element) }.map { position, name in
            Column(name: trimmed(name), examples: Array(table.values(position).uniqued().prefix(3)))
        }
    }

    /// What the columns of a table seem to mean, by their names and, where those say little, by their values.
    /// - Complexity: O(bytes).
    public static func guess(bytes: [UInt8], file: String) -> (
        mapping: ColumnMapping?, diagnostics: [Diagnostic]
    ) {
        let (table, diagnostics) = ContactTable.read(bytes: bytes, file: file)
        let mapping = table.map { table in
            ColumnMapping.guessed(from: table.document.header) { table.values($0) }
        }
        return (mapping, diagnostics)
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
        let columns = MappedColumns(mapping, table, isAboutPeople: true)
        records.diagnostics += columns.diagnostics
        guard columns.diagnostics.isEmpty else { return records }
        let days = ColumnDays(columns.days([.connectedOn]), declared: mapping.dates, file: file)
        records.diagnostics += days.diagnostics
        records.takeIn(table) { row in
            var entry = MappedContact(columns, row)
            entry.read(days)
            return (entry.record, entry.diagnostics)
        }
        return records
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

    mutating func read(_ days: ColumnDays) {
        let (first, last) = (text(.firstName), text(.lastName))
        let parts = DisplayName.joined(given: first, family: last)
        record.name = text(.name).map(NotionLinks.removed) ?? parts ?? ""
        record.add(otherNames: [parts, DisplayName.unspaced(record.name)])
        readAddresses()
        readJobs()
        record.schools = ContactValues.unique(columns.cells(row, .school).map(\.text))
        record.how = text(.how)
        record.tags = ContactValues.tags(
            columns.cells(row, .tags).flatMap { cell in
                cell.text.split { $0 == ";" || $0 == "," || $0 == "|" || $0.isNewline }.map(String.init)
            })
        record.notes = ContactValues.unique(columns.cells(row, .notes).map(\.text))
        if let cell = columns.cells(row, .connectedOn).first {
            record.connectedOn = days.day(cell.text)
            if record.connectedOn == nil, !days.isUnclear {
                ignore(
                    cell, expected: days.expected, hint: "the cell is left out, the rest of the row is read")
            }
        }
        if let cell = columns.cells(row, .strength).first {
            do throws(FieldComplaint) {
                record.strength = try CellValue.strength(cell.text)
            } catch {
                ignore(cell, expected: error.expected, hint: "the cell is left out; \(error.hint)")
            }
        }
        record.dropNameThatIsAddress()
    }

    /// The employer of the row; in Notion a cell can name several.
    private mutating func readJobs() {
        let company = text(.company)
        let companies = company.map(NotionLinks.names) ?? []
        record.company = companies.first ?? company
        record.title = text(.title).map(NotionLinks.removed)
        record.department = text(.department).map(NotionLinks.removed)
        record.jobs += companies.dropFirst().map { ContactRecord.Job(company: $0) }
    }

    private mutating func readAddresses() {
        record.emails = list(.email, separators: [";", ",", "\n"], expected: "an e-mail address") { value in
            // A name with its address behind, or several addresses with spaces between.
            ContactValues.email(value).map { [$0] }
                ?? value.split(separator: " ").compactMap { ContactValues.email(String($0)) }
        }
        record.phones = list(
            .phone, separators: [";", "\n"], expected: "a telephone number",
            hint: ContactValues.hint(forPhone:)
        ) {
            [ContactValues.phone($0)].compactMap(\.self)
        }
        let pages = list(.profileURL, separators: ["\n", " "], expected: "the address of a page") {
            [ContactValues.page($0)].compactMap(\.self)
        }
        // A column of web pages that has profiles has the pages of companies, too; those are about no person.
        record.profileURLs = columns.hasOnlyProfiles ? pages.filter(ContactValues.isProfilePage) : pages
    }

    private func text(_ field: ColumnMapping.Field) -> String? { columns.cells(row, field).first?.text }

    /// What the values of some cells say; those that say nothing are reported.
    private mutating func list(
        _ field: ColumnMapping.Field, separators: Set<Character>, expected: String,
        hint: (String) -> String = { _ in "it is left out" }, _ parse: (String) -> [String]
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
                ignore((value, column), expected: expected, hint: hint(value))
            }
        }
        return ContactValues.unique(found)
    }

    private mutating func ignore(_ cell: (text: String, column: String), expected: String, hint: String) {
        diagnostics.append(
            Diagnostic(
                .valueIgnored, file: columns.table.file, line: row.line, path: cell.column,
                found: quoted(cell.text), expected: expected, hint: hint))
    }
}

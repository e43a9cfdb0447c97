internal import Foundations
internal import ReferralGraph

/// A table of contacts: decoded, taken apart, and its cells cleaned.
struct ContactTable {
    let document: CSVDocument
    let file: String
    private let columnOfName: [String: Int]

    /// Takes a table apart, whatever encoding a spreadsheet left it in.
    ///
    /// Columns that appear twice are no mistake of a table that was not made for this program.
    static func read(bytes: [UInt8], file: String) -> (table: ContactTable?, diagnostics: [Diagnostic]) {
        let (document, diagnostics) = CSVDocument.read(
            bytes: TextEncoding.decoded(bytes).text, file: file, namesColumns: ColumnNames.areIn)
        return (
            document.map { ContactTable($0, file: file) },
            diagnostics.filter { $0.identifier != .columnRepeated }.stablySorted { $0.line ?? 0 }
        )
    }

    private init(_ document: CSVDocument, file: String) {
        self.document = document
        self.file = file
        columnOfName = Dictionary(
            document.header.enumerated().map { (trimmed($0.element), $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The position of a column by its exact name.
    func column(_ name: String) -> Int? { columnOfName[name] }

    /// A cell in composed form, without space at its ends and without the apostrophe that keeps a spreadsheet from
    /// taking it for a formula; `nil` when nothing is left.
    func text(_ row: CSVDocument.Row, _ column: Int) -> String? {
        column < row.count
            ? ContactValues.text(CSVWriter.withoutGuards(trimmed(document.text(row, column)))) : nil
    }

    /// A cell by the exact name of its column.
    func text(_ row: CSVDocument.Row, _ name: String) -> String? {
        column(name).flatMap { text(row, $0) }
    }

    /// The values of a column; for guesses.
    func values(_ column: Int) -> [String] { document.rows.prefix(1000).compactMap { text($0, column) } }

    /// Where a row stands.
    func place(_ row: CSVDocument.Row) -> SourcePlace { SourcePlace(file: file, line: row.line) }
}

extension SourceRecords {
    /// Takes in the person of each row of a table; rows that show no one are counted.
    mutating func takeIn(
        _ table: ContactTable, _ contact: (CSVDocument.Row) -> (ContactRecord, [Diagnostic])
    ) {
        var tally = SourceTally(file: table.file)
        for row in table.document.rows {
            let (record, found) = contact(row)
            diagnostics += found
            if record.isNameless {
                tally.skip(row.line, record.company == nil ? NoPerson.nameless : .organisation)
            } else {
                tally.read += 1
                contacts.append(record)
            }
        }
        finish(tally, entries: "rows")
    }
}

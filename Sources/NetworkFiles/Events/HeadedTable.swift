import Foundations
import ReferralGraph

/// A CSV table whose header names its columns, while it is read.
///
/// `Column` lists the columns that it may have, by their names in the header.
struct HeadedTable<Column: RawRepresentable<String> & CaseIterable & Hashable> {
    let document: CSVDocument
    /// The problems found so far.
    private(set) var diagnostics: [Diagnostic]
    private let file: String
    private var positions: [Column: Int] = [:]

    /// Matches the header. Columns of other names are reported, and a table without rows.
    init(_ document: CSVDocument, file: String, diagnostics: [Diagnostic]) {
        self.document = document
        self.file = file
        self.diagnostics = diagnostics
        let names = Column.allCases.map(\.rawValue)
        for (position, title) in document.header.enumerated() {
            guard let column = Column(rawValue: trimmed(title).lowercased()) else {
                report(
                    .columnUnknown, line: document.headerLine, found: "the column \(quoted(title))",
                    expected: "columns out of \(names.joined(separator: ", "))",
                    hint: spellingHint(to: title, among: names, else: "remove the column"))
                continue
            }
            if positions[column] == nil { positions[column] = position }
        }
        if document.rows.isEmpty {
            report(
                .fileEmpty, line: document.headerLine, found: "a header line and no row",
                expected: "a row for each entry", hint: "the table is empty; was it saved completely?")
        }
    }

    /// Whether the header names a column.
    func has(_ column: Column) -> Bool { positions[column] != nil }

    /// The text of a cell; empty without the column.
    func cell(_ row: CSVDocument.Row, _ column: Column) -> String {
        positions[column].map { trimmed(document.text(row, $0)) } ?? ""
    }

    /// Reports columns that the table cannot do without and does not have.
    /// - Parameter expected: All of them, in words.
    mutating func require(_ columns: [Column], expected: String) {
        for column in columns where !has(column) {
            report(
                .columnMissing, line: document.headerLine, found: "no column \"\(column.rawValue)\"",
                expected: expected, hint: "add it to the header line, or correct its name")
        }
    }

    /// The problems found, in the order of the lines, and whether any of them is an error.
    var findings: (diagnostics: [Diagnostic], hasErrors: Bool) {
        (diagnostics.stablySorted { $0.line ?? 0 }, diagnostics.contains { $0.severity == .error })
    }

    mutating func report(
        _ kind: Diagnostic.Kind, line: Int, column: Column? = nil, found: String, expected: String,
        hint: String
    ) {
        diagnostics.append(
            Diagnostic(
                kind, file: file, line: line, path: column.map(\.rawValue) ?? "", found: found,
                expected: expected, hint: hint))
    }
}

internal import Foundations
internal import ReferralGraph

/// The columns of a table by what they say.
struct MappedColumns {
    let table: ContactTable
    let mapping: ColumnMapping
    private(set) var diagnostics: [Diagnostic] = []
    private var positions: [ColumnMapping.Field: [Int]] = [:]

    /// - Parameter isAboutPeople: Whether a column has to name someone.
    init(_ mapping: ColumnMapping, _ table: ContactTable, isAboutPeople: Bool) {
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
        lookForProfiles()
        if isAboutPeople, !mapping.namesSomebody {
            report(
                .columnMissing, found: "no column that names anyone",
                expected: "a column for name, first-name, last-name, email or profile-url",
                hint: "columns are \(columnList)")
        }
    }

    /// Whether profile pages come from columns of web pages, in which some are found.
    private(set) var hasOnlyProfiles = false

    private mutating func lookForProfiles() {
        let pages = positions[.profileURL] ?? []
        guard !pages.isEmpty,
            pages.allSatisfy({ ColumnNames.webPages.contains(ColumnNames.key(table.document.header[$0])) })
        else { return }
        hasOnlyProfiles = pages.contains { table.values($0).contains(where: ContactValues.isProfilePage) }
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

    /// The texts of days, those of all the fields as one column: a program writes them in one way.
    func days(_ fields: [ColumnMapping.Field]) -> [ColumnDays.Cell] {
        table.document.rows.flatMap { row in
            fields.compactMap { field in
                cells(row, field).first.map {
                    ColumnDays.Cell(text: $0.text, column: $0.column, line: row.line)
                }
            }
        }
    }
}

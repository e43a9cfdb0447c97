public import Foundations
internal import ReferralGraph

/// The companies that a list names: a table with a column for the company, or a name a line.
public struct CompanyList: Equatable, Sendable {
    /// A name and where it stands.
    public struct Entry: Equatable, Sendable {
        /// The name as written, without space around it.
        public var name: String
        /// The line, from 1.
        public var line: Int
    }

    /// The names in the order of the list, repeated ones more than once.
    public private(set) var entries: [Entry] = []
    /// What is wrong with the list. With an error there are no entries.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Reads a list from a file, a pipe or, for `-`, standard input.
    /// - Throws: ``SourceError/unreadable(_:)``.
    /// - Complexity: O(bytes).
    public init(path: String) throws(SourceError) {
        let input = try SourceInput(path: path)
        let file = path == "-" ? "standard input" : path
        guard let kind = RefusedKind(of: input) else {
            self.init(
                bytes: try input.contents(), file: file,
                isTable: [".csv", ".tsv"].contains(where: path.lowercased().hasSuffix))
            return
        }
        self.init(bytes: [], file: file, isTable: false)
        diagnostics = [Self.noCompanies(file, found: kind.found, hint: kind.hint)]
    }

    /// Reads a list.
    ///
    /// The column is the one called `Company`, `Employer`, `Firma` and the like, else the first. A text that names no such
    /// column and whose lines do not have equally many cells is a list of names, commas and all.
    /// - Parameters:
    ///   - bytes: The whole list, in any encoding that spreadsheets write.
    ///   - file: Its name, for the diagnostics.
    ///   - isTable: Whether it is known to be a table.
    /// - Complexity: O(bytes).
    public init(bytes: [UInt8], file: String, isTable: Bool) {
        let (table, findings) = ContactTable.read(bytes: bytes, file: file)
        let header = table?.document.header ?? []
        let column = Self.column(in: header)
        let isEven = header.count > 1 && !findings.contains { $0.severity == .error }
        if isTable || header.count > 1 && column != nil || isEven {
            diagnostics = findings
            if let table, !findings.contains(where: { $0.severity == .error }) { read(table, column) }
        } else {
            readLines(of: bytes, skipsFirst: column != nil)
        }
        if entries.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
            diagnostics.append(
                Self.noCompanies(file, found: "no name", hint: "was it saved completely?"))
        }
    }

    private mutating func read(_ table: ContactTable, _ named: Int?) {
        let header = table.document.header
        if named == nil, !header.contains(where: { ColumnNames.all.contains(ColumnNames.key($0)) }) {
            // There is no header that anything shows; to leave out the first line could lose a company.
            if let name = ContactValues.text(header[0]) {
                entries.append(Entry(name: name, line: table.document.headerLine))
            }
            if header.count > 1 {
                diagnostics.append(
                    Diagnostic(
                        .valueIgnored, file: table.file, line: table.document.headerLine,
                        found: "no column for the company", expected: "a column called Company",
                        hint: "the first column was read, its first line, too"))
            }
        }
        for row in table.document.rows {
            if let name = table.text(row, named ?? 0).map(NotionLinks.removed) {
                entries.append(Entry(name: name, line: row.line))
            } else {
                diagnostics.append(
                    Diagnostic(
                        .valueIgnored, file: table.file, line: row.line, path: header[named ?? 0],
                        found: "empty", expected: "the name of a company", hint: "the row is left out"))
            }
        }
    }

    private mutating func readLines(of bytes: [UInt8], skipsFirst: Bool) {
        let text = String(decoding: TextEncoding.decoded(bytes).text, as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        entries = lines.enumerated().compactMap { position, line in
            var name = String(trimmed(String(line)))
            if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") {
                name = String(name.dropFirst().dropLast()).replacing("\"\"", with: "\"")
            }
            return ContactValues.text(name).map { Entry(name: $0, line: position + 1) }
        }
        if skipsFirst, !entries.isEmpty { entries.removeFirst() }
    }

    /// The column for the company; `nil` where no name says which.
    private static func column(in header: [String]) -> Int? {
        let keys = header.map(ColumnNames.key)
        let names = (ColumnNames.synonyms[.company] ?? []) + ["companies", "target company", "employer name"]
        return names.lazy.compactMap { keys.firstIndex(of: $0) }.first
            ?? (header.count > 1 ? keys.firstIndex { ColumnNames.vagueNames.contains($0) } : nil)
    }

    private static func noCompanies(_ file: String, found: String, hint: String) -> Diagnostic {
        Diagnostic(
            .listEmpty, file: file, found: found,
            expected: "names of companies: one a line, or a CSV with a column called Company", hint: hint)
    }
}

internal import ReferralGraph

/// One file of the archive as a table.
struct LinkedInTable {
    let kind: LinkedInFileKind
    /// Its path in the archive.
    let file: String
    /// The same behind the archive's, for diagnostics.
    let name: String
    let document: CSVDocument
    private let columns: [String: Int]
    /// Why rows cannot be used that are not well formed, by the row's line.
    let damage: [Int: SkipReason]

    /// Takes a file apart.
    /// - Parameter name: The file with its archive, for the diagnostics.
    static func read(
        _ source: LinkedInSourceFile, name: String
    ) -> (table: LinkedInTable?, diagnostics: [Diagnostic]) {
        let (text, _) = TextEncoding.decoded(source.bytes)
        let kind = source.kind
        guard
            let (document, diagnostics) = CSVDocument.read(
                bytes: text, file: name, headerWhere: kind.isHeader)
        else {
            return (nil, [missingHeader(kind, text, name)])
        }
        // Rows that are not well formed are left out one by one.
        let fatal = diagnostics.filter {
            $0.identifier != .rowRagged && $0.identifier != .quoteStray && $0.identifier != .errorsOmitted
        }
        guard let document else { return (nil, fatal) }
        return (LinkedInTable(source, name, document, diagnostics), fatal)
    }

    private init(
        _ source: LinkedInSourceFile, _ name: String, _ document: CSVDocument, _ diagnostics: [Diagnostic]
    ) {
        self.name = name
        kind = source.kind
        file = source.name
        self.document = document
        columns = Dictionary(
            document.header.enumerated().map { (LinkedInFileKind.columnKey($1), $0) },
            uniquingKeysWith: { first, _ in first })
        damage = Self.damage(
            document, strayQuotes: diagnostics.filter { $0.identifier == .quoteStray }.compactMap(\.line))
    }

    /// The rows that are not well formed. A stray quote is reported with the line in which its cell ends.
    private static func damage(_ document: CSVDocument, strayQuotes: [Int]) -> [Int: SkipReason] {
        var damage: [Int: SkipReason] = [:]
        var stray = strayQuotes[...]
        for (index, row) in document.rows.enumerated() {
            let next = index + 1 < document.rows.count ? document.rows[index + 1].line : Int.max
            stray = stray.drop { $0 < row.line }
            if row.count != document.header.count {
                damage[row.line] = .cells
            } else if let line = stray.first, line < next {
                damage[row.line] = .quotes
            }
        }
        return damage
    }

    /// The column of that name, or of the first of several names that the table has.
    func column(_ names: String...) -> Int? { column(names) }

    func column(_ names: [String]) -> Int? {
        names.lazy.compactMap { columns[LinkedInFileKind.columnKey($0)] }.first
    }

    /// A cell on one line, composed and without space at its ends; empty without the column.
    func text(_ row: CSVDocument.Row, _ column: Int?) -> String {
        column.map { onOneLine(document.text(row, $0)) } ?? ""
    }

    /// The same; `nil` when it is empty.
    func value(_ row: CSVDocument.Row, _ column: Int?) -> String? {
        let text = text(row, column)
        return text.isEmpty ? nil : text
    }

    /// Where a row stands.
    func place(_ row: CSVDocument.Row) -> SourcePlace { SourcePlace(file: file, line: row.line) }

    private static func missingHeader(
        _ kind: LinkedInFileKind, _ text: [UInt8], _ name: String
    ) -> Diagnostic {
        let wanted = kind.requiredColumns.map { quoted($0[0]) }
        let first =
            CSVDocument.read(bytes: text, file: name, lineLimit: 10) { $0.count > 2 }
            ?? CSVDocument.read(bytes: text, file: name, lineLimit: 1) { _ in true }
        guard let header = first?.document?.header ?? first.map({ _ in [] }) else {
            return Diagnostic(
                kind.isEssential ? .fileEmpty : .tableUnknown, file: name, found: "nothing",
                expected: "a table with \(wanted.joined(separator: ", "))",
                hint: "the file is empty; was the archive saved completely?")
        }
        let language = languages.first { !$0.words.isDisjoint(with: header.map(LinkedInFileKind.columnKey)) }
        let shown = header.prefix(4).map(quoted).joined(separator: ", ")
        return Diagnostic(
            kind.isEssential ? .columnMissing : .tableUnknown, file: name,
            line: first?.document?.headerLine ?? 1,
            found: language.map { "\($0.name) column names: \(shown)" }
                ?? (header.isEmpty ? "no header" : "the columns \(shown)"),
            expected: "within the first ten lines a header with \(wanted.joined(separator: ", "))",
            hint: language == nil
                ? "is this the file as LinkedIn wrote it?"
                : "set LinkedIn's language to English and ask for the archive again")
    }

    /// What gives away that a header is in another language.
    private static let languages: [(name: String, words: Set<String>)] = [
        ("German", ["vorname", "nachname", "verbunden am", "von", "an", "datum"]),
        ("French", ["prénom", "nom", "date de connexion", "de", "à"]),
        ("Spanish", ["nombre", "apellidos", "fecha de conexión"]),
    ]
}

/// A text on one line, composed and without space at its ends.
func onOneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return trimmed(text) }
    let scalars = text.unicodeScalars
    guard scalars.contains(where: isLineBreakOrTab) else { return composed(trimmed(text)) }
    return composed(
        scalars.split(whereSeparator: isLineBreakOrTab).map { trimmed(String($0)) }.filter { !$0.isEmpty }
            .joined(separator: " "))
}

private func isLineBreakOrTab(_ scalar: Unicode.Scalar) -> Bool {
    (0x09...0x0D).contains(scalar.value) || scalar.value == 0x85 || (0x2028...0x2029).contains(scalar.value)
}

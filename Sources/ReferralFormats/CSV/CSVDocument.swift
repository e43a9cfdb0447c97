/// A table taken apart (RFC 4180): a header and rows of cells, each row with its line.
///
/// Cells may be separated by commas, semicolons or tabs, which the header decides; lines may end with LF, CRLF or
/// CR. Lines without any cell content are skipped. Cells stay in the text until asked for.
public struct CSVDocument: Sendable {
    /// The text.
    public let bytes: [UInt8]
    /// What separates cells.
    public let delimiter: UInt8
    /// The names of the columns.
    public let header: [String]
    /// The rows below the header.
    public private(set) var rows: [Row]
    /// The line in which the header begins, from 1.
    public let headerLine: Int
    private var cells: [Cell]

    /// One row.
    public struct Row: Sendable {
        /// The line in which it begins, from 1; quoted cells may go on over several.
        public let line: Int
        let firstCell: Int
        /// The number of cells, which is that of the header unless the row was reported.
        public fileprivate(set) var count: Int
    }

    struct Cell: Sendable {
        /// Without the quotes around.
        var start: UInt32
        var end: UInt32
        /// With quotes inside, which are doubled.
        var hasQuotes = false
    }

    /// Takes a table apart.
    /// - Parameters:
    ///   - bytes: The whole file, UTF-8.
    ///   - file: Its name, for the diagnostics.
    /// - Returns: The table, `nil` when it is not readable to its end; and everything wrong with its form.
    /// - Complexity: O(bytes).
    public static func read(
        bytes: [UInt8], file: String
    ) -> (document: CSVDocument?, diagnostics: [Diagnostic]) {
        if let diagnostic = diagnosticOfEncoding(bytes, file: file) { return (nil, [diagnostic]) }
        let hint = separatorHint(bytes)
        var parser = CSVParser(
            bytes: bytes, delimiter: hint?.delimiter ?? delimiter(of: bytes[...]), file: file,
            start: hint?.end ?? 0, line: hint == nil ? 1 : 2)
        parser.parse()
        return table(&parser, file)
    }

    /// Takes a table apart that has notes above its header.
    /// - Parameters:
    ///   - bytes: The whole file, UTF-8.
    ///   - file: Its name, for the diagnostics.
    ///   - lineLimit: How many lines to look at for the header.
    ///   - isHeader: Whether these cells are the header.
    /// - Returns: As ``read(bytes:file:)`` does; `nil` when there is no such header.
    /// - Complexity: O(bytes), and `lineLimit` times that when a quoted cell does not end.
    public static func read(
        bytes: [UInt8], file: String, lineLimit: Int = 10, headerWhere isHeader: ([String]) -> Bool
    ) -> (document: CSVDocument?, diagnostics: [Diagnostic])? {
        var start = byteOrderMarkLength(bytes)
        let hint = separatorHint(bytes)
        for line in 1...lineLimit where start < bytes.count {
            let delimiter = hint?.delimiter ?? delimiter(of: bytes[start...])
            var first = CSVParser(bytes: bytes, delimiter: delimiter, file: file, start: start, line: line)
            first.parse(rowLimit: 1)
            if let header = first.rows.first, isHeader(first.texts(of: header)) {
                var parser = CSVParser(
                    bytes: bytes, delimiter: delimiter, file: file, start: start, line: line)
                parser.parse()
                return table(&parser, file)
            }
            let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.endIndex
            start = end + (bytes[end...].starts(with: [13, 10]) ? 2 : 1)
        }
        return nil
    }

    private static func table(
        _ parser: inout CSVParser, _ file: String
    ) -> (document: CSVDocument?, diagnostics: [Diagnostic]) {
        guard let header = parser.rows.first else {
            if parser.diagnostics.isEmpty {
                parser.diagnostics.append(
                    Diagnostic(
                        .fileEmpty, file: file, found: "nothing", expected: "a header line with column names",
                        hint: "the file is empty; was it saved completely?"))
            }
            return (nil, parser.diagnostics)
        }
        var document = CSVDocument(parser, header: header)
        let joined = document.takeApartJoinedFiles(file)
        let mended = Set(joined.compactMap(\.line))
        let form = parser.diagnostics.filter {
            $0.identifier != .quoteStray || !mended.contains($0.line ?? 0)
        }
        return (parser.isComplete ? document : nil, form + joined + document.diagnosticsOfRows(file))
    }

    private init(_ parser: CSVParser, header: Row) {
        bytes = parser.bytes
        delimiter = parser.delimiter
        cells = parser.cells
        headerLine = header.line
        rows = Array(parser.rows.dropFirst())
        self.header = parser.texts(of: header)
    }

    /// The bytes of a cell as the file has them, without the quotes around; quotes inside are still doubled.
    /// - Precondition: `column` is less than the row's count.
    public func bytes(_ row: Row, _ column: Int) -> ArraySlice<UInt8> {
        precondition(column < row.count)
        let cell = cells[row.firstCell + column]
        return bytes[Int(cell.start)..<Int(cell.end)]
    }

    /// The text of a cell, quotes resolved.
    /// - Precondition: `column` is less than the row's count.
    public func text(_ row: Row, _ column: Int) -> String {
        precondition(column < row.count)
        return Self.text(cells[row.firstCell + column], in: bytes)
    }

    /// Takes the name of the first column, and a mark before it, off the last cell of a row, and the cells behind it away.
    mutating func cutOffHeader(_ index: Int) {
        let last = rows[index].firstCell + header.count - 1
        rows[index].count = header.count
        let name = Array(header[0].utf8)
        var content = bytes[Int(cells[last].start)..<Int(cells[last].end)]
        guard content.suffix(name.count).elementsEqual(name) else { return }
        content = content.dropLast(name.count)
        if content.suffix(3).elementsEqual([0xEF, 0xBB, 0xBF]) { content = content.dropLast(3) }
        cells[last].end = UInt32(content.endIndex)
    }

    /// Leaves rows out.
    mutating func remove(_ indices: Set<Int>) {
        if indices.isEmpty { return }
        rows = rows.enumerated().filter { !indices.contains($0.offset) }.map(\.element)
    }

    static func text(_ cell: Cell, in bytes: [UInt8]) -> String {
        let content = bytes[Int(cell.start)..<Int(cell.end)]
        guard cell.hasQuotes else { return String(decoding: content, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var position = content.startIndex
        while position < content.endIndex {
            text.append(content[position])
            // The first quote of two stands for both.
            position += content[position] == UInt8(ascii: "\"") ? 2 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func diagnosticsOfRows(_ file: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var seen: Set<String> = []
        for name in header where !name.isEmpty && !seen.insert(name).inserted {
            diagnostics.append(
                Diagnostic(
                    .columnRepeated, file: file, line: headerLine, found: "the column \(quoted(name)) twice",
                    expected: "each column once", hint: "rename or remove one of the two"))
        }
        var ragged = LimitedFindings<Diagnostic>()
        for row in rows where row.count != header.count {
            ragged.append(
                Diagnostic(
                    .rowRagged, file: file, line: row.line,
                    found: row.count == 1 ? "1 cell" : "\(row.count) cells",
                    expected: "\(header.count), as many as the header has",
                    hint: row.count > header.count
                        ? "put double quotes around cells that contain the separator"
                        : "is a separator missing, or a line break in the wrong place?"), .error)
        }
        return diagnostics + ragged.kept + ragged.omissions(file: file)
    }

    private static func diagnosticOfEncoding(_ bytes: [UInt8], file: String) -> Diagnostic? {
        let hint = "in the spreadsheet save it as \"CSV UTF-8\", or export it with the encoding UTF-8"
        if looksLikeWideUnicode(bytes) {
            return Diagnostic(
                .encodingInvalid, file: file, found: "UTF-16 text", expected: "UTF-8 text", hint: hint)
        }
        let mistake = bytes.withUnsafeBufferPointer { buffer -> Int? in
            var position = 0
            while position < buffer.count {
                let length = sequenceLength(buffer, at: position)
                if length == 0 { return position }
                position += length
            }
            return nil
        }
        guard let mistake else { return nil }
        var locator = SourceLocator(bytes)
        let (line, column) = locator.position(of: mistake)
        return Diagnostic(
            .encodingInvalid, file: file, line: line, column: column,
            found:
                "the byte 0x\(String(bytes[mistake], radix: 16, uppercase: true)), as in Windows-1252 text",
            expected: "UTF-8 text", hint: hint)
    }

    /// Excel's first line that names the separator, `sep=;`, and where the table behind it begins.
    private static func separatorHint(_ bytes: [UInt8]) -> (delimiter: UInt8, end: Int)? {
        let start = byteOrderMarkLength(bytes)
        var line = bytes[start...].prefix(16).prefix { $0 != 10 && $0 != 13 }
        var end = line.endIndex
        guard end < bytes.count, bytes[end] == 10 || bytes[end] == 13 else { return nil }
        end += bytes[end...].starts(with: [13, 10]) ? 2 : 1
        // Saved again by a program that quotes it or fills the line up with separators.
        if line.first == UInt8(ascii: "\"") { line = line.dropFirst() }
        guard line.count >= 5, zip(line, "sep=".utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
            return nil
        }
        let delimiter = line[line.startIndex + 4]
        let rest = line.dropFirst(5)
        guard rest.allSatisfy({ $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x20 }),
            [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")].contains(delimiter)
        else { return nil }
        return (delimiter, end)
    }

    /// The separator that stands most often in the first line, quoted cells left out; a comma if none does.
    private static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 10 || byte == 13 { break }
            if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }
}

extension CSVDocument {
    /// Passes over what joining two exports leaves in the middle of a file: the header once more, mostly behind a byte
    /// order mark, or at the end of a row where the first file ended without a line break.
    /// - Parameter namesColumns: Tells the header of another table.
    /// - Returns: A warning for each such place; an error where another table begins.
    /// - Complexity: O(rows).
    mutating func takeApartJoinedFiles(_ file: String, _ namesColumns: NamesColumns) -> [Diagnostic] {
        // A header of one column is a word like any other.
        guard header.count > 1 else { return [] }
        var diagnostics: [Diagnostic] = []
        var repeated: Set<Int> = []
        for (index, row) in rows.enumerated() {
            if row.count == header.count, isHeader(row, from: 0) {
                repeated.insert(index)
            } else if row.count == 2 * header.count - 1, isHeader(row, from: header.count),
                endsWithFirstName(row)
            {
                cutOffHeader(index)
            } else if startsWithMark(row), namesColumns(texts(row), header) {
                diagnostics.append(
                    Diagnostic(
                        .columnUnknown, file: file, line: row.line,
                        found: "the beginning of another table",
                        expected: "one table a file", hint: "save what follows this line as a file of its own"
                    ))
                continue
            } else {
                continue
            }
            diagnostics.append(
                Diagnostic(
                    .recordDamaged, file: file, line: row.line, found: "the header once more",
                    expected: "one header a file", hint: "it is passed over; the rows below it are read"))
        }
        remove(repeated)
        return diagnostics
    }

    /// Whether the cells of a row, from one on, are the names of the columns with the same positions from the end.
    private func isHeader(_ row: Row, from start: Int) -> Bool {
        let offset = row.count - header.count
        return (start..<row.count).allSatisfy { column in
            var cell = bytes(row, column)
            if column == 0 { cell = cell.dropFirst(byteOrderMarkLength(cell)) }
            return cell.elementsEqual(header[column - offset].utf8)
        }
    }

    private func startsWithMark(_ row: Row) -> Bool {
        row.count > 0 && byteOrderMarkLength(bytes(row, 0)) > 0
    }

    private func texts(_ row: Row) -> [String] { (0..<row.count).map { text(row, $0) } }

    private func endsWithFirstName(_ row: Row) -> Bool {
        let cell = bytes(row, header.count - 1)
        let rest = bytes.indices.contains(cell.endIndex) ? bytes[cell.endIndex...].prefix(80) : []
        let name = Array(header[0].utf8)
        // Behind a quoted cell the name stands outside of its quotes.
        let stray =
            rest.first == UInt8(ascii: "\"") ? rest.dropFirst().prefix { $0 != delimiter && $0 != 10 } : []
        return !name.isEmpty
            && (cell.suffix(name.count).elementsEqual(name) || stray.suffix(name.count).elementsEqual(name))
    }
}

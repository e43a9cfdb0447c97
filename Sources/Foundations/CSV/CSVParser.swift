/// Takes a table apart into rows of cells.
struct CSVParser {
    let bytes: [UInt8]
    let delimiter: UInt8
    private(set) var rows: [CSVDocument.Row] = []
    private(set) var cells: [CSVDocument.Cell] = []
    var diagnostics: [Diagnostic] = []
    /// Whether the end was reached, which a quote without its partner prevents.
    private(set) var isComplete = true
    private let file: String
    private let start: Int
    private var line: Int

    /// A parser that begins at the byte `start`, which is the first of the line `line`.
    init(bytes: [UInt8], delimiter: UInt8, file: String, start: Int = 0, line: Int = 1) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.file = file
        self.start = max(start, byteOrderMarkLength(bytes))
        self.line = line
    }

    /// Reads the first `rowLimit` rows that have content.
    mutating func parse(rowLimit: Int = .max) {
        bytes.withUnsafeBufferPointer { buffer in
            var position = start
            while position < buffer.count, isComplete, rows.count < rowLimit {
                let firstCell = cells.count
                let firstLine = line
                // Of joined files; in front of a quote it would make it a letter.
                if byteOrderMarkLength(buffer[position...]) > 0, position + 3 < buffer.count,
                    buffer[position + 3] == UInt8(ascii: "\"")
                {
                    position += 3
                }
                row(buffer, &position)
                let isBlank = cells[firstCell...].allSatisfy { $0.start == $0.end }
                // The row that an unterminated quote cuts short is none.
                if isBlank || !isComplete {
                    cells.removeSubrange(firstCell...)
                } else {
                    rows.append(
                        .init(line: firstLine, firstCell: firstCell, count: cells.count - firstCell))
                }
            }
        }
    }

    /// The cells of a row that was read, quotes resolved.
    func texts(of row: CSVDocument.Row) -> [String] {
        cells[row.firstCell..<row.firstCell + row.count].map { CSVDocument.text($0, in: bytes) }
    }

    /// Reads the cells of a row, up to the beginning of the next one.
    private mutating func row(_ buffer: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        while true {
            if position < buffer.count, buffer[position] == UInt8(ascii: "\"") {
                quotedCell(buffer, &position)
            } else {
                let start = position
                while position < buffer.count, !isEnd(buffer[position]) { position += 1 }
                cells.append(.init(start: UInt32(start), end: UInt32(position)))
            }
            guard position < buffer.count else { return }
            position += 1
            switch buffer[position - 1] {
            case UInt8(ascii: "\r"):
                if position < buffer.count, buffer[position] == UInt8(ascii: "\n") { position += 1 }
                line += 1
                return
            case UInt8(ascii: "\n"):
                line += 1
                return
            default: break
            }
        }
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 10 || byte == 13 }

    private mutating func quotedCell(_ buffer: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        let firstLine = line
        position += 1
        var cell = CSVDocument.Cell(start: UInt32(position), end: 0)
        while true {
            guard position < buffer.count else {
                diagnostics.append(
                    Diagnostic(
                        .quoteUnterminated, file: file, line: firstLine,
                        found: "a quoted cell that does not end",
                        expected: "a closing double quote",
                        hint: "close the quotes; a double quote inside a cell is written twice"))
                cell.end = UInt32(position)
                cells.append(cell)
                isComplete = false
                return
            }
            switch buffer[position] {
            case UInt8(ascii: "\""):
                if position + 1 < buffer.count, buffer[position + 1] == UInt8(ascii: "\"") {
                    cell.hasQuotes = true
                    position += 1
                } else {
                    cell.end = UInt32(position)
                    cells.append(cell)
                    position += 1
                    skipStrayText(buffer, &position)
                    return
                }
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: "\r"):
                if !(position + 1 < buffer.count && buffer[position + 1] == UInt8(ascii: "\n")) { line += 1 }
            default: break
            }
            position += 1
        }
    }

    /// Skips what stands between a closing quote and the end of the cell, where nothing may stand.
    private mutating func skipStrayText(_ buffer: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        let start = position
        while position < buffer.count, !isEnd(buffer[position]) { position += 1 }
        guard position > start else { return }
        let stray = String(decoding: buffer[start..<position], as: UTF8.self)
        diagnostics.append(
            Diagnostic(
                .quoteStray, file: file, line: line, found: "\(quoted(stray)) behind a closing quote",
                expected: "a separator or the end of the line",
                hint: "a double quote inside a cell is written twice"))
    }
}

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
    private var line = 1

    init(bytes: [UInt8], delimiter: UInt8, file: String) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.file = file
    }

    mutating func parse() {
        bytes.withUnsafeBufferPointer { buffer in
            var position = byteOrderMarkLength(buffer)
            while position < buffer.count, isComplete {
                let firstCell = cells.count
                let firstLine = line
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

/// Writes tables that spreadsheets read: commas, CRLF unless told otherwise, quotes where needed (RFC 4180).
///
/// A cell that a spreadsheet would take for a formula, one that begins with `= + - @`, TAB, CR or LF, gets a leading
/// apostrophe; so does one that begins with apostrophes before such a character, so that
/// ``withoutGuards(_:)`` gives back exactly what was written.
///
/// A control character that is no line break or tab, such as an escape that a terminal would obey, is written as its
/// picture (`␛`); see ``ControlPictures``.
public struct CSVWriter: Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []
    /// Whether cells are kept from being taken for formulas.
    public let guardsFormulas: Bool
    private let lineBreak: String

    /// A writer that has written nothing.
    /// - Parameters:
    ///   - guardsFormulas: Whether cells are kept from being taken for formulas.
    ///   - lineBreak: What ends a row: CRLF for spreadsheets, or a line feed for the tools of a shell.
    public init(guardsFormulas: Bool = true, lineBreak: String = "\r\n") {
        self.guardsFormulas = guardsFormulas
        self.lineBreak = lineBreak
    }

    /// Writes a row.
    /// - Parameter numbers: Cells behind the others that are numbers, which no spreadsheet takes for formulas.
    public mutating func row(_ cells: [String], numbers: [String] = []) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            let cell = ControlPictures.shown(cell)
            append(guardsFormulas && Self.needsGuard(cell.utf8) ? "'" + cell : cell)
        }
        for number in numbers { bytes.append(contentsOf: ",\(number)".utf8) }
        bytes.append(contentsOf: lineBreak.utf8)
    }

    /// The cell without the apostrophe that ``row(_:numbers:)`` put before it, and with its control characters.
    public static func withoutGuards(_ cell: String) -> String {
        ControlPictures.hidden(
            cell.utf8.first == UInt8(ascii: "'") && needsGuard(cell.utf8)
                ? String(decoding: cell.utf8.dropFirst(), as: UTF8.self) : cell)
    }

    private static func needsGuard(_ cell: String.UTF8View) -> Bool {
        switch cell.first(where: { $0 != UInt8(ascii: "'") }) {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13: true
        default: false
        }
    }

    private mutating func append(_ cell: String) {
        let needsQuotes = cell.utf8.contains {
            $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 9
                || $0 == 10
                || $0 == 13
        }
        guard needsQuotes else {
            bytes.append(contentsOf: cell.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// What parts the fields of a line.
public enum FieldSeparator: String, CaseIterable, Sendable {
    /// Any number of spaces and tabs.
    case blanks
    /// One tab.
    case tab
    /// One comma.
    case comma
    /// One semicolon.
    case semicolon
    /// One vertical bar.
    case bar

    /// The byte of a separator; a space for blanks.
    var byte: UInt8 {
        switch self {
        case .blanks: UInt8(ascii: " ")
        case .tab: UInt8(ascii: "\t")
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .bar: UInt8(ascii: "|")
        }
    }

    /// The fields of a line as they are read, quotes taken off; `nil` where quotes do not close.
    /// - Complexity: O(length of the line).
    func fields(of line: some Collection<UInt8>) -> [String]? {
        let bytes = line + [10]
        return Array(bytes).withUnsafeBufferPointer { bytes in
            var cursor = LineCursor(bytes: bytes.baseAddress!, position: 0, separator: self)
            var fields: [String] = []
            repeat {
                guard let field = cursor.field() else { return nil }
                let text = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
                fields.append(
                    field.hasQuotes
                        ? text.split(separator: "\"\"", omittingEmptySubsequences: false)
                            .joined(separator: "\"") : text)
            } while cursor.goToNextField()
            return fields
        }
    }
}

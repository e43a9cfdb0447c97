/// Turns byte offsets into lines and columns.
///
/// Offsets are best asked for in rising order: each query goes on where the last one ended, so that all of them
/// together read the text once. CR, LF and CRLF end a line.
package struct SourceLocator {
    private let bytes: [UInt8]
    private var offset: Int
    private var line = 1
    private var column = 1

    /// A locator that stands at the beginning of `bytes`.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = byteOrderMarkLength(bytes)
    }

    /// Line and column of a byte, both from 1; the column counts Unicode scalars.
    package mutating func position(of target: Int) -> (line: Int, column: Int) {
        if target < offset { self = SourceLocator(bytes) }
        while offset < min(target, bytes.count) {
            let byte = bytes[offset]
            offset += 1
            let endsLine =
                byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
                    && !(offset < bytes.count && bytes[offset] == UInt8(ascii: "\n"))
            if endsLine {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}

/// 3 when a text begins with the UTF-8 byte order mark, otherwise 0.
package func byteOrderMarkLength(_ bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}

/// Whether a text is UTF-16 or UTF-32: its mark, or a zero byte where the first letters of a text file stand.
package func looksLikeWideUnicode(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4).contains(0)
}

/// The length of the UTF-8 sequence that begins at `position`, 1 to 4; 0 when it is malformed (Unicode Standard,
/// table 3-7).
@inline(__always)
package func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    func isTail(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
        position + distance < bytes.count && range.contains(bytes[position + distance])
    }
    switch bytes[position] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return isTail(1) ? 2 : 0
    case 0xE0: return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : 0
    case 0xED: return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : 0
    case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : 0
    case 0xF0: return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF4: return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : 0
    default: return 0
    }
}

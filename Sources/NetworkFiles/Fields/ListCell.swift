/// Several values in one cell, `a | b`.
///
/// A backslash keeps a following bar, backslash or space from being taken for a separator or for padding.
enum ListCell {
    static func text(_ values: [String]) -> String {
        values.map(escaped).joined(separator: " | ")
    }

    /// The values of a cell, without padding and without empty ones.
    static func values(_ cell: String) -> [String] {
        var values: [String] = []
        var value: [UInt8] = []
        /// How much of `value` is not padding.
        var kept = 0
        func finish() {
            if kept > 0 { values.append(String(decoding: value[..<kept], as: UTF8.self)) }
            value.removeAll()
            kept = 0
        }
        let bytes = Array(cell.utf8)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == backslash, position < bytes.count, special.contains(bytes[position]) {
                value.append(bytes[position])
                kept = value.count
                position += 1
            } else if byte == bar {
                finish()
            } else if byte != space {
                value.append(byte)
                kept = value.count
            } else if !value.isEmpty {
                value.append(byte)
            }
        }
        finish()
        return values
    }

    private static func escaped(_ value: String) -> String {
        let bytes = Array(value.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isOuterSpace = byte == space && (index == 0 || index == bytes.count - 1)
            if byte == bar || byte == backslash || isOuterSpace { result.append(backslash) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let bar = UInt8(ascii: "|")
    private static let backslash = UInt8(ascii: "\\")
    private static let space = UInt8(ascii: " ")
    private static let special = [bar, backslash, space]
}

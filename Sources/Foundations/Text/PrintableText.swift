internal import SystemInterface

/// Text from an input as it may stand in a message: in quotes, at most 60 scalars of it.
package func quoted(_ text: String) -> String { "\"\(clipped(text))\"" }

/// At most 60 scalars of a text, with an ellipsis where it was cut.
package func clipped(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
        end != scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
}

/// A text in which everything that could move the cursor or reorder a line appears as `\u{1b}`.
package func escapingControls(_ text: String) -> String { SystemPath.escapingObeyed(text) }

extension Unicode.Scalar {
    /// Whether the scalar is whitespace; its property is asked for only outside ASCII, because that is slow.
    package var isSpace: Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    /// Whether the scalar is of general category Cc.
    package var isControlCode: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }
}

/// Whether a text shows nothing: empty, or whitespace only.
package func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.isSpace) }

/// A text without whitespace at its ends.
package func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
        let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return first == scalars.startIndex && scalars.index(after: last) == scalars.endIndex
        ? text : String(scalars[first...last])
}

/// `"a", "b" or "c"`: the allowed words of a message.
package func listed(_ words: [String]) -> String {
    let words = words.map { "\"\($0)\"" }
    guard words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
}

/// 0 to 15, or `nil` for what is no hexadecimal digit.
package func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
}

/// Lines of text that fit a terminal: wrapped at spaces, indented, safe to print.
struct TextBlock {
    private(set) var lines: [String] = []
    let style: TextStyle

    init(style: TextStyle) { self.style = style }

    /// Everything so far, with a line break at the end.
    var text: String { lines.map { $0 + "\n" }.joined() }

    mutating func blank() { if lines.last?.isEmpty == false { lines.append("") } }

    /// Adds one line as it is, for text that is already safe and short.
    mutating func line(_ text: String) { lines.append(text) }

    /// Adds text wrapped to the width, `first` before the first line and as many spaces before the others.
    ///
    /// `paint` colours each line after it was measured.
    mutating func wrapped(_ text: String, after first: String = "", paint: (String) -> String = { $0 }) {
        let indent = columns(of: first)
        let room = max(20, style.width - indent)
        for (number, line) in wrap(printable(text), to: room).enumerated() {
            lines.append((number == 0 ? first : String(repeating: " ", count: indent)) + paint(line))
        }
    }
}

/// Breaks text into lines of at most `width` columns, at spaces where there are any.
func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
        var word = String(word)
        var size = columns(of: word)
        if used > 0, used + 1 + size <= width {
            line += " " + word
            used += 1 + size
            continue
        }
        if used > 0 { lines.append(line) }
        while size > width {
            var head = ""
            var taken = 0
            while let character = word.first, taken + columns(of: character) <= width {
                head.append(word.removeFirst())
                taken += columns(of: character)
            }
            if head.isEmpty { head.append(word.removeFirst()) }
            lines.append(head)
            size = columns(of: word)
        }
        (line, used) = (word, size)
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
}

/// Text without what a terminal would obey: control characters and bidirectional overrides become spaces.
public func printable(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                switch scalar.value {
                case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
                    " "
                default: scalar
                }
            }))
}

/// How many columns a terminal takes for text: two for wide East Asian characters and emoji.
func columns(of text: String) -> Int { text.reduce(0) { $0 + columns(of: $1) } }

private func columns(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x20000...0x3FFFD:
        return 2
    default:
        return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
}

/// Text cut or filled with spaces to exactly `width` columns.
func fitted(_ text: String, to width: Int) -> String {
    let size = columns(of: text)
    if size <= width { return text + String(repeating: " ", count: width - size) }
    var cut = ""
    var used = 0
    for character in text {
        let next = columns(of: character)
        if used + next > width - 1 { break }
        cut.append(character)
        used += next
    }
    return cut + "…" + String(repeating: " ", count: max(0, width - used - 1))
}

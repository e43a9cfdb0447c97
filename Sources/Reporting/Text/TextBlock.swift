internal import BidirectionalText

/// Lines of text that fit a terminal: wrapped at spaces, indented, safe to print.
struct TextBlock {
    private(set) var lines: [String] = []
    let style: TextStyle

    init(style: TextStyle) { self.style = style }

    /// Everything so far, with a line break at the end.
    var text: String { lines.map { isolatingRightToLeft($0) + "\n" }.joined() }

    mutating func blank() { if lines.last?.isEmpty == false { lines.append("") } }

    /// Adds one line as it is, for text that is already safe and short.
    mutating func line(_ text: String) { lines.append(text) }

    /// Adds the title of a section, apart from what is above.
    mutating func heading(_ text: String) {
        blank()
        wrapped(text, paint: style.bold)
    }

    /// Adds text wrapped to the width, `first` before the first line and as many spaces before the others.
    ///
    /// `paint` colours each line after it was measured.
    /// - Parameter deeper: How many spaces more stand before the other lines.
    mutating func wrapped(
        _ text: String, after first: String = "", deeper: Int = 0, paint: (String) -> String = { $0 }
    ) {
        let indent = columns(of: first) + deeper
        let room = max(20, style.width - indent)
        for (number, line) in wrap(printable(text), to: room).enumerated() {
            lines.append((number == 0 ? first : String(repeating: " ", count: indent)) + paint(line))
        }
    }
}

/// Breaks text into lines of at most `width` columns, at spaces where there are any.
public func wrap(_ text: String, to width: Int) -> [String] {
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

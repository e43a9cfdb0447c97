internal import BidirectionalText
internal import Foundations
package import ReferralGraph

/// What a report says, line by line: for a terminal wrapped at spaces, indented and safe to print; for a page as markup.
public struct TextBlock: Sendable {
    private(set) var lines: [Line] = []
    let style: TextStyle

    /// One line, before it is wrapped.
    struct Line: Sendable {
        /// What stands before the text: an indent, a label or a rank.
        var margin: String
        var text: String
        /// Spaces before further lines, besides the width of `margin`.
        var deeper: Int
        var paint: TextTone
        var kind: Kind
        /// Who it begins with, whose name a page makes a link.
        var person: PersonID?

        enum Kind { case heading, wrapped, table }
    }

    package init(style: TextStyle) { self.style = style }

    /// Everything so far for a terminal, with a line break at the end.
    public var text: String {
        lines.flatMap(terminalLines).map { isolatingRightToLeft($0) + "\n" }.joined()
    }

    private func terminalLines(_ line: Line) -> [String] {
        guard line.kind != .table else { return [line.text] }
        let indent = columns(of: line.margin) + line.deeper
        let room = max(20, style.width - indent)
        return wrap(printable(line.text), to: room).enumerated().map { number, text in
            (number == 0 ? line.margin : String(repeating: " ", count: indent))
                + style.painted(text, line.paint)
        }
    }

    private static let blankLine = Line(margin: "", text: "", deeper: 0, paint: .plain, kind: .table)

    package mutating func blank() {
        if let last = lines.last, !(last.text.isEmpty && last.margin.isEmpty) { lines.append(Self.blankLine) }
    }

    /// Adds one line of a table as it is, for text that is already safe and short.
    package mutating func line(_ text: String) {
        lines.append(Line(margin: "", text: text, deeper: 0, paint: .plain, kind: .table))
    }

    /// Adds the title of a section, apart from what is above.
    package mutating func heading(_ text: String) {
        blank()
        lines.append(Line(margin: "", text: text, deeper: 0, paint: .bold, kind: .heading))
    }

    /// Adds text wrapped to the width, `first` before the first line and as many spaces before the others.
    ///
    /// Each line is painted after it was measured.
    /// - Parameters:
    ///   - deeper: How many spaces more stand before the other lines.
    ///   - person: Who the text begins with: the name, and ` · ` or `: ` where more follows.
    package mutating func wrapped(
        _ text: String, after first: String = "", deeper: Int = 0,
        paint: TextTone = .plain, about person: PersonID? = nil
    ) {
        lines.append(
            Line(margin: first, text: text, deeper: deeper, paint: paint, kind: .wrapped, person: person))
    }
}

extension TextBlock {
    /// The first line, which is the title of a text.
    package var title: String { lines.first?.text ?? "" }

    /// The same as markup: headings, lines with their labels, tables as they are. The first line, which is the title of
    /// a text, is left out.
    package var html: HTML { html(level: 3) }

    /// The same, with headings of a level, and with links to the people at the start of lines.
    /// - Parameters:
    ///   - level: 2 or 3.
    ///   - keepsTitle: Whether the first line is there.
    ///   - address: Where the page of a person is.
    package func html(
        level: Int = 3, keepsTitle: Bool = false, linking address: ((PersonID) -> String)? = nil
    ) -> HTML {
        let rows = lines.dropFirst(keepsTitle || lines.first?.kind == .heading ? 0 : 1)
        var parts: [HTML] = []
        var table: [String] = []
        func endTable() {
            if table.contains(where: { !$0.isEmpty }) {
                parts.append("<pre tabindex=\"0\">\(table.joined(separator: "\n"))</pre>")
            }
            table = []
        }
        for line in rows {
            if line.kind == .table {
                if !line.text.isEmpty || !table.isEmpty { table.append(line.text) }
                continue
            }
            endTable()
            guard line.kind != .heading else {
                parts.append(level == 2 ? "<h2>\(line.text)</h2>" : "<h3>\(line.text)</h3>")
                continue
            }
            let label = trimmed(line.margin)
            let depth = min(3, line.margin.prefix { $0 == " " }.count / 2)
            let words = linked(line, address)
            let text: HTML =
                label.isEmpty ? words : "<span class=\"label\">\(label)</span> <span>\(words)</span>"
            parts.append(
                "<p class=\"line deep\(depth) \(line.paint.rawValue)\(label.isEmpty ? "" : " labelled")\">\(text)</p>"
            )
        }
        endTable()
        return "\(parts)"
    }

    private func linked(_ line: Line, _ address: ((PersonID) -> String)?) -> HTML {
        guard let person = line.person, let address else { return "\(line.text)" }
        let end = [" · ", ": ", " ("].compactMap { line.text.firstRange(of: $0)?.lowerBound }.min()
        let name = String(line.text[..<(end ?? line.text.endIndex)])
        return
            "<a href=\"\(address(person))\">\(name)</a>\(String(line.text[(end ?? line.text.endIndex)...]))"
    }
}

/// A report that can be read as text.
public protocol ReadableReport {
    /// Puts the report into lines.
    func written(in style: TextStyle) -> TextBlock
}

extension ReadableReport {
    /// Writes the text for a terminal.
    public func rendered(in style: TextStyle) -> String { written(in: style).text }
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

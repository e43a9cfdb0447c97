extension HTMLTable {
    /// What Graphviz takes for widths of cells is far more; this is more than anyone can read.
    private static let sizes = 0...2_000
    /// Graphviz keeps these in a byte.
    private static let thicknesses = 0...100

    /// The table in Graphviz's HTML-like language.
    var markup: String {
        var markup = ""
        write(into: &markup)
        return markup
    }

    private func write(into markup: inout String) {
        markup += "<TABLE"
        Self.write("BORDER", border, in: Self.thicknesses, into: &markup)
        markup += " CELLBORDER=\"0\""
        Self.write("CELLPADDING", cellPadding, in: Self.thicknesses, into: &markup)
        Self.write("CELLSPACING", cellSpacing, in: Self.thicknesses, into: &markup)
        Self.write("WIDTH", width, in: Self.sizes, into: &markup)
        Self.write(stroke: stroke, fill: fill, isRounded: isRounded, isDotted: isDotted, into: &markup)
        markup += ">"
        // A table without a row, and a row without a cell, are syntax errors.
        let filled = rows.filter { !$0.isEmpty }
        for row in filled.isEmpty ? [[HTMLCell(.empty)]] : filled {
            markup += "<TR>"
            for cell in row { Self.write(cell, into: &markup) }
            markup += "</TR>"
        }
        markup += "</TABLE>"
    }

    /// The texts that are shown, in the order in which Graphviz writes them.
    var texts: [HTMLText] {
        rows.joined().flatMap { cell -> [HTMLText] in
            switch cell.content {
            case .empty: []
            case .text(let text): DotText(text.text).cleaned.isEmpty ? [] : [text]
            case .table(let table): table.texts
            }
        }
    }

    private static func write(_ cell: HTMLCell, into markup: inout String) {
        markup += "<TD"
        if let alignment = cell.alignment { markup += " ALIGN=\"\(alignment.rawValue)\"" }
        if let alignment = cell.verticalAlignment { markup += " VALIGN=\"\(alignment.rawValue)\"" }
        write("CELLPADDING", cell.padding, in: Self.thicknesses, into: &markup)
        write("WIDTH", cell.width, in: sizes, into: &markup)
        write("HEIGHT", cell.height, in: sizes, into: &markup)
        if cell.hasFixedSize && cell.width != nil && cell.height != nil { markup += " FIXEDSIZE=\"TRUE\"" }
        write("BORDER", cell.border, in: Self.thicknesses, into: &markup)
        write(stroke: cell.stroke, fill: cell.fill, isRounded: cell.isRounded, into: &markup)
        markup += ">"
        switch cell.content {
        case .empty: break
        case .text(let text): write(text, into: &markup)
        case .table(let table): table.write(into: &markup)
        }
        markup += "</TD>"
    }

    private static func write(_ text: HTMLText, into markup: inout String) {
        let escaped = DotText(text.text).html
        // <FONT></FONT> is a syntax error, an empty cell is not.
        guard !escaped.isEmpty else { return }
        markup += "<FONT POINT-SIZE=\"\(text.pointSize.clamped(to: 1...200).thousandths)\""
        markup += " COLOR=\"\(text.color.hexadecimal)\">"
        markup += text.isBold ? "<B>\(escaped)</B>" : escaped
        markup += "</FONT>"
    }

    private static func write(
        _ name: String, _ length: Int?, in range: ClosedRange<Int>, into markup: inout String
    ) {
        guard let length else { return }
        markup += " \(name)=\"\(min(max(length, range.lowerBound), range.upperBound))\""
    }

    private static func write(
        stroke: DotColor?, fill: DotColor?, isRounded: Bool, isDotted: Bool = false,
        into markup: inout String
    ) {
        if let stroke { markup += " COLOR=\"\(stroke.hexadecimal)\"" }
        if let fill { markup += " BGCOLOR=\"\(fill.hexadecimal)\"" }
        let words = (isRounded ? ["ROUNDED"] : []) + (isDotted ? ["DOTTED"] : [])
        if !words.isEmpty { markup += " STYLE=\"\(words.joined(separator: ","))\"" }
    }
}

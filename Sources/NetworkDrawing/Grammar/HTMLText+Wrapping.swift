import Graphviz

/// Estimates of how wide text will be, for Graphviz tells only afterwards.
///
/// The shares of an em are those of Inter, rounded up; a table grows with its text, so a font that is wider
/// makes a wider card and nothing overlaps.
extension HTMLText {
    /// No label holds more; what is longer is cut before it is measured.
    private static let lettersAtMost = 400

    /// About how wide the text is, in points.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    var estimatedWidth: Double { Self.width(of: text, pointSize: pointSize, isBold: isBold) }

    /// The text broken between words into lines of at most `width` points; "…" stands for what does not fit.
    ///
    /// - Complexity: O(*n*) in the length of the text, of which 400 letters are looked at, a line.
    func wrapped(to width: Double, linesAtMost: Int = 3) -> [HTMLText] {
        var lines: [HTMLText] = []
        var rest = text.prefix(Self.lettersAtMost)
        var isCut = rest.endIndex < text.endIndex
        while !rest.isEmpty, lines.count < linesAtMost {
            let isLast = lines.count == linesAtMost - 1
            var line = fitting(rest, in: width)
            if line.endIndex < rest.endIndex || isCut && isLast {
                if isLast {
                    line = fitting(
                        rest, in: width - Self.width(of: "…", pointSize: pointSize, isBold: isBold))
                    isCut = true
                } else if rest[line.endIndex] != " ", let space = line.lastIndex(of: " "),
                    line.distance(from: line.startIndex, to: space) > 3
                {
                    line = line[..<space]
                }
            }
            rest = rest[line.endIndex...].drop { $0 == " " }
            lines.append(
                HTMLText(
                    isLast && isCut ? line + "…" : String(line), pointSize: pointSize, color: color,
                    isBold: isBold))
        }
        return lines
    }

    /// The longest beginning that is not wider, at least one letter.
    private func fitting(_ rest: Substring, in width: Double) -> Substring {
        var sum = 0.0
        var end = rest.startIndex
        for index in rest.indices {
            sum += Self.width(of: rest[index...index], pointSize: pointSize, isBold: isBold)
            if sum > width, end > rest.startIndex { break }
            end = rest.index(after: index)
        }
        return rest[..<end]
    }

    private static func width(of text: some StringProtocol, pointSize: Double, isBold: Bool) -> Double {
        text.reduce(0) { $0 + ems($1) } * pointSize * (isBold ? 1.05 : 1)
    }

    /// Fonts stack a mark or two on a letter; a heap of them ends up beside it.
    private static func ems(_ letter: Character) -> Double {
        let scalars = letter.unicodeScalars
        let heap = scalars.count { $0.properties.generalCategory == .nonspacingMark } - 2
        return scalars.reduce(Double(max(0, heap)) * 0.65) { $0 + ems($1) }
    }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case " ", "!", ",", ".", ":", ";", "'", "|", "i", "j", "l", "I", "·", "‘", "’": 0.3
        case "\"", "(", ")", "-", "/", "[", "]", "f", "r", "t", "“", "”": 0.42
        case "m", "w", "M", "W", "@", "%": 0.93
        case "A"..."Z", "#", "$", "&", "+", "<", "=", ">", "~": 0.72
        case "\u{20}"..."\u{7E}": 0.6
        // Scripts of square letters, and pictures.
        case "\u{1100}"..."\u{115F}", "\u{2E80}"..."\u{A4CF}", "\u{AC00}"..."\u{D7A3}",
            "\u{F900}"..."\u{FAFF}", "\u{FE30}"..."\u{FE6F}", "\u{FF00}"..."\u{FF60}",
            "\u{10000}"..."\u{3FFFF}":
            1.3
        case "\u{2014}"..."\u{2BFF}": 0.95
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control: 0
            case .uppercaseLetter: 0.75
            default: 0.65
            }
        }
    }
}

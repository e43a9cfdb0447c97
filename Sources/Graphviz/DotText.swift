internal import BidirectionalText
internal import Foundations

/// Text on its way into DOT and SVG: cleaned once, then escaped for the place it goes to.
///
/// Graphviz passes control characters through to the SVG, reads `\N`, `\n` and `&copy;` in labels and
/// tooltips, and its scanner takes 16,384 bytes a string. All text of a ``DotGraph`` goes through here.
struct DotText: Equatable, Sendable {
    /// The scanner's 16,384 bytes, divided by the longest escape (`&quot;`) with room to spare.
    static let longestInBytes = 2_000

    /// The text without anything that XML forbids, its right-to-left words isolated from their neighbours.
    let cleaned: String

    /// Cleans `text`: white space becomes spaces, control characters and noncharacters go, and so do the
    /// explicit bidirectional controls, which can be left unpaired; what is past 2,000 bytes becomes "…".
    ///
    /// - Complexity: O(*n*) in the length of the text.
    init(_ text: String) {
        var cleaned = String.UnicodeScalarView()
        var byteCount = 0
        for scalar in text.unicodeScalars {
            guard let kept = Self.cleaned(scalar) else { continue }
            byteCount += UTF8.width(kept)
            guard byteCount <= Self.longestInBytes else {
                cleaned.append("…")
                break
            }
            cleaned.append(kept)
        }
        self.cleaned = isolatingRightToLeft(String(cleaned))
    }

    private static func cleaned(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
        case 0x00...0x1F, 0x7F...0x9F: nil
        case 0x202A...0x202E, 0x2066...0x2069: nil
        case 0xFDD0...0xFDEF, 0xFEFF: nil
        case let value where value & 0xFFFE == 0xFFFE: nil
        default: scalar
        }
    }

    /// The text as XML character data or attribute value, with the five named entities' characters escaped.
    var xml: String { escapingMarkup(cleaned) }

    /// The text inside an HTML-like label.
    ///
    /// Graphviz undoes the entities with expat, then replaces `\N` and its like; so backslashes are doubled.
    var html: String {
        escapingMarkup(cleaned) { scalar in
            switch scalar {
            // Expat holds back a `]` at the end, waiting for `]]>`; a label of nothing else is a syntax error then.
            case "]": "&#93;"
            case "\\": "\\\\"
            default: nil
            }
        }
    }

    /// The text as a DOT string in double quotes that is never read as markup or as an escape sequence.
    ///
    /// Graphviz decodes entities in plain strings too. With `<` escaped, the string can never equal the text
    /// of an HTML-like label, with which it would share one dictionary entry and become markup.
    var quoted: String { "\"" + html + "\"" }
}

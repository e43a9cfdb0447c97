/// How wide a terminal is and whether it shows colours.
public struct TextStyle: Sendable, Equatable {
    /// Columns, at least 40.
    public var width: Int
    /// Whether ANSI escape sequences may be used.
    public var usesColor: Bool
    /// Whether headings speak of contacts instead of calls, for someone who makes none.
    public var avoidsCalls = false

    /// Makes a style.
    public init(width: Int = 80, usesColor: Bool = false) {
        self.width = max(40, width)
        self.usesColor = usesColor
    }

    /// The same style without a word of calls, if `avoidsCalls`.
    public func avoidingCalls(_ avoidsCalls: Bool) -> TextStyle {
        var style = self
        style.avoidsCalls = avoidsCalls
        return style
    }

    package func bold(_ text: String) -> String { painted(text, .bold) }
    package func dim(_ text: String) -> String { painted(text, .dim) }

    func painted(_ text: String, _ tone: TextTone) -> String {
        guard usesColor, !text.isEmpty, let code = tone.code else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

/// How a line stands out.
package enum TextTone: String, Sendable {
    case plain, bold, dim, amber, red

    /// The parameter of its ANSI escape sequence.
    fileprivate var code: String? {
        switch self {
        case .plain: nil
        case .bold: "1"
        case .dim: "2"
        case .amber: "33"
        case .red: "31"
        }
    }
}

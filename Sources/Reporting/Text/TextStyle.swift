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

    func bold(_ text: String) -> String { escaped("1", text) }
    func dim(_ text: String) -> String { escaped("2", text) }
    func amber(_ text: String) -> String { escaped("33", text) }
    func red(_ text: String) -> String { escaped("31", text) }

    private func escaped(_ code: String, _ text: String) -> String {
        usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

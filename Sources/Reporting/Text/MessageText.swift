/// What a command has to say beside its data: warnings, errors, notes.
public struct MessageText {
    private let text: String

    /// Makes a message of one or more lines.
    public init(_ text: String) { self.text = text }

    /// The message, safe for a terminal, with a line break at the end.
    /// - Parameter width: Columns to wrap to, with the further lines indented; `nil` leaves the lines whole, which is
    ///   what programs that read messages want.
    public func rendered(width: Int?) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            printable(String($0))
        }
        guard let width else { return lines.map { $0 + "\n" }.joined() }
        return lines.map { wrapped($0, to: max(40, width)) }.joined()
    }

    private func wrapped(_ line: String, to width: Int) -> String {
        guard columns(of: line) > width else { return line + "\n" }
        let margin = String(line.prefix { $0 == " " })
        let further = margin + "  "
        let pieces = wrap(line, to: width - columns(of: further))
        return pieces.enumerated().map { ($0 == 0 ? margin : further) + $1 + "\n" }.joined()
    }
}

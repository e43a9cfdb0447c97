internal import BidirectionalText

/// What a command has to say beside its data: warnings, errors, notes.
public struct MessageText {
    private let text: String
    private let first: String

    /// Makes a message of one or more lines.
    /// - Parameter first: What stands before it; further lines are indented by as much.
    public init(_ text: String, after first: String = "") {
        self.text = text
        self.first = first
    }

    /// The message, safe for a terminal, with a line break at the end.
    /// - Parameter width: Columns to wrap to, with the further lines indented; `nil` leaves the lines whole, which is
    ///   what programs that read messages want.
    public func rendered(width: Int?) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            printable(String($0))
        }
        guard let width else { return lines.map { first + $0 + "\n" }.joined() }
        return lines.map { isolatingRightToLeft(wrapped($0, to: max(40, width))) }.joined()
    }

    private func wrapped(_ line: String, to width: Int) -> String {
        // A line break would be part of a command that is pasted.
        guard columns(of: first) + columns(of: line) > width, !line.contains("--map '"),
            !line.hasPrefix("  rebound ")
        else {
            return first + line + "\n"
        }
        let margin = first + line.prefix { $0 == " " }
        let further = String(
            repeating: " ", count: first.isEmpty ? columns(of: margin) + 2 : columns(of: margin))
        let pieces = wrap(line, to: width - columns(of: further))
        return pieces.enumerated().map { ($0 == 0 ? margin : further) + $1 + "\n" }.joined()
    }
}

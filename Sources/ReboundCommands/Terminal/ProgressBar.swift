import Reporting

/// One line that a terminal shows in place of the one before.
struct ProgressBar {
    let done: Int
    let total: Int
    let label: String

    private static let cells = 24

    /// The line, to be written without a line break.
    var line: String {
        let filled = total == 0 ? Self.cells : done * Self.cells / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.cells - filled)
        return "\r\u{1B}[K\(bar) \(done)/\(total) \(printable(String(label.prefix(40))))"
    }

    /// Takes the bar away.
    static let erased = "\r\u{1B}[K"
}

import Reporting

/// One line that a terminal shows in place of the one before.
struct ProgressBar {
    let done: Int
    let total: Int
    let label: String

    private static let cells = 24

    /// The line, to be written without a line break; one column is left free, where a terminal would wrap.
    func line(width: Int) -> String {
        let filled = total == 0 ? Self.cells : done * Self.cells / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.cells - filled)
        return "\r\u{1B}[K" + fitted("\(bar) \(done)/\(total) \(printable(label))", to: max(0, width - 1))
    }

    /// Takes the bar away.
    static let erased = "\r\u{1B}[K"
}

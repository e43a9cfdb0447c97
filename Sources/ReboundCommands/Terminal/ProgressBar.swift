import Reporting

/// One line that a terminal shows in place of the one before.
struct ProgressBar {
    let done: Int
    let total: Int
    /// The time it has taken so far; zero when the rest is not to be told from it.
    var elapsed = Duration.zero
    let label: String

    private static let cells = 24

    /// The line, to be written without a line break; one column is left free, where a terminal would wrap.
    func line(width: Int) -> String {
        let filled = total == 0 ? Self.cells : done * Self.cells / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.cells - filled)
        let line = "\(bar) \(done)/\(total) \(timeLeft.map { "\($0) left " } ?? "")\(printable(label))"
        return "\r\u{1B}[K" + fitted(line, to: max(0, width - 1))
    }

    /// How long the rest takes at the same pace, rounded up; `nil` before there is a pace, and for a few seconds.
    private var timeLeft: String? {
        guard done > 0, elapsed >= .seconds(2) else { return nil }
        let seconds = Int((elapsed / done * (total - done)).components.seconds)
        return switch seconds {
        case ..<5: nil
        case ..<60: "\(seconds) s"
        case ..<3600: "\(seconds / 60 + 1) min"
        default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
        }
    }

    /// Takes the bar away.
    static let erased = "\r\u{1B}[K"
}

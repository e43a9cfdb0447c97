import ArgumentParser
private import Foundation
import ReferralFormats
import ReferralGraph
import Reporting
import Workspace

/// Where Rebound prints: data to standard output, everything else to standard error.
enum Terminal {
    /// Today in this machine's time zone; the only place that reads the clock.
    static func today() -> CalendarDay {
        let now = Date()
        let local = now.timeIntervalSince1970 + Double(TimeZone.current.secondsFromGMT(for: now))
        return CalendarDay(number: Int((local / 86_400).rounded(.down)))
    }

    /// How standard output looks: its width, and colours on a terminal that wants them.
    static var style: TextStyle {
        let environment = ProcessInfo.processInfo.environment
        let isPlain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
        let isTerminal = isatty(STDOUT_FILENO) == 1
        return TextStyle(
            width: environment["COLUMNS"].flatMap(Int.init) ?? windowWidth(STDOUT_FILENO) ?? 80,
            usesColor: isTerminal && !isPlain)
    }

    /// Whether somebody watches standard error.
    static var showsProgress: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Writes to standard output.
    static func print(_ text: String) { print(Array(text.utf8)) }

    /// Writes bytes to standard output.
    static func print(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// Writes a line to standard error.
    static func note(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

    /// Writes to standard error without a line break.
    static func progress(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// Writes each diagnostic to standard error.
    static func report(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { note(diagnostic.description) }
    }

    /// Says what went wrong and gives the exit code that documents it.
    static func fail(_ error: WorkspaceError) -> ExitCode {
        switch error {
        case .invalid(let diagnostics):
            report(diagnostics)
            let errors = diagnostics.filter { $0.severity == .error }.count
            note("rebound: \(errors) \(errors == 1 ? "error" : "errors"); nothing was changed")
        default: note("rebound: \(error.explanation)")
        }
        return ExitCode(error.exitCode)
    }

    /// Writes all of it. A reader that went away is not an error: there is nobody left to tell.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let written = Foundation.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0 {
                    if errno == EINTR { continue }
                    exit(errno == EPIPE ? 0 : ExitCodes.inputOutput)
                }
                rest = rest.dropFirst(written)
            }
        }
    }

    private static func windowWidth(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

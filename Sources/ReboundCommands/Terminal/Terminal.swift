import ArgumentParser
import Foundations
private import Glibc
import GraphFiles
import ReferralGraph
import Reporting
private import Synchronization
private import SystemInterface
import Workspace

/// Where Rebound prints: data to standard output, everything else to standard error.
enum Terminal {
    /// Now, to the minute, in this machine's time zone; the only place that reads the clock.
    static func now() -> Timestamp {
        var moment = time(nil)
        var local = tm()
        localtime_r(&moment, &local)
        let day = CalendarDay(
            year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
        return Timestamp(
            day ?? CalendarDay(number: moment / 86_400),
            secondOfDay: Int(local.tm_hour) * 3600 + Int(local.tm_min) * 60,
            utcOffsetMinutes: local.tm_gmtoff / 60)
    }

    /// Today in this machine's time zone.
    static func today() -> CalendarDay { now().day }

    /// How standard output looks: its width, and colours on a terminal that wants them.
    static var style: TextStyle {
        TextStyle(
            width: windowWidth(STDOUT_FILENO) ?? 80, usesColor: isTerminal(STDOUT_FILENO) && !isPlain)
    }

    /// The same in the words of a network's policy.
    static func style(for opened: OpenedNetwork) -> TextStyle { style.avoidingCalls(opened.avoidsCalls) }

    /// To how many columns findings are wrapped; `nil` where a program reads them.
    static var findingsWidth: Int? { windowWidth(STDOUT_FILENO) }

    /// Whether someone can be asked: they read standard output and type standard input.
    static var canAsk: Bool { isTerminal(STDIN_FILENO) && isTerminal(STDOUT_FILENO) }

    /// Asks a question and returns the line typed; `nil` at the end of the input.
    static func ask(_ question: String) throws(ExitCode) -> String? {
        try print(question + " ")
        return readLine()
    }

    /// Whether someone watches standard output.
    static var isOutputWatched: Bool { isTerminal(STDOUT_FILENO) }

    /// Whether someone watches standard error.
    static var showsProgress: Bool { isTerminal(STDERR_FILENO) && environment("TERM") != "dumb" }

    /// Whether someone types at standard input.
    static var isInputTyped: Bool { isTerminal(STDIN_FILENO) }

    /// Asks a question that is answered with yes or no; everything but a yes is a no.
    /// - Returns: `nil` when no one is there to answer.
    static func confirms(_ question: String) -> Bool? {
        guard isTerminal(STDERR_FILENO) else { return nil }
        // Standard input may be what the question is about.
        let terminal = isInputTyped ? STDIN_FILENO : open("/dev/tty", O_RDONLY | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
        defer { if terminal != STDIN_FILENO { close(terminal) } }
        _ = write(Array("\(question) [y/N] ".utf8), to: STDERR_FILENO)
        var answer: [UInt8] = []
        var byte: UInt8 = 0
        while answer.count < 100, read(terminal, &byte, 1) == 1, byte != 10 { answer.append(byte) }
        let word = String(decoding: answer, as: UTF8.self).split(whereSeparator: \.isWhitespace).first?
            .lowercased()
        return word == "y" || word == "yes"
    }

    /// What an output must not overwrite: the user's store, and what is read.
    /// - Parameters:
    ///   - database: Where the user says that the store is.
    ///   - inputs: Files, folders, or `-` for standard input.
    static func spared(database: String? = nil, inputs: [String?]) -> ProtectedFiles {
        let store = try? NetworkSource.storePath(database: database, environment: environment)
        return ProtectedFiles(store: store, inputs: inputs.compactMap(\.self))
    }

    /// Writes text to standard output, without control characters: what reads it may be shown in a terminal later.
    static func print(_ text: String) throws(ExitCode) {
        try print(Array(withoutControls(text, keepsEscapes: style.usesColor).utf8))
    }

    /// A text with a space for every control character but line breaks and tabs.
    /// - Parameter keepsEscapes: Whether the text has colours.
    static func withoutControls(_ text: String, keepsEscapes: Bool) -> String {
        func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x09, 0x0A: false
            case 0x1B: !keepsEscapes
            case 0..<0x20, 0x7F..<0xA0: true
            default: false
            }
        }
        guard text.unicodeScalars.contains(where: isObeyed) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isObeyed($0) ? " " : $0 }))
    }

    /// The last entry of the history that this process has made.
    private static let committedEntry = Mutex<Int?>(nil)

    /// Remembers that something has been recorded for good, whatever becomes of the answer.
    static func committed(_ entry: Int) { committedEntry.withLock { $0 = entry } }

    /// Writes bytes to standard output. A reader that went away is not an error: no one is left to tell.
    /// - Throws: The exit code of a failed write, after a note on it.
    static func print(_ bytes: [UInt8]) throws(ExitCode) {
        let code = write(bytes, to: STDOUT_FILENO)
        guard code != 0, code != EPIPE else { return }
        let reason = String(cString: strerror(code))
        note(
            committedEntry.withLock { $0 }.map {
                "rebound: recorded as entry \($0), but the answer could not be printed: \(reason); do not record it again"
            } ?? "rebound: standard output cannot be written: \(reason)")
        throw ExitCode(ExitCodes.inputOutput)
    }

    /// Writes a table to standard output: to a terminal without what it would obey, to a program as it is.
    static func print(table bytes: [UInt8]) throws(ExitCode) {
        guard isOutputWatched else { return try print(bytes) }
        let lines = String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        try print(lines.map { printable(String($0)) }.joined(separator: "\n"))
    }

    /// Writes a message to standard error. When that fails there is no place left to say so.
    static func note(_ text: String) {
        _ = write(
            Array(MessageText(text).rendered(width: windowWidth(STDERR_FILENO)).utf8), to: STDERR_FILENO)
    }

    /// Shows how far a long run is.
    static func show(_ progress: ProgressBar) {
        _ = write(Array(progress.line(width: windowWidth(STDERR_FILENO) ?? 80).utf8), to: STDERR_FILENO)
    }

    /// Takes the progress away.
    static func eraseProgress() { _ = write(Array(ProgressBar.erased.utf8), to: STDERR_FILENO) }

    /// Writes diagnostics to standard error, the first `most` of each severity.
    static func report(_ diagnostics: [Diagnostic], most: Int, listedBy command: String? = "rebound check") {
        for severity in [Diagnostic.Severity.error, .warning] {
            let lines = diagnostics.filter { $0.severity == severity }.map(\.description)
            let shown = lines.prefix(lines.count == most + 1 ? most + 1 : most)
            for line in shown { note(line) }
            if lines.count > shown.count {
                let others = diagnostics.count(of: severity) - shown.count
                let way = command.map { "; `\($0)` lists them" } ?? ""
                note("rebound: and \(others) more \(severity.rawValue)\(others == 1 ? "" : "s")\(way)")
            }
        }
    }

    /// Says what went wrong and gives the exit code that documents it.
    static func fail(_ error: WorkspaceError, input: String) -> ExitCode {
        if case .invalid(let diagnostics) = error {
            report(diagnostics, most: 20)
            let count = diagnostics.count(of: .error)
            note("rebound: \(input) has \(count) \(count == 1 ? "error" : "errors") and cannot be used")
        } else {
            note("rebound: \(error.explanation)")
        }
        return ExitCode(error.exitCode)
    }

    /// Says what went wrong with a graph and gives the exit code that documents it.
    static func fail(graph failure: GraphFailure, input: String) -> ExitCode {
        switch failure {
        case .unreadable(let error): return fail(.unreadable(error), input: input)
        case .invalid(let diagnostics): return fail(.invalid(diagnostics), input: input)
        case .request(let reason): return fail(.request(reason), input: input)
        case .unwritable(let error): return fail(.unwritable(error), input: input)
        case .unfit, .stopped:
            note("rebound: \(failure.explanation)")
            return ExitCode(failure == .stopped ? ExitCodes.busy : ExitCodes.badData)
        }
    }

    /// What the user has set for all commands.
    /// - Throws: An ``ExitCode`` after printing what is wrong.
    static func settings() throws(ExitCode) -> Settings {
        do { return try Settings(environment: environment) } catch {
            throw fail(error, input: "the settings file")
        }
    }

    /// What the environment says; `nil` when it does not.
    static func environment(_ name: String) -> String? { getenv(name).map { SystemPath.text($0) } }

    private static var isPlain: Bool {
        environment("NO_COLOR").map { !$0.isEmpty } ?? false || environment("TERM") == "dumb"
    }

    private static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Writes all of it; returns 0 or what went wrong.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    }

    /// The columns the user asks for with COLUMNS, else those of the window.
    private static func windowWidth(_ descriptor: Int32) -> Int? {
        if let columns = environment("COLUMNS").flatMap(Int.init), (1...10_000).contains(columns) {
            return columns
        }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

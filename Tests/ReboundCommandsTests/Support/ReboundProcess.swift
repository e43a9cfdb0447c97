import Foundation
import Subprocess
import SystemPackage

/// The `rebound` executable built beside the tests, run as a user runs it.
enum ReboundProcess {
    static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "rebound").path(percentEncoded: false)

    /// The package's folder.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)
        .trimmingSuffix("/")

    static let samples = package + "/Samples"

    /// What a run has come to.
    struct Outcome {
        /// The exit code; `nil` when a signal ended it.
        var code: Int32?
        var output: String
        var error: String

        init(_ status: TerminationStatus, output: String = "", error: String = "") {
            if case .exited(let code) = status { self.code = code }
            self.output = output
            self.error = error
        }
    }

    /// Runs it to its end.
    static func run(
        _ arguments: [String], input: [UInt8] = [], in folder: String? = nil,
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: self.environment(environment),
            workingDirectory: FilePath(folder ?? package), input: .array(input),
            output: .bytes(limit: 64 << 20),
            error: .bytes(limit: 64 << 20))
        return Outcome(
            result.terminationStatus, output: String(decoding: result.standardOutput, as: UTF8.self),
            error: String(decoding: result.standardError, as: UTF8.self))
    }

    /// Runs it with standard output at a descriptor, which is closed afterwards.
    static func run(
        _ arguments: [String], outputTo descriptor: Int32, environment: [String: String] = [:]
    ) async throws -> Outcome {
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: self.environment(environment),
            workingDirectory: FilePath(package),
            output: .fileDescriptor(FileDescriptor(rawValue: descriptor), closeAfterSpawningProcess: true),
            error: .string(limit: 1 << 20))
        return Outcome(result.terminationStatus, error: result.standardError)
    }

    /// Runs it with standard error at a descriptor, which is closed afterwards.
    static func run(
        _ arguments: [String], errorTo descriptor: Int32, environment: [String: String] = [:]
    ) async throws -> Outcome {
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: self.environment(environment),
            workingDirectory: FilePath(package), output: .string(limit: 1 << 20),
            error: .fileDescriptor(FileDescriptor(rawValue: descriptor), closeAfterSpawningProcess: true))
        return Outcome(result.terminationStatus, output: result.standardOutput)
    }

    /// Runs it in a terminal in which someone has typed something.
    static func run(
        _ arguments: [String], typing text: String, in folder: String, environment: [String: String] = [:],
        columns: UInt16 = 80
    ) async throws -> Outcome {
        let terminal = try Pseudoterminal(columns: columns)
        try terminal.type(text)
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: self.environment(environment), workingDirectory: FilePath(folder),
            input: .fileDescriptor(
                FileDescriptor(rawValue: dup(terminal.descriptor)), closeAfterSpawningProcess: true),
            output: .fileDescriptor(
                FileDescriptor(rawValue: terminal.descriptor), closeAfterSpawningProcess: true),
            error: .string(limit: 1 << 20))
        return Outcome(result.terminationStatus, output: terminal.text(), error: result.standardError)
    }

    /// Runs it in a terminal, and ends it by a signal once it has written something.
    static func run(
        _ arguments: [String], typing text: String, in folder: String, environment: [String: String],
        signal: Signal, onceItSays words: String
    ) async throws -> Outcome {
        let terminal = try Pseudoterminal()
        try terminal.type(text)
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments),
            environment: self.environment(environment), workingDirectory: FilePath(folder),
            input: .fileDescriptor(
                FileDescriptor(rawValue: dup(terminal.descriptor)), closeAfterSpawningProcess: true),
            output: .fileDescriptor(
                FileDescriptor(rawValue: terminal.descriptor), closeAfterSpawningProcess: true),
            error: .discarded
        ) { execution in
            let process = execution.processIdentifier.value
            Thread.detachNewThread {
                _ = terminal.sees(words)
                _ = Foundation.kill(process, signal.rawValue)
            }
        }
        return Outcome(result.terminationStatus, output: terminal.text())
    }

    /// Starts it and ends it by a signal after a while. `timeout` sends it: tests may hold every thread that could, for minutes.
    /// - Returns: With the code 128 and the signal's number, unless it ended before.
    static func kill(
        _ arguments: [String], after delay: Duration, with signal: Signal = .kill
    ) async throws -> Outcome {
        let limit = [
            "--foreground", "--preserve-status", "--signal=\(signal.rawValue)", "\(delay / .seconds(1))",
            path,
        ]
        let result = try await Subprocess.run(
            .name("timeout"), arguments: Arguments(limit + arguments), environment: environment([:]),
            input: .none, output: .discarded, error: .discarded)
        return Outcome(result.terminationStatus)
    }

    private static func environment(_ changes: [String: String]) -> Environment {
        var values: [Environment.Key: String?] = [
            "SWIFT_BACKTRACE": "enable=no", "COLUMNS": nil, "NO_COLOR": nil, "TERM": "xterm",
            "LC_ALL": "C.UTF-8", "REBOUND_DB": "/nonexistent/network.db",
            "REBOUND_SETTINGS": "none",
        ]
        for (name, value) in changes { values[Environment.Key(stringLiteral: name)] = value }
        return .inherit.updating(values)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }

    /// The lines, without the last line break.
    var lines: [String] {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}

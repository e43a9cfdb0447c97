import ArgumentParser
private import Dispatch
private import Glibc
import ReferralGraph
private import SystemInterface
import Workspace

/// What the executable does.
public enum EntryPoint {
    /// Parses the arguments, runs the command they name, and ends the process.
    ///
    /// Synchronous, so that a caller can do what has to come before any thread.
    /// - Parameter arguments: The program's name and its arguments.
    public static func run(_ arguments: [String]) -> Never {
        // A reader that goes away shows as an error of `write`, not as a signal.
        signal(SIGPIPE, SIG_IGN)
        // Linux gives an empty name to a program that is started without one.
        guard let name = arguments.first, !name.isEmpty else {
            Terminal.note("rebound: started without arguments, not even the program’s name; nothing was done")
            _exit(ExitCodes.internalError)
        }
        let words = OtherWords.writtenOut(Array(arguments.dropFirst()))
        let command: any ParsableCommand
        do { command = try parsed(words) } catch { end(report(error, arguments: words)) }
        guard let command = command as? any AsyncParsableCommand, !(command is Rebound) else {
            // On this thread: what reads and records needs no others, and no /proc, which those that wait for work do.
            end(status(of: words) { try run(command) })
        }
        guard ProcessStart.hasWorkerThreads else {
            Terminal.note(
                "rebound: this command draws, which needs /proc, and that is not mounted here: mount -t proc proc /proc"
            )
            end(ExitCodes.internalError)
        }
        Task { end(await status(of: words) { try await run(command) }) }
        dispatchMain()
    }

    /// Ends the process.
    private static func end(_ status: Int32) -> Never {
        // Nothing is taken apart: to give a network's memory back piece by piece takes a millisecond.
        fflush(nil)
        _exit(status)
    }

    private static func run(_ command: any ParsableCommand) throws {
        if command is Rebound { throw CleanExit.helpRequest() }
        var command = command
        try command.run()
    }

    private static func run(_ command: any AsyncParsableCommand) async throws {
        var command = command
        try await command.run()
    }

    /// Runs a command and returns its exit code.
    private static func status(of arguments: [String], _ run: () throws -> Void) -> Int32 {
        do {
            try run()
            return ExitCodes.success
        } catch {
            return report(error, arguments: arguments)
        }
    }

    /// Runs a command and returns its exit code.
    private static func status(of arguments: [String], _ run: () async throws -> Void) async -> Int32 {
        do {
            try await run()
            return ExitCodes.success
        } catch {
            return report(error, arguments: arguments)
        }
    }

    /// The command that the arguments name.
    ///
    /// What a script runs for every network of a folder is parsed by itself: to set up the tree of all commands takes
    /// a tenth of the time in which a thousand people are ranked. Whatever that does not understand goes the whole
    /// way, so help and messages are the same.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        let own: (any ParsableCommand.Type)? =
            switch arguments.first {
            case "next": NextCommand.self
            case "today": TodayCommand.self
            case "stalled": StalledCommand.self
            case "why": WhyCommand.self
            case "log": LogCommand.self
            default: nil
            }
        if let own, let command = try? own.parse(Array(arguments.dropFirst())) { return command }
        return try Rebound.parseAsRoot(arguments)
    }

    /// Prints help to standard output and errors to standard error.
    private static func report(_ error: any Error, arguments: [String]) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        // A mistake that shows while a command runs; the usage of `rebound` itself would not help with it.
        if let mistake = error as? ValidationError {
            Terminal.note("rebound: \(mistake.message)")
            return ExitCodes.usage
        }
        let text = Rebound.fullMessage(for: error)
        let code = Rebound.exitCode(for: error)
        if code == .success {
            do { try Terminal.print(text.hasSuffix("\n") ? text : text + "\n") } catch {
                return ExitCodes.inputOutput
            }
            return ExitCodes.success
        }
        if code == .failure {
            Terminal.note("rebound: internal error: \(error)")
            return ExitCodes.internalError
        }
        if text.contains("Unexpected argument"), let command = OtherWords.quoted(arguments) {
            Terminal.note("rebound: a name of several words stands in quotes; write: \(command)")
        } else if let hint = hint(for: arguments) {
            Terminal.note("rebound: \(hint)")
        } else {
            Terminal.note(text.hasPrefix("Error: ") ? "rebound: " + text.dropFirst("Error: ".count) : text)
        }
        return code.rawValue
    }

    /// What to say to a first argument that is no command.
    private static func hint(for arguments: [String]) -> String? {
        let commands = Rebound.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard let first = arguments.first, !first.hasPrefix("-"),
            !(commands + ["help"]).contains(first)
        else { return nil }
        if first.withSystemPath({ access($0, F_OK) }) == 0 {
            return
                "“\(first)” is a file, not a command; say what to do with it, such as: rebound next \(first)"
        }
        if let command = OtherWords.command(for: arguments) {
            return "there is no command “\(first)”; write: \(command)"
        }
        let meant = nearestSpelling(to: first, among: commands).map { "did you mean “\($0)”?" }
        return "there is no command “\(first)”; "
            + (meant ?? "the commands are \(commands.joined(separator: ", "))")
    }
}

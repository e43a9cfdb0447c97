import ArgumentParser
import ReferralGraph
import ReferralStore
import Reporting
import Workspace

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List what was recorded in your network, newest first.",
        usage: "rebound history [--top <count>] [--entry <number>]",
        discussion: """
            The journal only grows: an undo is an entry of its own. --entry shows the rows that one entry changed.
            """)

    @Option(help: ArgumentHelp("How many entries to show.", valueName: "count")) var top = 20
    @Option(help: ArgumentHelp("Show what one entry changed.", valueName: "number")) var entry: Int?
    @OptionGroup var store: StoreOptions

    func run() throws {
        let own = OwnNetwork(path: try store.path(), now: Terminal.now())
        do {
            if let entry {
                for change in try own.changes(of: entry) { try Terminal.print(HistoryText.line(of: change)) }
            } else {
                let entries = try own.history(limit: nil)
                try Terminal.print(
                    HistoryText(entries, limit: top, width: Terminal.style.width).rendered())
            }
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: own.path)
        }
    }
}

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back what was recorded last.",
        usage: "rebound undo [<steps>]",
        discussion: "All steps are taken back or none. `rebound redo` brings them back until something else is recorded.")

    @Argument(help: "How many recordings to take back.") var steps = 1
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if steps < 1 { throw ValidationError("STEPS is a whole number from 1 up, not \(steps).") }
    }

    func run() throws { try revert(recording, steps, .undo, said: "Took back") }
}

struct RedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo",
        abstract: "Bring back what was undone last.",
        usage: "rebound redo [<steps>]")

    @Argument(help: "How many to bring back.") var steps = 1
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if steps < 1 { throw ValidationError("STEPS is a whole number from 1 up, not \(steps).") }
    }

    func run() throws { try revert(recording, steps, .redo, said: "Brought back") }
}

/// Goes back or forth in the history and prints what that took back or brought back.
private func revert(
    _ recording: RecordingOptions, _ steps: Int, _ direction: OwnNetwork.Direction, said: String
) throws {
    let own = try recording.own()
    do {
        if recording.isRehearsal {
            let entries = try own.reverting(steps: steps, direction)
            for entry in entries { try Terminal.print("Would have \(said.lowercased()): \(entry.summary)\n") }
        } else {
            for entry in try own.revert(steps: steps, direction) {
                try Terminal.print(MessageText("\(said): \(entry.summary)").rendered(width: 80))
            }
        }
    } catch let error as WorkspaceError {
        throw Terminal.fail(error, input: own.path)
    }
}

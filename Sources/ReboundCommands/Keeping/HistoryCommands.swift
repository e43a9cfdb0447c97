import ArgumentParser
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

            EXAMPLES
              rebound history --top 5
              rebound history --entry 1
            """)

    @Option(help: ArgumentHelp("How many entries to show.", valueName: "count")) var top = 20
    @Option(help: ArgumentHelp("Show what one entry changed.", valueName: "number")) var entry: Int?
    @OptionGroup var store: StoreOptions

    func run() throws {
        let own = OwnNetwork(path: try store.path(), now: Terminal.now())
        do {
            if let entry {
                try Terminal.print(ChangesText(own.changes(of: entry)).rendered(in: Terminal.style))
            } else {
                try Terminal.print(HistoryText(own.history(), limit: top).rendered(in: Terminal.style))
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
        discussion: """
            All steps are taken back, or none. `rebound redo` brings them back, until something else is recorded.

            EXAMPLES
              rebound undo
              rebound undo 2
            """)

    @Argument(help: "How many recordings to take back.") var steps = 1
    @OptionGroup var moment: RecordingMoment

    func validate() throws {
        if steps < 1 { throw ValidationError("STEPS is a whole number of at least 1, not \(steps).") }
    }

    func run() throws { try revert(moment, steps, .undo, said: "Took back") }
}

struct RedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo",
        abstract: "Bring back what was undone last.",
        usage: "rebound redo [<steps>]",
        discussion: """
            Nothing can be brought back once something else has been recorded.

            EXAMPLES
              rebound redo
            """)

    @Argument(help: "How many to bring back.") var steps = 1
    @OptionGroup var moment: RecordingMoment

    func validate() throws {
        if steps < 1 { throw ValidationError("STEPS is a whole number of at least 1, not \(steps).") }
    }

    func run() throws { try revert(moment, steps, .redo, said: "Brought back") }
}

/// Goes back or forth in the history and prints what that took back or brought back.
private func revert(
    _ moment: RecordingMoment, _ steps: Int, _ direction: OwnNetwork.Direction, said: String
) throws {
    let own = try moment.own()
    do {
        for entry in try own.revert(steps: steps, direction) {
            try Terminal.print(MessageText("\(said): \(entry.summary)").rendered(width: 80))
        }
    } catch let error as WorkspaceError {
        throw Terminal.fail(error, input: own.path)
    }
}

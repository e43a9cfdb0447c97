import ArgumentParser
import NetworkEditing
import Workspace

struct StartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Answer three questions about what you are looking for.",
        discussion: """
            Asks for companies, a role with its department, and places. Enter skips a question. The same questions come \
            after your first `rebound import` in a terminal. In a script, use `rebound want`.

            EXAMPLES
              rebound start
            """)

    @OptionGroup var recording: RecordingOptions

    func run() throws {
        guard Terminal.canAsk else {
            throw ValidationError(
                "“rebound start” asks questions in a terminal; here, write: "
                    + "rebound want COMPANY --role TITLE --department NAME --place CITY")
        }
        try GoalQuestions(recording: recording).ask()
    }
}

/// The questions about the seeker's goal, for a first run in a terminal.
struct GoalQuestions {
    let recording: RecordingOptions

    /// Asks, and records what was answered.
    func ask() throws {
        try Terminal.print(
            "Three questions about what you are looking for. Enter skips one; commas separate several answers.\n"
        )
        var wanted = Wanted()
        wanted.companies = try answers("Which companies would you most like to work at?")
        wanted.roles = try answers("In which role?")
        if !wanted.roles.isEmpty { wanted.departments = try answers("In which department is that?") }
        wanted.places = try answers("In which places?")
        guard wanted != Wanted() else {
            return try Terminal.print("Nothing recorded. `rebound want` says it any time.\n")
        }
        try recording.record { (editor) throws(EditError) in try editor.want(wanted) }
    }

    private func answers(_ question: String) throws -> [String] {
        try (Terminal.ask(question) ?? "").split(separator: ",").map(String.init).filter {
            !$0.allSatisfy(\.isWhitespace)
        }
    }
}

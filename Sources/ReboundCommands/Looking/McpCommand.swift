import ArgumentParser
import AssistantServer
import Foundations
private import Glibc
import ReferralGraph
import Workspace

struct McpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "Let an assistant look at your network, on this machine (Model Context Protocol).",
        usage: """
            rebound mcp [<file>] [--allow-recording] [--notes] [--redact] [--quiet]
                        [--only <tag>] [--policy <policy>] [--db <store>]
                        [--as-of <day>]
            """,
        discussion: """
            For assistants that start programs and speak the Model Context Protocol with them over standard input and \
            output. You do not start this command yourself: you name it in the assistant's settings, once. The \
            documentation says how for each.

            The assistant can ask what `today`, `next`, `stalled`, `why`, `find`, `who`, `path`, `plan`, `draft` and \
            `draw` tell you. It sees no notes, and no one who asked not to be named. It can record nothing unless you \
            say --allow-recording, and then shows you first what it would record. It can never delete anything, and \
            nothing is sent to anyone by Rebound. What the assistant itself does with what it reads, its maker says.

            EXAMPLES
              rebound mcp < /dev/null
              rebound mcp Samples/three-referrals.json --redact < /dev/null
            """)

    @OptionGroup var input: NetworkOptions
    @Flag(
        name: .customLong("allow-recording"),
        help: "Let the assistant record what happened; each time it has to show you first.")
    var allowsRecording = false
    @Flag(help: "Show your notes, observations and the feedback you got, too.") var notes = false
    @Flag(help: "Hide names: people are initials, companies numbers.") var redact = false
    @Option(
        name: .customLong("only"),
        help: ArgumentHelp(
            "Show only people with this tag; everyone else is not there. May be repeated for people with all of them.",
            valueName: "tag"),
        completion: NameCompletion.tags, transform: TagOptions.tags)
    var only: [[Tag]] = []
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var quiet: QuietOptions

    func validate() throws {
        if input.path == "-" {
            throw ValidationError(
                "Standard input is for the assistant; name a file, or leave it out for your network.")
        }
        if allowsRecording, input.path != nil {
            throw ValidationError(
                "A network file is only looked at; --allow-recording goes with your own network.")
        }
        if allowsRecording, redact || !only.isEmpty {
            throw ValidationError(
                "What is recorded names people; --allow-recording goes without --redact and --only.")
        }
        if redact, notes {
            throw ValidationError("--redact hides all notes; it goes without --notes.")
        }
    }

    func run() async throws {
        let fixed = input.moment.given
        do {
            let source = try NetworkSource(
                file: input.path, database: input.store.database, environment: Terminal.environment)
            var view = AssistantView(of: source, settings: try Terminal.settings()) {
                fixed ?? Terminal.now()
            }
            view.policy = policy.nameOrFile
            view.isQuiet = quiet.option
            view.showsNotes = notes
            view.isRedacted = redact
            view.people = TagFilter(wanted: only)
            view.allowsRecording = allowsRecording
            let server = try AssistantServer(view)
            if Terminal.isInputTyped {
                Terminal.note(
                    "rebound: waiting for the messages of an assistant, which starts this command itself; Ctrl-C ends it"
                )
            }
            try await server.run(reading: STDIN_FILENO, writing: STDOUT_FILENO)
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: input.name)
        } catch let error as ReadError {
            throw Terminal.fail(.unreadable(error), input: input.name)
        }
    }
}

import ArgumentParser
import NetworkEditing
import ReferralGraph

struct OpeningCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opening",
        abstract: "Record that a company has posted a role.",
        usage: """
            rebound opening <company> <title> [<note>] [--department <name>]
                            [--closes <day>] [--on <day>]
            """,
        discussion: """
            Contacting your stars there comes due, those in the right department first. `rebound reposted` is for a \
            role that you were considered for.

            EXAMPLES
              rebound opening harbor "Analytics lead" --department Analytics
            """)

    @Argument(help: "The company; an unknown one is added.", completion: NameCompletion.companies)
    var company: String
    @Argument(help: "The role.") var title: String
    @Option(help: ArgumentHelp("Where in the company.", valueName: "name")) var department: String?
    @Option(help: ArgumentHelp("The last day on which one can apply.", valueName: "day")) var closes: String?
    @Option(help: ArgumentHelp("When (default: today).", valueName: "day")) var on: String?
    @OptionGroup var note: NoteArgument
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let day = try recording.day(on)
        let closes = try recording.day(closes, leaning: .future, from: day.map { Timestamp($0) })
        try recording.record { (editor) throws(EditError) in
            try editor.opening(
                company, title, department: department, closes: closes, note: note.text, on: day)
        }
    }
}

struct RepostedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reposted",
        abstract: "Record that a role of yours is posted again.",
        usage: "rebound reposted <opportunity> [<note>] [--on <day>]",
        discussion: """
            EXAMPLES
              rebound reposted "account lead" --on yesterday
            """)

    @Argument(help: "An id, a title, or a part of it.", completion: NameCompletion.opportunities)
    var opportunity: String
    @Option(help: ArgumentHelp("When (default: today).", valueName: "day")) var on: String?
    @OptionGroup var note: NoteArgument
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let day = try recording.day(on)
        try recording.record { (editor) throws(EditError) in
            try editor.reposted(opportunity, note: note.text, on: day)
        }
    }
}

struct SignalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signal",
        abstract: "Record news that makes an opening more likely, or less.",
        usage: """
            rebound signal <kind> <company> [<note>] [--person]
                           [--department <name>] [--on <day>]
            """,
        discussion: """
            EXAMPLES
              rebound signal contract-won harbor --on monday
              rebound signal report-leaving "Dan Whitfield" --person
            """)

    @Argument(help: "What happened.") var kind: Signal.Kind
    @Argument(
        help: "Where: a company, with --person a manager.", completion: NameCompletion.peopleAndCompanies)
    var name: String
    @Flag(help: "The news is about a manager's team.") var person = false
    @Option(help: ArgumentHelp("Where in the company.", valueName: "name")) var department: String?
    @Option(help: "The role it is about.") var title: String?
    @Option(help: ArgumentHelp("When (default: today).", valueName: "day")) var on: String?
    @OptionGroup var note: NoteArgument
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let day = try recording.day(on)
        try recording.record { (editor) throws(EditError) in
            person
                ? try editor.signal(
                    kind, about: name, department: department, title: title, note: note.text, on: day)
                : try editor.signal(
                    kind, at: name, department: department, title: title, note: note.text, on: day)
        }
    }
}

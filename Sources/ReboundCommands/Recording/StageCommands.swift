import ArgumentParser
import NetworkEditing
import ReferralGraph

struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Record a “no”: the manager behind it can lead you to new people.",
        usage: """
            rebound reject <opportunity> [--by <person>] [--finalist]
                           [--feedback <words>] [--on <day>]
            """,
        discussion: """
            The person who said no is added if they are new, as the hiring manager at that company. The steps of the \
            playbook after a no (thanks, the call before 9:00, asking for a name) come due.

            EXAMPLES
              rebound reject "account lead" --by "Dan Whitfield" --finalist --on yesterday
              rebound reject account --feedback "wanted more years in retail"
            """)

    @Argument(help: "An id, a title, or a part of it.", completion: NameCompletion.opportunities)
    var opportunity: String
    @Option(help: ArgumentHelp("Who said it.", valueName: "person"), completion: NameCompletion.people)
    var by: String?
    @Option(help: "Their title, when they are new.") var title: String?
    @Flag(help: "You were among the last few.") var finalist = false
    @Option(help: ArgumentHelp("The reasons they gave.", valueName: "words")) var feedback: String?
    @Option(help: ArgumentHelp("When (default: now).", valueName: "day")) var on: String?
    @Option(help: "Anything else.") var note: String?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let moment = try recording.past(on)
        try recording.record { (editor) throws(EditError) in
            try editor.reject(
                opportunity, by: by, title: title, finalist: finalist, feedback: feedback, note: note,
                on: moment)
        }
    }
}

struct StageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: "Record how far an opportunity has come.",
        usage: """
            rebound stage <opportunity> <stage> [--with <person>] [--round <number>]
                          [--on <day>]
            """,
        discussion: """
            EXAMPLES
              rebound stage "account lead" screening --with "Nadia Haddad"
              rebound stage account interview --round 2 --with dan --with ruth --on monday
              rebound stage account withdrawn
            """)

    @Argument(help: "An id, a title, or a part of it.", completion: NameCompletion.opportunities)
    var opportunity: String
    @Argument(help: "The stage.") var stage: Stage
    @Option(
        help: ArgumentHelp("Who took part; may be repeated.", valueName: "person"),
        completion: NameCompletion.people)
    var with: [String] = []
    @Option(help: ArgumentHelp("Which interview it was, from 1.", valueName: "number")) var round: Int?
    @Option(help: ArgumentHelp("When (default: now).", valueName: "day")) var on: String?
    @Option(help: "Anything else.") var note: String?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let moment = try recording.past(on)
        try recording.record { (editor) throws(EditError) in
            try editor.advance(opportunity, to: stage, with: with, round: round, note: note, on: moment)
        }
    }
}

struct OfferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer",
        abstract: "Record an offer.",
        usage: "rebound offer <opportunity> [--by <person>] [--on <day>]",
        discussion: """
            `rebound stage OPPORTUNITY accepted` records that you took it.

            EXAMPLES
              rebound offer "account lead" --by priya
            """)

    @Argument(help: "An id, a title, or a part of it.", completion: NameCompletion.opportunities)
    var opportunity: String
    @Option(help: ArgumentHelp("Who made it.", valueName: "person"), completion: NameCompletion.people)
    var by: String?
    @Option(help: ArgumentHelp("When (default: now).", valueName: "day")) var on: String?
    @Option(help: "Anything else.") var note: String?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let moment = try recording.past(on)
        try recording.record { (editor) throws(EditError) in
            try editor.advance(opportunity, to: .offer, with: by.map { [$0] } ?? [], note: note, on: moment)
        }
    }
}

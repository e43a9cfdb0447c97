import ArgumentParser
import NetworkEditing
import ReferralGraph

struct ReferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refer",
        abstract: "Record that someone gave you a name, and what came of it.",
        usage: """
            rebound refer <from> <to> [--promised | --used | --met | --declined]
                          [--on <day>] [<options>]
            """,
        discussion: """
            The person you were pointed to is added if they are new; give --company and --title then. Without a flag, \
            the name was given.

            EXAMPLES
              rebound refer dan "Ruth Adeyemi" --company "Fortune 500 firm"
              rebound refer dan ruth --promised --on yesterday
              rebound refer dan ruth --met
            """)

    @Argument(help: "Who gave the name.", completion: NameCompletion.people) var from: String
    @Argument(help: "Whose name it is.", completion: NameCompletion.people) var to: String
    @Flag(help: "They will introduce you.") var promised = false
    @Flag(help: "You have contacted the person.") var used = false
    @Flag(help: "You have talked with the person.") var met = false
    @Flag(help: "The person does not want to talk.") var declined = false
    @Option(help: ArgumentHelp("When (default: today).", valueName: "day")) var on: String?
    @Option(help: "Where a new person works.", completion: NameCompletion.companies) var company: String?
    @Option(help: "A new person's title.") var title: String?
    @Option(
        help: ArgumentHelp("Which opportunity the name came from.", valueName: "opportunity"),
        completion: NameCompletion.opportunities)
    var about: String?
    @Option(help: "Anything else.") var note: String?
    @OptionGroup var recording: RecordingOptions

    private var steps: [ReferralEntry.Step] {
        let chosen: [(Bool, ReferralEntry.Step)] = [
            (promised, .promised), (used, .used), (met, .met), (declined, .declined),
        ]
        return chosen.filter(\.0).map(\.1)
    }

    func validate() throws {
        if steps.count > 1 { throw ValidationError("Record one step at a time, such as --met.") }
    }

    func run() throws {
        let entry = ReferralEntry(
            from: from, to: to, steps.first ?? .given, on: try recording.day(on), company: company,
            title: title,
            about: about, note: note)
        try recording.record { (editor) throws(EditError) in try editor.refer(entry) }
    }
}

import ArgumentParser
import Foundations
import NetworkEditing
import ReferralGraph

struct ReferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refer",
        abstract: "Record that someone gave you a name, and what came of it.",
        usage: """
            rebound refer <from> <to> [<note>]
                          [--promised | --used | --met | --declined] [--on <day>]
                          [<options>]
            rebound refer <from> --me [--promised] [--about <opportunity>]
            """,
        discussion: """
            The person you were pointed to is added if they are new; give --company and --title then. Without a flag, \
            the name was given.

            --me is for a friend inside who hands in your name, or with --promised says they will.

            EXAMPLES
              rebound refer dan "Ruth Adeyemi" --company "Fortune 500 firm"
              rebound refer dan ruth --promised --on yesterday
              rebound refer dan ruth --met
              rebound refer dan --me --promised --about "client partner"
            """)

    @Argument(help: "Who gave the name.", completion: NameCompletion.people) var from: String
    @Argument(help: "Whose name it is.", completion: NameCompletion.people) var to: String?
    @Flag(name: .customLong("me"), help: "They hand in your name.") var isMe = false
    @Flag(help: "They will introduce you.") var promised = false
    @Flag(help: "You have contacted the person.") var used = false
    @Flag(help: "You have talked with the person.") var met = false
    @Flag(help: "The person does not want to talk.") var declined = false
    @Option(help: ArgumentHelp("When (default: today).", valueName: "day")) var on: String?
    @Option(name: .company, help: "Where a new person works.", completion: NameCompletion.companies)
    var company: String?
    @Option(help: "A new person's title.") var title: String?
    @Option(
        help: ArgumentHelp("Which opportunity the name came from.", valueName: "opportunity"),
        completion: NameCompletion.opportunities)
    var about: String?
    @OptionGroup var note: NoteArgument
    @OptionGroup var recording: RecordingOptions

    private var steps: [ReferralEntry.Step] {
        let chosen: [(Bool, ReferralEntry.Step)] = [
            (promised, .promised), (used, .used), (met, .met), (declined, .declined),
        ]
        return chosen.filter(\.0).map(\.1)
    }

    func validate() throws {
        if to == nil, !isMe {
            throw ValidationError(
                "Say whose name it is: rebound refer \(commandWord(from)) NAME, or --me when they hand in yours."
            )
        }
        if isMe, let to, note.text != nil {
            throw ValidationError("--me and \(to) are two people; record one at a time.")
        }
        if steps.count > 1 { throw ValidationError("Record one step at a time, such as --met.") }
    }

    func run() throws {
        let entry = ReferralEntry(
            from: from, to: isMe ? nil : to, steps.first ?? .given, on: try recording.day(on),
            company: company,
            title: title,
            about: about, note: isMe ? to : note.text)
        try recording.record { (editor) throws(EditError) in try editor.refer(entry) }
    }
}

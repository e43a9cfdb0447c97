import ArgumentParser
import NetworkEditing
import ReferralGraph

struct PromiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promise",
        abstract: "Record a promise, yours or theirs, or that it was kept.",
        usage: """
            rebound promise <person> <what> [--mine] [--due <day>] [--introduction]
                            | --kept
            """,
        discussion: """
            A promise that has passed its day is not the same as silence, and is listed separately.

            EXAMPLES
              rebound promise dan "introduce me to Ruth" --introduction --due friday
              rebound promise priya "send the figures" --mine --due "in 2 days"
              rebound promise dan "refer me" --by friday
              rebound promise julie "call her back" --mine --due "tuesday 15:00"
              rebound promise priya --kept
            """)

    @Argument(help: "Who with.", completion: NameCompletion.people) var person: String
    @Argument(help: "What was promised; with --kept, words of it if there are several.") var what: String?
    @Flag(help: "You promised it.") var mine = false
    @Flag(help: "An introduction was promised.") var introduction = false
    @Flag(help: "It has been kept.") var kept = false
    @Option(
        name: [.customLong("due"), .customLong("by")],
        help: ArgumentHelp("By when: a day, or a day with a time.", valueName: "day"))
    var due: String?
    @Option(help: ArgumentHelp("When it was promised or kept (default: now).", valueName: "day")) var on:
        String?
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if what == nil, !kept { throw ValidationError("Say what was promised, or that it was --kept.") }
        if kept, due != nil || mine || introduction {
            throw ValidationError("--kept stands alone: the promise is on record already.")
        }
    }

    func run() throws {
        let moment = try recording.moment(on)
        let due = try recording.moment(due, leaning: .future, from: moment)
        try recording.record(concerning: { EditSubjects(people: [person], in: $0) }) {
            (editor) throws(EditError) in
            if kept { return try editor.keepPromise(with: person, what, on: moment?.day) }
            return try editor.promise(
                by: mine ? .seeker : .them, person, what ?? "", due: due,
                kind: introduction ? .introduction : .other,
                on: moment)
        }
    }
}

struct CloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "End a conversation or an opportunity: nothing more is due in it.",
        usage: "rebound close <name> [<note>] [--reopen] [--on <day>]",
        discussion: """
            Silence never closes anything; only you do, or an explicit no. Of a person, the latest conversation ends; \
            of an opportunity, all that is said about it, and you have withdrawn; of a company, what is open there.

            EXAMPLES
              rebound close julie "took another job"
              rebound close "client partner" "no word for two months"
              rebound close julie --reopen
            """)

    @Argument(help: "Who with, or what about.", completion: NameCompletion.all) var name: String
    @OptionGroup var note: NoteArgument
    @Flag(help: "Take it back.") var reopen = false
    @Option(help: ArgumentHelp("When (default: now).", valueName: "day")) var on: String?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let moment = try recording.moment(on)
        try recording.record { (editor) throws(EditError) in
            reopen ? try editor.reopen(name) : try editor.close(name, note: note.text, on: moment)
        }
    }
}

struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a person, company or opportunity that nothing refers to.",
        usage: "rebound remove person|company|opportunity <name>",
        discussion: """
            Anything that is mentioned elsewhere stays, and you are told where. `rebound undo` brings back what was \
            removed.

            EXAMPLES
              rebound remove person "Maria Lopez"
              rebound remove company "Northgate Labs"
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable { case person, company, opportunity }

    @Argument(help: "What it is.") var kind: Kind
    @Argument(help: "An id, a name, or a part of it.", completion: NameCompletion.peopleAndCompanies)
    var name: String
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try recording.record { (editor) throws(EditError) in
            switch kind {
            case .person: try editor.remove(person: name)
            case .company: try editor.remove(company: name)
            case .opportunity: try editor.remove(opportunity: name)
            }
        }
    }
}

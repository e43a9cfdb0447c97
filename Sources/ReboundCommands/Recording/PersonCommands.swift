import ArgumentParser
import Foundations
import NetworkEditing
import ReferralGraph

struct StarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "star",
        abstract: "Mark someone you got on especially well with.",
        usage: "rebound star <person>... [<note>] [--remove]",
        discussion: """
            Stars are asked first, and congratulated on what happens to them.

            EXAMPLES
              rebound star dan
              rebound star dan ruth "asked good questions"
              rebound star dan --remove
            """)

    @Argument(
        help: ArgumentHelp(
            "An id, a name, or a part of it. A last one that is none is a note on them.", valueName: "person"),
        completion: NameCompletion.people)
    var people: [String]
    @Flag(help: "No longer a star.") var remove = false
    @Option(name: .customLong("note"), help: .hidden) var note: String?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try recording.record(concerning: { EditSubjects(people: people, in: $0) }) {
            (editor) throws(EditError) in try editor.star(people, !remove, note: note)
        }
    }
}

struct DoNotContactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "do-not-contact",
        abstract: "Keep people, a company or an opportunity out of every list for good.",
        usage: "rebound do-not-contact <name>... [<note>] [--lift]",
        discussion: """
            What is recorded of them stays. With a company or an opportunity, everyone there is left alone. \
            `rebound snooze NAME --until DAY` is for a while.

            EXAMPLES
              rebound do-not-contact marcus
              rebound do-not-contact marcus priya "asked for a pause"
              rebound do-not-contact marcus --lift
            """)

    @Argument(
        help: ArgumentHelp(
            "An id, a name or a title, or a part of it. A last one that is none is a note.", valueName: "name"
        ),
        completion: NameCompletion.all)
    var names: [String]
    @Option(help: .hidden) var until: String?
    @Flag(help: "They may be contacted again.") var lift = false
    @Option(name: .customLong("note"), help: .hidden) var note: String?
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if until != nil, lift { throw ValidationError("--until and --lift exclude each other.") }
    }

    func run() throws {
        let day = try recording.day(until, leaning: .future)
        try recording.record(concerning: { EditSubjects(people: names, in: $0) }) {
            (editor) throws(EditError) in
            if let day { return try editor.putOff(names, until: day) }
            return try editor.doNotContact(names, isLifted: lift, note: note)
        }
    }
}

struct MovedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moved",
        abstract: "Record that someone has a new employer or a new role, or has left.",
        usage: """
            rebound moved <person> --to <company> [--title <title>] [--on <day>]
            rebound moved <person> --left [--from <company>] [--let-go] [--on <day>]
            """,
        discussion: """
            Your tie moves with the person. If it is a star, congratulating them comes due. --left is for someone who \
            has left, and you do not know where to.

            EXAMPLES
              rebound moved ruth --to "Northgate Health" --title "Vice President"
              rebound moved marcus --left --let-go --on yesterday
            """)

    @Argument(help: "An id, a name, or a part of it.", completion: NameCompletion.people) var person: String
    @Option(
        name: [.customLong("to"), .customLong("company"), .customLong("at")], help: "The new employer.",
        completion: NameCompletion.companies)
    var to: String?
    @Flag(name: .customLong("left"), help: "They have left; the next employer need not be known.")
    var hasLeft = false
    @Option(
        help: ArgumentHelp("Which employer they have left.", valueName: "company"),
        completion: NameCompletion.companies)
    var from: String?
    @Flag(name: .customLong("let-go"), help: "They lost the job.") var isLetGo = false
    @Option(help: "The job title.") var title: String?
    @Option(help: "The department.") var department: String?
    @Option(help: ArgumentHelp("The first day (default: today).", valueName: "day")) var on: String?
    @OptionGroup var recording: RecordingOptions

    private var leaves: Bool { hasLeft || isLetGo || from != nil }

    func validate() throws {
        if to == nil, !leaves {
            let name = commandWord(person)
            throw ValidationError(
                "Say where to: rebound moved \(name) --to COMPANY, or rebound moved \(name) --left if you do not know."
            )
        }
        if to != nil, hasLeft || isLetGo {
            throw ValidationError(
                "--left and --let-go are for someone who has left, and you do not know where to.")
        }
        if to == nil, title != nil || department != nil {
            throw ValidationError("--title and --department go with --to.")
        }
    }

    func run() throws {
        let day = try recording.day(on)
        try recording.record(concerning: { EditSubjects(people: [person], in: $0) }) {
            (editor) throws(EditError) in
            guard let to else { return try editor.left(person, from, isLetGo: isLetGo, on: day) }
            return try editor.moved(
                person, to: to, title: title, department: department, on: day)
        }
    }
}

struct TieCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tie",
        abstract: "Record that two people know each other, or that one reports to the other.",
        usage: """
            rebound tie <person> <other> [--reports-to] [--strength <number>]
                        [--how <words>] [--remove]
            """,
        discussion: """
            EXAMPLES
              rebound tie dan ruth --how "same team for years" --strength 0.8
              rebound tie priya marcus --reports-to
            """)

    @Argument(help: "An id, a name, or a part of it.", completion: NameCompletion.people) var person: String
    @Argument(help: "The other.", completion: NameCompletion.people) var other: String
    @Flag(help: "The first reports to the other.") var reportsTo = false
    @Option(
        help: ArgumentHelp(
            "How likely one is to introduce the other, above 0 and up to 1.", valueName: "number"))
    var strength: Double?
    @Option(help: ArgumentHelp("How they know each other.", valueName: "words")) var how: String?
    @Option(help: ArgumentHelp("Since when.", valueName: "day")) var since: String?
    @Flag(help: "Take it back.") var remove = false
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let since = try recording.day(since)
        try recording.record(concerning: { EditSubjects(people: [person, other], in: $0) }) {
            (editor) throws(EditError) in
            remove
                ? try editor.untie(person, other)
                : try editor.tie(
                    person, other, kind: reportsTo ? .reportsTo : .knows, strength: strength, how: how,
                    since: since)
        }
    }
}

import ArgumentParser
import NetworkEditing
import ReferralGraph

struct StarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "star",
        abstract: "Mark someone you got on especially well with.",
        usage: "rebound star <person> [--remove]",
        discussion: """
            Stars are asked first, and congratulated on what happens to them.

            EXAMPLES
              rebound star dan
              rebound star dan --remove
            """)

    @Argument(help: "An id, a name, or a part of it.", completion: NameCompletion.people) var person: String
    @Flag(help: "No longer a star.") var remove = false
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try recording.record { (editor) throws(EditError) in try editor.star(person, !remove) }
    }
}

struct DoNotContactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "do-not-contact",
        abstract: "Keep someone out of every list.",
        usage: "rebound do-not-contact <person> [--lift]",
        discussion: """
            What is recorded of them stays.

            EXAMPLES
              rebound do-not-contact marcus
              rebound do-not-contact marcus --lift
            """)

    @Argument(help: "An id, a name, or a part of it.", completion: NameCompletion.people) var person: String
    @Flag(help: "They may be contacted again.") var lift = false
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try recording.record { (editor) throws(EditError) in try editor.doNotContact(person, !lift) }
    }
}

struct MovedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "moved",
        abstract: "Record that someone has a new employer or a new role.",
        usage: "rebound moved <person> --to <company> [--title <title>] [--on <day>]",
        discussion: """
            Your tie moves with the person. If it is a star, congratulating them comes due.

            EXAMPLES
              rebound moved ruth --to "Northgate Health" --title "Vice President"
            """)

    @Argument(help: "An id, a name, or a part of it.", completion: NameCompletion.people) var person: String
    @Option(help: "The employer.", completion: NameCompletion.companies) var to: String
    @Option(help: "The job title.") var title: String?
    @Option(help: "The department.") var department: String?
    @Option(help: ArgumentHelp("The first day (default: today).", valueName: "day")) var on: String?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let day = try recording.day(on)
        try recording.record { (editor) throws(EditError) in
            try editor.moved(person, to: to, title: title, department: department, on: day)
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
        try recording.record { (editor) throws(EditError) in
            remove
                ? try editor.untie(person, other)
                : try editor.tie(
                    person, other, kind: reportsTo ? .reportsTo : .knows, strength: strength, how: how,
                    since: since)
        }
    }
}

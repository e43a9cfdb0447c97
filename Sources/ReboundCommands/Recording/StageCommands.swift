import ArgumentParser
import NetworkEditing
import ReferralGraph

struct RejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Record a “no”: the manager behind it can lead you to new people.",
        usage: """
            rebound reject <opportunity> [<note>] [--by <person>] [--finalist]
                           [--reason <words>] [--on <day>] [<options>]
            rebound reject <mail.eml> [--yes]
            rebound reject [--yes] < <mail>
            """,
        discussion: """
            The person who said no is added if they are new, as the hiring manager at that company; someone who \
            took part keeps their part. Leave out --by when no one signed it. The steps of the \
            playbook after a no (thanks, the call before 9:00, asking for a name) come due.

            A mail that says no is read: Rebound shows who says it of which role, and records it after your yes, or with \
            --yes. When it is not certain which role is meant, you see the command for each, and nothing is written.

            EXAMPLES
              rebound reject "account lead" --by "Dan Whitfield" --finalist --on yesterday
              rebound reject account --feedback "wanted more years in retail"
              rebound reject account --channel email --filled
              rebound reject no.eml --yes
            """)

    @Argument(
        help: "An id, a title, or a part of it; or a mail.", completion: NameCompletion.opportunities)
    var opportunity: String?
    @Option(help: ArgumentHelp("Who said it.", valueName: "person"), completion: NameCompletion.people)
    var by: String?
    @Option(help: "Their title, when they are new.") var title: String?
    @Flag(help: "You were among the last few.") var finalist = false
    @Option(
        name: [.customLong("feedback"), .customLong("reason")],
        help: ArgumentHelp("The reasons they gave.", valueName: "words"))
    var feedback: String?
    @Flag(inversion: .prefixedNo, help: "Whether someone else got the role.") var filled: Bool?
    @Option(help: "How it was said: email, call, meeting, message or letter.") var channel:
        Interaction.Channel?
    @Option(help: ArgumentHelp("When (default: now).", valueName: "day")) var on: String?
    @Flag(help: "Record what a mail says without a question.") var yes = false
    @OptionGroup var note: NoteArgument
    @OptionGroup var recording: RecordingOptions

    /// Where the mail is; `nil` where a role is named.
    private var mail: String? {
        guard let opportunity else { return "-" }
        let isMail = [".eml", ".emlx"].contains { opportunity.lowercased().hasSuffix($0) }
        return isMail || opportunity == "-" || opportunity.contains("/") ? opportunity : nil
    }

    func validate() throws {
        if opportunity == nil, Terminal.isInputTyped {
            throw ValidationError("Name the role, or give the mail that says no: rebound reject no.eml")
        }
        if yes, mail == nil { throw ValidationError("--yes goes with a mail.") }
    }

    func run() throws {
        if let mail { return try RejectingMail(path: mail, command: self).record() }
        let opportunity = opportunity ?? ""
        let moment = try recording.moment(on)
        try recording.record { (editor) throws(EditError) in
            try editor.reject(
                opportunity, by: by, title: title, finalist: finalist, feedback: feedback, filled: filled,
                channel: channel, note: note.text, on: moment)
        }
    }
}

struct StageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: "Record how far an opportunity has come.",
        usage: """
            rebound stage <opportunity> <stage> [<note>] [--with <person>]
                          [--round <number>] [--on <day>] [--until <day>]
            """,
        discussion: """
            STAGE is applied, screening, interview, finalist, rejected, offer, accepted, withdrawn or on-hold; hold, \
            phone-screen and declined will do. An interview or a screening may lie ahead; it becomes a stage when it \
            has taken place.

            `rebound hold`, `rebound accept` and `rebound decline` are short for three of them.

            EXAMPLES
              rebound stage "account lead" screening --with "Nadia Haddad"
              rebound stage account interview --round 2 --with dan --with ruth --on monday
              rebound stage account interview --with dan --on "next thursday 10:00"
              rebound stage account on-hold "budget round" --until "in 30 days"
              rebound stage account withdrawn
            """)

    @Argument(help: "An id, a title, or a part of it.", completion: NameCompletion.opportunities)
    var opportunity: String
    @Argument(help: "The stage.") var stage: StageArgument
    @Option(
        help: ArgumentHelp("Who took part; may be repeated.", valueName: "person"),
        completion: NameCompletion.people)
    var with: [String] = []
    @Option(help: ArgumentHelp("Which interview it was, from 1.", valueName: "number")) var round: Int?
    @Option(help: ArgumentHelp("When (default: now).", valueName: "day")) var on: String?
    @Option(help: ArgumentHelp("With on-hold or offer: until when.", valueName: "day")) var until: String?
    @OptionGroup var note: NoteArgument
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        let stage = try stage.stage(of: opportunity)
        if until != nil, stage != .onHold, stage != .offer {
            throw ValidationError("--until goes with on-hold and offer, not with \(stage.rawValue).")
        }
    }

    func run() throws {
        let stage = try stage.stage(of: opportunity)
        let canLieAhead = stage == .interview || stage == .screening
        let moment = try recording.moment(on, leaning: canLieAhead ? .nearest : .past)
        let until = try recording.day(until, leaning: .future, from: moment)
        try recording.record { (editor) throws(EditError) in
            try editor.advance(
                opportunity, to: stage, with: with, round: round, until: until, note: note.text, on: moment)
        }
    }
}

struct OfferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer",
        abstract: "Record an offer.",
        usage: """
            rebound offer <opportunity> [<note>] [--by <person>] [--until <day>]
                          [--salary <words>] [--on <day>]
            """,
        discussion: """
            `rebound accept OPPORTUNITY` records that you took it, `rebound decline OPPORTUNITY` that you did not.

            EXAMPLES
              rebound offer "account lead" --by priya
              rebound offer account --by priya --until friday --salary "60,000 a year"
            """)

    @Argument(help: "An id, a title, or a part of it.", completion: NameCompletion.opportunities)
    var opportunity: String
    @Option(help: ArgumentHelp("Who made it.", valueName: "person"), completion: NameCompletion.people)
    var by: String?
    @Option(
        name: [.customLong("until"), .customLong("deadline")],
        help: ArgumentHelp("By when they want an answer.", valueName: "day"))
    var until: String?
    @Option(help: ArgumentHelp("What they pay; goes into the note.", valueName: "words")) var salary: String?
    @Option(help: ArgumentHelp("When (default: now).", valueName: "day")) var on: String?
    @OptionGroup var note: NoteArgument
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let moment = try recording.moment(on)
        let until = try recording.day(until, leaning: .future, from: moment)
        try recording.record { (editor) throws(EditError) in
            try editor.offer(
                opportunity, by: by, until: until, salary: salary, note: note.text, on: moment)
        }
    }
}

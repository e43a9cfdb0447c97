import ArgumentParser
import NetworkEditing
import ReferralGraph

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Log a call, an e-mail, a meeting, a message, an interview or a thank-you.",
        usage: """
            rebound log <kind> <person> [<note>] [--in | --out | --both] [--on <day>]
                        [<options>]
            """,
        discussion: """
            Calls, meetings and interviews count for both sides, and what is written counts as yours, unless --in, \
            --out or --both says otherwise. The entry joins your last conversation with these people, or the one \
            --about an opportunity. After your own words, Rebound waits for a reply, unless they were a courtesy or \
            you say --no-answer.

            Write days as 2026-11-03, 3 Nov, yesterday, monday or 3 days ago, and add a time if you like: \
            "monday 8:30".

            EXAMPLES
              rebound log call dan "asked for a name" --on "yesterday 8:30"
              rebound log call dan --purpose referral-request --on monday
              rebound log email julie --out --subject "A question" --on monday
              rebound log email julie --in "can talk next week"
              rebound log thank-you priya
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case call, email, meeting, message, interview, letter
        case thankYou = "thank-you"

        var channel: Interaction.Channel { self == .thankYou ? .email : .init(rawValue: rawValue)! }
    }

    @Argument(help: "What it was.") var kind: Kind
    @Argument(help: "Who with: an id, a name, or a part of it.", completion: NameCompletion.people)
    var person: String
    @Argument(help: "What to remember of it.") var note: String?
    @Option(
        help: ArgumentHelp("Who else took part; may be repeated.", valueName: "person"),
        completion: NameCompletion.people)
    var with: [String] = []
    @Flag(name: .customLong("in"), help: "They spoke or wrote.") var isIncoming = false
    @Flag(name: .customLong("out"), help: "You spoke or wrote.") var isOutgoing = false
    @Flag(name: .customLong("both"), help: "Both sides did.") var isMutual = false
    @Option(help: ArgumentHelp("When (default: now).", valueName: "day")) var on: String?
    @Option(help: "The subject line.") var subject: String?
    @Option(help: ArgumentHelp("What it was for; may be repeated.", valueName: "purpose"))
    var purpose: [Interaction.Purpose] = []
    @Option(
        help: ArgumentHelp("Which opportunity it was about.", valueName: "opportunity"),
        completion: NameCompletion.opportunities)
    var about: String?
    @Flag(name: .customLong("new-thread"), help: "It begins a conversation of its own.") var beginsThread =
        false
    @Flag(inversion: .prefixedNo, help: "Whether an answer is awaited.") var answer: Bool?
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if [isIncoming, isOutgoing, isMutual].count(where: \.self) > 1 {
            throw ValidationError("--in, --out and --both exclude each other; give one of them.")
        }
        if about != nil, beginsThread {
            throw ValidationError("--about and --new-thread name two conversations; give one of them.")
        }
    }

    func run() throws {
        let purposes = kind == .thankYou && !purpose.contains(.thankYou) ? [.thankYou] + purpose : purpose
        let entry = ContactEntry(
            with: [person] + with, by: kind.channel,
            direction: isIncoming ? .incoming : isOutgoing ? .outgoing : isMutual ? .mutual : nil,
            purposes: purposes, subject: subject, note: note, on: try recording.past(on),
            topic: about.map { .opportunity($0) } ?? (beginsThread ? .new : .latest), expectsReply: answer)
        try recording.record { (editor) throws(EditError) in try editor.log(entry) }
    }
}

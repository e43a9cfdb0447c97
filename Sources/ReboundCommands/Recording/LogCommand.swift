import ArgumentParser
import NetworkEditing
import ReferralGraph

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Log a call, an e-mail, a meeting, a message, an interview or a thank-you.",
        usage: """
            rebound log <kind> <person>... [<note>] [--in | --out | --both]
                        [--on <day>] [--add] [<options>]
            """,
        discussion: """
            KIND is call, email, meeting, message, interview, letter, thank-you, voicemail or note; other words for \
            them will do, such as text, linkedin, phone, coffee or zoom.

            Calls, meetings and interviews count for both sides, and what is written counts as yours, unless --in, \
            --out or --both says otherwise. The entry joins your last conversation with these people, or the one \
            --about an opportunity. After your own words, Rebound waits for a reply, unless they were a courtesy or \
            you say --no-answer. --their-turn is for “we will be in touch”.

            A call, meeting or interview may lie ahead. Once it is over, log it again with its day, or with --no-show; \
            --canceled calls it off, and --rescheduled moves it to the day --on.

            Someone who is not in the network yet is added with --add, and with --company their employer; in a terminal \
            you are asked.

            Write days as 2026-11-03, 3 Nov, yesterday, monday or 3 days ago, and add a time if you like: \
            "monday 8:30".

            EXAMPLES
              rebound log call dan "asked for a name" --on "yesterday 8:30"
              rebound log call dan --purpose referral-request --on monday
              rebound log email julie --out --subject "A question" --on monday
              rebound log email julie --in "can talk next week"
              rebound log email julie --in --their-turn --due "in 5 days"
              rebound log thank-you priya julie
              rebound log interview priya --on "next thursday 10:00"
              rebound log interview priya --on "next friday 9:00" --rescheduled
              rebound log voicemail dan
              rebound log note dan "prefers e-mail"
              rebound log meeting "Nora Vale" "met at the fair" --add --company Northgate
            """)

    enum Kind: ExpressibleByArgument, Equatable {
        case contact(ContactEntry.Kind)
        case note

        init?(argument: String) {
            switch argument.lowercased() {
            case "thank-you", "thanks", "thankyou": self = .contact(.thankYou)
            case "voicemail", "voice-mail": self = .contact(.voicemail)
            case "note": self = .note
            case let word:
                guard let channel = Interaction.Channel(argument: word) else { return nil }
                self = .contact(.contact(channel))
            }
        }

        static var allValueStrings: [String] {
            ["call", "email", "meeting", "message", "interview", "letter", "thank-you", "voicemail", "note"]
        }
    }

    @Argument(help: "What it was.") var kind: Kind
    @Argument(
        help: ArgumentHelp(
            "Who with: an id, a name, or a part of it. A last one that is none is what to remember of it.",
            valueName: "person"),
        completion: NameCompletion.people)
    var people: [String]
    @Option(
        help: ArgumentHelp("Who else took part; may be repeated.", valueName: "person"),
        completion: NameCompletion.people)
    var with: [String] = []
    @Flag(name: .customLong("in"), help: "They spoke or wrote.") var isIncoming = false
    @Flag(name: .customLong("out"), help: "You spoke or wrote.") var isOutgoing = false
    @Flag(name: .customLong("both"), help: "Both sides did.") var isMutual = false
    @Option(help: ArgumentHelp("When (default: now).", valueName: "day")) var on: String?
    @Flag(name: .customLong("no-show"), help: "They were not there.") var isMissed = false
    @Flag(name: [.customLong("canceled"), .customLong("cancelled")], help: "It is off.") var isCanceled =
        false
    @Flag(
        name: [.customLong("rescheduled"), .customLong("instead")],
        help: "It is on that day instead of the day agreed upon.")
    var isRescheduled = false
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
    @Flag(help: "They said that they will be in touch.") var theirTurn = false
    @Option(
        name: [.customLong("due"), .customLong("by")],
        help: ArgumentHelp("With --their-turn: by when.", valueName: "day"))
    var due: String?
    @Flag(name: .customLong("email"), help: "A thank-you by e-mail (the default).") var isEmail = false
    @Flag(name: .customLong("phone"), help: "A thank-you on the phone.") var isCall = false
    @Option(help: "What to remember of it, where the last argument could be a name.") var note: String?
    @Flag(name: .customLong("add"), help: "Add whoever is not in the network yet.") var addsPeople = false
    @Option(
        name: .company, help: "With --add: where they work.", completion: NameCompletion.companies)
    var company: String?
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if company != nil, !addsPeople {
            throw ValidationError(
                "--company is where someone new works; write: \(TypedCommand().with("--add").text)")
        }
        if [isIncoming, isOutgoing, isMutual].count(where: \.self) > 1 {
            throw ValidationError("--in, --out and --both exclude each other; give one of them.")
        }
        if about != nil, beginsThread {
            throw ValidationError("--about and --new-thread name two conversations; give one of them.")
        }
        if [isMissed, isCanceled, isRescheduled].count(where: \.self) > 1 {
            throw ValidationError("--no-show, --canceled and --rescheduled exclude each other.")
        }
        if isRescheduled, on == nil {
            throw ValidationError("Say when it is now: --rescheduled --on \"next friday 10:00\".")
        }
        if due != nil, !theirTurn {
            throw ValidationError(
                "--due goes with --their-turn; what you promised is `rebound promise NAME WHAT --mine --due DAY`."
            )
        }
        if theirTurn, isOutgoing {
            throw ValidationError("--their-turn is for what they said; leave out --out.")
        }
        if isEmail || isCall, kind != .contact(.thankYou) {
            throw ValidationError("--email and --phone go with thank-you; any other kind says how by itself.")
        }
        if kind == .note, people.count < 2, note == nil {
            throw ValidationError(
                "Say what to remember, such as: rebound log note \(people[0]) \"prefers e-mail\"")
        }
    }

    func run() throws {
        guard case .contact(let kind) = kind else {
            let words = note ?? people.dropFirst().joined(separator: " ")
            return try record { (editor) throws(EditError) in try editor.observe(people[0], words) }
        }
        let date = try recording.moment(on, leaning: kind.isTalk ? .nearest : .past)
        var entry = ContactEntry(
            kind, with: [people[0]] + with + people.dropFirst(), isCall: isCall, direction: direction,
            purposes: purpose, subject: subject, note: note, on: date,
            topic: about.map { .opportunity($0) } ?? (beginsThread ? .new : .latest), expectsReply: answer,
            outcome: isMissed
                ? .missed : isCanceled ? .canceled : isRescheduled ? .rescheduled : .asAgreed)
        entry.isTheirTurn = theirTurn
        entry.due = try recording.day(due, leaning: .future, from: date)
        try record(concerning: { [entry] in entry.subjects(in: $0) }) { [entry] (editor) throws(EditError) in
            try editor.log(entry)
        }
    }

    /// Records an act, and adds the people it names who are missing, where that is wanted.
    private func record(
        concerning subjects: ((ReferralNetwork) -> EditSubjects?)? = nil,
        _ verb: @escaping (inout NetworkEditor) throws(EditError) -> Edit
    ) throws {
        let adding: (inout NetworkEditor) throws(EditError) -> Edit = { (editor) throws(EditError) in
            try editor.adding(worksAt: company, verb)
        }
        try recording.record(
            concerning: addsPeople ? nil : subjects,
            orElse: { error, _ in
                guard let (name, meant) = error.unknownPerson else { return nil }
                let typed = TypedCommand()
                let slip = meant.map {
                    (does: "if you meant \($0)", command: typed.naming($0, insteadOf: name))
                }
                return Mend(
                    problem: "no person matches “\(name)”",
                    question: meant == nil ? "Add them?" : nil,
                    commands: [slip].compactMap(\.self) + [
                        (
                            "to add \(name), with --company COMPANY if you know it, and log this",
                            typed.with("--add")
                        )
                    ]
                ) { (editor) throws(EditError) in
                    let answer = try? Terminal.ask("Where do they work? (Enter if you do not know)")
                    return try editor.adding(worksAt: answer, verb)
                }
            }, addsPeople ? adding : verb)
    }

    private var direction: Interaction.Direction? {
        if isIncoming { return .incoming }
        if isMutual { return .mutual }
        return isOutgoing ? .outgoing : nil
    }
}

import ArgumentParser
import Foundations
import NetworkEditing
import Playbook
import ReferralGraph
import Workspace

struct DoneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done",
        abstract: "Record the step that is due with someone as done, and show what comes next.",
        usage: """
            rebound done <person> [<what>] [--on <day>] [--channel <kind>]
                         [--voicemail] [--note <words>] [--answer | --no-answer]
            """,
        discussion: """
            The step is recorded as what it is: a thank-you, a call, a follow-up, an introduction used, a promise \
            kept, a withdrawal. It joins the conversation in which it was due. With several steps due, you are asked \
            which one; a script gets the first. Or say WHAT: a rule such as R1.call, or words such as thanks, call, \
            follow-up.

            After a reply that you owed, no answer is awaited, unless the note has a question mark or you say --answer.

            EXAMPLES
              rebound done dan
              rebound done julie voicemail
              rebound done priya withdraw --channel call
              rebound done ruth --on yesterday --note "she was delighted"
            """)

    @Argument(help: "Who with: an id, a name, or a part of it.", completion: NameCompletion.people)
    var person: String
    @Argument(help: "Which step: its rule, or words of it (default: the first that is due).")
    var what: [String] = []
    @Option(help: ArgumentHelp("When (default: now).", valueName: "day")) var on: String?
    @Option(
        help: ArgumentHelp("How, if not as the step says.", valueName: "kind"))
    var channel: Interaction.Channel?
    @Flag(help: "The call reached only the voicemail.") var voicemail = false
    @Option(help: ArgumentHelp("What to remember of it.", valueName: "words")) var note: String?
    @Flag(inversion: .prefixedNo, help: "Whether an answer is awaited (default: as the step says).")
    var answer: Bool?
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if voicemail, let channel, channel != .call {
            throw ValidationError("--voicemail is for a call; leave out --channel \(channel.rawValue).")
        }
    }

    func run() throws {
        let entry = StepEntry(
            by: channel, reachedVoicemail: voicemail, note: note, expectsReply: answer,
            on: try recording.moment(on))
        let policy = try policy.named()
        let what = what.isEmpty ? nil : what.joined(separator: " ")
        try recording.report(showsQueue: true, policy: policy) { (own, isRehearsal) throws(WorkspaceError) in
            let chosen =
                what == nil
                ? try choice(of: own.stepsDue(with: person, entry, policy: policy.policy), own) : nil
            return try own.done(
                person, what, entry, chosen: chosen, policy: policy.policy, isRehearsal: isRehearsal)
        }
    }

    /// Which of several steps the user means: they are asked, where someone is there to answer.
    private func choice(of steps: [DueStep], _ own: OwnNetwork) throws(WorkspaceError) -> DueStep? {
        let steps = steps.filter { $0.rule.kind != .record }.prefix(9)
        guard steps.count > 1, Terminal.canAsk, let terminal = KeyTerminal() else { return nil }
        defer { terminal.release() }
        let lines = steps.enumerated().map { number, step in
            "  \(number + 1)  \(step.action.what) · due \(step.due.words(relativeTo: own.now.day))\n"
        }
        Terminal.note(
            "Several steps are due. Which one did you do?\n\(lines.joined())Press its number; q records nothing."
        )
        while true {
            switch terminal.key() {
            case .character("q"), .character("Q"), .end: throw .edit(.nothingToDo("nothing was recorded"))
            case .character("\n"): return steps[0]
            case .character(let key):
                if let number = key.wholeNumberValue, (1...steps.count).contains(number) {
                    return steps[number - 1]
                }
            default: break
            }
        }
    }
}

struct SkipCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skip",
        abstract: "Leave out a step with someone this time.",
        usage: "rebound skip <person> [<step>]",
        discussion: """
            STEP is a rule, such as R1.thank-you or thank-you, or words of the step. A reminder comes again after its \
            interval; anything else only if something new happens, such as another no. `rebound undo` takes it back.

            EXAMPLES
              rebound skip dan reminder
              rebound skip julie R2.telephone
            """)

    @Argument(help: "Who with: an id, a name, or a part of it.", completion: NameCompletion.people)
    var person: String
    @Argument(help: "Which step; not needed when only one is due.") var step: [String] = []
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let policy = try policy.named()
        let what = step.isEmpty ? nil : step.joined(separator: " ")
        try recording.report(showsQueue: true, policy: policy) { (own, isRehearsal) throws(WorkspaceError) in
            try own.skip(person, what, policy: policy.policy, isRehearsal: isRehearsal)
        }
    }
}

struct SnoozeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snooze",
        abstract: "Put someone off until a day: nothing is due with them before it.",
        usage: """
            rebound snooze <name>... --until <day> | --for <length> [--why <words>]
            rebound snooze <name>... --off
            """,
        discussion: """
            Everything waits, thanks and replies that you owe, too; on that day it is due, and not overdue. A day on \
            which they do not work becomes their next working day. With a company or an opportunity, everyone there \
            waits.

            EXAMPLES
              rebound snooze ruth --until "3 may" --why "waiting for the reorganization"
              rebound snooze ruth --for 2w
              rebound snooze ruth --for "a month"
              rebound snooze ruth --off
            """)

    @Argument(
        help: ArgumentHelp(
            "An id, a name or a title, or a part of it. A last one that is none is the reason.",
            valueName: "name"),
        completion: NameCompletion.all)
    var names: [String]
    @Option(help: ArgumentHelp("The first day on which something may be due again.", valueName: "day"))
    var until: String?
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("How long, such as 2w, 10 days or a month.", valueName: "length"))
    var length: String?
    @Option(help: ArgumentHelp("Why.", valueName: "words")) var why: String?
    @Flag(name: [.customLong("off"), .customLong("lift")], help: "End the wait.") var isOff = false
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        let count = [until != nil, length != nil, isOff].count(where: \.self)
        if count > 1 {
            throw ValidationError("--until, --for and --off exclude each other; give one of them.")
        }
        let name = names.first.map(commandWord) ?? "NAME"
        if count == 0 {
            throw ValidationError("Say until when: rebound snooze \(name) --for \"2 weeks\", or --until DAY.")
        }
        if isOff, why != nil { throw ValidationError("--off ends the wait and needs no --why.") }
        if let length, DayWords.length(length) == nil {
            throw ValidationError(
                "“\(length)” is no length of time; write \(DayWords.acceptedLengths): rebound snooze \(name) --for 2w"
            )
        }
    }

    func run() throws {
        let day = try recording.day(until, leaning: .future)
        let length = length.flatMap(DayWords.length)
        try recording.report(showsQueue: true) { (own, isRehearsal) throws(WorkspaceError) in
            try own.edit(isRehearsal: isRehearsal) { (editor) throws(EditError) in
                let later = try length?.after(editor.today)
                return try editor.putOff(names, until: day ?? later, because: why)
            }
        }
    }
}

struct EveryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "every",
        abstract: "Say how often you want to be reminded of someone.",
        usage: "rebound every <person> <interval> | off",
        discussion: """
            A reminder comes due this long after the last word, also after years of silence, in place of all other \
            friendly reminders. It still waits for a day that they named, for a reply that is open, and for --until \
            of `rebound snooze`. INTERVAL is from 7 days to 3 years; a month counts 30 days.

            EXAMPLES
              rebound every ruth 6 weeks
              rebound every ruth monthly
              rebound every ruth off
            """)

    @Argument(help: "Who: an id, a name, or a part of it.", completion: NameCompletion.people)
    var person: String
    @Argument(help: ArgumentHelp("How often, or off.", valueName: "interval")) var interval: [String]
    @OptionGroup var recording: RecordingOptions

    private var words: String { interval.joined(separator: " ") }
    private var isOff: Bool { ["off", "never", "none", "stop"].contains(words.lowercased()) }

    func validate() throws {
        if !isOff, DayWords.length(words) == nil {
            throw ValidationError(
                "“\(words)” is no interval; write \(DayWords.acceptedLengths): rebound every \(commandWord(person)) 6 weeks"
            )
        }
    }

    func run() throws {
        let days = isOff ? nil : DayWords.length(words)?.days
        try recording.record(concerning: { EditSubjects(people: [person], in: $0) }) {
            (editor) throws(EditError) in try editor.remind(of: person, everyDays: days)
        }
    }
}

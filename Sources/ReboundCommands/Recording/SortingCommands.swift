import ArgumentParser
import Foundations
import NetworkEditing
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Sort people by words of your own, and show lists of them only.",
        usage: """
            rebound tag <person>... <tag>[,<tag>] [--remove]
            rebound tag [<tag>] [--json]
            rebound tag --rename <old> <new>
            """,
        discussion: """
            A tag is \(Tag.expected). Capitals and accents do not count. Without people, you see the tags in \
            use, or who has one.

            Lists and pictures take --tag: `rebound next --tag mentor`. Twice means both (--tag mentor --tag chicago), a \
            comma means either (--tag mentor,alumni), and --not-tag leaves people out. A policy can remind you of people \
            by tag; see “Rules of your own” in the documentation.

            EXAMPLES
              rebound tag dan mentor
              rebound tag dan ruth alumni,chicago
              rebound tag dan mentor --remove
              rebound tag --rename alumni school
              rebound tag
            """)

    @Argument(
        help: ArgumentHelp("People, and last the tag.", valueName: "word"), completion: NameCompletion.people)
    var words: [String] = []
    @Flag(help: "Take the tag away.") var remove = false
    @Flag(help: "Give a tag another name, for everyone who has it.") var rename = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if rename {
            if remove { throw ValidationError("--rename and --remove exclude each other.") }
            if words.count != 2 { throw ValidationError("Say both names: rebound tag --rename OLD NEW") }
        } else if remove, words.count < 2 {
            throw ValidationError(
                "Say who loses it: rebound tag PERSON \(words.first.map { commandWord($0) } ?? "TAG") --remove"
            )
        }
        if output.json, words.count > 1 {
            throw ValidationError("--json goes with a list of tags: rebound tag --json")
        }
    }

    func run() throws {
        if rename {
            return try recording.record { (editor) throws(EditError) in
                try editor.renameTag(words[0], words[1])
            }
        }
        if words.count < 2 { return try list() }
        let tags = words[words.count - 1].split(separator: ",", omittingEmptySubsequences: false).map {
            String($0).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let names = Array(words.dropLast())
        try recording.record(concerning: { EditSubjects(people: names, in: $0) }) {
            (editor) throws(EditError) in try editor.tag(names, tags, isRemoved: remove)
        }
    }

    private func list() throws {
        let own = try recording.own()
        let network: ReferralNetwork
        do { network = try own.network() } catch { throw Terminal.fail(error, input: own.path) }
        let only = try words.first.map { try used($0, in: network) }
        let list = TagList(of: network, today: own.now.day, only: only)
        if output.json {
            try Terminal.print(
                ReportJSON("tags", network: network.title ?? "Your network", asOf: own.now, report: list)
                    .text())
        } else {
            try Terminal.print(
                TagListText(list, listsPeople: only != nil).rendered(in: Terminal.style))
        }
    }

    /// A word alone: a tag in use. The name of a person lacks a tag.
    private func used(_ word: String, in network: ReferralNetwork) throws -> Tag {
        if let tag = Tag(word), network.people.contains(where: { $0.has(tag) }) { return tag }
        if case .one(let id) = PersonQuery(word).match(in: network),
            let person = network.people.first(where: { $0.id == id })
        {
            let tags = person.tags.isEmpty ? "no tags yet" : "tags: \(person.tags.joined(separator: ", "))"
            Terminal.note(
                "rebound: \(person.name) is a person (\(tags)); say the tag, too: rebound tag \(commandWord(word)) TAG"
            )
            throw ExitCode(ExitCodes.usage)
        }
        Terminal.note(
            "rebound: "
                + (Tag(word).map { network.noOneIsTagged($0) }
                    ?? "“\(word)” is no tag: a tag is \(Tag.expected)"))
        throw ExitCode(ExitCodes.findings)
    }
}

struct TriageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage",
        abstract: "Go through people after an import, and say with one key how well you know each.",
        usage: """
            rebound triage [--again] [--tag <tag>]
            rebound triage <person>... --as close|know|barely|no|unsaid
            rebound triage --answers <file>
            """,
        discussion: """
            You see a card a person and press a key: c close, k know, b barely, n no, you do not know them. s skips, w \
            wants their company, t tags them, - goes back, u takes the last answer back, q saves and quits. Companies \
            that you want come first, then whoever you met last.

            A sitting is one entry of the history: `rebound undo` takes all of it back. Quit when you like; the next \
            `rebound triage` asks about the others. If the window closes, what you said is saved; if the machine stops, \
            the next sitting takes it up.

            Close people rank higher, those you barely know lower. Someone you do not know is in no list and leads to \
            no one until you write to each other or someone refers you; `rebound who` finds them all the same. A \
            strength that you recorded with `rebound tie` stays as it is.

            A file of answers has a line a person, with a tab: “dan	close”; further words are want, +TAG and -TAG.

            EXAMPLES
              rebound triage dan ruth --as close
              rebound triage --answers answers.txt --dry-run
            """)

    @Argument(help: "Who; with --as.", completion: NameCompletion.people) var people: [String] = []
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("How well you know them: close, know, barely, no, unsaid.", valueName: "answer"),
        completion: .list(["close", "know", "barely", "no", "unsaid"]))
    var answer: String?
    @Option(
        help: ArgumentHelp("A file of answers, or - for standard input.", valueName: "file"),
        completion: .file())
    var answers: String?
    @Flag(help: "Also ask about people you have answered for.") var again = false
    @OptionGroup var tags: TagOptions
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if !people.isEmpty, answer == nil {
            throw ValidationError(
                "Say how well you know them: rebound triage \(people.map { commandWord($0) }.joined(separator: " ")) --as close"
            )
        }
        if people.isEmpty, answer != nil {
            throw ValidationError("Say who: rebound triage PERSON --as \(answer!)")
        }
        if answer != nil, answers != nil { throw ValidationError("--as and --answers exclude each other.") }
        if answer != nil || answers != nil, again || !tags.filter.isEmpty {
            throw ValidationError("--again, --tag and --not-tag say who to ask about, in a terminal.")
        }
        _ = try known()
    }

    func run() throws {
        if answer != nil {
            let known = try known()
            return try recording.record { (editor) throws(EditError) in try editor.sort(people, as: known) }
        }
        if let answers { return try take(answers) }
        guard Terminal.canAsk else {
            throw ValidationError(
                "“rebound triage” asks in a terminal, one key a person; without one, give the answers as a file: "
                    + "rebound triage --answers FILE")
        }
        guard !recording.isRehearsal else {
            throw ValidationError(
                "--dry-run goes with --as and --answers; in a sitting, `rebound undo` takes it back.")
        }
        try TriageSitting(own: recording.own(), scope: again ? .everyone : .unsorted, filter: tags.filter)
            .run()
    }

    private func known() throws -> Acquaintance? {
        guard let answer else { return nil }
        guard case .acquaintance(let known)? = TriageAnswer(answer) else {
            throw ValidationError("--as takes close, know, barely, no or unsaid, not “\(answer)”.")
        }
        return known
    }

    private func take(_ file: String) throws {
        let own = try recording.own()
        let entries: [TriageEntry]
        do {
            entries = try own.answers(in: file)
        } catch {
            throw Terminal.fail(error, input: file == "-" ? "standard input" : file)
        }
        try recording.record { (editor) throws(EditError) in try editor.sort(entries) }
    }
}

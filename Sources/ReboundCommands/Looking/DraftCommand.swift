import ArgumentParser
import Foundations
import MessageDrafts
import Playbook
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft the message that is due, from facts on record.",
        usage: """
            rebound draft <person> [<file>] [--for <rule>]
                          [--channel <channel>] [--with <fact>=<text>]...
                          [--templates <path>]
                          [--mailto | --eml [-o <file>] | --copy | --json]
            """,
        discussion: """
            Prints an e-mail, a message, or the points of a call: what `rebound today` says is due with PERSON, or what \
            --for asks for. It states only what is on record. Where a fact is missing there is no draft, but the \
            command that records it; --with says it for this draft alone. Nothing is sent, and nothing is logged: \
            log it once you have sent it.

            `rebound policy templates` prints the templates; --templates takes your own, a file or a folder, and so does \
            `rebound set templates PATH`, for good.

            EXAMPLES
              rebound draft dan --for referral-request
              rebound draft julie --for first-message --channel message
              rebound draft dan --for keep-warm --with "news=I have finished my course."
              rebound draft dan --for referral-request --channel call

            EXIT CODES
              0   the draft
              1   nothing is due, or a fact is not on record
              64  wrong usage, or a channel that the person does not want
              65  the templates have errors
            """)

    @Argument(
        help: "An id, a name, or an unambiguous part of a name.", completion: NameCompletion.people)
    var person: String
    @OptionGroup var input: NetworkOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var output: OutputOptions
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("The rule of the playbook to follow, such as thank-you.", valueName: "rule"),
        completion: .list(Rule.allCases.filter { $0.kind != .record }.map(\.rawValue)))
    var rule: String?
    @Option(help: "How to contact them (default: as advised).") var channel: DraftChannel?
    @Option(
        help: ArgumentHelp(
            "Say a fact for this draft, such as news=\"I have moved\"; may be repeated.",
            valueName: "fact=text"))
    var with: [String] = []
    @Option(
        help: ArgumentHelp(
            "Templates of your own: a file, a folder, or - for standard input.", valueName: "path"),
        completion: .file(extensions: ["txt"]))
    var templates: String?
    @Flag(help: "Print a link that opens your mail program.") var mailto = false
    @Flag(help: "Print a mail file that mail programs open for editing.") var eml = false
    @Flag(help: "Put the text on the clipboard, through the terminal.") var copy = false
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("With --eml: the file to write.", valueName: "file"))
    var file: String?

    private static let words = Dictionary(
        uniqueKeysWithValues: DraftSlot.allCases.map { ($0.rawValue, $0) })

    func validate() throws {
        try input.check(person: person, of: "draft")
        if [mailto, eml, copy, output.json].count(where: \.self) > 1 {
            throw ValidationError("--mailto, --eml, --copy and --json exclude each other; give one of them.")
        }
        if file != nil, !eml { throw ValidationError("-o goes with --eml.") }
        if file?.isEmpty == true { throw ValidationError("The name of the file to write is empty.") }
        _ = try facts()
    }

    /// What the user says themselves.
    private func facts() throws(ValidationError) -> [DraftSlot: String] {
        var facts: [DraftSlot: String] = [:]
        for word in with {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard let slot = Self.words[name] else {
                let near = nearestSpelling(to: name, among: DraftSlot.allCases.map(\.rawValue))
                throw ValidationError(
                    "--with \(name): there is no fact of that name"
                        + (near.map { "; did you mean \($0)?" } ?? "; `rebound policy templates` lists them"))
            }
            guard parts.count == 2, !parts[1].allSatisfy(\.isWhitespace) else {
                throw ValidationError("Say what it is: --with \(name)=\"...\"")
            }
            guard facts.updateValue(String(parts[1]), forKey: slot) == nil else {
                throw ValidationError("--with \(name) is there twice.")
            }
        }
        return facts
    }

    func run() throws {
        if copy, !Terminal.isOutputWatched {
            throw ValidationError("--copy speaks to a terminal, and standard output is none; leave it out.")
        }
        let own = try templates ?? Terminal.settings().templates
        let catalog: TemplateCatalog
        do { catalog = try own.map(TemplateCatalog.init(path:)) ?? TemplateCatalog() } catch {
            if templates == nil {
                Terminal.note(
                    "rebound: your settings name these templates; rebound set templates --default takes them out"
                )
            }
            throw Terminal.fail(error, input: own ?? "")
        }
        let opened = try input.open(under: policy.named())
        let request = DraftRequest(
            to: try opened.person(matching: person), ruleName: rule, channel: channel, words: try facts(),
            templates: catalog)
        do { try show(try opened.draft(request), of: opened, own) } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: input.name)
        } catch let problem as MailProblem {
            throw Terminal.fail(.mail(problem), input: input.name)
        }
    }

    private func show(_ draft: Draft, of opened: OpenedNetwork, _ own: String?) throws {
        if output.json {
            let asOf = opened.analysis.asOf
            return try Terminal.print(
                ReportJSON(
                    "draft", network: opened.title, asOf: asOf, policy: try policy.named().reference,
                    report: draft
                ).text())
        }
        if mailto {
            try Terminal.print(MailtoLink(draft).text + "\n")
        } else if eml {
            let bytes = try MailFile(draft).bytes
            guard let file else { return try Terminal.print(bytes) }
            do {
                try AtomicFile.write(bytes, to: file, sparing: input.spared(besides: own))
            } catch {
                throw Terminal.fail(.unwritable(error), input: file)
            }
            Terminal.note("rebound: wrote \(file)")
        } else if copy {
            guard let sequence = ClipboardSequence(draft.body) else {
                throw Terminal.fail(
                    .request("the text is longer than terminals take; leave out --copy"), input: input.name)
            }
            try Terminal.print(sequence.bytes)
            Terminal.note(
                "rebound: sent \(draft.characters) characters to the clipboard; if they are not there, your terminal does not take them (OSC 52)"
            )
        } else {
            try Terminal.print(draft.text)
        }
        guard Terminal.isOutputWatched, draft.channel != .call else { return }
        let due = draft.due.map { ", due \($0.words(relativeTo: opened.analysis.asOf.day))" } ?? ""
        let limit = draft.characterLimit.map { "; \(draft.characters) of \($0) characters" } ?? ""
        Terminal.note(
            "rebound: \(draft.rule.words.title) (\(draft.rule.rawValue)\(due))\(limit); nothing was sent. Once you have sent it: rebound done \(commandWord(draft.person.text))"
        )
    }
}

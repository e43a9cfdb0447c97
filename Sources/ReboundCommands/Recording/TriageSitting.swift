import ArgumentParser
import NetworkEditing
import ReferralGraph
import ReferralStore
import Reporting
import Workspace

/// A sitting at the terminal, in which the seeker sorts people.
struct TriageSitting {
    let own: OwnNetwork
    let scope: TriageSession.Scope
    let filter: TagFilter

    /// Asks about one person after the other, and records what was said, also when the terminal goes away.
    func run() throws {
        let network: ReferralNetwork
        let progress: TriageProgress
        do {
            network = try own.network()
            if let unknown = filter.tags.first(where: { tag in !network.people.contains { $0.has(tag) } }) {
                throw WorkspaceError.request(network.noOneIsTagged(unknown))
            }
            progress = try TriageProgress(of: own)
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: own.path)
        }
        var session = TriageSession(network, today: own.now.day, scope: scope, filter: filter)
        if !progress.earlier.isEmpty {
            session.resume(progress.earlier)
            try Terminal.print("An earlier sitting broke off; what you said in it is kept.\n")
        }
        if !session.isOver {
            guard let terminal = KeyTerminal() else { throw ExitCode(ExitCodes.inputOutput) }
            defer { terminal.release() }
            try ask(&session, progress, terminal)
            terminal.restore()
            try record(session, progress)
        } else {
            try record(session, progress)
        }
    }

    /// Goes on until the last person, `q`, or the end of the terminal.
    private func ask(_ session: inout TriageSession, _ progress: TriageProgress, _ terminal: KeyTerminal)
        throws
    {
        var isNew = true
        say(TriageText.keys(in: Terminal.style))
        while !session.isOver {
            if isNew { show(session) }
            isNew = true
            let key = terminal.key()
            do {
                switch key {
                case .end, .character("q"), .character("Q"):
                    say("\n")
                    return
                case .character("?"), .character("h"):
                    say("\n" + TriageText.help(in: Terminal.style))
                case .character("t"), .character("T"): try tag(&session, progress, terminal)
                default:
                    isNew = try take(key, &session, progress)
                }
            } catch {
                throw Terminal.fail(error, input: own.path)
            }
        }
    }

    /// Does what a key says; whether there is something new to show.
    private func take(
        _ key: KeyTerminal.Key, _ session: inout TriageSession, _ progress: TriageProgress
    ) throws(WorkspaceError) -> Bool {
        let before = session.position
        switch key {
        case .character("c"), .character("C"): try answer(.close, "close", &session, progress)
        case .character("k"), .character("K"): try answer(.known, "know", &session, progress)
        case .character("b"), .character("B"): try answer(.barely, "barely", &session, progress)
        case .character("n"), .character("N"): try answer(.unknown, "no", &session, progress)
        case .character("s"), .character("S"), .character(" "), .right:
            say("skip\n")
            session.skip()
        case .character("-"), .left:
            session.back()
            say(session.position == before ? "this is the first\n" : "back\n")
        case .character("u"), .character("U"):
            let said = session.undo()
            try progress.keep(said)
            say(said.isEmpty ? "nothing to take back\n" : "taken back\n")
        case .character("w"), .character("W"):
            let said = session.toggleWanted()
            try progress.keep(said)
            if said.isEmpty { say("no employer is known to want\n") } else { say("\n") }
        default:
            say("? shows the keys\n" + Self.prompt)
            return false
        }
        return true
    }

    private func answer(
        _ known: Acquaintance, _ word: String, _ session: inout TriageSession, _ progress: TriageProgress
    ) throws(WorkspaceError) {
        say(word + "\n")
        try progress.keep(session.answer(known))
    }

    private func tag(
        _ session: inout TriageSession, _ progress: TriageProgress, _ terminal: KeyTerminal
    ) throws(WorkspaceError) {
        say("tag: ")
        guard let line = terminal.line() else { return }
        for word in line.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init) {
            guard let tag = Tag(word) else {
                say("“\(printable(word))” is no tag: a tag is \(Tag.expected)\n")
                continue
            }
            try progress.keep(session.tag(tag))
        }
    }

    private static let prompt = "> "

    private func show(_ session: TriageSession) {
        say(TriageText(session, today: own.now.day).card(in: Terminal.style) + Self.prompt)
    }

    /// Prints; a terminal that went away is noticed at the next key.
    private func say(_ text: String) { try? Terminal.print(text) }

    /// Records the sitting as one entry, and then lets go of what was kept beside the store.
    private func record(_ session: TriageSession, _ progress: TriageProgress) throws {
        let entries = session.entries
        guard !entries.isEmpty else {
            progress.remove()
            try Terminal.print(
                session.queue.isEmpty
                    ? "You have said of everyone how well you know them. `rebound triage --again` asks once more.\n"
                    : "Nothing recorded.\n")
            return
        }
        let outcome: OwnNetwork.Outcome<Edit>
        do {
            outcome = try own.edit { (editor) throws(EditError) in try editor.sort(entries) }
        } catch {
            Terminal.note("rebound: what you said is kept in \(progress.path); `rebound triage` takes it up")
            throw Terminal.fail(error, input: own.path)
        }
        progress.remove()
        let text = EditText(
            outcome.answer, due: [], in: outcome.network, today: own.now.day, isRehearsal: false)
        try Terminal.print(text.rendered(in: Terminal.style))
        let rest = session.queue.count - session.counts.values.reduce(0, +)
        try Terminal.print(
            TriageText(session, today: own.now.day).standing + "\n"
                + (outcome.entry.map { "recorded as entry \($0.id); `rebound undo` takes it back\n" } ?? "")
                + (rest > 0 ? "`rebound triage` asks about the other \(rest)\n" : ""))
    }
}

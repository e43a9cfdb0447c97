import ArgumentParser
import Foundations
import NetworkEditing
import ReferralGraph
import ReferralStore
import Reporting
import Workspace

struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erase someone for good, also from the history. There is no undo.",
        usage: """
            rebound forget <person> [--and-notes | --keep-notes] [--yes] [--dry-run]
            rebound forget --list | --finish
            """,
        discussion: """
            The person goes with their talks, ties and introductions, from your network, from its history, from copies \
            made before an update, and from free space in the file. Talks with others stay without them; what others \
            did can still be undone. You can forget someone you removed earlier, too. It asks first.

            Where notes about others name the person, you choose: --and-notes takes the name out of them, --keep-notes \
            leaves them. A word of the name that someone else or a company has, too, stays in notes where it stands \
            alone.

            An import does not bring the person back: only digests of their addresses, pages and numbers, and of the \
            name with an employer, are kept. A namesake elsewhere is not kept out. `rebound import FILE --remember` \
            brings the person back.

            Files that you exported, and copies that you made yourself, are yours: delete them yourself.

            EXAMPLES
              rebound forget "Dan Whitfield" --dry-run
              rebound forget dan --and-notes --yes
              rebound forget --list

            EXIT CODES
              0   done
              1   no one has that name
              64  nothing was forgotten: a question has no answer yet
            """)

    @Argument(help: "An id, a name, or a part of it.", completion: NameCompletion.people) var person: String?
    @Flag(name: .customLong("and-notes"), help: "Take the name out of notes about others, too.")
    var blanksNotes = false
    @Flag(name: .customLong("keep-notes"), help: "Leave notes about others as they are.") var keepsNotes =
        false
    @Flag(help: "Do not ask.") var yes = false
    @Flag(help: "Say how many people you have forgotten; their names are not kept.") var list = false
    @Flag(help: "Tidy the file up after a forgetting that was interrupted.") var finish = false
    @Flag(name: .customLong("dry-run"), help: "Show what would go, and write nothing.") var isRehearsal =
        false
    @OptionGroup var store: StoreOptions

    func validate() throws {
        let whats = [person != nil, list, finish].count { $0 }
        if whats == 0 {
            throw ValidationError("Say who: rebound forget PERSON; --list says how many you have forgotten.")
        }
        if whats > 1 {
            throw ValidationError("PERSON, --list and --finish are three things to do; give one.")
        }
        if blanksNotes, keepsNotes {
            throw ValidationError("--and-notes and --keep-notes contradict each other.")
        }
        if person?.allSatisfy(\.isWhitespace) == true { throw ValidationError("PERSON is empty.") }
    }

    func run() throws {
        let own = OwnNetwork(path: try store.path(), now: Terminal.now())
        do {
            if list {
                let count = try own.forgottenPeople().count
                try Terminal.print(
                    count == 0
                        ? "You have forgotten no one.\n"
                        : "You have forgotten \(count) \(count == 1 ? "person" : "people"); names are not kept.\n"
                )
            } else if finish {
                try own.finishForgetting()
                try Terminal.print("Nothing of those you have forgotten is left in the file.\n")
            } else if let person {
                try forget(person, own)
            }
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: own.path)
        }
    }

    private func forget(_ text: String, _ own: OwnNetwork) throws {
        let id = try found(text, own)
        let plan = try own.rehearseForgetting(id)
        let text = ForgettingText(plan)
        try Terminal.print(text.rendered(in: Terminal.style))
        let hasMentions = text.hasMentions
        if isRehearsal { return try Terminal.print("Nothing was written (--dry-run).\n") }
        var blanks = blanksNotes
        if hasMentions, !blanksNotes, !keepsNotes {
            guard !yes, Terminal.canAsk,
                let answer = Terminal.confirms("Take the name out of these notes, too?")
            else {
                throw refused(
                    "notes about others name \(plan.person.name); say what becomes of them",
                    [command(id, "--and-notes"), command(id, "--keep-notes")])
            }
            blanks = answer
        }
        if !yes {
            guard Terminal.canAsk, let answer = Terminal.confirms("Forget \(plan.person.name) for good?")
            else {
                throw refused(
                    "no one is there to ask; if you are sure",
                    [
                        command(
                            id,
                            hasMentions ? blanksNotes ? "--and-notes --yes" : "--keep-notes --yes" : "--yes")
                    ])
            }
            guard answer else { return try Terminal.print("Nothing was forgotten.\n") }
        }
        try Terminal.print(ForgettingText.done(own.forget(id, blanksMentions: blanks)) + "\n")
    }

    private func refused(_ reason: String, _ commands: [String]) -> ExitCode {
        Terminal.note("rebound: nothing was forgotten: \(reason): \(commands.joined(separator: ", or "))")
        return ExitCode(ExitCodes.usage)
    }

    private func command(_ id: PersonID, _ options: String) -> String {
        let place = store.database.map { " --db \(commandWord($0))" } ?? ""
        return
            "rebound forget \(commandWord(id.text)) \(options)\(yes && !options.contains("--yes") ? " --yes" : "")\(place)"
    }

    /// The person with a name: someone in the network, else someone who was removed from it.
    private func found(_ text: String, _ own: OwnNetwork) throws -> PersonID {
        let (now, former) = try own.everyoneRecorded()
        var match = PersonQuery(text).match(in: now)
        var suggestion: String?
        if case .none(let near) = match {
            suggestion = near
            match = PersonQuery(text).match(in: former)
        }
        switch match {
        case .one(let id) where id == now.seeker:
            throw refused("“\(text)” is yourself; to begin anew", ["delete \(commandWord(own.path))"])
        case .one(let id): return id
        case .several(let people):
            Terminal.note("rebound: “\(text)” fits \(people.count) people; give the id of one:")
            let shown = people.prefix(12)
            let width = shown.map { columns(of: $0.id.text) }.max() ?? 0
            for person in shown { Terminal.note("  \(fitted(person.id.text, to: width))  \(person.name)") }
            if people.count > shown.count { Terminal.note("  and \(people.count - shown.count) more") }
            throw ExitCode(ExitCodes.usage)
        case .none:
            let hint = suggestion.map { "; did you mean “\($0)”?" } ?? ""
            Terminal.note("rebound: no one who is or was in your network is called “\(text)”\(hint)")
            throw ExitCode(ExitCodes.findings)
        }
    }
}

struct ShareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "share",
        abstract: "Say whether your contacts may help your coach’s other clients.",
        usage: "rebound share [none|anonymous|named] [--dry-run]",
        discussion: """
            Without a level it says what holds. Nothing is shared unless you say so. A coach who runs `rebound batch` \
            over the networks of several clients then reads who could introduce one client to a company that another \
            wants:

            \(SharingText.levels.joined(separator: "\n"))

            \(SharingText.always)

            EXAMPLES
              rebound share
              rebound share anonymous
              rebound share none
            """)

    @Argument(
        help: ArgumentHelp("How far: none, anonymous or named.", valueName: "level"),
        completion: .list(Sharing.allCases.map(\.rawValue)))
    var level: Sharing?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        if let level {
            return try recording.record { (editor) throws(EditError) in try editor.share(level) }
        }
        let own = try recording.own()
        do {
            let sharing = try own.network().sharing
            try Terminal.print(SharingText(sharing).rendered(in: Terminal.style))
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: own.path)
        }
    }
}

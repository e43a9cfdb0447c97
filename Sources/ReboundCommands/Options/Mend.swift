import ArgumentParser
import Foundations
import NetworkEditing
import ReferralGraph

/// What can be done about an edit that was refused: someone at a terminal is asked, a script gets the commands.
struct Mend {
    /// What is wrong, as a sentence without a full stop.
    var problem: String
    /// What to ask, where a yes is enough; its yes is `verb`.
    var question: String?
    /// The commands that mend it, and what each does.
    var commands: [(does: String, command: TypedCommand)]
    /// What is recorded after a yes.
    var verb: (inout NetworkEditor) throws(EditError) -> Edit = { (_) throws(EditError) in
        throw .nothingToDo("nothing was recorded")
    }

    /// Asks; without someone to answer, or after a no, says what to type.
    /// - Returns: Whether the answer was yes.
    func isWanted() throws(ExitCode) -> Bool {
        if let question, Terminal.canAsk, let answer = try Terminal.ask("\(problem). \(question) [Y/n]"),
            ["", "y", "yes"].contains(answer.lowercased().filter { !$0.isWhitespace })
        {
            return true
        }
        let lines = commands.map { "\n\($0.does):\n  \($0.command.text)" }.joined()
        Terminal.note("rebound: \(problem)\(lines)")
        return false
    }
}

/// The command as it was typed, to be shown again with a change.
struct TypedCommand {
    private var words: [String]

    /// The command that was typed.
    init() { words = Array(CommandLine.arguments.dropFirst()) }

    /// Another command.
    init(_ words: String...) { self.words = words }

    /// The whole command, quoted for a shell.
    var text: String { "rebound " + words.map(commandWord).joined(separator: " ") }

    /// The command with another option at its end.
    func with(_ option: String) -> Self { changed { $0.append(option) } }

    /// The command with an identifier in place of the name.
    func naming(_ id: String, insteadOf name: String) -> Self {
        changed { words in if let place = words.firstIndex(of: name) { words[place] = id } }
    }

    /// The command without options that take a value.
    func without(_ options: String...) -> Self {
        changed { words in
            for option in options {
                words.removeAll { $0.hasPrefix("\(option)=") }
                while let place = words.firstIndex(of: option) {
                    words.removeSubrange(place..<min(words.count, place + 2))
                }
            }
        }
    }

    private func changed(_ change: (inout [String]) -> Void) -> Self {
        var command = self
        change(&command.words)
        return command
    }
}

extension NameSpecification {
    /// A company is `--company` or `--at`, in every command.
    static let company: NameSpecification = [.customLong("company"), .customLong("at")]
    /// A company is `--at` or `--company`, where the command reads better with the first.
    static let at: NameSpecification = [.customLong("at"), .customLong("company")]
    /// One more of a name that is there.
    static let namesake: NameSpecification = [.customLong("namesake"), .customLong("another")]
}

extension Mend {
    /// What to do where someone or something of that name is there: add to it, or add another one.
    /// - Parameters:
    ///   - name: The name as it was typed.
    ///   - hasMore: Whether more is said than the name.
    ///   - more: The command that says more, but for the name and `--more`.
    ///   - other: What else may have been meant by the one with an identifier.
    ///   - describe: Adds to the one with an identifier.
    /// - Returns: `nil` for any other error.
    static func namesake(
        _ error: EditError, in network: ReferralNetwork, typed name: String, hasMore: Bool,
        more: TypedCommand = TypedCommand(),
        other: (String) -> (does: String, command: TypedCommand) = {
            ("to see what is known", TypedCommand("show", $0))
        },
        _ describe: @escaping (inout NetworkEditor, String) throws(EditError) -> Edit
    ) -> Mend? {
        guard case .namesake(let kind, let twin, let id) = error else { return nil }
        let jobs = network.people.first { $0.id.text == id }?.employments ?? []
        let company =
            (jobs.first { $0.to == nil } ?? jobs.last)?.company
            ?? network.opportunities.first { $0.id.text == id }?.company
        let place = network.companies.first { $0.id == company }.map { ", \($0.name)" } ?? ""
        let (article, pronoun) = (kind == .opportunity ? "an" : "a", kind == .person ? "them" : "it")
        return Mend(
            problem: "there is already \(article) \(kind.rawValue) called \(twin) (\(id)\(place))",
            question: hasMore ? "Add this to \(pronoun)?" : nil,
            commands: [
                hasMore
                    ? ("to add this to \(pronoun)", more.naming(id, insteadOf: name).with("--more"))
                    : other(id),
                ("to add another \(kind.rawValue) of that name", TypedCommand().with("--namesake")),
            ],
            verb: { (editor) throws(EditError) in try describe(&editor, id) })
    }
}

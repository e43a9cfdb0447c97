import ArgumentParser
import NetworkEditing
import ReferralGraph
import ReferralStore
import Reporting
import Workspace

/// Which store to use.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: ArgumentHelp(
            "The file that holds your own network; unless given, the one that REBOUND_DB names, else rebound/network.db in your data folder.",
            valueName: "store"),
        completion: .file())
    var database: String?

    /// Where the store is.
    /// - Throws: An ``ExitCode`` after saying that nothing tells.
    func path() throws(ExitCode) -> String {
        do {
            return try NetworkSource.storePath(database: database, environment: Terminal.environment)
        } catch {
            throw Terminal.fail(error, input: "the store")
        }
    }
}

/// Which store to change, and when.
struct RecordingMoment: ParsableArguments {
    @OptionGroup var store: StoreOptions
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("The day or moment to record at (default: now).", valueName: "day"))
    private var moment: Timestamp?

    /// The user's network, at the moment of the record.
    func own() throws(ExitCode) -> OwnNetwork {
        var own = OwnNetwork(path: try store.path(), now: moment ?? Terminal.now())
        own.onCommit = { Terminal.committed($0.id) }
        return own
    }
}

/// What every command that records needs to know.
struct RecordingOptions: ParsableArguments {
    @OptionGroup private var moment: RecordingMoment
    @Flag(name: .customLong("dry-run"), help: "Show what would change, and write nothing.") var isRehearsal =
        false

    /// The user's network.
    func own() throws(ExitCode) -> OwnNetwork { try moment.own() }

    /// Reads a moment in the user's words.
    /// - Parameters:
    ///   - leaning: Which way words lean that fit more than one day.
    ///   - start: What “in 3 days” counts from; now without it.
    /// - Throws: An ``ExitCode`` after saying what can be read.
    func moment(
        _ words: String?, leaning: DayWords.Leaning = .past, from start: Timestamp? = nil
    ) throws(ExitCode) -> Timestamp? {
        try read(words, from: start) { (words, now) throws(EditError) in
            try Timestamp(words: words, relativeTo: now, leaning: leaning)
        }
    }

    /// Reads a day in the user's words.
    /// - Parameter start: What “in 3 days” counts from; now without it.
    /// - Throws: An ``ExitCode`` after saying what can be read.
    func day(
        _ words: String?, leaning: DayWords.Leaning = .past, from start: Timestamp? = nil
    ) throws(ExitCode) -> CalendarDay? {
        try read(words, from: start) { (words, now) throws(EditError) in
            try CalendarDay(words: words, relativeTo: now.day, leaning: leaning)
        }
    }

    /// Reads one day or the days from one to another.
    /// - Throws: An ``ExitCode`` after saying what can be read.
    func days(_ words: String) throws(ExitCode) -> ClosedRange<CalendarDay> {
        try read(words, from: nil) { (words, now) throws(EditError) in
            try DayWords.days(words, relativeTo: now.day, leaning: .nearest)
        }!
    }

    private func read<Value>(
        _ words: String?, from start: Timestamp?,
        _ reader: (String, Timestamp) throws(EditError) -> Value
    ) throws(ExitCode) -> Value? {
        guard let words else { return nil }
        let now = if let start { start } else { try own().now }
        do throws(EditError) { return try reader(words, now) } catch {
            throw Terminal.fail(.edit(error), input: words)
        }
    }

    /// Records an act and prints what changed and what is due next.
    /// - Parameters:
    ///   - subjects: Who and what it is about, where it reads no interactions but theirs.
    ///   - mend: What else to do about an error, given the network as it was.
    ///   - verb: The act; may be called twice.
    /// - Throws: An ``ExitCode`` after saying why it was refused.
    func record(
        concerning subjects: ((ReferralNetwork) -> EditSubjects?)? = nil,
        orElse mend: (EditError, ReferralNetwork) -> Mend? = { _, _ in nil },
        _ verb: (inout NetworkEditor) throws(EditError) -> Edit
    ) throws {
        var network: ReferralNetwork?
        try report(orElse: { error in network.flatMap { mend(error, $0) } }) {
            (own, isRehearsal) throws(WorkspaceError) in
            try own.edit(concerning: subjects, isRehearsal: isRehearsal) { (editor) throws(EditError) in
                network = editor.network
                return try verb(&editor)
            }
        }
    }

    /// Carries an act out and prints what changed and what is due next.
    /// - Parameters:
    ///   - showsQueue: Whether to show who comes next in the day’s queue.
    ///   - policy: The policy by which steps are due; that of the settings without it.
    ///   - mend: What else to do about an error.
    /// - Throws: An ``ExitCode`` after saying why it was refused.
    func report(
        showsQueue: Bool = false, policy: NamedPolicy? = nil,
        orElse mend: (EditError) -> Mend? = { _ in nil },
        _ act: (OwnNetwork, _ isRehearsal: Bool) throws(WorkspaceError) -> OwnNetwork.Outcome<Edit>
    ) throws {
        let own = try own()
        let settings = try Terminal.settings()
        do {
            // Settings that cannot be used stop the act before anything is recorded.
            let policy = if let policy { policy } else { try settings.policy(option: nil) }
            let answer = EditAnswer(
                today: own.now.day, isRehearsal: isRehearsal, showsQueue: showsQueue,
                policy: policy.policy, isQuiet: settings.isQuiet)
            let outcome = try act(own, isRehearsal)
            try Terminal.print(answer.text(outcome).rendered(in: Terminal.style))
        } catch let error as WorkspaceError {
            guard case .edit(let refusal) = error, let mend = mend(refusal) else {
                throw Terminal.fail(error, input: own.path)
            }
            guard try mend.isWanted() else { throw ExitCode(error.exitCode) }
            try record(mend.verb)
        }
    }
}

/// Something to remember, as the last argument or as an option.
struct NoteArgument: ParsableArguments {
    @Argument(help: "Anything else.") private var words: String?
    @Option(name: .customLong("note"), help: .hidden) private var option: String?

    /// What was said.
    var text: String? { option ?? words }

    func validate() throws {
        if words != nil, option != nil { throw ValidationError("Say the note once, last or with --note.") }
    }
}

import ArgumentParser
import NetworkEditing
import ReferralGraph
import Workspace

/// Which store to use.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: ArgumentHelp(
            "The store of your own network; unless given, what REBOUND_DB names, else rebound/network.db in the folder for your data.",
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

/// What every command that records needs to know.
struct RecordingOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("The day or moment to record at. Now unless given.", valueName: "day"))
    private var moment: Timestamp?
    @Flag(name: .customLong("dry-run"), help: "Say what would change, and write nothing.") var isRehearsal = false

    /// When the record is made.
    var now: Timestamp { moment ?? Terminal.now() }

    /// The user's network.
    func own() throws(ExitCode) -> OwnNetwork { OwnNetwork(path: try store.path(), now: now) }

    /// Reads a moment that has passed, in the user's words.
    /// - Throws: An ``ExitCode`` after saying what can be read.
    func past(_ words: String?) throws(ExitCode) -> Timestamp? {
        guard let words else { return nil }
        do {
            return try Timestamp(words: words, relativeTo: now, leaning: .past)
        } catch {
            throw Terminal.fail(.edit(error), input: words)
        }
    }

    /// Reads a day in the user's words.
    /// - Throws: An ``ExitCode`` after saying what can be read.
    func day(_ words: String?, leaning: DayWords.Leaning = .past) throws(ExitCode) -> CalendarDay? {
        guard let words else { return nil }
        do {
            return try CalendarDay(words: words, relativeTo: now.day, leaning: leaning)
        } catch {
            throw Terminal.fail(.edit(error), input: words)
        }
    }

    /// Records an act and prints what changed and what is due next.
    /// - Throws: An ``ExitCode`` after saying why it was refused.
    func record(_ verb: (inout NetworkEditor) throws(EditError) -> Edit) throws {
        let own = try own()
        do {
            let outcome = try own.edit(isRehearsal: isRehearsal, verb)
            try Terminal.print(
                EditAnswer(outcome, now: now, isRehearsal: isRehearsal).text().rendered(in: Terminal.style))
        } catch {
            throw Terminal.fail(error, input: own.path)
        }
    }
}

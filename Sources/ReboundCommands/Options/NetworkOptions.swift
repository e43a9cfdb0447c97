import ArgumentParser
import Foundations
private import Glibc
import ReferralGraph
private import SystemInterface
import Workspace

/// Which network to look at, and at which moment.
struct NetworkOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A network file: JSON, a folder of CSV tables, or - for standard input (default: your own network).",
            valueName: "file"),
        completion: .file(extensions: ["json"]))
    var path: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var moment: MomentOptions

    /// What to call the input in messages.
    var name: String {
        switch path {
        case "-": "standard input"
        case .some(let path): path
        case nil: "your network"
        }
    }

    func validate() throws {
        if path?.isEmpty == true { throw ValidationError("The name of the network's file is empty.") }
        if path != nil, store.database != nil {
            throw ValidationError("A file and --db name two networks; give one of them.")
        }
    }

    /// Checks that a person was named, and before the file.
    /// - Parameter command: The command's name.
    func check(person: String, of command: String) throws(ValidationError) {
        if person.allSatisfy(\.isWhitespace) {
            throw ValidationError("PERSON is empty; give an id, a name, or a part of a name.")
        }
        if let path, person.withSystemPath({ access($0, F_OK) }) == 0, path != "-",
            path.withSystemPath({ access($0, F_OK) }) != 0
        {
            throw ValidationError(
                "“\(person)” is a file; the person comes first: rebound \(command) “\(path)” \(person)")
        }
    }

    /// What the outputs of the command must not overwrite: the user's store and everything that is read.
    /// - Parameter others: Further files that are read; those that are not there do no harm.
    func spared(besides others: String?...) -> ProtectedFiles {
        Terminal.spared(database: store.database, inputs: [path] + others)
    }

    /// Opens the network; prints its first warnings to standard error.
    /// - Parameters:
    ///   - policy: The numbers to use.
    ///   - quiet: Whether rejections are shown; `nil` where the user's settings play no part.
    ///   - isQuiet: The same, where they play no part.
    /// - Throws: An ``ExitCode`` after printing what is wrong.
    func open(
        under policy: NamedPolicy = .standard, quiet: QuietOptions? = nil, isQuiet: Bool = false
    ) throws(ExitCode) -> OpenedNetwork {
        let settings = quiet == nil ? nil : try Terminal.settings()
        let isQuiet = try quiet?.isOn() ?? isQuiet
        do {
            let opened = try opened(under: policy, isQuiet: isQuiet, settings: settings)
            keepUntilExit(opened)
            Terminal.report(opened.diagnostics, most: 3)
            return opened
        } catch {
            throw Terminal.fail(error, input: name)
        }
    }

    /// Opens the network as the user has set, for a command that has no options for it.
    /// - Throws: An ``ExitCode`` after printing what is wrong.
    func openAsSet() throws(ExitCode) -> OpenedNetwork {
        let settings = try Terminal.settings()
        do {
            let opened = try opened(
                under: settings.policy(option: nil), isQuiet: settings.isQuiet, settings: settings)
            keepUntilExit(opened)
            Terminal.report(opened.diagnostics, most: 3)
            return opened
        } catch {
            throw Terminal.fail(error, input: name)
        }
    }

    /// Opens the network for a picture or a page, in which people who asked not to be named have no name.
    /// - Throws: An ``ExitCode`` after printing what is wrong.
    func openForOthers(
        under policy: NamedPolicy = .standard, quiet: QuietOptions? = nil
    ) throws(ExitCode) -> OpenedNetwork {
        let opened = try open(under: policy, quiet: quiet)
        do { return try opened.withoutConfidentialNames() } catch { throw Terminal.fail(error, input: name) }
    }

    /// Opens the network and prints nothing.
    func opened(
        under policy: NamedPolicy = .standard, isQuiet: Bool = false, settings: Settings? = nil
    ) throws(WorkspaceError) -> OpenedNetwork {
        let source = try NetworkSource(
            file: path, database: store.database, environment: Terminal.environment)
        return try OpenedNetwork(
            source, asOf: moment.asOf, policy: policy.policy, isQuiet: isQuiet, zone: settings?.zone,
            region: settings?.region)
    }
}

/// Keeps a value to the end of the process. To take a large network apart piece by piece takes longer than to print
/// its call list; the system takes all of it back at once.
private func keepUntilExit(_ opened: OpenedNetwork) {
    final class Keeper {
        let opened: OpenedNetwork
        init(_ opened: OpenedNetwork) { self.opened = opened }
    }
    _ = Unmanaged.passRetained(Keeper(opened))
}

/// At which moment to look at a network.
struct MomentOptions: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "The day or moment to look from, such as 2026-04-09 or 2026-04-09T08:30-05:00; later facts are ignored. Today unless given.",
            valueName: "day"))
    private var moment: Timestamp?

    /// The moment asked for.
    var given: Timestamp? { moment }

    /// The moment asked for, or today.
    var asOf: Timestamp { moment ?? Timestamp(Terminal.today()) }
}

/// How to print.
struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Print JSON, with its schema's name and version, instead of text.")
    var json = false
}

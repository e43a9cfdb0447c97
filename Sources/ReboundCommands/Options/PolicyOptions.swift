import ArgumentParser
import Workspace

/// By which numbers to judge.
struct PolicyOptions: ParsableArguments {
    @Option(
        name: .customLong("policy"),
        help: ArgumentHelp(
            "The policy to use: a file that began as `rebound policy show`, or a name.",
            valueName: "policy"),
        completion: .file(extensions: ["json"]))
    var nameOrFile: String?

    func validate() throws {
        if nameOrFile?.isEmpty == true { throw ValidationError("The name of the policy is empty.") }
    }

    /// The policy named, else the one that the user has set, else the standard one.
    /// - Throws: An ``ExitCode`` after printing what is wrong.
    func named() throws(ExitCode) -> NamedPolicy {
        let settings = try Terminal.settings()
        do {
            return try settings.policy(option: nameOrFile)
        } catch {
            throw Terminal.fail(error, input: nameOrFile ?? "the policy")
        }
    }

    /// The policy named, else the standard one, whatever the user has set: the same arguments give the same bytes.
    /// - Throws: An ``ExitCode`` after printing what is wrong.
    func namedWithoutSettings() throws(ExitCode) -> NamedPolicy {
        guard let nameOrFile else { return .standard }
        return try Self.named(nameOrFile)
    }

    /// Finds a policy.
    /// - Throws: An ``ExitCode`` after printing what is wrong.
    static func named(_ nameOrFile: String) throws(ExitCode) -> NamedPolicy {
        do {
            return try NamedPolicy(nameOrFile)
        } catch {
            throw Terminal.fail(error, input: nameOrFile)
        }
    }
}

/// Whether rejections are shown.
struct QuietOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo, exclusivity: .chooseLast,
        help: "Do not show rejections or speak of them; the advice stays.")
    private var quiet: Bool?

    /// What the option says; `nil` when it was not given.
    var option: Bool? { quiet }

    /// What the option says, else what the user has set.
    /// - Throws: An ``ExitCode`` after printing what is wrong.
    func isOn() throws(ExitCode) -> Bool {
        if let quiet { return quiet }
        return try Terminal.settings().isQuiet
    }
}

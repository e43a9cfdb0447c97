import ArgumentParser
import NetworkEditing
import ReferralGraph
import Reporting
import Workspace

struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "List pairs of people who may be one.",
        usage: "rebound duplicates [<file>] [--top <count>]",
        discussion: """
            `rebound merge A B` makes a pair one person, `rebound keep-apart A B` takes it off the list; both can be \
            undone.

            EXAMPLES
              rebound duplicates
              rebound duplicates Samples/thousand.json --top 5

            EXIT CODES
              0   no pairs
              1   at least one
            """)

    @OptionGroup var input: NetworkOptions
    @Option(help: ArgumentHelp("How many pairs to show.", valueName: "count")) var top = 30

    func run() throws {
        let opened = try input.open()
        let pairs = IdentityResolver.doubtfulPairs(in: opened.network)
        try Terminal.print(DuplicatesText(pairs, in: opened.network, limit: top).rendered(in: Terminal.style))
        if !pairs.isEmpty { throw ExitCode(ExitCodes.findings) }
    }
}

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Make two people, or two companies, one.",
        usage: "rebound merge <kept> <absorbed> [--company]",
        discussion: """
            Everything recorded about the second belongs to the first from then on, in later imports, too. With \
            companies, the second one's name becomes an alias of the first. `rebound undo` takes it back; `rebound \
            split` takes two people apart later.

            EXAMPLES
              rebound merge marcus "Marc Lindqvist"
              rebound merge "Northgate Health" "Northgate Labs"
            """)

    @Argument(help: "Who stays.", completion: NameCompletion.peopleAndCompanies) var kept: String
    @Argument(help: "Who becomes part of them.", completion: NameCompletion.peopleAndCompanies) var absorbed:
        String
    @Flag(name: .customLong("company"), help: "Both are companies.") var areCompanies = false
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try recording.recordAnswer { own, opened in
            let first = try opened.personOrCompany(matching: kept, wantsCompany: areCompanies)
            let second = try opened.personOrCompany(matching: absorbed, wantsCompany: areCompanies)
            switch (first, second) {
            case (.person(let kept), .person(let absorbed)):
                _ = try own.merge(kept, absorbed, isRehearsal: recording.isRehearsal)
                return IdentityText(in: opened.network).merged(absorbed, into: kept)
            case (.company(let kept), .company(let absorbed)):
                _ = try own.mergeCompanies(kept, absorbed, isRehearsal: recording.isRehearsal)
                return IdentityText(in: opened.network).merged(absorbed, into: kept)
            default:
                throw WorkspaceError.request(
                    "“\(kept)” and “\(absorbed)” are a person and a company; name two people, or two companies with --company"
                )
            }
        }
    }
}

struct SplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Take apart two people who were wrongly made one.",
        usage: "rebound split <person> [--entry <number>]",
        discussion: """
            Rebound finds the latest merge or import that added someone else to PERSON, and makes what it added a person \
            again: name, addresses, jobs and messages. What you recorded later stays. The two are kept apart from then \
            on. `rebound undo` takes it back.

            EXAMPLES
              rebound split marcus
            """)

    @Argument(help: "The person who was made of two.", completion: NameCompletion.people) var person: String
    @Option(help: ArgumentHelp("The entry of `rebound history` that made them one.", valueName: "number"))
    var entry: Int?
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try recording.recordAnswer { own, opened in
            let id = try opened.person(matching: person)
            let person = opened.network.people.first { $0.id == id }!
            let outcome = try own.split(person, entry: entry, isRehearsal: recording.isRehearsal)
            return IdentityText(in: opened.network).split(
                outcome.answer.other, from: id, entry: outcome.answer.entry, after: outcome.network)
        }
    }
}

struct KeepApartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep-apart",
        abstract: "Say that two people who look alike are different people.",
        usage: "rebound keep-apart <one> <other>",
        discussion: """
            `rebound duplicates` no longer lists them, and no import makes them one.

            EXAMPLES
              rebound keep-apart dan priya
            """)

    @Argument(help: "One of the two.", completion: NameCompletion.people) var one: String
    @Argument(help: "The other.", completion: NameCompletion.people) var other: String
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try recording.recordAnswer { own, opened in
            let (first, second) = (try opened.person(matching: one), try opened.person(matching: other))
            _ = try own.keepApart(first, second, isRehearsal: recording.isRehearsal)
            return IdentityText(in: opened.network).keptApart(first, second)
        }
    }
}

extension RecordingOptions {
    /// Does something with the user's network, and prints what came of it.
    fileprivate func recordAnswer(_ act: (OwnNetwork, OpenedNetwork) throws -> String) throws {
        let own = try own()
        do {
            let opened = try OpenedNetwork(.store(path: own.path), asOf: Timestamp(own.now.day))
            let answer = try act(own, opened)
            try Terminal.print(
                MessageText(answer + (isRehearsal ? "; nothing was written (--dry-run)" : "")).rendered(
                    width: 80))
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: own.path)
        }
    }
}

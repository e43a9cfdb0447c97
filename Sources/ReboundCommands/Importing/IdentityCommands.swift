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
              0   no pair
              1   some
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
        abstract: "Make two people of your network one.",
        usage: "rebound merge <kept> <absorbed>",
        discussion: """
            Everything recorded of the second is the first's from then on, in later imports, too. `rebound undo` \
            takes it back.

            EXAMPLES
              rebound merge marcus "Marc Lindqvist"
            """)

    @Argument(help: "Who stays.", completion: NameCompletion.people) var kept: String
    @Argument(help: "Who becomes part of them.", completion: NameCompletion.people) var absorbed: String
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try PeoplePair(kept, absorbed, recording).record { own, kept, absorbed throws(WorkspaceError) in
            _ = try own.merge(kept.id, absorbed.id, isRehearsal: recording.isRehearsal)
            return "\(absorbed.name) (\(absorbed.id)) is \(kept.name) (\(kept.id)) now"
        }
    }
}

struct KeepApartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep-apart",
        abstract: "Say that two people who look alike are two.",
        usage: "rebound keep-apart <one> <other>",
        discussion: """
            `rebound duplicates` does not list them again, and no import makes them one.

            EXAMPLES
              rebound keep-apart dan priya
            """)

    @Argument(help: "One of the two.", completion: NameCompletion.people) var one: String
    @Argument(help: "The other.", completion: NameCompletion.people) var other: String
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        try PeoplePair(one, other, recording).record { own, one, other throws(WorkspaceError) in
            _ = try own.keepApart(one.id, other.id, isRehearsal: recording.isRehearsal)
            return "\(one.name) (\(one.id)) and \(other.name) (\(other.id)) are two people"
        }
    }
}

/// Two people of the user's network, found by what the user typed.
private struct PeoplePair {
    private let first: String
    private let second: String
    private let recording: RecordingOptions

    init(_ first: String, _ second: String, _ recording: RecordingOptions) {
        self.first = first
        self.second = second
        self.recording = recording
    }

    /// Does something with the two and prints what came of it.
    func record(
        _ act: (OwnNetwork, Person, Person) throws(WorkspaceError) -> String
    ) throws {
        let own = try recording.own()
        do {
            let opened = try OpenedNetwork(.store(path: own.path), asOf: Timestamp(own.now.day))
            let (first, second) = (
                try opened.person(matching: first), try opened.person(matching: second)
            )
            func person(_ id: PersonID) -> Person { opened.network.people.first { $0.id == id }! }
            let answer = try act(own, person(first), person(second))
            try Terminal.print(
                MessageText(answer + (recording.isRehearsal ? "; nothing was written (--dry-run)" : ""))
                    .rendered(width: 80))
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: own.path)
        }
    }
}

import ArgumentParser
import ClientReports
import Foundations
private import Glibc
import Graphviz
import ReferralGraph
import Reporting
import Workspace

struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract:
            "Run every network in a folder: call lists, stalled threads, drawings, and a summary of all.",
        usage: """
            rebound batch <folder> -o <folder> [--as-of <day>] [--policy <policy>]
                          [--quiet] [--tag <tag>] [--not-tag <tag>] [--redact]
                          [--jobs <count>] [--no-drawing | --time-limit <seconds>]
                          [--shard <number/count>]
            rebound batch - --jsonl --as-of <day> [--strict] [--policy <policy>]
                          [--quiet] [--tag <tag>] [--not-tag <tag>] [--jobs <count>]
            """,
        discussion: """
            For each network, the output folder gets a report (NAME.html), NAME.txt, NAME.json and NAME.svg; for all \
            of them, summary.csv, summary.json and index.html: who needs you first, and what has changed since \
            the last run of an earlier day. A network with errors is reported there and \
            does not stop the rest; the exit code is then 65. Every run resumes: it skips what has not changed, and \
            finishes what a killed one left.

            --shard 2/8 does every eighth network, beginning with the second, and no summary. When the files of all \
            shards are in one folder, a run without --shard repeats none of it and writes the summary. A folder takes \
            one run at a time, so give each machine its own and copy them together.

            With --jsonl, for an engine: a network a line on standard input, bare or as {"id": ..., "network": ...}, \
            and a result a line on standard output, in the same order. A line that is no network gets {"schema", "id", \
            "error"}; the exit code stays 0, or becomes 65 with --strict. The last line on standard error counts. \
            A tag that no one has is no error here. Lines have up to 64 MiB.

            Where clients share their contacts (`rebound share`), connectors.html and connectors.csv say who could \
            introduce one client to a company that another wants. They are for the coach alone; the files of a client \
            hold nothing of any other.

            With --redact, for a supervisor, clients are client-1, client-2 and so on, contacts are initials, companies \
            are numbers, and totals.csv has figures to hand on: none tells a group under 5. It needs a folder of its own.

            Your settings play no part: the same arguments give the same bytes on every machine.

            EXAMPLES
              rebound batch Samples/cohort -o report --as-of 2026-04-10
              rebound batch clients -o report && xdg-open report/index.html
              rebound batch clients -o mentors --tag mentor
              rebound batch clients -o for-supervisor --redact
              rebound batch clients -o report --no-drawing --shard 1/2
              rebound batch - --jsonl --as-of 2026-04-10 < networks.jsonl > results.jsonl
            """)

    @Argument(
        help: "A folder of network files (.json) and of folders with CSV tables, or - with --jsonl.",
        completion: .directory)
    var folder: String
    @OptionGroup var moment: MomentOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var quiet: QuietOptions
    @OptionGroup var tags: TagOptions
    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where the results go.", valueName: "folder"),
        completion: .directory)
    var output: String?
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "How many networks to work on at a time, 1 to 64 (default: one per core).", valueName: "count")
    )
    var jobs: Int?
    @Option(
        name: .customLong("time-limit"),
        help: ArgumentHelp(
            "How many seconds of processor time a layout may take (default: 60).", valueName: "seconds"))
    var timeLimit: Double?
    @Flag(name: .customLong("no-drawing"), help: "Make no drawings.")
    var drawsNothing = false
    @Option(
        help: ArgumentHelp("Do one part of several, such as 2/8, and no summary.", valueName: "number/count"))
    var shard: BatchShard?
    @Flag(help: "For a supervisor: no names of clients, contacts or companies, in file names neither.")
    var redact = false
    @Flag(help: "Read a network a line, and write a result a line.")
    var jsonl = false
    @Flag(help: "With --jsonl: exit with 65 when a line could not be analyzed.")
    var strict = false

    func validate() throws {
        if folder.isEmpty { throw ValidationError("The name of the folder is empty.") }
        if let jobs, !(1...64).contains(jobs) {
            throw ValidationError("--jobs takes a number from 1 to 64, not \(jobs).")
        }
        try jsonl ? validateStream() : validateFolder()
    }

    /// Many machines must answer for the same day, and have nothing but their standard input and output.
    private func validateStream() throws {
        let command = "rebound batch - --jsonl --as-of \(moment.asOf)"
        if folder != "-" {
            throw ValidationError(
                "--jsonl reads standard input; write: \(command) < networks.jsonl > results.jsonl")
        }
        let others = [
            ("--output", output != nil), ("--shard", shard != nil), ("--time-limit", timeLimit != nil),
            ("--redact", redact),
        ]
        if let (name, _) = others.first(where: \.1) {
            throw ValidationError("\(name) does not go with --jsonl; write: \(command)")
        }
        if moment.given == nil {
            throw ValidationError("--jsonl needs the day to look from, for example: \(command)")
        }
    }

    private func validateFolder() throws {
        if folder == "-" {
            throw ValidationError(
                "A stream has a network a line; write: rebound batch - --jsonl --as-of \(moment.asOf)")
        }
        if strict { throw ValidationError("--strict goes with --jsonl.") }
        guard let output else {
            throw ValidationError(
                "Say where the results go, for example: rebound batch \(commandWord(folder)) -o report")
        }
        if output.isEmpty { throw ValidationError("The name of the output folder is empty.") }
        if shard != nil, redact {
            throw ValidationError(
                "--shard does not go with --redact, which numbers the clients of one run; leave one of them out."
            )
        }
        if drawsNothing, timeLimit != nil {
            throw ValidationError("--time-limit is for drawings, and --no-drawing makes none.")
        }
        try validateTimeLimit(timeLimit ?? RenderLimits.batch.seconds)
    }

    func run() async throws {
        let question = try BatchQuestion(
            asOf: moment.asOf, policy: policy.namedWithoutSettings(), isQuiet: quiet.option ?? false,
            showing: tags.filter, isRedacted: redact)
        let jobs = jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        guard let output else { return try answer(question, jobs: jobs) }
        let batch = Batch(
            question, of: folder, to: output, jobs: jobs,
            limits: drawsNothing ? nil : RenderLimits(seconds: timeLimit ?? RenderLimits.batch.seconds),
            shard: shard, sparing: Terminal.spared(inputs: [self.policy.nameOrFile]))
        let showsProgress = Terminal.showsProgress
        let start = ContinuousClock.now
        do {
            let outcome = try await batch.run { done, total, name in
                guard showsProgress else { return }
                let bar = ProgressBar(
                    done: done, total: total, elapsed: ContinuousClock.now - start, label: name)
                Terminal.show(bar)
            }
            if showsProgress { Terminal.eraseProgress() }
            try report(outcome, in: output)
            if outcome.summary.failedCount > 0 { throw ExitCode(ExitCodes.badData) }
            if outcome.summary.undrawnCount > 0 { throw ExitCode(ExitCodes.internalError) }
        } catch let error as WorkspaceError {
            if showsProgress { Terminal.eraseProgress() }
            throw Terminal.fail(error, input: folder)
        }
    }

    /// Answers the networks on standard input.
    private func answer(_ question: BatchQuestion, jobs: Int) throws {
        let outcome: BatchStream.Outcome?
        do {
            outcome = try BatchStream(question, jobs: jobs).run(from: STDIN_FILENO, to: STDOUT_FILENO)
        } catch {
            throw Terminal.fail(error, input: "standard input")
        }
        guard let outcome else { return }
        Terminal.note(BatchText.closing(analyzed: outcome.analyzedCount, errors: outcome.errorCount))
        if strict, outcome.errorCount > 0 { throw ExitCode(ExitCodes.badData) }
    }

    private static let mostLines = 10

    private func report(_ outcome: Batch.Outcome, in output: String) throws {
        for entry in outcome.summary.entries {
            let failures = entry.failure ?? []
            for line in failures.prefix(Self.mostLines) { Terminal.note(line) }
            if failures.count > Self.mostLines {
                Terminal.note(
                    "\(entry.source): and \(failures.count - Self.mostLines) more; see \(output)/\(entry.name).json"
                )
            }
            for line in entry.drawingNotes where entry.drawing == nil {
                Terminal.note("\(entry.source): \(line)")
            }
        }
        let text = BatchText(
            outcome.summary, unchangedCount: outcome.unchangedCount,
            page: shard == nil ? "\(output)/index.html" : nil)
        try Terminal.print(text.rendered(in: Terminal.style))
        if let connectors = outcome.connectors {
            let page = MessageText("\(ConnectorsPage.summary(connectors)): \(output)/connectors.html")
            try Terminal.print(page.rendered(width: Terminal.findingsWidth))
        }
    }
}

import ArgumentParser
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
                          [--jobs <count>] [--time-limit <seconds>]
            """,
        discussion: """
            For each network, the output folder gets a report (NAME.html), NAME.txt, NAME.json and NAME.svg; for all \
            of them, summary.csv, summary.json and index.html: who needs you first, and what has changed since \
            the last run of an earlier day. A network with errors is reported there and \
            does not stop the rest; the exit code is then 65. A second run skips what has not changed, and finishes \
            what a killed one left.

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
            """)

    @Argument(
        help: "A folder of network files (.json) and of folders with CSV tables.", completion: .directory)
    var folder: String
    @OptionGroup var moment: MomentOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var quiet: QuietOptions
    @OptionGroup var tags: TagOptions
    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where the results go.", valueName: "folder"),
        completion: .directory)
    var output: String
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "How many networks to work on at a time, 1 to 64 (default: one per core).", valueName: "count")
    )
    var jobs: Int?
    @Option(
        name: .customLong("time-limit"),
        help: ArgumentHelp("How many seconds of processor time a layout may take.", valueName: "seconds"))
    var timeLimit = 60.0

    @Flag(help: "For a supervisor: no names of clients, contacts or companies, in file names neither.")
    var redact = false

    func validate() throws {
        if folder.isEmpty { throw ValidationError("The name of the folder is empty.") }
        if output.isEmpty { throw ValidationError("The name of the output folder is empty.") }
        if let jobs, !(1...64).contains(jobs) {
            throw ValidationError("--jobs takes a number from 1 to 64, not \(jobs).")
        }
        try validateTimeLimit(timeLimit)
    }

    func run() async throws {
        let question = try BatchQuestion(
            asOf: moment.asOf, policy: policy.namedWithoutSettings(), isQuiet: quiet.option ?? false,
            showing: tags.filter, isRedacted: redact)
        let batch = Batch(
            question, of: folder, to: output,
            jobs: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))),
            limits: RenderLimits(seconds: timeLimit),
            sparing: Terminal.spared(inputs: [self.policy.nameOrFile]))
        let showsProgress = Terminal.showsProgress
        do {
            let outcome = try await batch.run { done, total, name in
                if showsProgress { Terminal.show(ProgressBar(done: done, total: total, label: name)) }
            }
            if showsProgress { Terminal.eraseProgress() }
            try report(outcome)
            if outcome.summary.failedCount > 0 { throw ExitCode(ExitCodes.badData) }
            if outcome.failedDrawingCount > 0 { throw ExitCode(ExitCodes.internalError) }
        } catch let error as WorkspaceError {
            if showsProgress { Terminal.eraseProgress() }
            throw Terminal.fail(error, input: folder)
        }
    }

    private static let mostLines = 10

    private func report(_ outcome: Batch.Outcome) throws {
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
            outcome.summary, unchangedCount: outcome.unchangedCount, page: "\(output)/index.html")
        try Terminal.print(text.rendered(in: Terminal.style))
        if let connectors = outcome.connectors {
            let page = MessageText("\(ConnectorsPage.summary(connectors)): \(output)/connectors.html")
            try Terminal.print(page.rendered(width: Terminal.findingsWidth))
        }
    }
}

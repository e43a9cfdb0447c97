import ArgumentParser
private import Foundation
import Graphviz
import ReferralGraph
import Reporting
import Workspace

struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract:
            "Run every network of a folder: call lists, stalled threads, drawings, and a summary over all.",
        discussion: """
            For each network the output folder gets NAME.txt, NAME.json and NAME.svg; over all, summary.csv,
            summary.json and index.html with thumbnails. A network with errors is reported there and does not stop
            the rest: the exit code is then 65. A second run skips what has not changed.

            EXAMPLES
              rebound batch Samples/cohort -o report --as-of 2026-04-10
              rebound batch clients -o report && xdg-open report/index.html
            """)

    @Argument(
        help: "A folder of network files (.json) and of folders with CSV tables.", completion: .directory)
    var folder: String
    @OptionGroup var moment: MomentOptions
    @Option(name: .shortAndLong, help: "Where the results go.", completion: .directory) var output: String
    @Option(name: .shortAndLong, help: "How many networks to work on at a time; one a core unless given.")
    var jobs: Int?
    @Option(name: .customLong("time-limit"), help: "How many seconds a layout may take.") var timeLimit = 60.0

    func validate() throws {
        if let jobs, !(1...64).contains(jobs) {
            throw ValidationError("--jobs takes a number from 1 to 64, not \(jobs).")
        }
        if timeLimit <= 0 { throw ValidationError("--time-limit takes seconds above 0, not \(timeLimit).") }
    }

    func run() async throws {
        let batch = Batch(
            folder: folder, output: output, asOf: moment.asOf,
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            limits: RenderLimits(seconds: timeLimit))
        let showsProgress = Terminal.showsProgress
        do {
            let outcome = try await batch.run { done, total, name in
                if showsProgress {
                    Terminal.progress(ProgressBar(done: done, total: total, label: name).line)
                }
            }
            if showsProgress { Terminal.progress(ProgressBar.erased) }
            report(outcome)
            if outcome.summary.failedCount > 0 { throw ExitCode(ExitCodes.badData) }
            if outcome.failedDrawingCount > 0 { throw ExitCode(ExitCodes.internalError) }
        } catch let error as WorkspaceError {
            if showsProgress { Terminal.progress(ProgressBar.erased) }
            throw Terminal.fail(error)
        }
    }

    private func report(_ outcome: Batch.Outcome) {
        for entry in outcome.summary.entries {
            for line in entry.failure ?? [] { Terminal.note(line) }
            for line in entry.drawingNotes where entry.drawing == nil {
                Terminal.note("\(entry.source): \(line)")
            }
        }
        let entries = outcome.summary.entries
        let due = entries.reduce(0) { $0 + $1.dueCount }
        let stalled = entries.reduce(0) {
            $0 + $1.stalled.theyOwe + $1.stalled.youOwe + $1.stalled.promiseMissed
        }
        Terminal.print(
            "\(entries.count) networks: \(entries.count - outcome.summary.failedCount) done "
                + "(\(outcome.unchangedCount) unchanged), \(outcome.summary.failedCount) failed; "
                + "\(due) people due, \(stalled) threads stalled\n\(output)/index.html\n")
    }
}

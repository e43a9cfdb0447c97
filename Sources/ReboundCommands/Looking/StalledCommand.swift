import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct StalledCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stalled",
        abstract: "Flag stalled threads and say what to do about each.",
        usage: "rebound stalled [<file>] [--as-of <day>] [--exit-code] [--json]",
        discussion: """
            Four kinds are kept apart: they owe you a word, you owe them one, a promise has passed its day, and \
            closed. Silence is counted in business days of the contact's own calendar; silence never closes a \
            thread by itself.

            EXAMPLES
              rebound stalled Samples/two-silences.json --as-of 2026-03-25
              rebound stalled Samples/two-silences.json --json
              rebound stalled Samples/two-silences.json --exit-code
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "Exit with 1 when a thread has stalled, closed ones apart.") var exitCode = false

    func run() throws {
        let opened = try input.open()
        let stalled = opened.analysis.stalledThreads
        if output.json {
            try Terminal.print(
                ReportJSON("stalled", network: opened.title, asOf: opened.analysis.asOf, report: stalled)
                    .text())
        } else {
            let text = StalledText(
                stalled, in: opened.analysis.network, title: opened.title, today: opened.analysis.asOf.day)
            try Terminal.print(text.rendered(in: Terminal.style))
        }
        if exitCode, stalled.threads.contains(where: { $0.kind != .closed }) {
            throw ExitCode(ExitCodes.findings)
        }
    }
}

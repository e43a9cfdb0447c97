import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Show who changed jobs: who joined or left the companies you want, and who moved.",
        usage: """
            rebound watch [<file>] [--since <day>] [--top <count>] [--tag <tag>]
                          [--as-of <day>] [--quiet] [--json]
            """,
        discussion: """
            Import a new LinkedIn archive now and then: two archives compared show who moved, and between which days. \
            What you record with `rebound moved` counts, too. Wanted companies are those with a priority.

            Unless you say --since, the changes since the archive before the latest are shown, or those of a year.

            EXAMPLES
              rebound watch
              rebound watch Samples/thousand.json --since 2026-03-01 --top 5
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var tags: TagOptions
    @OptionGroup var quiet: QuietOptions
    @OptionGroup var output: OutputOptions
    @Option(
        name: .customLong("since"),
        help: ArgumentHelp("Show what changed after this day.", valueName: "day"))
    var start: Timestamp?
    @Option(help: ArgumentHelp("How many changes of each kind to show.", valueName: "count")) var top = 30

    func validate() throws {
        if top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top).") }
        if let start, start.day >= input.moment.asOf.day {
            throw ValidationError(
                "--since \(start.day) is not before \(input.moment.asOf.day), the day looked from; see --as-of."
            )
        }
    }

    func run() throws {
        let opened = try tags.narrowed(input.open(quiet: quiet))
        let analysis = opened.analysis
        let report = analysis.employmentChanges(since: start?.day)
        if output.json {
            try Terminal.print(
                ReportJSON("watch", network: opened.title, asOf: analysis.asOf, report: report).text())
        } else {
            let text = EmploymentChangesText(
                report, in: analysis.network, title: opened.title, today: analysis.asOf.day, limit: top)
            try Terminal.print(text.rendered(in: Terminal.style))
        }
    }
}

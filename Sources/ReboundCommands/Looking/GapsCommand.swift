import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct GapsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract:
            "Show where your network is thin: companies out of reach, single points of failure, closed circles.",
        usage: """
            rebound gaps [<file>] [--as-of <day>] [--top <count>] [--tag <tag>]
                         [--json]
            """,
        discussion: """
            A company counts as wanted when it has a priority, a live opportunity or a fresh opening. Bridges are \
            contacts with low constraint and a large effective size: they lead to people who do not know each other.

            EXAMPLES
              rebound gaps Samples/three-referrals.json --as-of 2026-03-24
              rebound gaps Samples/thousand.json --top 5
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var tags: TagOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("How many of each kind to show.", valueName: "count")) var top = 10

    func validate() throws {
        if top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top).") }
    }

    func run() throws {
        let opened = try tags.narrowed(input.openAsSet())
        let analysis = opened.analysis
        let gaps = analysis.gaps()
        if output.json {
            try Terminal.print(
                ReportJSON("gaps", network: opened.title, asOf: analysis.asOf, report: gaps).text())
        } else {
            let text = NetworkGapsText(
                gaps, in: analysis.network, title: opened.title, today: analysis.asOf.day, limit: top)
            try Terminal.print(text.rendered(in: Terminal.style))
        }
    }
}

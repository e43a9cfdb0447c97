import ArgumentParser
import ReferralAnalysis
import Reporting
import Workspace

struct TodayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: "Put the day in one queue: what is due, who owes a reply, who to call next.",
        usage: """
            rebound today [<file>] [--as-of <day>] [--policy <policy>] [--quiet]
                          [--top <count>] [--next <count>] [--tag <tag>] [--json]
            """,
        discussion: """
            No one is in the queue twice: someone with a step due is not listed again among the people to call next. \
            The list fits one screen; --json has all of it. People you have never talked to share one line.

            EXAMPLES
              rebound today
              rebound today Samples/three-referrals.json --as-of 2026-04-09
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var tags: TagOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var quiet: QuietOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("How many people to call next, beyond what is due.", valueName: "count"))
    var next = 5
    @Option(
        help: ArgumentHelp(
            "How many people to show in each part (default: what fits one screen).", valueName: "count"))
    var top: Int?

    func validate() throws {
        if let top, top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top).") }
        if next < 0 { throw ValidationError("--next takes a whole number of at least 0, not \(next).") }
    }

    func run() throws {
        let opened = try tags.narrowed(input.open(under: policy.named(), quiet: quiet))
        let analysis = opened.analysis
        let today = analysis.today(next: next)
        if output.json {
            try Terminal.print(
                ReportJSON("today", network: opened.title, asOf: analysis.asOf, report: today).text())
        } else {
            try Terminal.print(
                TodayText(today, in: analysis.network, title: opened.title, limit: top)
                    .rendered(in: Terminal.style(for: opened)))
        }
    }
}

import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct NextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next",
        abstract: "Rank who to contact next, and say why.",
        usage: """
            rebound next [<file>] [--as-of <day>] [--policy <policy>] [--quiet]
                         [--top <count>] [--tag <tag>] [--json]
            """,
        discussion: """
            First comes what the playbook says is due (after a “no”, after silence), earliest day first; then \
            everyone else you can politely contact now, best call first. Without --top, the list fits one screen, and \
            people you have never talked to share one line; --json has the first 10. People it is too soon to \
            contact are left out; `rebound why PERSON FILE` says why.

            EXAMPLES
              rebound next Samples/three-referrals.json --as-of 2026-04-09
              rebound next Samples/thousand.json --top 5
              rebound next Samples/thousand.json --json | jq '.report.contacts[0]'
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var tags: TagOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var quiet: QuietOptions
    @OptionGroup var output: OutputOptions
    @Option(
        help: ArgumentHelp(
            "How many people to show, in the order of the list (default: what fits one screen).",
            valueName: "count"))
    var top: Int?

    func validate() throws {
        if let top, top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top).") }
    }

    func run() throws {
        let policy = try policy.named()
        let opened = try tags.narrowed(input.open(under: policy, quiet: quiet))
        let analysis = opened.analysis
        if output.json {
            try Terminal.print(
                ReportJSON(
                    "next", network: opened.title, asOf: analysis.asOf, policy: policy.reference,
                    report: analysis.nextContacts(first: top ?? 10)
                ).text())
        } else {
            let text = CallListText(
                top.map(analysis.nextContacts(first:)) ?? analysis.shortList,
                in: analysis.network, title: opened.title, today: analysis.asOf.day, limit: top,
                isShort: top == nil)
            try Terminal.print(text.rendered(in: Terminal.style(for: opened)))
        }
    }
}

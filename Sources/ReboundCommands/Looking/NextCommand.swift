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
            everyone else you can politely contact now, best call first. People it is too soon to contact are left \
            out; `rebound why PERSON FILE` says why.

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
    @Option(help: ArgumentHelp("How many people to show.", valueName: "count")) var top = 10

    func validate() throws {
        if top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top).") }
    }

    func run() throws {
        let policy = try policy.named()
        let opened = try tags.narrowed(input.open(under: policy, quiet: quiet))
        let next = opened.analysis.nextContacts(first: top)
        if output.json {
            try Terminal.print(
                ReportJSON(
                    "next", network: opened.title, asOf: opened.analysis.asOf, policy: policy.reference,
                    report: next
                ).text())
        } else {
            let text = CallListText(
                next, in: opened.analysis.network, title: opened.title, today: opened.analysis.asOf.day,
                limit: top)
            try Terminal.print(text.rendered(in: Terminal.style(for: opened)))
        }
    }
}

import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract:
            "Explain one person: their rank, every number behind it, and what would change it.",
        usage: """
            rebound why <person> [<file>] [--as-of <day>] [--policy <policy>]
                        [--quiet] [--json]
            """,
        discussion: """
            PERSON is an id, a name, or a part of a name that only one person has. You need not type accents or \
            capitals. What would move the person up or down is tried out: the network is analyzed again with one \
            fact changed, at most twelve times.

            EXAMPLES
              rebound why "Dan Whitfield" Samples/three-referrals.json
              rebound why julie Samples/three-referrals.json --json
            """)

    @Argument(
        help: "An id, a name, or an unambiguous part of a name.", completion: NameCompletion.people)
    var person: String
    @OptionGroup var input: NetworkOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var quiet: QuietOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try input.check(person: person, of: "why")
    }

    func run() throws {
        let policy = try policy.named()
        let opened = try input.open(under: policy, quiet: quiet)
        let analysis = opened.analysis
        let id = try opened.person(matching: person)
        guard var explanation = analysis.explanation(of: id) else { throw ExitCode(ExitCodes.internalError) }
        explanation.rankChanges = analysis.rankChanges(of: id)
        if output.json {
            try Terminal.print(
                ReportJSON(
                    "why", network: opened.title, asOf: analysis.asOf, policy: policy.reference,
                    report: explanation
                ).text())
        } else {
            let text = ExplanationText(explanation, in: analysis.network, today: analysis.asOf.day)
            try Terminal.print(text.rendered(in: Terminal.style(for: opened)))
        }
    }
}

import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Explain one person: rank or reason for its absence, value, odds, lineage, threads.",
        discussion: """
            PERSON is an id, a name, or a part of a name that only one person has.

            EXAMPLES
              rebound why "Dan Whitfield" Samples/three-referrals.json --as-of 2026-04-09
              rebound why julie Samples/three-referrals.json --json
            """)

    @Argument(help: "An id, a name, or an unambiguous part of a name.") var person: String
    @OptionGroup var input: NetworkOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let opened = try input.open()
        let analysis = opened.analysis
        let id: PersonID
        switch PersonQuery(person).match(in: analysis.network) {
        case .one(let match): id = match
        case .several(let matches):
            let names = matches.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
            throw ValidationError("“\(person)” fits several people: \(names). Name one by its id.")
        case .none(let suggestion):
            let hint = suggestion.map { " Did you mean “\($0)”?" } ?? ""
            throw ValidationError("Nobody in \(opened.path) is called “\(person)”.\(hint)")
        }
        guard let explanation = analysis.explanation(of: id) else { throw ExitCode(ExitCodes.internalError) }
        if output.json {
            try Terminal.print(
                ReportJSON("why", network: opened.title, asOf: analysis.asOf, report: explanation).text())
        } else {
            let text = ExplanationText(explanation, in: analysis.network, today: analysis.asOf.day)
            Terminal.print(text.rendered(in: Terminal.style))
        }
    }
}

import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show everything known about a person or a company, as a card.",
        usage: """
            rebound show <name> [<file>] [--company] [--as-of <day>]
                         [--policy <policy>] [--quiet] [--json]
            """,
        discussion: """
            When a person and a company share a name, the person is shown; --company shows the company.

            EXAMPLES
              rebound show "Dan Whitfield" Samples/three-referrals.json
              rebound show northgate Samples/three-referrals.json
            """)

    @Argument(
        help: "An id, a name, or an unambiguous part of a name.",
        completion: NameCompletion.peopleAndCompanies)
    var name: String
    @OptionGroup var input: NetworkOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var quiet: QuietOptions
    @OptionGroup var output: OutputOptions
    @Flag(name: .company, help: "Show the company of this name.") var wantsCompany = false

    func run() throws {
        let opened = try input.open(under: policy.named(), quiet: quiet)
        let (analysis, today) = (opened.analysis, opened.analysis.asOf.day)
        switch try opened.personOrCompany(matching: name, wantsCompany: wantsCompany) {
        case .company(let company):
            guard let profile = analysis.profile(of: company) else { throw ExitCode(ExitCodes.internalError) }
            try print(profile, "company", opened) {
                CompanyProfileText(profile, in: analysis.network, today: today).rendered(
                    in: Terminal.style(for: opened))
            }
        case .person(let person):
            guard let profile = analysis.profile(of: person) else { throw ExitCode(ExitCodes.internalError) }
            try print(profile, "person", opened) {
                PersonProfileText(profile, in: analysis.network, today: today).rendered(
                    in: Terminal.style(for: opened))
            }
        }
    }

    private func print(
        _ report: some Encodable & Sendable, _ schema: String, _ opened: OpenedNetwork, text: () -> String
    ) throws {
        try Terminal.print(
            output.json
                ? try ReportJSON(schema, network: opened.title, asOf: opened.analysis.asOf, report: report)
                    .text()
                : text())
    }
}

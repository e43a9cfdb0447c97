import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct PathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "The most reliable introductions that lead to a person or a company.",
        usage: """
            rebound path --to <name> [<file>] [--company] [--top <count>]
                         [--as-of <day>] [--json]
            """,
        discussion: """
            A way is as likely as its hops together: an answer, then each introduction. The weakest hop is named, \
            with whom to ask first, what to say, and what is left when they decline. Where there is no way of four \
            hops or fewer, it says so and names the nearest people within reach.

            EXAMPLES
              rebound path --to Marcus Samples/three-referrals.json --as-of 2026-03-24
              rebound path --to "Northgate Health" Samples/three-referrals.json

            EXIT CODES
              0   the ways, or none of four hops or fewer
              1   nobody and no company has that name
            """)

    @Option(
        help: ArgumentHelp("An id, a name, or an unambiguous part of a name.", valueName: "name"),
        completion: NameCompletion.peopleAndCompanies)
    var to: String
    @OptionGroup var input: NetworkOptions
    @OptionGroup var output: OutputOptions
    @Flag(name: .customLong("company"), help: "Ways to the company of this name.") var wantsCompany = false
    @Option(help: ArgumentHelp("How many ways to show.", valueName: "count")) var top = 3

    func validate() throws {
        if !(1...50).contains(top) {
            throw ValidationError("--top takes a whole number from 1 to 50, not \(top).")
        }
    }

    func run() throws {
        let opened = try input.open()
        let analysis = opened.analysis
        let report =
            switch try opened.personOrCompany(matching: to, wantsCompany: wantsCompany) {
            case .company(let company): analysis.introductionPaths(to: company, count: top)
            case .person(let person): analysis.introductionPaths(to: person, count: top)
            }
        guard let report else {
            Terminal.note("rebound: “\(to)” is you; name somebody else")
            throw ExitCode(ExitCodes.usage)
        }
        if output.json {
            try Terminal.print(
                ReportJSON("path", network: opened.title, asOf: analysis.asOf, report: report).text())
        } else {
            let text = IntroductionPathsText(report, title: opened.title, today: analysis.asOf.day)
            try Terminal.print(text.rendered(in: Terminal.style))
        }
    }
}

import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct PathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Find the introductions most likely to reach a person or a company.",
        usage: """
            rebound path --to <name> [<file>] [--company] [--top <count>]
                         [--as-of <day>] [--json]
            """,
        discussion: """
            A path is as likely as all of its steps together: a reply, then each introduction. You see the weakest \
            step, who to ask first, what to say, and what is left if they decline. Where no path has four steps or \
            fewer, you see the nearest people within reach.

            EXAMPLES
              rebound path --to Marcus Samples/three-referrals.json --as-of 2026-03-24
              rebound path --to "Northgate Health" Samples/three-referrals.json

            EXIT CODES
              0   the paths, or none of four steps or fewer
              1   no person and no company has that name
            """)

    @Option(
        help: ArgumentHelp("An id, a name, or an unambiguous part of a name.", valueName: "name"),
        completion: NameCompletion.peopleAndCompanies)
    var to: String
    @OptionGroup var input: NetworkOptions
    @OptionGroup var output: OutputOptions
    @Flag(name: .company, help: "Find paths to the company of this name.") var wantsCompany =
        false
    @Option(help: ArgumentHelp("How many paths to show.", valueName: "count")) var top = 3

    func validate() throws {
        if !(1...50).contains(top) {
            throw ValidationError("--top takes a whole number from 1 to 50, not \(top).")
        }
    }

    func run() throws {
        let opened = try input.openAsSet()
        let analysis = opened.analysis
        let report =
            switch try opened.personOrCompany(matching: to, wantsCompany: wantsCompany) {
            case .company(let company): analysis.introductionPaths(to: company, count: top)
            case .person(let person): analysis.introductionPaths(to: person, count: top)
            }
        guard let report else {
            Terminal.note("rebound: “\(to)” is you; name someone else")
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

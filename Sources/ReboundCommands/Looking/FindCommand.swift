import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct FindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find people, companies, opportunities and conversations by words.",
        usage: """
            rebound find <words> [<file>] [--top <count>] [--tag <tag>]
                         [--as-of <day>] [--quiet] [--json]
            """,
        discussion: """
            All words must occur; you need not type accents or capitals. Names come first, then notes about them.

            EXAMPLES
              rebound find harbor
              rebound find "head of" Samples/three-referrals.json

            EXIT CODES
              0   something was found
              1   nothing was
            """)

    @Argument(help: "What to look for.") var words: String
    @OptionGroup var input: NetworkOptions
    @OptionGroup var tags: TagOptions
    @OptionGroup var quiet: QuietOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("How many hits to show.", valueName: "count")) var top = 30

    func validate() throws {
        if words.allSatisfy(\.isWhitespace) { throw ValidationError("There is nothing to look for.") }
        if top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top).") }
    }

    func run() throws {
        let opened = try tags.narrowed(input.open(quiet: quiet))
        let analysis = opened.analysis
        let search = analysis.search(words)
        if output.json {
            try Terminal.print(
                ReportJSON("find", network: opened.title, asOf: analysis.asOf, report: search).text())
        } else {
            let text = SearchText(search, in: analysis.network, today: analysis.asOf.day, limit: top)
            try Terminal.print(text.rendered(in: Terminal.style))
        }
        if search.hits.isEmpty { throw ExitCode(ExitCodes.findings) }
    }
}

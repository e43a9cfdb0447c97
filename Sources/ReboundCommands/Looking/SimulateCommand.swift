import ArgumentParser
import ReferralAnalysis
import ReferralGraph
import Reporting
import SearchSimulation
import Workspace

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Play the search forward: weeks to the next interview, by who you call first.",
        usage: """
            rebound simulate [<file>] [--calls-a-week <count>] [--weeks <count>]
                             [--runs <count>] [--seed <number>] [--strategies <list>]
                             [--as-of <day>] [--policy <policy>] [--json]
            """,
        discussion: """
            This simulates the model’s own assumptions; it is not a forecast. In each run, people reply, have an \
            opening and introduce others with the chances that `rebound why` shows. Every strategy gets the same \
            luck, and no one is called before it is polite. The same seed gives the same bytes.

            STRATEGIES
              as-advised         best call first, by the model
              most-recent-first  whoever you talked to last
              strongest-first    by the strength of the tie, then by how often you spoke
              at-random          in random order, drawn again each week

            EXAMPLES
              rebound simulate Samples/linkedin-star.json --as-of 2026-04-10
              rebound simulate Samples/two-silences.json --calls-a-week 2 --weeks 12
              rebound simulate Samples/thousand.json --runs 100 --json
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("How many people to call each week, at most.", valueName: "count"))
    var callsAWeek = 5
    @Option(help: ArgumentHelp("How far to look ahead.", valueName: "count")) var weeks = 26
    @Option(help: ArgumentHelp("How many times to play it.", valueName: "count")) var runs = 1_000
    @Option(help: ArgumentHelp("The seed of the random numbers.", valueName: "number")) var seed: UInt64 = 7
    @Option(
        help: ArgumentHelp(
            "Strategies to compare, separated by commas; the others are compared with the first (default: all).",
            valueName: "list"),
        completion: .list(CallStrategy.allCases.map(\.rawValue)),
        transform: { try values(named: $0, ofKind: "strategy") }) var strategies = CallStrategy.allCases

    func validate() throws { _ = try simulation() }

    func run() throws {
        let simulation = try simulation()
        let opened = try input.open(under: policy.namedWithoutSettings())
        let search = opened.analysis.simulatedSearch(simulation)
        if output.json {
            try Terminal.print(
                ReportJSON("simulate", network: opened.title, asOf: opened.analysis.asOf, report: search)
                    .text())
        } else {
            try Terminal.print(
                SimulatedSearchText(search, title: opened.title).rendered(in: Terminal.style))
        }
    }

    private func simulation() throws -> SimulationParameters {
        do throws(SimulationError) {
            return try SimulationParameters(
                runs: runs, callsAWeek: callsAWeek, weeks: weeks, seed: seed, strategies: strategies)
        } catch {
            throw ValidationError(Self.words(for: error))
        }
    }

    private static func words(for error: SimulationError) -> String {
        switch error {
        case .outOfRange(let number, let value, let range):
            let option =
                switch number {
                case .runs: "--runs"
                case .callsAWeek: "--calls-a-week"
                case .weeks: "--weeks"
                }
            let ends = "from \(range.lowerBound) to \(range.upperBound)"
            return "\(option) takes a whole number \(ends), not \(value)."
        case .noStrategy: return "--strategies names no strategy."
        case .repeatedStrategy(let strategy): return "--strategies names \(strategy.rawValue) twice."
        }
    }
}

import ArgumentParser
import RankingModel
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Choose the calls of a week that together open the most new ground.",
        usage: """
            rebound plan [<file>] [--calls <count> | --minutes <count>] [--explore]
                         [--ics <file>] [--tag <tag>] [--as-of <day>]
                         [--policy <policy>] [--quiet] [--json]
            """,
        discussion: """
            Calls that lead to different people beat the best calls taken one by one, so each is chosen for what it \
            adds to the ones before it. You never call two people of one team on a day, or anyone before it is \
            polite or on their day off. Phone calls fall into the calling hours of the contact's time zone. The \
            plan says how close it is to the best there can be.

            EXAMPLES
              rebound plan Samples/thousand.json --calls 5
              rebound plan Samples/thousand.json --minutes 120 --ics week.ics
              rebound plan Samples/three-referrals.json --as-of 2026-04-09
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var tags: TagOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var quiet: QuietOptions
    @OptionGroup var output: OutputOptions
    @Option(help: ArgumentHelp("How many calls and messages (default: 5).", valueName: "count")) var calls:
        Int?
    @Option(help: ArgumentHelp("How long they may take in all.", valueName: "count")) var minutes: Int?
    @Flag(help: "Meet as many new people as possible, as if everyone replied.") var explore = false
    @Option(
        help: ArgumentHelp("Also write the plan as a calendar.", valueName: "file"),
        completion: .file(extensions: ["ics"]))
    var ics: String?

    func validate() throws {
        if calls != nil, minutes != nil {
            throw ValidationError("--calls and --minutes are two budgets; give one.")
        }
        for (name, count) in [("calls", calls), ("minutes", minutes)] {
            if let count, !(1...10_000).contains(count) {
                throw ValidationError("--\(name) takes a whole number from 1 to 10000, not \(count).")
            }
        }
    }

    func run() throws {
        let policy = try policy.named()
        let opened = try tags.narrowed(input.open(under: policy, quiet: quiet))
        let analysis = opened.analysis
        let plan = try analysis.outreachPlan(
            minutes.map(OutreachBudget.minutes) ?? .calls(calls ?? 5),
            objective: explore ? .exploration : .value)
        if let ics {
            do {
                try PlanCalendarFile(plan, of: opened).write(
                    to: ics, sparing: input.spared(besides: self.policy.nameOrFile))
            } catch {
                throw Terminal.fail(error, input: input.name)
            }
        }
        if output.json {
            try Terminal.print(
                ReportJSON(
                    "plan", network: opened.title, asOf: analysis.asOf, policy: policy.reference, report: plan
                ).text())
        } else {
            let text = OutreachPlanText(
                plan, in: analysis.network, title: opened.title, today: analysis.asOf.day)
            try Terminal.print(text.rendered(in: Terminal.style(for: opened)))
        }
    }
}

import ArgumentParser
import Playbook
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct StalledCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stalled",
        abstract: "Flag stalled threads, and say what to do about each.",
        usage: """
            rebound stalled [<file>] [--as-of <day>] [--policy <policy>] [--quiet]
                            [--tag <tag>] [--exit-code] [--json]
            rebound stalled [<file>] --replay <day>..<day> [--policy <policy>]
                            [--against <policy>] [--json]
            """,
        discussion: """
            There are four kinds: they owe you a reply, you owe them one, a promise has passed its day, and \
            closed. Silence is counted in business days of the contact's own calendar, and never closes a thread \
            by itself. Applications no one was written to about are listed apart: how many of the employers who reply \
            have done so by now, how likely a reply still is, who to ask there, and how your own applications did.

            --replay goes through past days instead, and says when each silence would have been flagged and how it \
            ended; --against compares that with a second policy.

            EXAMPLES
              rebound stalled Samples/two-silences.json --as-of 2026-03-25
              rebound stalled Samples/two-silences.json --json
              rebound stalled Samples/two-silences.json --exit-code
              rebound stalled Samples/two-silences.json --replay 2026-03-01..2026-04-10
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var tags: TagOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var quiet: QuietOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "Exit with 1 when a thread has stalled; closed ones do not count.") var exitCode = false

    @Option(help: ArgumentHelp("Go through these past days.", valueName: "day..day")) var replay: DayRange?
    @Option(
        help: ArgumentHelp("A second policy to compare the replay with.", valueName: "policy"),
        completion: .file(extensions: ["json"]))
    var against: String?

    func validate() throws {
        if against != nil, replay == nil {
            throw ValidationError("--against compares replays; give --replay too.")
        }
        if replay != nil, !tags.filter.isEmpty {
            throw ValidationError("--replay goes through everyone’s threads; leave out --tag and --not-tag.")
        }
        if quiet.option != nil, replay != nil {
            throw ValidationError(
                "--replay says how each silence ended, a no included; it goes without --quiet.")
        }
        if exitCode, replay != nil {
            throw ValidationError("--exit-code and --replay contradict each other.")
        }
    }

    func run() throws {
        if let replay {
            try play(replay.days)
        } else {
            try list()
        }
    }

    private func play(_ days: ClosedRange<CalendarDay>) throws {
        let first = try policy.named()
        let second = try against.map { try PolicyOptions.named($0) }
        let opened = try input.open(under: first)
        do {
            let replay = try opened.replay(over: days, policy: first)
            let other = try second.map { try opened.replay(over: days, policy: $0) }
            if output.json {
                let report = ReplayReport(
                    replay, policy: first.name, against: other, policy: second?.name)
                try Terminal.print(
                    ReportJSON(
                        "replay", network: opened.title, asOf: Timestamp(days.upperBound), report: report
                    )
                    .text())
            } else {
                let text = ReplayText(
                    replay, policy: first.name,
                    against: other.flatMap { other in second.map { (other, $0.name) } },
                    in: opened.network, title: opened.title)
                try Terminal.print(text.rendered(in: Terminal.style))
            }
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: input.name)
        }
    }

    private func list() throws {
        let policy = try policy.named()
        let opened = try tags.narrowed(input.open(under: policy, quiet: quiet))
        let report = opened.analysis.stalledReport
        let stalled = report.threads
        if output.json {
            try Terminal.print(
                ReportJSON(
                    "stalled", network: opened.title, asOf: opened.analysis.asOf, policy: policy.reference,
                    report: report
                ).text())
        } else {
            let text = StalledText(
                stalled, in: opened.analysis.network, title: opened.title, today: opened.analysis.asOf.day,
                applications: report.applications)
            try Terminal.print(text.rendered(in: Terminal.style(for: opened)))
        }
        if exitCode, stalled.threads.contains(where: { $0.kind != .closed }) {
            throw ExitCode(ExitCodes.findings)
        }
    }
}

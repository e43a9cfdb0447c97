import ArgumentParser
import Graphviz
import ReferralGraph
import Workspace

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write one page with everything: calls, reasons, stalled threads, plan, picture.",
        usage: """
            rebound report [<file>] [-o [<file>]] [--markdown] [--redact]
                           [--redact-companies] [--title <title>] [--tag <tag>]
                           [--as-of <day>] [--policy <policy>]
                           [--time-limit <seconds>]
            """,
        discussion: """
            One file to open from disk: the call list with reasons that unfold, stalled threads, the plan for the \
            week, what each “no” led to, how far applications came, how many requests got a reply, and the picture \
            with search, zoom and layers. It has a light and a dark mode, prints well, loads nothing and sends \
            nothing. --markdown gives the same as text, without the picture.

            --redact makes a page to share: initials and job titles in place of names, no notes and no contact \
            details. Someone who knows the story will still know the people.

            EXAMPLES
              rebound report Samples/three-referrals.json -o report.html
              rebound report Samples/three-referrals.json --markdown
              rebound report Samples/thousand.json -o shared.html --redact
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var tags: TagOptions
    @OptionGroup var policy: PolicyOptions
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write (default: standard output).", valueName: "file"),
        completion: .file(extensions: ["html", "md"]))
    var output: String?
    @Flag(help: "Write text instead of a page; -o NAME.md does the same.") var markdown = false
    @Flag(help: "Put initials in place of names, for sharing.") var redact = false
    @Flag(name: .customLong("redact-companies"), help: "With --redact: number the companies, too.")
    var redactCompanies = false
    @Option(
        help: ArgumentHelp("What to call the report (default: the network's title).", valueName: "title"))
    var title: String?
    @Option(
        name: .customLong("time-limit"),
        help: ArgumentHelp("How many seconds of processor time the layout may take.", valueName: "seconds"))
    var timeLimit = 10.0

    func validate() throws {
        try validateTimeLimit(timeLimit)
        if redactCompanies, !redact {
            throw ValidationError("--redact-companies goes further than --redact; give both.")
        }
        if title?.isEmpty == true { throw ValidationError("The title is empty.") }
        if file == nil, !isText, Terminal.isOutputWatched {
            throw ValidationError(
                "A page is not for the terminal; name a file with -o, or ask for --markdown.")
        }
    }

    /// The file to write; `nil` for standard output.
    private var file: String? { output == "-" ? nil : output }

    private var isText: Bool {
        let name = (file ?? "").lowercased()
        return markdown || name.hasSuffix(".md") || name.hasSuffix(".markdown")
    }

    func run() async throws {
        var opened = try tags.narrowed(input.openForOthers(under: policy.named()))
        let pool = RenderPool(workerCount: 1)
        do {
            if redact { opened = try opened.redacted(companies: redactCompanies) }
            let report =
                isText
                ? try ReportFile(markdown: opened, title: title)
                : try await ReportFile(
                    page: opened, title: title, limits: RenderLimits(seconds: timeLimit), pool: pool)
            for notice in report.notices { Terminal.note("rebound: \(notice)") }
            if let file {
                try report.write(to: file, sparing: input.spared(besides: policy.nameOrFile))
            } else {
                try Terminal.print(report.bytes)
            }
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: input.name)
        }
        await pool.close()
    }
}

public import ArgumentParser
import Graphviz
public import NetworkDrawing
import ReferralGraph
import Workspace

struct DrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draw the network, or one question about it.",
        usage: """
            rebound draw [<file>] [-o [<file>]] [--format <kind>] [--as-of <day>]
                         [--view <view>] [--from <person>] [--to <name>]
                         [--company <name>] [--since <day>]
                         [--around <person> [--depth <steps>]]
                         [--top <count>] [--only <kinds>] [--tag <tag>]
                         [--people <count> | --all] [--theme <theme>]
                         [--policy <policy>] [--quiet] [--time-limit <seconds>]
            rebound draw [<file>] --terminal [--as-of <day>] ...
            """,
        discussion: """
            A picture answers one question, its --view: who is where and how you get to them (lanes), what one no led \
            to, name by name (chain), the likeliest introductions with their weakest step (path), one employer and who \
            you reach there (company), how close everyone is (ring), what happened when and what is next (timeline), \
            what thousands of people look like from afar (map), what has changed since a day (diff). Badges carry the \
            ranks of `rebound next`; borders, marks and lines say who said no, who is silent and where an offer stands.

            Without --view, the other options decide: --from draws a chain, --to a path, --company a company, --since \
            a diff. Otherwise you get the lanes, or the map for more than 2,000 people. With more than 60 people, the \
            picture narrows to the 36 who matter most now, and says so; --people and --all change that. The same \
            network gives the same bytes.

            EXAMPLES
              rebound draw Samples/three-referrals.json -o net.svg
              rebound draw Samples/thousand.json -o net.pdf --people 40
              rebound draw Samples/three-referrals.json --format dot > net.gv
              rebound draw Samples/three-referrals.json --terminal --as-of 2026-04-09
              rebound draw Samples/thousand.json --only stalled,rejected -o no.svg
              rebound draw Samples/three-referrals.json --from dan -o x.svg
              rebound draw Samples/three-referrals.json --to ruth -o x.svg
              rebound draw Samples/ten-reports.json --company highline -o x.svg
              rebound draw Samples/ten-reports.json --since 2026-03-10 -o d.svg
              rebound draw Samples/stars-and-next-opening.json --view ring -o ring.svg
              rebound draw Samples/two-silences.json --view timeline -o time.svg
              rebound draw Samples/thousand.json --view map -o map.svg
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var view: ViewOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var quiet: QuietOptions
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write (default: standard output).", valueName: "file"),
        completion: .file())
    var output: String?
    @Option(
        help: ArgumentHelp(
            "svg, pdf, png or dot (default: the output's extension decides).", valueName: "kind"))
    var format: String?
    @OptionGroup var scope: ScopeOptions
    @Flag(help: "Print the chains as a list that reads in a terminal.") var terminal = false
    @Option(
        help: ArgumentHelp(
            "The colors: \(Theme.all.map(\.name).joined(separator: ", ")) (default: light, or what `rebound set theme` says).",
            valueName: "theme"))
    var theme: Theme?
    @Option(
        name: .customLong("time-limit"),
        help: ArgumentHelp("How many seconds of processor time the layout may take.", valueName: "seconds"))
    var timeLimit = 10.0

    func validate() throws {
        _ = try pictureFormat()
        try view.validate(people: scope.people)
        try validateTimeLimit(timeLimit)
        if terminal {
            if output != nil || format != nil {
                throw ValidationError("--terminal prints text; it goes without -o and --format.")
            }
        } else if file == nil, Terminal.isOutputWatched {
            throw ValidationError(
                "A drawing is not for the terminal; name a file with -o, send it on with > or |, or take --terminal."
            )
        }
    }

    /// The file to write; `nil` for standard output.
    private var file: String? { output == "-" ? nil : output }

    func run() async throws {
        let opened = try input.openForOthers(under: policy.named(), quiet: quiet)
        var options = try scope.options(for: opened)
        options.theme = if let theme { theme } else { try Terminal.settings().theme }
        options.since = view.since
        if terminal {
            let title = try scope.tags.narrowed(opened).title
            let outline = NetworkOutline(of: opened.analysis, title: title, options: options)
            try Terminal.print(NetworkOutlineText(outline).rendered(in: Terminal.style(for: opened)))
        } else {
            try await draw(opened, options: options)
        }
    }

    private func draw(_ opened: OpenedNetwork, options: DrawingOptions) async throws {
        let pool = RenderPool(workerCount: 1)
        do {
            let picture = try await NetworkPicture(
                of: opened, as: pictureFormat(), view: try view.view(of: opened, people: scope.people),
                options: options, title: scope.tags.narrowed(opened).title,
                limits: RenderLimits(seconds: timeLimit), pool: pool)
            for notice in picture.notices { Terminal.note("rebound: \(notice)") }
            if let file {
                try picture.write(to: file, sparing: input.spared(besides: policy.nameOrFile))
            } else {
                try Terminal.print(picture.bytes)
            }
        } catch let error as WorkspaceError {
            let code = Terminal.fail(error, input: input.name)
            if case .drawing(let failure) = error, failure.concernsLayout {
                Terminal.note("rebound: a larger --time-limit or fewer --people may help")
            }
            throw code
        }
        await pool.close()
    }

    private func pictureFormat() throws -> PictureFormat {
        let name = format ?? file.flatMap(fileExtension(of:)) ?? "svg"
        guard let format = PictureFormat(extension: name) else {
            throw ValidationError(
                "“\(name)” is no kind of drawing; choose svg, pdf, png or dot with --format or the name of the file."
            )
        }
        return format
    }

    private func fileExtension(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        return name.contains(".") ? name.split(separator: ".").last.map(String.init) : nil
    }
}

extension Theme: ExpressibleByArgument {
    /// The theme of a name.
    public init?(argument: String) { self.init(named: argument) }

    /// The name.
    public var defaultValueDescription: String { name }

    /// The names there are.
    public static var allValueStrings: [String] { all.map(\.name) }
}

/// Holds a time limit to what a layout can be given.
func validateTimeLimit(_ seconds: Double) throws {
    guard seconds > 0, seconds <= 86_400 else {
        throw ValidationError("--time-limit takes seconds above 0 and up to 86400, not \(seconds).")
    }
}

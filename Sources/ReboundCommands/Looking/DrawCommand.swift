public import ArgumentParser
import Graphviz
public import NetworkDrawing
import ReferralFormats
import ReferralGraph
import Workspace

struct DrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draw the network, or one question about it.",
        usage: """
            rebound draw [<file>] [-o [<file>]] [--format <kind>] [--as-of <day>]
                         [--view <view>] [--from <person>] [--to <name>]
                         [--company <name>]
                         [--policy <policy>] [--people <count> | --all]
                         [--theme <theme>] [--time-limit <seconds>]
            """,
        discussion: """
            Badges carry the ranks of `rebound next`; borders, marks and lines say who refused, who is silent and \
            where an offer stands. More than 60 people make the picture narrow itself to the 36 who matter \
            most now, and say so; --people and --all change that. The same network gives the same bytes.

            Companies are swimlanes and hops columns, unless --view asks for something else: what one no led to, the \
            likeliest introductions with their weakest hop, or one employer with who is reached there.

            EXAMPLES
              rebound draw Samples/three-referrals.json -o net.svg
              rebound draw Samples/thousand.json -o net.pdf --people 40
              rebound draw Samples/three-referrals.json --format dot > net.gv
              rebound draw Samples/three-referrals.json --view chain --from dan -o x.svg
              rebound draw Samples/three-referrals.json --view path --to ruth -o x.svg
              rebound draw Samples/ten-reports.json --view company --company high -o x.svg
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var view: ViewOptions
    @OptionGroup var policy: PolicyOptions
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write; standard output unless given.", valueName: "file"),
        completion: .file())
    var output: String?
    @Option(
        help: ArgumentHelp(
            "svg, pdf, png or dot; the output's extension decides unless given.", valueName: "kind"))
    var format: String?
    @Option(help: ArgumentHelp("How many people to show at the most.", valueName: "count")) var people: Int?
    @Flag(help: "Show everybody.") var all = false
    @Option(
        help: ArgumentHelp(
            "The colours: \(Theme.all.map(\.name).joined(separator: ", ")).", valueName: "theme"))
    var theme = Theme.light
    @Option(
        name: .customLong("time-limit"),
        help: ArgumentHelp("How many seconds the layout may take.", valueName: "seconds"))
    var timeLimit = 10.0

    func validate() throws {
        _ = try pictureFormat()
        if let people, people < 1 {
            throw ValidationError("--people takes a whole number from 1 up, not \(people).")
        }
        if all, people != nil { throw ValidationError("--all and --people contradict each other.") }
        try validateTimeLimit(timeLimit)
        if file == nil, Terminal.isOutputWatched {
            throw ValidationError(
                "A drawing is not for the terminal; name a file with -o, or send it on with > or |.")
        }
    }

    /// The file to write; `nil` for standard output.
    private var file: String? { output == "-" ? nil : output }

    func run() async throws {
        let opened = try input.open(under: policy.named())
        var options = all ? .everybody : people.map(DrawingOptions.people) ?? DrawingOptions()
        options.theme = theme
        let pool = RenderPool(workerCount: 1)
        do {
            let picture = try await NetworkPicture(
                of: opened, as: pictureFormat(), view: try view.view(of: opened), options: options,
                limits: RenderLimits(seconds: timeLimit), pool: pool)
            for notice in picture.notices { Terminal.note("rebound: \(notice)") }
            if let file {
                try picture.write(to: file, apartFrom: opened.source)
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

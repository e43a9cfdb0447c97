import ArgumentParser
import Graphviz
import NetworkDrawing
import ReferralFormats
import ReferralGraph
import Workspace

struct DrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draw the network: companies as swimlanes, hops as columns.",
        discussion: """
            Badges carry the ranks of `rebound next`; borders, marks and lines say who refused, who is silent and
            where an offer stands. More than 60 people make the picture narrow itself to the 36 who matter
            most now, and say so; --people and --all change that. The same network gives the same bytes.

            EXAMPLES
              rebound draw Samples/three-referrals.json -o net.svg --as-of 2026-04-09
              rebound draw Samples/thousand.json -o net.pdf --people 40
              rebound draw Samples/three-referrals.json --format dot > net.gv
            """)

    @OptionGroup var input: NetworkOptions
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write; standard output unless given.", valueName: "file"),
        completion: .file())
    var output: String?
    @Option(help: "svg, pdf, png or dot; the output's extension decides unless given.") var format: String?
    @Option(help: ArgumentHelp("How many people to show at the most.", valueName: "count")) var people: Int?
    @Flag(help: "Show everybody.") var all = false
    @Option(name: .customLong("time-limit"), help: "How many seconds the layout may take.") var timeLimit =
        10.0

    func validate() throws {
        _ = try pictureFormat()
        if let people, people < 1 {
            throw ValidationError("--people takes a whole number from 1 up, not \(people).")
        }
        if all, people != nil { throw ValidationError("--all and --people contradict each other.") }
        if timeLimit <= 0 { throw ValidationError("--time-limit takes seconds above 0, not \(timeLimit).") }
    }

    func run() async throws {
        let opened = try input.open()
        let options = all ? .everybody : people.map(DrawingOptions.people) ?? DrawingOptions()
        let pool = RenderPool(workerCount: 1)
        do {
            let picture = try await NetworkPicture(
                of: opened, as: pictureFormat(), options: options,
                limits: RenderLimits(seconds: timeLimit), pool: pool)
            for notice in picture.notices { Terminal.note("rebound: \(notice)") }
            if let output {
                do { try AtomicFile.write(picture.bytes, to: output) } catch {
                    throw WorkspaceError.unwritable(error)
                }
            } else {
                Terminal.print(picture.bytes)
            }
        } catch let error as WorkspaceError {
            throw Terminal.fail(error)
        }
        await pool.close()
    }

    private func pictureFormat() throws -> PictureFormat {
        let name = format ?? output.flatMap(fileExtension(of:)) ?? "svg"
        guard let format = PictureFormat(extension: name) else {
            throw ValidationError(
                "“\(name)” cannot be drawn; choose one of \(PictureFormat.extensions.joined(separator: ", ")) with --format."
            )
        }
        return format
    }

    private func fileExtension(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        return name.contains(".") ? name.split(separator: ".").last.map(String.init) : nil
    }
}

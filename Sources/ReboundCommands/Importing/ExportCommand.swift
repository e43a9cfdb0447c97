import ArgumentParser
import NetworkEditing
import NetworkFiles
import ReferralGraph
import Reporting
import Workspace

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Write your network for other programs: JSON, tables, graphs, cards, a calendar of due steps.",
        usage: """
            rebound export [<file>] [--format <format>] [-o <file>] [--as-of <day>]
                           [--todo] [--raw] [--tag <tag>] [--quiet]
            rebound export [<file>] --cards <folder> [--tag <tag>] [--quiet]
            """,
        discussion: """
            The name after -o says the format, or --format does. JSON holds the whole network without loss. The \
            calendar has the steps of the playbook, including future ones; export it again, and it updates itself.

            --cards keeps a folder of vCards up to date, one card a person, as vdirsyncer, khard and Radicale do. A card \
            that is there gets what it lacks: e-mail addresses, numbers, pages, and a new employer for one that is over. \
            All else on it stays, and so do cards of people who are not in your network. Import the folder to take in \
            what you changed there.

            FORMATS
            \(formats)

            EXAMPLES
              rebound export -o network.json
              rebound export -o due.ics
              rebound export --cards contacts
              rebound export Samples/thousand.json -o thousand.graphml --as-of 2026-04-10
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var tags: TagOptions
    @OptionGroup var quiet: QuietOptions
    @Option(help: "What to write.") var format: ExportFormat?
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Where to write (default: standard output). Tables go to a folder.", valueName: "file"),
        completion: .file())
    var output: String?
    @Option(
        help: ArgumentHelp("Bring this folder of vCards up to date.", valueName: "folder"),
        completion: .directory)
    var cards: String?
    @Flag(help: "Calendar: to-dos in place of events.") var todo = false
    @Flag(help: "Tables: leave cells that a spreadsheet would take for a formula as they are.") var raw =
        false

    private static var formats: String {
        ExportFormat.allCases.map { "  \($0.rawValue.padded(to: 11))\($0.summary)" }.joined(separator: "\n")
    }

    func validate() throws {
        if cards != nil {
            guard format == nil, output == nil, !todo, !raw else {
                throw ValidationError("--cards stands alone: it says what to write, and where.")
            }
            return
        }
        let format = try chosen()
        if todo, format != .iCalendar { throw ValidationError("--todo is for calendars: --format ics.") }
        if raw, format != .csv { throw ValidationError("--raw is for tables: --format csv.") }
        if !tags.filter.isEmpty, format != .iCalendar, format != .vCard {
            throw ValidationError(
                "--tag is for cards and calendars: --format vcard, --format ics or --cards. "
                    + "\(format.rawValue) is the whole network, with everyone’s tags.")
        }
        if quiet.option == true, [.json, .csv].contains(format) {
            throw ValidationError(
                "--quiet leaves rejections out; \(format.rawValue) is the whole network, without loss. It is for calendars, cards and graphs, such as --format ics."
            )
        }
        if format == .csv, output == nil { throw ValidationError("Tables need a folder: -o FOLDER.") }
    }

    func run() throws {
        let opened = try tags.narrowed(input.open(isQuiet: quiet.option ?? false))
        if let cards { return try write(opened, toCards: cards) }
        let format = try chosen()
        do {
            let export = NetworkExport(opened, format: format, asToDos: todo, guardsFormulas: !raw)
            guard let output, output != "-" else {
                try Terminal.print(try export.bytes())
                return
            }
            try export.write(to: output, sparing: input.spared())
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: input.name)
        }
    }

    private func write(_ opened: OpenedNetwork, toCards folder: String) throws {
        do {
            let export = try NetworkExport.writeCards(of: opened, to: folder, sparing: input.spared())
            Terminal.report(export.kept, most: 5)
            try Terminal.print(CardExportText(export, in: folder).rendered(in: Terminal.style))
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: folder)
        }
    }

    /// The format asked for, or the one that the output's name shows.
    private func chosen() throws -> ExportFormat {
        if let format { return format }
        guard let output else { return .json }
        guard let format = ExportFormat(fileName: output) else {
            throw ValidationError(
                "“\(output)” does not show which format it is to have; say it with --format.")
        }
        return format
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}

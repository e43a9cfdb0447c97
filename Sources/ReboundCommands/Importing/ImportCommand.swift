import ArgumentParser
import Foundations
import NetworkEditing
import ReferralGraph
import ReferralStore
import Reporting
import SourceReaders
import Workspace

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Bring in what you already have: a LinkedIn archive, address books, mail, calendars, tables, a network.",
        usage: """
            rebound import <path> ... [--dry-run] [--rows] [--map <mapping>]
                           [--dated <day>] [--owner <who>] [--keep-text] [--remember]
            """,
        discussion: """
            You can import \(SourceReader.all.map(\.summary).joined(separator: ", ")), Google Takeout's zip, and \
            network files. `-` and pipes work, too. An import is all or nothing. Importing the same again changes \
            nothing; a newer export updates. The same person from several sources becomes one; `rebound duplicates` \
            lists pairs in doubt.

            Who works where is true of the day of a source: LinkedIn's zip has it in its name, and of others you say it \
            with --dated. Without a day, no one is moved to another employer, and you are told who may have moved.

            Of LinkedIn's archive, your own jobs and schools are yours from then on; companies that you follow, save and \
            dream of, titles and places are proposed: `rebound want` lists them, `rebound want --proposed` takes them up.

            Events of a calendar become talks: what is over, and what lies ahead, which `today` shows. A later version of \
            the calendar moves or cancels it.

            Of messages, the day, direction, subject and thread are kept; their texts are left out unless you say \
            --keep-text. Nothing in an archive is unpacked to the disk.

            People you have forgotten with `rebound forget` stay out, unless you say --remember.

            EXAMPLES
              rebound import Complete_LinkedInDataExport_11-03-2026.zip
              rebound import contacts.vcf Takeout/Mail/*.mbox --owner alex@example.com
              rebound import linkedin-folder --dated 2026-03-01
              rebound import calendar.ics --owner alex@example.com
              rebound import people.csv --map "name=Full name,company=Firm,email=Mail"
              rebound import teal.csv --map "stage:Pending=applied" --dry-run
              rebound import my-network.json --replace
            """)

    @Argument(help: "Files or folders.", completion: .file()) var paths: [String]
    @Option(name: .customLong("as"), help: "What the files are, when Rebound cannot tell.") var format:
        SourceFormat?
    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "What the columns of a CSV mean, such as \"name=Full name,company=Firm,dates=DD/MM/YYYY\". Without it, you see a guess. Of applications also what a word for a stage means: \"stage:Pending=applied\".",
            valueName: "mapping"))
    var mapping: String?
    @Option(
        help: ArgumentHelp(
            "The day of which the files speak, where they do not say; such as 2026-06-07.", valueName: "day"))
    var dated: String?
    @Option(
        help: ArgumentHelp(
            "Your name, profile page or e-mail address, where a source does not say; may be repeated.",
            valueName: "who"))
    var owner: [String] = []
    @Flag(name: .customLong("keep-text"), help: "Keep the texts of messages as notes.") var keepsText = false
    @Flag(help: "Let a network file take the place of what has been recorded.") var replace = false
    @Flag(help: "Bring back people you had forgotten.") var remember = false
    @Flag(help: "Name every row that was skipped and every file that is not used, and why.") var rows = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var recording: RecordingOptions

    func run() throws {
        let own = try recording.own()
        var options: SourceOptions
        do { options = try own.sourceOptions(dated: try recording.day(dated)) } catch let error
            as WorkspaceError
        {
            throw ValidationError(error.explanation)
        }
        options.format = format
        options.owners = owner
        options.keepsText = keepsText
        options.mapping = try columnMapping()
        var sources: [ImportSource] = []
        var named: [String] = []
        for path in paths {
            do {
                for source in try ImportSource.all(path: path, options: options) {
                    Terminal.report(source.diagnostics, most: 5)
                    sources.append(source)
                    named.append(path)
                }
            } catch {
                throw Terminal.fail(error, input: path)
            }
        }
        let isFirst =
            Terminal.canAsk && !output.json && !recording.isRehearsal && own.isUntouched
        do {
            let outcome = try own.take(
                in: sources, replaces: replace, remembers: remember, isRehearsal: recording.isRehearsal)
            try output.json ? printJSON(outcome, own) : printText(outcome, named, own.now.day)
            if isFirst {
                try GoalQuestions(recording: recording).ask()
                let count = TriageSession(outcome.network, today: own.now.day).queue.count
                if count >= Self.fewPeople {
                    try Terminal.print("\(count) new people: `rebound triage` sorts them, a key each\n")
                }
            }
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: own.path)
        }
    }

    /// So many people need no sorting.
    private static let fewPeople = 5

    /// The command that imports a source again, for its day to be added.
    private func command(for path: String) -> String {
        var words = ["rebound", "import", commandWord(path)]
        if let format { words += ["--as", format.rawValue] }
        if let mapping { words += ["--map", commandWord(mapping)] }
        for who in owner { words += ["--owner", commandWord(who)] }
        if keepsText { words.append("--keep-text") }
        return words.joined(separator: " ")
    }

    private func columnMapping() throws -> ColumnMapping? {
        guard let mapping else { return nil }
        do {
            return try ColumnMapping(parsing: mapping)
        } catch {
            throw ValidationError("--map: \(error)")
        }
    }

    private func printText(
        _ outcome: OwnNetwork.Outcome<[ImportedPart]>, _ named: [String], _ today: CalendarDay
    ) throws {
        for (part, path) in zip(outcome.answer, named) {
            switch part {
            case .report(let report):
                try Terminal.print(
                    ImportText(
                        report, in: outcome.network, today: today, listsRows: rows,
                        showsUnderstood: recording.isRehearsal, dating: command(for: path)
                    ).rendered(in: Terminal.style))
            case .network(let path, let people, let isNew):
                try Terminal.print("\(path): " + (isNew ? "\(people) people\n" : "nothing new\n"))
            }
        }
        if recording.isRehearsal {
            try Terminal.print("Nothing was written (--dry-run).\n")
        } else if let entry = outcome.entry {
            try Terminal.print("recorded as entry \(entry.id); `rebound undo` takes it back\n")
        }
    }

    private func printJSON(_ outcome: OwnNetwork.Outcome<[ImportedPart]>, _ own: OwnNetwork) throws {
        var summary = ImportSummary(entry: outcome.entry?.id, networks: [], sources: [])
        for part in outcome.answer {
            switch part {
            case .report(let report): summary.sources.append(.init(report))
            case .network(let path, let people, let isNew):
                summary.networks.append(.init(path: path, people: people, isNew: isNew))
            }
        }
        try Terminal.print(ReportJSON("import", network: nil, asOf: own.now, report: summary).text())
    }
}

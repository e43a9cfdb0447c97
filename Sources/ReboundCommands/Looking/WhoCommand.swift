import ArgumentParser
import Foundations
import NetworkEditing
import ReferralAnalysis
import ReferralGraph
import Reporting
import SourceReaders
import Workspace

struct WhoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who",
        abstract: "Show who you know at companies: now, before, with you, an introduction away.",
        usage: """
            rebound who <company> ... [--in <file>] [--as-of <day>] [--json | --csv]
            rebound who <list.csv> | - [--in <file>] [--as-of <day>] [--json | --csv]
            rebound who [--in <file>] [--tag <tag>] ...
            """,
        discussion: """
            A company is found by its name, an alias, or whole words of one: “bank” finds Harbor Savings Bank, “apple” \
            never finds GreenApple. People on hold are marked, and no introduction leads to or through them.

            A list is a file (.csv, .tsv or .txt) or - for standard input: a name a line, or a table with a column \
            called Company, Organization, Employer, Firma or the like, else its first column. Every name gets its \
            answer, in the order of the list. Without a name you see the companies that you want.

            EXAMPLES
              rebound who northgate --in Samples/three-referrals.json
              rebound who companies.csv
              rebound who northgate "Harbor Savings Bank" --csv

            EXIT CODES
              0   the answers; of a list also where they are “no one”
              1   the one company that you typed is not in your network
            """)

    @Argument(
        help: ArgumentHelp("Companies, lists of them, or - for standard input.", valueName: "company"),
        completion: NameCompletion.companies)
    var companies: [String] = []
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "A network file: JSON or a folder of CSV tables (default: your own network).", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var file: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var tags: TagOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "Print a table, a row a company.") var csv = false

    func validate() throws {
        if companies.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
            throw ValidationError("The name of a company is empty.")
        }
        if output.json, csv { throw ValidationError("--json and --csv are two forms; give one of them.") }
        if file != nil, store.database != nil {
            throw ValidationError("--in and --db name two networks; give one of them.")
        }
        if companies.count(where: { $0 == "-" }) + (file == "-" ? 1 : 0) > 1 {
            throw ValidationError("Standard input can be read once.")
        }
    }

    func run() throws {
        let opened = try tags.narrowed(open())
        let entries = try entries(in: opened)
        let answers = opened.answers(about: entries)
        if entries.count == 1, entries[0].line == nil, answers.answers[0].companies.isEmpty {
            throw opened.noCompany(called: entries[0].name, near: answers.answers[0].suggestion)
        }
        let analysis = opened.analysis
        if output.json {
            try Terminal.print(
                ReportJSON("who", network: opened.title, asOf: analysis.asOf, report: answers).text())
        } else if csv {
            try Terminal.print(table: CompanyAnswersCSV(answers).bytes())
        } else {
            let text = CompanyAnswersText(answers, today: analysis.asOf.day)
            try Terminal.print(text.rendered(in: Terminal.style))
        }
    }

    private func open() throws(ExitCode) -> OpenedNetwork {
        var input = NetworkOptions()
        input.path = file
        input.store = store
        input.moment = moment
        return try input.openAsSet()
    }

    /// The names typed, and those of the lists.
    private func entries(in opened: OpenedNetwork) throws(ExitCode) -> [(name: String, line: Int?)] {
        if companies.isEmpty { return try wanted(in: opened) }
        if let name = unquoted(in: opened) { return [(name, nil)] }
        var entries: [(name: String, line: Int?)] = []
        for name in companies {
            guard Self.isList(name) else {
                entries.append((name, nil))
                continue
            }
            do {
                let list = try companyList(at: name)
                Terminal.report(list.diagnostics, most: 3)
                entries += list.entries.map { ($0.name, $0.line) }
            } catch {
                throw Terminal.fail(error, input: name == "-" ? "standard input" : name)
            }
        }
        return entries
    }

    /// The companies that the seeker wants, as a list.
    private func wanted(in opened: OpenedNetwork) throws(ExitCode) -> [(name: String, line: Int?)] {
        let companies = opened.analysis.searchGoal.companies
        guard !companies.isEmpty else {
            Terminal.note(
                "rebound: name a company, or say first where you want to work: rebound want COMPANY")
            throw ExitCode(ExitCodes.usage)
        }
        return companies.enumerated().map { ($0.element.name, $0.offset + 1) }
    }

    /// The name that all words together are: `rebound who Harbor Savings Bank`.
    private func unquoted(in opened: OpenedNetwork) -> String? {
        guard companies.count > 1, !companies.contains(where: Self.isList) else { return nil }
        let name = companies.joined(separator: " ")
        let matches = CompanyQuery.matches(
            [name] + companies, in: opened.analysis.network, looseness: .whole)
        func finds(_ match: NameMatch<Company>) -> Bool { if case .none = match { false } else { true } }
        return finds(matches[0]) && !matches.dropFirst().allSatisfy(finds) ? name : nil
    }

    private static func isList(_ name: String) -> Bool {
        name == "-" || [".csv", ".tsv", ".txt"].contains(where: name.lowercased().hasSuffix)
    }
}

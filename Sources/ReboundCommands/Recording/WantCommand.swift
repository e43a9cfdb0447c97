import ArgumentParser
import NetworkEditing
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct WantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "want",
        abstract: "Say what you are looking for: companies, roles, departments, places.",
        usage: """
            rebound want [--json]
            rebound want <company> ... [--priority A|B|C] [<options>]
            rebound want --role <title> --department <name> --place <city>
            rebound want --proposed [<name> ...]
            rebound want --not <name> ...
            """,
        discussion: """
            Without arguments, it lists what you want and what your imports propose: companies that you follow, \
            saved jobs, dream companies. Nothing proposed counts until you say so.

            What you want decides how well a contact fits your search: it moves people up in `next` and `plan`, and \
            `gaps` and `path` look for introductions to these companies.

            EXAMPLES
              rebound want "Harbor Savings" Northgate
              rebound want kestrel --priority B
              rebound want --role "Brand manager" --department Marketing --place Chicago
              rebound want --proposed
              rebound want --not northgate
            """)

    @Argument(
        help: "The companies; one that is not in your network is added.", completion: NameCompletion.companies
    )
    var names: [String] = []
    @Option(help: "How much you want to work there: A, B or C (default: A).") var priority: Company.Priority?
    @Option(help: ArgumentHelp("A role you want; may be repeated.", valueName: "title")) var role: [String] =
        []
    @Option(help: ArgumentHelp("A department; may be repeated.", valueName: "name"))
    var department: [String] = []
    @Option(help: ArgumentHelp("A city or region; may be repeated.", valueName: "city"))
    var place: [String] = []
    @Flag(name: .customLong("proposed"), help: "Take up what your imports propose: all, or the names given.")
    var takesProposals = false
    @Flag(name: .customLong("not"), help: "You do not want these, and they are not to be proposed again.")
    var isDeclined = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var recording: RecordingOptions

    private var saysMore: Bool { !role.isEmpty || !department.isEmpty || !place.isEmpty }

    func validate() throws {
        if isDeclined, takesProposals || saysMore || priority != nil {
            throw ValidationError("--not takes names only: rebound want --not NAME")
        }
        if isDeclined, names.isEmpty {
            throw ValidationError("Say what you do not want: rebound want --not NAME")
        }
        if takesProposals, saysMore {
            throw ValidationError(
                "--proposed takes names of proposals; say roles and places in a command of their own.")
        }
        if priority != nil, names.isEmpty, !takesProposals {
            throw ValidationError("Say which company: rebound want COMPANY --priority \(priority!.rawValue)")
        }
    }

    func run() throws {
        if isDeclined {
            try recording.record { (editor) throws(EditError) in try editor.doNotWant(names) }
        } else if takesProposals {
            try recording.record { (editor) throws(EditError) in
                try editor.wantProposed(names, priority: priority)
            }
        } else if names.isEmpty, !saysMore {
            try list()
        } else {
            let wanted = Wanted(
                companies: names, priority: priority, roles: role, departments: department, places: place)
            try recording.record { (editor) throws(EditError) in try editor.want(wanted) }
        }
    }

    private func list() throws {
        let own = try recording.own()
        let opened: OpenedNetwork
        do throws(WorkspaceError) {
            opened = try OpenedNetwork(.store(path: own.path), asOf: own.now)
        } catch {
            throw Terminal.fail(error, input: own.path)
        }
        let goal = opened.analysis.searchGoal
        if output.json {
            try Terminal.print(
                ReportJSON("want", network: opened.title, asOf: opened.analysis.asOf, report: goal).text())
        } else {
            try Terminal.print(SearchGoalText(goal).rendered(in: Terminal.style))
        }
    }
}

import ArgumentParser
import NetworkDrawing
import ReferralAnalysis
import ReferralGraph
import Workspace

/// Which question a picture answers, and about whom or which time.
struct ViewOptions: ParsableArguments {
    /// The views there are.
    enum Name: String, CaseIterable, ExpressibleByArgument {
        case lanes, chain, path, company, ring, timeline, map, diff
    }

    @Option(
        name: .customLong("view"),
        help: ArgumentHelp(
            """
            What to draw: lanes (who is where, and how things stand), chain (what one no led to), path (the likeliest \
            introductions), company (its people and who is reached), ring (how near everybody is), timeline (what \
            happened when, and what is next), map (thousands of people as regions) or diff (what has changed since a day).
            """, valueName: "view"))
    private var name: Name?
    @Option(
        help: ArgumentHelp(
            "For the chain: whose no, or whose names; that which led to most unless given.",
            valueName: "person"),
        completion: NameCompletion.people)
    private var from: String?
    @Option(
        help: ArgumentHelp("For the path: the person or the company to reach.", valueName: "name"),
        completion: NameCompletion.peopleAndCompanies)
    private var to: String?
    @Option(
        help: ArgumentHelp("For the company, or for a path into it: which one.", valueName: "name"),
        completion: NameCompletion.companies)
    private var company: String?
    @Option(
        name: .customLong("since"),
        help: ArgumentHelp(
            "The day that diff looks back to, or that a timeline begins on.", valueName: "day"))
    private var start: Timestamp?

    func validate() throws {
        if name == .diff, start == nil {
            throw ValidationError("--view diff needs the day to look back to, such as --since 2026-04-01.")
        }
        if start != nil, name != .diff, name != .timeline {
            throw ValidationError("--since goes with --view diff and --view timeline.")
        }
        if from != nil, name != .chain {
            throw ValidationError("--from says where a chain begins; add --view chain.")
        }
        if to != nil, name != .path { throw ValidationError("--to says where a path ends; add --view path.") }
        if company != nil, name != .path, name != .company {
            throw ValidationError("--company needs --view company, or --view path for the ways into it.")
        }
        if name == .path, (to == nil) == (company == nil) {
            throw ValidationError("--view path needs either --to with a name, or --company.")
        }
        if name == .company, company == nil {
            throw ValidationError("--view company needs --company with its name.")
        }
    }

    /// The first day of a timeline.
    var since: CalendarDay? { start?.day }

    /// The view asked for.
    /// - Throws: An ``ExitCode`` after saying that a name fits nobody, or several; ``WorkspaceError``.
    func view(of opened: OpenedNetwork) throws -> DrawingView {
        switch name {
        case nil: .automatic
        case .lanes: .lanes
        case .chain: .chain(from: try from.map(opened.person(matching:)))
        case .path: .path(to: try destination(in: opened))
        case .company: .company(try opened.company(matching: company ?? ""))
        case .ring: .ring
        case .timeline: .timeline
        case .map: .map
        case .diff: .changes(try opened.changes(since: since ?? opened.analysis.asOf.day))
        }
    }

    /// Holds the number of people to views that narrow themselves to people.
    func validate(people: Int?) throws {
        guard people != nil else { return }
        switch name {
        case nil, .lanes, .chain, .company, .ring, .diff: return
        case .timeline:
            throw ValidationError("--people does not go with --view timeline; --all draws every thread.")
        case .path:
            throw ValidationError("--people does not go with --view path, which shows its own people.")
        case .map: throw ValidationError("--people does not go with --view map, which shows everybody.")
        }
    }

    private func destination(in opened: OpenedNetwork) throws(ExitCode) -> DrawingView.Destination {
        let name = to ?? company ?? ""
        return opened.isCompany(named: name, wanted: to == nil)
            ? .company(try opened.company(matching: name)) : .person(try opened.person(matching: name))
    }
}

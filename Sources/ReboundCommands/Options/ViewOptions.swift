import ArgumentParser
import NetworkDrawing
import ReferralAnalysis
import ReferralGraph
import Workspace

/// Which question a picture answers, and about who or which time.
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
            introductions), company (its people and who you reach), ring (how close everyone is), timeline (what \
            happened when, and what is next), map (thousands of people as regions) or diff (what has changed since a \
            day). Unless given, the other options say it: --from a chain, --to a path, --company a company, --since a \
            diff; else lanes, or a map of more than 2,000 people.
            """, valueName: "view"))
    private var name: Name?
    @Option(
        help: ArgumentHelp(
            "For the chain: whose no, or whose names (default: the one that led to the most people).",
            valueName: "person"),
        completion: NameCompletion.people)
    private var from: String?
    @Option(
        help: ArgumentHelp("For the path: the person or the company to reach.", valueName: "name"),
        completion: NameCompletion.peopleAndCompanies)
    private var to: String?
    @Option(
        name: .company,
        help: ArgumentHelp("For the company, or for a path into it: which one.", valueName: "name"),
        completion: NameCompletion.companies)
    private var company: String?
    @Option(
        name: .customLong("since"),
        help: ArgumentHelp(
            "The day that diff looks back to, or that a timeline begins on.", valueName: "day"))
    private var start: Timestamp?

    /// The view named, or the one that the other options ask for; `nil` leaves it to the network.
    private var asked: Name? {
        if let name { return name }
        if to != nil { return .path }
        if company != nil { return .company }
        if from != nil { return .chain }
        return start == nil ? nil : .diff
    }

    func validate() throws {
        if asked == .diff, start == nil {
            throw ValidationError("--view diff needs the day to look back to, such as --since 2026-04-01.")
        }
        if start != nil, asked != .diff, asked != .timeline {
            throw ValidationError("--since goes with --view diff and --view timeline.")
        }
        if from != nil, asked != .chain {
            throw ValidationError("--from says where a chain begins; it goes with --view chain.")
        }
        if to != nil, asked != .path {
            throw ValidationError("--to says where a path ends; it goes with --view path.")
        }
        if company != nil, asked != .path, asked != .company {
            throw ValidationError(
                "--company goes with --view company, and with --view path for the paths into it.")
        }
        if asked == .path, (to == nil) == (company == nil) {
            throw ValidationError("--view path needs either --to with a name, or --company.")
        }
        if asked == .company, company == nil {
            throw ValidationError("--view company needs --company with its name.")
        }
    }

    /// The first day of a timeline.
    var since: CalendarDay? { start?.day }

    /// The view asked for.
    /// - Parameter people: How many people are wanted at the most: as many as the lanes can show.
    /// - Throws: An ``ExitCode`` after saying that a name fits no one, or several; ``WorkspaceError``, also for a day
    ///   to look back to that is not past.
    func view(of opened: OpenedNetwork, people: Int?) throws -> DrawingView {
        let today = opened.analysis.asOf.day
        if let since, since >= today {
            throw WorkspaceError.request(
                "--since \(since) is not before \(today), the day of the picture; see --as-of")
        }
        return switch asked {
        case nil: people == nil ? .automatic : .lanes
        case .lanes: .lanes
        case .chain: .chain(from: try from.map(opened.person(matching:)))
        case .path: .path(to: try destination(in: opened))
        case .company: .company(try opened.company(matching: company ?? ""))
        case .ring: .ring
        case .timeline: .timeline
        case .map: .map
        case .diff: .changes(try opened.changes(since: since ?? today))
        }
    }

    /// Holds the number of people to views that narrow themselves to people.
    func validate(people: Int?) throws {
        guard people != nil else { return }
        switch asked {
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
        return switch try opened.personOrCompany(matching: name, wantsCompany: to == nil) {
        case .company(let company): .company(company)
        case .person(let person): .person(person)
        }
    }
}

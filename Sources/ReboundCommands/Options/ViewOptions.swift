import ArgumentParser
import NetworkDrawing
import ReferralAnalysis
import ReferralGraph
import Workspace

/// Which question a picture answers, and about whom or which time.
struct ViewOptions: ParsableArguments {
    /// The views there are.
    enum Name: String, CaseIterable, ExpressibleByArgument {
        case lanes, chain, ring, timeline, map, diff
    }

    @Option(
        name: .customLong("view"),
        help: ArgumentHelp(
            """
            What to draw: lanes (who is where, and how things stand), chain (what one no led to), ring (how near \
            everybody is), timeline (what happened when, and what is next), map (thousands of people as regions) or \
            diff (what has changed since a day).
            """, valueName: "view"))
    private var name: Name?
    @Option(
        help: ArgumentHelp(
            "For the chain: whose no, or whose names; that which led to most unless given.",
            valueName: "person"),
        completion: NameCompletion.people)
    private var from: String?
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
        case nil, .lanes, .chain, .ring, .diff: return
        case .timeline:
            throw ValidationError("--people does not go with --view timeline; --all draws every thread.")
        case .map: throw ValidationError("--people does not go with --view map, which shows everybody.")
        }
    }
}

import ArgumentParser
import NetworkDrawing
import ReferralGraph

/// Which question a picture answers.
struct ViewOptions: ParsableArguments {
    @Option(
        name: .customLong("view"),
        help: ArgumentHelp(
            """
            What to show: lanes (companies and hops), ring (how near everybody is), timeline (what happened when, \
            and what is next) or map (thousands of people as regions).
            """, valueName: "view"))
    private var name: ViewName?
    @Option(
        name: .customLong("since"),
        help: ArgumentHelp("The first day of a timeline, such as 2026-01-01.", valueName: "day"))
    private var start: Timestamp?

    /// The first day of a timeline.
    var since: CalendarDay? { start?.day }

    /// The view asked for.
    var view: DrawingView {
        switch name {
        case nil: .automatic
        case .lanes: .lanes
        case .ring: .ring
        case .timeline: .timeline
        case .map: .map
        }
    }

    func validate() throws {
        if start != nil, name != .timeline {
            throw ValidationError("--since is where a timeline begins; it goes with --view timeline.")
        }
    }

    /// Holds the number of people to views that narrow themselves to people.
    func validate(people: Int?) throws {
        guard people != nil else { return }
        switch name {
        case nil, .lanes, .ring: return
        case .timeline:
            throw ValidationError("--people does not go with --view timeline; --all draws every thread.")
        case .map: throw ValidationError("--people does not go with --view map, which shows everybody.")
        }
    }

    private enum ViewName: String, CaseIterable, ExpressibleByArgument {
        case lanes, ring, timeline, map
    }
}

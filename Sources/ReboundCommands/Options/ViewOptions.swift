import ArgumentParser
import NetworkDrawing
import ReferralGraph
import Workspace

/// Which question a picture answers.
struct ViewOptions: ParsableArguments {
    @Option(
        name: .customLong("view"),
        help: ArgumentHelp(
            "What to show: lanes (companies and hops) or diff (what has changed since a day).",
            valueName: "view"))
    private var name = ViewName.lanes
    @Option(
        name: .customLong("since"),
        help: ArgumentHelp("The day that --view diff looks back to.", valueName: "day"))
    private var start: Timestamp?

    /// The view asked for.
    /// - Throws: ``WorkspaceError/analysis(_:)``.
    func view(of opened: OpenedNetwork) throws(WorkspaceError) -> DrawingView {
        switch name {
        case .lanes: return .automatic
        case .diff:
            guard let start else { return .automatic }
            return .changes(try opened.changes(since: start.day))
        }
    }

    func validate() throws {
        if name == .diff, start == nil {
            throw ValidationError("--view diff needs the day to look back to, such as --since 2026-04-01.")
        }
        if start != nil, name != .diff {
            throw ValidationError("--since goes with --view diff.")
        }
    }

    private enum ViewName: String, CaseIterable, ExpressibleByArgument {
        case lanes, diff
    }
}

import ArgumentParser
import NetworkDrawing
import ReferralGraph
import Workspace

/// Which question a drawing answers, and about whom.
struct ViewOptions: ParsableArguments {
    /// The views there are.
    enum Name: String, CaseIterable, ExpressibleByArgument {
        case lanes, chain
    }

    @Option(
        name: .customLong("view"),
        help: ArgumentHelp(
            "What to draw: lanes (who is where, and where each thread stands) or chain (what one no led to).",
            valueName: "view"))
    var name: Name?
    @Option(
        help: ArgumentHelp(
            "For the chain: whose no, or whose names; that which led to most unless given.",
            valueName: "person"),
        completion: NameCompletion.people)
    var from: String?

    func validate() throws {
        if from != nil, name != .chain {
            throw ValidationError("--from says where a chain begins; add --view chain.")
        }
    }

    /// The view asked for.
    /// - Throws: An ``ExitCode`` after saying that a name fits nobody, or several.
    func view(of opened: OpenedNetwork) throws(ExitCode) -> DrawingView {
        switch name {
        case nil: .automatic
        case .lanes: .lanes
        case .chain: .chain(from: try from.map { text throws(ExitCode) in try opened.person(matching: text) })
        }
    }
}

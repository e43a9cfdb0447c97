import ArgumentParser
import NetworkDrawing
import ReferralAnalysis
import ReferralGraph
import Workspace

/// Who a picture is about, and how many of them it shows.
struct ScopeOptions: ParsableArguments {
    @OptionGroup var tags: TagOptions
    @Option(help: ArgumentHelp("How many people to show, at most.", valueName: "count")) var people: Int?
    @Flag(help: "Show everyone.") var all = false
    @Option(help: ArgumentHelp("Show only people near this one.", valueName: "person")) var around: String?
    @Option(
        help: ArgumentHelp("How many acquaintances away --around goes.", valueName: "steps"))
    var depth: Int?
    @Option(
        help: ArgumentHelp(
            "Show only the top of the call list, and the way to them.", valueName: "count"))
    var top: Int?
    @Option(
        help: ArgumentHelp(
            """
            Show only people of these kinds, separated by commas: \
            \(DrawingOptions.Trait.allCases.map(\.rawValue).joined(separator: ", ")).
            """, valueName: "kinds"),
        completion: .list(DrawingOptions.Trait.allCases.map(\.rawValue)),
        transform: { try values(named: $0, ofKind: "kind of people") })
    var only: [DrawingOptions.Trait]?

    func validate() throws {
        if let people, people < 1 {
            throw ValidationError("--people takes a whole number of at least 1, not \(people).")
        }
        if all, people != nil { throw ValidationError("--all and --people contradict each other.") }
        if let top, top < 1 { throw ValidationError("--top takes a whole number of at least 1, not \(top).") }
        if let depth {
            if around == nil {
                throw ValidationError("--depth says how far --around goes; give --around too.")
            }
            if depth < 0 {
                throw ValidationError("--depth takes a whole number of at least 0, not \(depth).")
            }
        }
        if [around != nil, top != nil, only != nil, !tags.filter.isEmpty].count(where: \.self) > 1 {
            throw ValidationError(
                "--around, --top, --only and --tag each say who to show; give one of them.")
        }
    }

    /// What a picture of a network may leave out.
    /// - Throws: An ``ExitCode`` after saying that no one, or several, are called so.
    func options(for opened: OpenedNetwork) throws(ExitCode) -> DrawingOptions {
        var options = all ? .everybody : people.map(DrawingOptions.people) ?? DrawingOptions()
        if let around {
            options.scope = .around(try opened.person(matching: around), steps: depth ?? 1)
        } else if let top {
            options.scope = .top(top)
        } else if let only {
            options.scope = .only(Set(only))
        } else if let shown = try tags.narrowed(opened).analysis.shown {
            options.scope = .people(shown)
        }
        return options
    }
}

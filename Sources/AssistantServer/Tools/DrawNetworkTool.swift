internal import Graphviz
internal import NetworkDrawing
internal import ReferralAnalysis
internal import Workspace

extension Tool {
    /// A picture of the network.
    static func drawNetwork(_ network: AssistantNetwork) -> Tool {
        Tool(
            name: "draw_network", title: "Draw the network",
            description: """
                Returns a picture, as "format" and "theme" say, that answers one question, its "view": who is where and how to reach them (lanes), what one no led to (chain), \
                the likeliest introductions to "about" (path), one employer's people (company, with "about"), how close \
                everyone is (ring), what happened when (timeline), thousands of people from afar (map). "people" says \
                how many are shown at most.
                """,
            arguments: [
                ToolArgument(
                    "view", .choice(["lanes", "chain", "path", "company", "ring", "timeline", "map"]),
                    "Which question (default: what suits the network)."),
                ToolArgument(
                    "about", ToolArgument.shortText,
                    "For chain: the person it begins with. For path: the person or company to reach. For company: which."
                ),
                ToolArgument("format", .choice(["png", "svg"]), "The kind of picture (default: png)."),
                ToolArgument(
                    "people", .count(1...500),
                    "How many people at most, in lanes, chain, company and ring (default: those who matter most)."
                ),
                ToolArgument("theme", .choice(Theme.all.map(\.name)), "The colors."),
            ]
        ) { (said, request) throws(ToolRefusal) in
            let shown = try await network.current(for: request, steps: 3)
            let view = try view(said, of: shown.opened)
            var options = said.count("people").map(DrawingOptions.people) ?? DrawingOptions()
            options.theme = said.text("theme").flatMap(Theme.init(named:)) ?? network.theme
            let format = said.text("format").flatMap(RenderFormat.init(rawValue:)) ?? .png
            do throws(WorkspaceError) {
                let picture = try await NetworkPicture(
                    of: shown.opened, as: .rendered(format), view: view, options: options, pool: network.pool)
                request.progress(2, 3, "The picture is drawn.")
                return ToolAnswer(
                    [.image(picture.bytes, type: format == .svg ? "image/svg+xml" : "image/png")]
                        + picture.notices.map { .text($0) })
            } catch {
                throw ToolRefusal(error)
            }
        }
    }

    private static func view(
        _ said: ToolArguments, of opened: OpenedNetwork
    ) throws(ToolRefusal) -> DrawingView {
        let (name, about) = (said.text("view"), said.text("about"))
        if about != nil, !["chain", "path", "company"].contains(name) {
            throw ToolRefusal("\"about\" goes with the views chain, path and company.")
        }
        if said.count("people") != nil, ["path", "timeline", "map"].contains(name) {
            throw ToolRefusal("\"people\" does not go with the view \(name ?? "").")
        }
        switch (name, about) {
        case ("lanes", _): return .lanes
        case ("chain", nil): return .chain()
        case ("chain", let about?): return .chain(from: try opened.person(wanted: about))
        case ("path", let about?):
            switch try opened.personOrCompany(wanted: about, wantsCompany: false) {
            case .company(let company): return .path(to: .company(company))
            case .person(let person): return .path(to: .person(person))
            }
        case ("company", let about?): return .company(try opened.company(wanted: about))
        case ("path", nil), ("company", nil):
            throw ToolRefusal("The view \(name ?? "") needs \"about\": who or which company it is about.")
        case ("ring", _): return .ring
        case ("timeline", _): return .timeline
        case ("map", _): return .map
        default: return said.count("people") == nil ? .automatic : .lanes
        }
    }
}

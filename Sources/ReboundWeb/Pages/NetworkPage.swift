internal import Graphviz
internal import NetworkDrawing
internal import NetworkEditing
internal import PageServer
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting
internal import Workspace

/// A view of the network, with what it asks for.
struct NetworkPage {
    let context: PageContext

    /// The views, in the order of the form.
    enum View: String, CaseIterable {
        case lanes, chain, path, company, ring, timeline, map, diff

        var words: String {
            switch self {
            case .lanes: "Who is where"
            case .chain: "Who led to who"
            case .path: "Introductions to someone"
            case .company: "One company"
            case .ring: "How close everyone is"
            case .timeline: "What happened when"
            case .map: "Everyone, from afar"
            case .diff: "What has changed"
            }
        }
    }

    private var view: View {
        context.request["view"].flatMap(View.init(rawValue:))
            ?? (context.network.people.count > DrawingOptions().mapAbove ? .map : .lanes)
    }

    private func words(_ name: String) -> String? {
        context.request[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    // MARK: The page

    func content() async -> PageContent {
        PageContent(title: "Network", main: "\(form)\n<div id=\"results\">\(await results)</div>")
    }

    private var form: HTML {
        """
        <form class="filters views" data-live="/network" action="/network">
        <label>Show<select name="view">
        \(View.allCases.map { "<option value=\"\($0.rawValue)\"\($0 == view ? " selected" : "")>\($0.words)</option>" as HTML })
        </select></label>
        <label class="of-person">Person<input name="person" value="\(words("person") ?? "")" autocomplete="off"></label>
        <label class="of-company">Company<input name="company" value="\(words("company") ?? "")" autocomplete="off"></label>
        <label class="of-day">Since<input name="since" value="\(words("since") ?? "")" placeholder="monday, 3 May" autocomplete="off"></label>
        </form>
        """
    }

    private var results: HTML {
        get async {
            do throws(WorkspaceError) {
                guard let asked = try asked() else {
                    return "<p class=\"muted\">\(missing)</p>"
                }
                let picture = try await context.pictures.picture(
                    of: context.shown, as: asked.view, since: asked.since)
                let seeker = context.network.seeker
                let addresses = picture.drawing.identifiers.keys.filter { $0 != seeker }
                    .map { ($0, PageAddress.person($0)) }
                return """
                    \(picture.drawing.figure(
                        heading: nil, note: picture.note,
                        hint: "Click someone, or press Enter, for their card; arrow keys go from card to card, + and − zoom, / searches.",
                        addresses: Dictionary(addresses) { first, _ in first }))
                    \(picture.notices.map { "<p class=\"muted\">\($0.capitalizedFirst).</p>" as HTML })
                    <p class="links"><a href="\(address("network.svg"))" download="network.svg">Save as SVG</a> <a href="\(address("network.png"))" download="network.png">Save as PNG</a> <a href="\(address("network.pdf"))" download="network.pdf">Save as PDF</a></p>
                    """
            } catch {
                return "<p class=\"problem\">\(error.explanation.capitalizedFirst)</p>"
            }
        }
    }

    private var missing: String {
        switch view {
        case .path: "Name a person or a company, and you see who can introduce you."
        case .company: "Name a company, and you see who is there and who you reach."
        default: "Name a day, and you see what has changed since then."
        }
    }

    private func address(_ file: String) -> String {
        let query =
            [("view", view.rawValue)]
            + ["person", "company", "since"].compactMap { name in
                words(name).map { (name, $0) }
            }
        return "/\(file)?" + query.map { "\($0.0)=\(percentEncoded($0.1))" }.joined(separator: "&")
    }

    // MARK: What is asked for

    /// What to draw; `nil` while the form does not say enough.
    private func asked() throws(WorkspaceError) -> (view: DrawingView, since: CalendarDay?)? {
        switch view {
        case .lanes: return (.lanes, nil)
        case .ring: return (.ring, nil)
        case .map: return (.map, nil)
        case .chain: return (.chain(from: try person()), nil)
        case .company:
            guard let company = try company() else { return nil }
            return (.company(company), nil)
        case .path:
            if let person = try person() { return (.path(to: .person(person)), nil) }
            guard let company = try company() else { return nil }
            return (.path(to: .company(company)), nil)
        case .timeline: return (.timeline, try since())
        case .diff:
            guard let day = try since() else { return nil }
            return (.changes(try context.shown.opened.changes(since: day)), nil)
        }
    }

    private var editor: NetworkEditor {
        NetworkEditor(context.shown.opened.analysis.network, now: context.shown.now)
    }

    private func person() throws(WorkspaceError) -> PersonID? {
        guard let name = words("person") else { return nil }
        do { return try editor.person(name, verb: "draw the way to") } catch { throw .edit(error) }
    }

    private func company() throws(WorkspaceError) -> CompanyID? {
        guard let name = words("company") else { return nil }
        do { return try editor.company(name) } catch { throw .edit(error) }
    }

    private func since() throws(WorkspaceError) -> CalendarDay? {
        guard let words = words("since") else { return nil }
        let day: CalendarDay
        do {
            day = try CalendarDay(words: words, relativeTo: context.today, leaning: .past)
        } catch { throw .edit(error) }
        guard day < context.today else { throw .request("\(day.longWords) is not before today.") }
        return day
    }

    // MARK: Files

    /// The view as a file to be saved.
    func file(_ format: RenderFormat) async throws(WorkspaceError) -> PageContent {
        guard let asked = try asked() else { throw .request(missing) }
        let bytes = try await context.pictures.file(
            of: context.shown, as: format, view: asked.view, since: asked.since,
            theme: context.view.settings.theme)
        return PageContent(
            saving: bytes, as: "network.\(format.rawValue)",
            type: Self.types[format] ?? "application/octet-stream")
    }

    private static let types: [RenderFormat: String] = [
        .svg: "image/svg+xml", .png: "image/png", .pdf: "application/pdf",
    ]
}

public import Graphviz
public import PageServer
internal import ReferralGraph
internal import Reporting
public import Workspace

/// The pages of one network, and what can be done on them: the same acts that the commands record.
public struct ReboundSite: PageSite {
    private let view: WebView
    private let live: LiveNetwork
    private let pictures: DrawnPictures

    /// Makes the site.
    /// - Parameter pool: Draws its pictures.
    /// - Throws: ``WorkspaceError`` for settings that do not hold together.
    public init(
        _ view: WebView, pool: RenderPool = RenderPool(workerCount: 1)
    ) throws(WorkspaceError) {
        self.view = view
        live = try LiveNetwork(view.source, settings: view.liveSettings, clock: view.clock)
        pictures = DrawnPictures(pool)
    }

    /// Reads the network once, so that what cannot be shown is said before a page is.
    /// - Throws: ``WorkspaceError``.
    public func check() async throws(WorkspaceError) { _ = try await live.current() }

    /// Removes what was sent to be imported.
    public func close() { view.imports.close() }

    /// The page for a browser without a session.
    public var welcome: PageResponse { WelcomePage.response }

    /// A page, framed; what cannot be shown is said on one.
    public func page(_ request: PageRequest) async -> PageResponse {
        guard let page = SitePage.named(String(request.path.dropFirst())) else {
            return frame(.none).response(
                PageContent(
                    title: "No such page", main: "<p>There is no page here. <a href=\"/\">Today</a></p>"),
                status: 404)
        }
        do throws(WorkspaceError) {
            let shown = try await live.current()
            var content = try await page.content(
                PageContext(request: request, shown: shown, view: view, pictures: pictures))
            if page.records, view.isReadOnly { content.main = .empty }
            return frame(page, shown).response(content)
        } catch {
            return frame(page).response(
                PageContent(
                    title: "This cannot be shown",
                    main: "<p class=\"problem\" role=\"alert\">\(error.explanation)</p>"),
                status: error.isRefusal ? 404 : 500)
        }
    }

    private func frame(_ page: SitePage?, _ shown: ShownNetwork? = nil) -> PageFrame {
        PageFrame(
            page: page, title: shown?.opened.title ?? "Rebound", entry: shown?.entry,
            isReadOnly: view.isReadOnly, look: view.liveSettings.current)
    }

    /// Carries out an act, and says what came of it.
    public func act(_ request: PageRequest) async -> PageResponse {
        let asked: AskedAction
        do { asked = try AskedAction(request.body) } catch { return ActionAnswer.malformed(error).response }
        guard !view.isReadOnly else { return ActionAnswer.readOnly.response }
        do throws(WorkspaceError) {
            let shown = try await live.current()
            return try await asked.answer(shown, view: view).response
        } catch {
            return ActionAnswer.failed(error, view).response
        }
    }

    /// Takes in a file to be imported.
    public func receive(_ file: UploadedFile) async -> PageResponse {
        guard !view.isReadOnly else { return ActionAnswer.readOnly.response }
        do throws(WorkspaceError) {
            return ActionAnswer(said: [file.name], file: try view.imports.receive(file)).response
        } catch {
            return ActionAnswer.failed(error, view).response
        }
    }

    /// Tells an open page when something was recorded or set, and when a day begins.
    public func news() -> AsyncStream<String> {
        AsyncStream { continuation in
            let task = Task { [live] in
                var last: SiteState?
                while !Task.isCancelled {
                    if let state = try? await live.state(), state != last {
                        continuation.yield(state.json)
                        last = state
                    }
                    try? await Task.sleep(for: .milliseconds(700))
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

extension WorkspaceError {
    /// Whether what was asked for is not there or cannot be done, and all else is well.
    fileprivate var isRefusal: Bool {
        switch self {
        case .request, .edit, .merge: true
        default: false
        }
    }
}

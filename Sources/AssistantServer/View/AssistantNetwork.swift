internal import Graphviz
internal import MessageDrafts
internal import NetworkDrawing
internal import ReferralAnalysis
internal import ReferralStore
internal import Reporting
internal import Workspace

/// The network that the tools look at.
struct AssistantNetwork: Sendable {
    let live: LiveNetwork
    let pool = RenderPool(workerCount: 1)
    /// The templates of drafts.
    let templates: TemplateCatalog
    /// The colors of pictures, unless others are asked for.
    let theme: Theme
    /// Whether something can be recorded.
    let allowsRecording: Bool
    /// Whether names are hidden.
    let isRedacted: Bool
    /// Whether notes are shown.
    let showsNotes: Bool

    init(_ view: AssistantView) throws(WorkspaceError) {
        var look = LiveNetwork.Look()
        look.policy = view.policy
        look.isQuiet = view.isQuiet
        look.limits.showsNotes = view.showsNotes
        look.limits.namesConfidential = false
        look.limits.isRedacted = view.isRedacted
        look.limits.people = view.people
        live = try LiveNetwork(
            view.source, settings: LiveSettings(view.settings), look: look, clock: view.clock)
        templates =
            try (view.templates ?? view.settings.templates).map(TemplateCatalog.init(path:))
            ?? TemplateCatalog()
        theme = view.settings.theme
        allowsRecording = view.allowsRecording
        isRedacted = view.isRedacted
        showsNotes = view.showsNotes
    }

    /// The network as it is now.
    /// - Parameter steps: In how many steps the request is done; to read the network is the first.
    func current(for request: RunningRequest, steps: Int = 2) async throws(ToolRefusal) -> ShownNetwork {
        request.progress(0, steps, "Reading your network.")
        do throws(WorkspaceError) {
            let shown = try await live.current()
            request.progress(1, steps, "Your network is read.")
            return shown
        } catch {
            throw ToolRefusal(error)
        }
    }
}

extension ShownNetwork {
    /// A report as the command of its name prints it with `--json`, in one line.
    /// - Parameter isByPolicy: Whether it says by which policy it came about.
    func json(
        _ name: String, _ report: some Encodable & Sendable, isByPolicy: Bool = true
    ) throws(ToolRefusal) -> [UInt8] {
        do {
            let line = try StableJSON.line(
                of: ReportJSON(
                    name, network: opened.title, asOf: opened.analysis.asOf,
                    policy: isByPolicy ? policy.reference : nil, report: report))
            return Array(line.utf8.dropLast())
        } catch {
            throw ToolRefusal("This answer has a number that JSON cannot hold, which is a defect of Rebound.")
        }
    }
}

extension ToolRefusal {
    /// A failure of the network in words.
    init(_ error: WorkspaceError) {
        switch error {
        case .store(.busy), .busy:
            self.init("Another program is writing to the network; try again in a moment.")
        case .draft(let problem, let today): self.init(problem, today: today)
        default: self.init(error.explanation)
        }
    }
}

internal import Graphviz
internal import Workspace

extension SitePage {
    /// Pictures, plan, report and history.
    static let lookingPages: [SitePage] = [
        SitePage(name: "network", menu: Menu(words: "Network", key: "n")) {
            (context) throws(WorkspaceError) in await NetworkPage(context: context).content()
        },
        SitePage(name: "plan", menu: Menu(words: "Plan", key: "p")) { (context) throws(WorkspaceError) in
            PlanPage(context: context).content()
        },
        SitePage(name: "report", menu: Menu(words: "Report", key: "e")) {
            (context) throws(WorkspaceError) in try await ReportView(context: context).content()
        },
        SitePage(name: "history", menu: Menu(words: "History", key: "h")) {
            (context) throws(WorkspaceError) in try HistoryPage(context: context).content()
        },
        SitePage(name: "entry", menu: nil) { (context) throws(WorkspaceError) in
            try EntryPage(context: context).content()
        },
        SitePage(name: "stalled", menu: nil) { (context) throws(WorkspaceError) in
            StalledPage(context: context).content
        },
        file("network.svg") { (context) throws(WorkspaceError) in
            try await NetworkPage(context: context).file(.svg)
        },
        file("network.png") { (context) throws(WorkspaceError) in
            try await NetworkPage(context: context).file(.png)
        },
        file("network.pdf") { (context) throws(WorkspaceError) in
            try await NetworkPage(context: context).file(.pdf)
        },
        file("plan.ics") { (context) throws(WorkspaceError) in try PlanPage(context: context).file() },
        file("report.html") { (context) throws(WorkspaceError) in
            try await ReportView(context: context).file(isMarkdown: false)
        },
        file("report.md") { (context) throws(WorkspaceError) in
            try await ReportView(context: context).file(isMarkdown: true)
        },
    ]

    private static func file(
        _ name: String,
        _ content: @escaping @Sendable (PageContext) async throws(WorkspaceError) -> PageContent
    ) -> SitePage { SitePage(name: name, menu: nil, content: content) }
}

internal import ReferralGraph
internal import Reporting
internal import Workspace

/// The report as a page of the site, and as files.
struct ReportView {
    let context: PageContext

    func content() async throws(WorkspaceError) -> PageContent {
        let page = try await context.pictures.report(on: context.shown)
        return PageContent(
            title: "Report", subtitle: "As of \(context.today.longWords)",
            main: """
                <p class="links"><a href="/report.html" download="report.html">Save as one page</a> <a href="/report.md" download="report.md">Save as Markdown</a></p>
                \(page.parts)
                """)
    }

    /// The report as a file to be saved.
    func file(isMarkdown: Bool) async throws(WorkspaceError) -> PageContent {
        PageContent(
            saving: try await context.pictures.reportFile(on: context.shown, isMarkdown: isMarkdown),
            as: isMarkdown ? "report.md" : "report.html",
            type: isMarkdown ? "text/markdown; charset=utf-8" : "text/html; charset=utf-8")
    }
}

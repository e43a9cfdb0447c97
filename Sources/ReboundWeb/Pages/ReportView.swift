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

    static let files: [SiteFile] = [
        SiteFile(name: "report.html", type: "text/html; charset=utf-8") {
            (context) throws(WorkspaceError) in
            try await context.pictures.reportFile(on: context.shown, isMarkdown: false)
        },
        SiteFile(name: "report.md", type: "text/markdown; charset=utf-8") {
            (context) throws(WorkspaceError) in
            try await context.pictures.reportFile(on: context.shown, isMarkdown: true)
        },
    ]
}

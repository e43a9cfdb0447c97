internal import Reporting
internal import Workspace

extension SitePage {
    /// The forms that rows of people lead to, and what these forms ask for.
    static let rowPages: [SitePage] = [
        form("draft", records: false) { (context) throws(WorkspaceError) in try DraftPage(context).content },
        form("draft.eml", records: false) { (context) throws(WorkspaceError) in
            PageContent(file: try DraftPage(context).mail())
        },
        form("done") { (context) throws(WorkspaceError) in try StepForms(context: context).done() },
        form("skip") { (context) throws(WorkspaceError) in try StepForms(context: context).skip() },
        form("snooze") { (context) throws(WorkspaceError) in try StepForms(context: context).snooze() },
        form("every") { (context) throws(WorkspaceError) in try StepForms(context: context).every() },
        form("log") { (context) in TalkForms(context: context).log() },
        form("replied") { (context) throws(WorkspaceError) in try TalkForms(context: context).replied() },
        form("promise") { (context) throws(WorkspaceError) in try TalkForms(context: context).promise() },
        form("named") { (context) throws(WorkspaceError) in try TalkForms(context: context).named() },
        form("close") { (context) throws(WorkspaceError) in try TalkForms(context: context).close() },
        form("names", records: false) { (context) in context.suggestedNames },
    ]

    /// The companies: the list, a card, and what can be recorded.
    static let companyPages: [SitePage] = [
        SitePage(name: "companies", menu: Menu(words: "Companies", key: "c")) {
            (context) throws(WorkspaceError) in CompaniesPage(context).content
        },
        form("company", records: false) { (context) throws(WorkspaceError) in try CompanyPage(context).content
        },
        form("opening") { (context) throws(WorkspaceError) in try CompanyForms(context: context).opening() },
        form("signal") { (context) throws(WorkspaceError) in try CompanyForms(context: context).signal() },
        form("add-company") { (context) in CompanyForms(context: context).add() },
        form("company-more") { (context) throws(WorkspaceError) in try CompanyForms(context: context).more()
        },
        form("want") { (context) in CompanyForms(context: context).want() },
    ]

    private static func form(
        _ name: String, records: Bool = true,
        _ content: @escaping @Sendable (PageContext) throws(WorkspaceError) -> PageContent
    ) -> SitePage { SitePage(name: name, menu: nil, records: records, content: content) }
}

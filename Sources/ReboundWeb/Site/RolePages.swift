internal import Workspace

extension SitePage {
    /// The roles: the board, a card, and what can be recorded.
    static let rolePages: [SitePage] = [
        SitePage(name: "roles", menu: Menu(words: "Roles", key: "r")) { (context) throws(WorkspaceError) in
            RolesPage(context).content
        },
        SitePage(name: "role", menu: nil) { (context) throws(WorkspaceError) in
            try RolePage(context: context).content()
        },
        form("stage") { (forms) throws(WorkspaceError) in try forms.stage() },
        form("reject") { (forms) throws(WorkspaceError) in try forms.reject() },
        form("offer") { (forms) throws(WorkspaceError) in try forms.offer() },
        form("feedback") { (forms) throws(WorkspaceError) in try forms.feedback() },
        form("reposted") { (forms) throws(WorkspaceError) in try forms.reposted() },
        form("add-role") { (forms) throws(WorkspaceError) in try forms.add() },
    ]

    private static func form(
        _ name: String, _ content: @escaping @Sendable (RoleForms) throws(WorkspaceError) -> PageContent
    ) -> SitePage {
        SitePage(name: name, menu: nil, records: true) { (context) throws(WorkspaceError) in
            try content(RoleForms(context: context))
        }
    }
}

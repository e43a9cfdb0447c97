internal import SiteAssets
internal import Workspace

/// A page of the site: where it is, what the menu calls it, and what makes it.
struct SitePage: Sendable {
    /// Its path without the stroke.
    let name: String
    /// Its place in the menu; `nil` for a page that other pages lead to.
    let menu: Menu?
    /// Whether it is there to record something, and so is empty where nothing can be.
    var records = false
    let content: @Sendable (PageContext) async throws(WorkspaceError) -> PageContent

    struct Menu: Sendable {
        let words: String
        /// The key that leads there, after `g`.
        let key: Character
    }

    /// Every page; those of the menu in its order.
    static let all: [SitePage] =
        [
            SitePage(name: "", menu: Menu(words: "Today", key: "t")) { (context) throws(WorkspaceError) in
                FirstRunPage(context)?.content ?? TodayPage(context).content
            },
            SitePage(name: "icon.svg", menu: nil) { (_) throws(WorkspaceError) in
                PageContent(file: SiteIcon.response)
            },
        ] + peoplePages + companyPages + rolePages + lookingPages + keepingPages + rowPages

    static func named(_ name: String) -> SitePage? { all.first { $0.name == name } }
}

internal import PageServer
internal import Workspace

/// A file that a page offers to save.
struct SiteFile: Sendable {
    /// Its path without the stroke.
    let name: String
    let response: @Sendable (PageContext) throws(WorkspaceError) -> PageResponse

    /// Every file.
    static let all: [SiteFile] = [
        SiteFile(name: "draft.eml") { (context) throws(WorkspaceError) in
            try DraftPage(context).mail()
        }
    ]

    static func named(_ name: String) -> SiteFile? { all.first { $0.name == name } }
}

internal import PageServer
internal import Workspace

/// A file of the site, to be saved in place of being shown.
struct SiteFile: Sendable {
    /// Its name, which is its path without the stroke.
    let name: String
    /// Its media type.
    let type: String
    let bytes: @Sendable (PageContext) async throws(WorkspaceError) -> [UInt8]

    /// The file, to be saved under its name.
    func response(_ context: PageContext) async throws(WorkspaceError) -> PageResponse {
        PageResponse(type: type, body: try await bytes(context), savedAs: name)
    }
}

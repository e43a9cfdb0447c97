/// Serves a site to the browser of its user, on this machine alone.
public struct PageServer: Sendable {
    private let site: any PageSite

    /// Makes the server of a site.
    public init(_ site: any PageSite) { self.site = site }
}

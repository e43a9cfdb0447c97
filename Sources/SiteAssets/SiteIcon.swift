package import PageServer

/// The icon of the window: a ball that comes back up.
package enum SiteIcon {
    private static let svg = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f2933"/>\
        <path d="M5 8 14 24 24 11" fill="none" stroke="#8ecbff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>\
        <circle cx="25" cy="9" r="3.6" fill="#fff"/></svg>
        """

    package static let response = PageResponse(type: "image/svg+xml", body: Array(svg.utf8))
}

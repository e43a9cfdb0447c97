/// What stands where an address should be when a mailbox comes out of Exchange: the X.500 name of the sender, whole
/// (`/O=EXCHANGELABS/OU=.../CN=RECIPIENTS/CN=142-BEN`), wrapped (`IMCEAEX-_O=EXCHANGELABS...@example.com`), or nothing,
/// in whose place converters of PST files write MAILER-DAEMON. The sender is known by name only.
enum LegacyAddress {
    /// Whether a text is no address of a mailbox but one of those.
    static func isLegacy(_ text: String) -> Bool {
        let text = text.lowercased()
        guard text.contains("@") else {
            return text.isEmpty || text.hasPrefix("/o=") || text.contains("/cn=") || text.contains("/ou=")
                || text == "mailer-daemon" || text.hasPrefix("ex:")
        }
        return text.hasPrefix("imceaex-") || text.hasPrefix("/o=") || text.contains("/cn=")
    }
}

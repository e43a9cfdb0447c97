/// The target of a link in a drawing: an `https:` or `mailto:` address and nothing else.
///
/// Graphviz copies `URL` into the SVG as it stands, `javascript:` included, so no other scheme can be said.
public struct DotLink: Hashable, Sendable {
    /// The address, with every byte outside the URL's own alphabet percent-encoded.
    public let address: String

    private static let longestInBytes = 2_000

    /// Accepts `text` if it is an address a drawing may carry.
    ///
    /// - Returns: `nil` for another scheme, an empty rest, or more than 2,000 bytes.
    public init?(_ text: String) {
        let schemes = ["https://", "mailto:"]
        let lowercased = text.lowercased()
        guard text.utf8.count <= Self.longestInBytes,
            let scheme = schemes.first(where: lowercased.hasPrefix),
            text.utf8.count > scheme.utf8.count
        else { return nil }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        address = scheme + rest.map(Self.encoded).joined()
    }

    private static func encoded(_ byte: UInt8) -> String {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", ":", "/", "?", "#", "[", "]", "@", "!", "$",
            "&", "(", ")", "*", "+", ",", ";", "=", "%":
            return String(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.utf8.count == 1 ? "%0" + digits : "%" + digits
        }
    }
}

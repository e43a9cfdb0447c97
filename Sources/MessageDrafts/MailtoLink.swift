/// A draft as a link that mail programs open (RFC 6068).
public struct MailtoLink {
    /// The link.
    public let text: String
    /// The most characters that programs on all systems take.
    public static let limit = 2000

    /// Makes a link.
    /// - Throws: ``MailProblem``.
    public init(_ draft: Draft) throws(MailProblem) {
        _ = try MailFile(draft)
        var fields = ["subject=" + Self.encoded(draft.subject ?? "")]
        if let id = draft.inReplyTo, MailAddress.isMessageID(id) {
            fields.append("In-Reply-To=" + Self.encoded("<\(id)>"))
        }
        fields.append(
            "body="
                + Self.encoded(
                    draft.body.split(separator: "\n", omittingEmptySubsequences: false).joined(
                        separator: "\r\n")))
        let address = Self.encoded(draft.address ?? "").replacing("%40", with: "@")
        let link = "mailto:\(address)?" + fields.joined(separator: "&")
        guard link.utf8.count <= Self.limit else {
            throw .linkTooLong(characters: link.utf8.count, limit: Self.limit)
        }
        text = link
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: "%" + QuotedPrintable.hexadecimal(byte)
            }
        }.joined()
    }
}

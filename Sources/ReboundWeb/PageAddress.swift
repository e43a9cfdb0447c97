internal import ReferralGraph

/// Where the pages are.
enum PageAddress {
    static let today = "/"

    /// The page of a person.
    static func person(_ id: PersonID) -> String { "/person?id=" + encoded(id.text) }

    /// The page of a company.
    static func company(_ id: CompanyID) -> String { "/company?id=" + encoded(id.text) }

    /// The page of an opportunity.
    static func role(_ id: OpportunityID) -> String { "/role?id=" + encoded(id.text) }

    /// A text as a value of a query: everything but unreserved characters is percent-encoded (RFC 3986).
    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}

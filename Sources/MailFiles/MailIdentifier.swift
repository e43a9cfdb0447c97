internal import Foundations

/// Names that are the same for the same mail, whichever copy of it is read.
package enum MailIdentifier {
    /// `mail-` and 16 hexadecimal digits.
    package static func name(of text: String) -> String { "mail-" + Fingerprint([text]).hexadecimal }

    /// The identifiers between angle brackets in a header field (RFC 5322, 3.6.4), without the space inside that
    /// folding leaves; whatever stands around them is passed over.
    static func bracketed(_ field: String) -> [String] {
        var identifiers: [String] = []
        var open: [UInt8]?
        for byte in field.utf8 {
            switch byte {
            case UInt8(ascii: "<"): open = []
            case UInt8(ascii: ">"):
                if let bytes = open, !bytes.isEmpty {
                    identifiers.append(String(decoding: bytes, as: UTF8.self))
                }
                open = nil
            case 0...0x20: break
            default: open?.append(byte)
            }
        }
        return identifiers
    }
}

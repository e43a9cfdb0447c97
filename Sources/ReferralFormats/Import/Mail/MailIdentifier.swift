/// Names that are the same for the same mail, whichever copy of it is read.
enum MailIdentifier {
    /// `mail-` and 16 hexadecimal digits.
    static func name(of text: String) -> String {
        // FNV-1a, 64 bits (draft-eastlake-fnv): the same on every machine, unlike `Hasher`.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return "mail-" + String(repeating: "0", count: 16 - digits.count) + digits
    }

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

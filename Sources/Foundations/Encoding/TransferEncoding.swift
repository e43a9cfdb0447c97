/// How bytes are written so that only harmless ASCII shows (RFC 2045, section 6).
package enum TransferEncoding: Equatable {
    case none
    case quotedPrintable
    case base64

    /// By the value of an ENCODING parameter, in any case.
    package init(_ name: String) {
        switch name.uppercased() {
        case "QUOTED-PRINTABLE", "Q": self = .quotedPrintable
        case "BASE64", "B": self = .base64
        default: self = .none
        }
    }

    /// The bytes that were meant. What is malformed stays as it is in quoted-printable, and is passed over in base64.
    package func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        switch self {
        case .none: Array(bytes)
        case .quotedPrintable: Self.decodedQuotedPrintable(Array(bytes))
        case .base64: Self.decodedBase64(bytes)
        }
    }

    private static func decodedQuotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "="), index + 2 < bytes.count,
                let high = hexadecimalDigit(bytes[index + 1]),
                let low = hexadecimalDigit(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
                continue
            }
            // A soft break at the very end, behind which the text is cut off.
            if !(byte == UInt8(ascii: "=") && index == bytes.count - 1) { result.append(byte) }
            index += 1
        }
        return result
    }

    private static func decodedBase64(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count / 4 * 3)
        var bits: UInt32 = 0
        var bitCount = 0
        for byte in bytes {
            if byte == UInt8(ascii: "=") { break }
            guard let sextet = sextet(byte) else { continue }
            bits = bits << 6 | UInt32(sextet)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            }
        }
        return result
    }

    /// Whether a byte may stand in base64 text, padding included.
    package static func isBase64(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "=") || sextet(byte) != nil }

    private static func sextet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

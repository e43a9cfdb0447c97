internal import BidirectionalText
internal import Foundations
internal import SystemInterface

/// Text for an HTML page, in element content or in a double-quoted attribute.
///
/// What a terminal would obey, and the non-characters that no HTML page may hold, become spaces: a name must not turn
/// the words after it around. For the same reason its right-to-left words are isolated from their neighbours.
package func escapedHTML(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return text }
    var safe = ""
    safe.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        if let byte = SystemPath.shown(scalar) {
            safe += byte
        } else {
            let isForbidden = scalar.isObeyedByTerminals || scalar.properties.isNoncharacterCodePoint
            safe.unicodeScalars.append(isForbidden ? " " : scalar)
        }
    }
    return escapingMarkup(isolatingRightToLeft(safe))
}

/// Whether a byte is a character of ASCII that means nothing in markup and that a terminal only shows.
private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: byte >= 0x20 && byte < 0x7F
    }
}

/// A name as a relative reference, or a value in a query: everything but unreserved characters is percent-encoded (RFC 3986).
package func percentEncoded(_ name: String) -> String {
    var encoded = ""
    for byte in SystemPath.bytes(of: name) {
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

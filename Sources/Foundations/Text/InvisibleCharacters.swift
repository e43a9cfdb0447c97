/// Characters that no one sees and that are copied along: marks of direction, spaces without width, soft hyphens.
///
/// They mean nothing in an address (RFC 5322, RFC 6531) and, joiners apart, nothing in a name (UAX #9, UTS #39). With
/// them two spellings that look the same are different texts, so no importer lets them through.
package enum InvisibleCharacters {
    /// A name, a company or a title without them. The joiners U+200C and U+200D stay: Persian and the scripts of India
    /// are spelled with them.
    package static func stripped(fromLine text: String) -> String {
        stripped(text) { isInvisible($0) }
    }

    /// An e-mail address, a telephone number or the address of a page without them and without joiners; a space that
    /// does not break becomes a space.
    package static func stripped(fromAddress text: String) -> String {
        stripped(text) { isInvisible($0) || (0x200C...0x200D).contains($0.value) }
    }

    private static func stripped(_ text: String, _ isDropped: (Unicode.Scalar) -> Bool) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isDropped(scalar) {
            kept.append(
                scalar.value != 0x20 && scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
        }
        return trimmed(String(kept))
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB:
            true
        default: false
        }
    }
}

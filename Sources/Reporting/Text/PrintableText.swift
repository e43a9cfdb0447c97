/// Text without what a terminal would obey: control characters and bidirectional overrides become spaces.
public func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isObeyedByTerminals) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isObeyedByTerminals ? " " : $0 }))
}

extension Unicode.Scalar {
    /// Whether the scalar moves the cursor, ends the line or reorders it instead of showing something.
    ///
    /// These are the control characters, the line and paragraph separators, the directional formatting characters of
    /// Unicode Standard Annex 9, and the byte order mark.
    var isObeyedByTerminals: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

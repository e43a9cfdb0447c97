internal import SystemInterface

/// Text without what a terminal would obey: control characters and bidirectional overrides become spaces, bytes of a path
/// that are no UTF-8 `\xE9`.
public func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isObeyedByTerminals || SystemPath.byte(of: $0) != nil })
    else { return text }
    return String(
        String.UnicodeScalarView(
            text.unicodeScalars.flatMap { scalar in
                scalar.isObeyedByTerminals
                    ? [" "] : SystemPath.shown(scalar).map { Array($0.unicodeScalars) } ?? [scalar]
            }))
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

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

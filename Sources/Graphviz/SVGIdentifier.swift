internal import Foundations

/// The `id` of an element of the drawing, made of ASCII letters, digits, `_`, `-` and `.` only.
///
/// Any text makes an identifier, and different texts make different ones: a character outside the set is
/// written as its number in hexadecimal between two full stops.
public struct SVGIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The identifier as it stands in the SVG; never empty.
    public let rawValue: String

    private static let longestInBytes = 120

    /// Makes an identifier from any text.
    ///
    /// - Parameter text: Usually a prefix and a stable identifier, such as `p_ruth`. Past 120 bytes the rest
    ///   is replaced by its hash.
    /// - Complexity: O(*n*) in the length of the text.
    public init(_ text: String) {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "-": escaped.unicodeScalars.append(scalar)
            default: escaped += "." + String(scalar.value, radix: 16) + "."
            }
        }
        // XML wants a letter or `_` first. No other text begins with `_..`, so nothing coincides.
        let beginsAsName = escaped.first.map { $0.isLetter || $0 == "_" } ?? false
        if !beginsAsName { escaped = "_.." + escaped }
        if escaped.utf8.count > Self.longestInBytes {
            let hash = Fingerprint(bytes: escaped.utf8).value
            escaped = escaped.prefix(Self.longestInBytes) + "." + String(hash, radix: 16)
        }
        rawValue = escaped
    }

    private init(rawValue: String) { self.rawValue = rawValue }

    /// This identifier with a number after it, for a second element of the same name.
    func numbered(_ number: Int) -> Self { Self(rawValue: rawValue + "." + String(number)) }

    /// The identifier as it stands in the SVG.
    public var description: String { rawValue }

    /// Orders identifiers by their bytes.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

private import FoundationEssentials
internal import SystemInterface

/// JSON whose bytes depend on nothing but the value: keys are sorted, and what a terminal would obey is escaped.
public enum StableJSON {
    /// The JSON text of a value, over several lines, with a line break at the end.
    /// - Throws: `EncodingError` for a number that is not finite.
    public static func text(of value: some Encodable) throws -> String { try text(of: value, .prettyPrinted) }

    /// The JSON text of a value in one line, with a line break at the end.
    /// - Throws: `EncodingError` for a number that is not finite.
    public static func line(of value: some Encodable) throws -> String { try text(of: value, []) }

    private static func text(
        of value: some Encodable, _ layout: JSONEncoder.OutputFormatting
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = layout.union([.sortedKeys, .withoutEscapingSlashes])
        return escapingObeyed(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    }

    /// Escapes the characters beyond ASCII that an encoder leaves alone and a terminal would obey. Outside of strings
    /// JSON has ASCII only, so each of them is within one.
    /// - Complexity: O(length).
    public static func escapingObeyed(_ json: String) -> String {
        func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value >= 0x7F && scalar.isObeyedByTerminals
        }
        guard json.unicodeScalars.contains(where: needsEscape) else { return json }
        var escaped = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            if needsEscape(scalar) {
                let digits = String(scalar.value, radix: 16)
                escaped.append(
                    contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
                        .unicodeScalars)
            } else {
                escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}

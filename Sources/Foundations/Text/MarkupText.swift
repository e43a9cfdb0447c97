/// A text as character data or as an attribute value in quotation marks, of XML and of HTML.
/// - Parameter other: What to write for a scalar that needs more than that, or another reference; `nil` for one that
///   does not.
/// - Complexity: O(length).
@inlinable
package func escapingMarkup(
    _ text: String, _ other: (Unicode.Scalar) -> String? = { _ in nil }
) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "\"": escaped += "&quot;"
        default:
            if let special = other(scalar) {
                escaped += special
            } else if scalar == "'" {
                escaped += "&#39;"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
    }
    return escaped
}

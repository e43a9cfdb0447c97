/// Control characters as signs that can be seen, for files that end up in terminals.
///
/// A control character of ASCII but tab, line feed and carriage return becomes its picture in Unicode's block of those
/// (`␛` for ESC, `␡` for DEL). One of U+0080 to U+009F becomes `␦` and the letter that follows ESC in its seven-bit form
/// (ECMA-48). What was such a picture or `␦` itself gets a `␦` before it, so that ``hidden(_:)`` gives back what was there.
public enum ControlPictures {
    private static let mark: Unicode.Scalar = "\u{2426}"

    /// A text with pictures in place of control characters.
    /// - Complexity: O(text).
    public static func shown(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else {
            return text
        }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: result.append(scalar)
            case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value)!)
            case 0x7F: result.append("\u{2421}")
            case 0x80..<0xA0:
                result.append(mark)
                result.append(Unicode.Scalar(scalar.value - 0x40)!)
            default:
                if scalar == mark || isPicture(scalar) { result.append(mark) }
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text of which ``shown(_:)`` made another one.
    /// - Complexity: O(text).
    public static func hidden(_ text: String) -> String {
        guard text.utf8.contains(0xE2) else { return text }
        var result = String.UnicodeScalarView()
        var isMarked = false
        for scalar in text.unicodeScalars {
            if isMarked {
                isMarked = false
                if (0x40..<0x60).contains(scalar.value) {
                    result.append(Unicode.Scalar(scalar.value + 0x40)!)
                } else {
                    if scalar != mark, !isPicture(scalar) { result.append(mark) }
                    result.append(scalar)
                }
            } else if scalar == mark {
                isMarked = true
            } else if isPicture(scalar) {
                result.append(scalar.value == 0x2421 ? "\u{7F}" : Unicode.Scalar(scalar.value - 0x2400)!)
            } else {
                result.append(scalar)
            }
        }
        if isMarked { result.append(mark) }
        return String(result)
    }

    private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        (0x2400..<0x2420).contains(scalar.value) || scalar.value == 0x2421
    }
}

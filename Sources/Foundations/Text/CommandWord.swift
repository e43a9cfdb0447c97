/// A text as one word of a command, in quotes where a shell needs them.
package func commandWord(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "-_.:/@+".unicodeScalars.contains(scalar)
    }
    if isPlain, !text.isEmpty { return text }
    // A shell at a terminal looks for “!” in double quotes, too.
    if text.contains("!") { return "'" + text.replacing("'", with: "'\\''") + "'" }
    return "\"" + String(text.flatMap { "\"\\$`".contains($0) ? ["\\", $0] : [$0] }) + "\""
}

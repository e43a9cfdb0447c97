/// Whether all letters are Han, Kana or Hangul, in whose languages the family name stands first.
package func isFamilyNameFirst(_ text: String) -> Bool {
    var hasLetter = false
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
        guard isEastAsian(scalar) else { return false }
        hasLetter = true
    }
    return hasLetter
}

private func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3130...0x318F, 0x31F0...0x31FF,
        0x3400...0x4DBF,
        0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
        0x1B000...0x1B16F, 0x20000...0x323AF:
        true
    default: false
    }
}

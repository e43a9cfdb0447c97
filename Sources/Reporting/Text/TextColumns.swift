/// How many columns a terminal takes for text: two for wide East Asian characters and emoji.
public func columns(of text: String) -> Int { text.reduce(0) { $0 + columns(of: $1) } }

/// How many columns a terminal takes for a character: the sum over its scalars, as `wcwidth` has it, except that what
/// is shown as one emoji counts two.
func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.isASCII, scalars.count == 1 { return 1 }
    let isEmoji =
        first.properties.isEmojiPresentation
        || first.properties.isEmoji && scalars.contains { $0.value == 0xFE0F }
    return isEmoji ? 2 : scalars.reduce(0) { $0 + columns(of: $1) }
}

private func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0xAD: return 1
    case 0x1160...0x11FF: return 0  // Vowels and finals of Hangul stand in the square of their initial.
    case 0x1100...0x115F, 0x2329, 0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
        0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF,
        0x20000...0x3FFFD:
        return 2
    default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }
}

/// Text cut or filled with spaces to exactly `width` columns.
public func fitted(_ text: String, to width: Int) -> String {
    let size = columns(of: text)
    if size <= width { return text + String(repeating: " ", count: width - size) }
    guard width > 0 else { return "" }
    var cut = ""
    var used = 0
    for character in text {
        let next = columns(of: character)
        if used + next > width - 1 { break }
        cut.append(character)
        used += next
    }
    return cut + "…" + String(repeating: " ", count: width - used - 1)
}

/// Text without the spaces at its end.
public func trimmedEnd(_ text: String) -> String {
    String(text[..<(text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex)])
}

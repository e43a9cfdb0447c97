@_spi(_Unicode) import Swift

/// A text as it is compared when people type names: letter case, accents, width, the kind of apostrophe or dash and
/// surplus space do not count, because keyboards differ.
///
/// Decomposes by compatibility for the full-width forms only (Unicode Standard Annex 15); letters that do not
/// decompose, such as ł and ø, get the letter they look like.
/// - Complexity: O(text).
public func foldedName(_ text: String) -> String {
    if let folded = foldedASCII(text) { return folded }
    var result = String.UnicodeScalarView()
    var isAfterSpace = true
    for scalar in text.lowercased()._nfd where !isMark(scalar) {
        for scalar in plain(scalar).unicodeScalars {
            if scalar.properties.isWhitespace {
                if !isAfterSpace { result.append(" ") }
                isAfterSpace = true
            } else {
                result.append(scalar)
                isAfterSpace = false
            }
        }
    }
    if isAfterSpace, !result.isEmpty { result.removeLast() }
    return String(result)
}

/// A text in composed form (Unicode normalisation form C), in which it is stored: equal texts have equal bytes.
public func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text._nfc)
    return String(result)
}

/// The way for names of ASCII letters, which most are.
private func foldedASCII(_ text: String) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
        switch byte {
        case 0x80...: return nil
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
        case UInt8(ascii: " "), 0x09...0x0D: if folded.last ?? 0x20 != 0x20 { folded.append(0x20) }
        default: folded.append(byte)
        }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
}

/// Accents and what else stands on letters; the vowel signs of other scripts are letters of theirs and stay.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x064B...0x065F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
        0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069,
        0x00AD,
        0xFEFF:
        true
    default: false
    }
}

private func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2018, 0x2019, 0x201B, 0x02BC, 0x00B4, 0x0060, 0x2032: "'"
    case 0x2010...0x2015, 0x2212: "-"
    case 0x00DF: "ss"
    case 0x00E6: "ae"
    case 0x0153: "oe"
    case 0x00F8: "o"
    case 0x0142: "l"
    case 0x0111, 0x00F0: "d"
    case 0x0127: "h"
    case 0x0131: "i"
    case 0x00FE: "th"
    // Full-width forms of ASCII; letters are lower case by now.
    case 0xFF01...0xFF5E: String(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    default: String(scalar)
    }
}

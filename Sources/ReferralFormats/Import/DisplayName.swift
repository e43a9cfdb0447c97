internal import ReferralGraph

/// The order in which the parts of a name are shown.
enum DisplayName {
    /// A name in the order of its script: family name first where all of it is in Han, Kana or Hangul (CLDR, person name
    /// formatting), given name first elsewhere; `nil` when no part shows anything.
    static func joined(given: String?, middle: String? = nil, family: String?) -> String? {
        let isFamilyFirst = [given, middle, family].compactMap(\.self).allSatisfy(isFamilyNameFirst)
        return ContactValues.joined(isFamilyFirst ? [family, given, middle] : [given, middle, family])
    }

    /// A name of East Asian script as it is mostly written, without its spaces; `nil` for others, and where there is none.
    static func unspaced(_ name: String) -> String? {
        guard name.utf8.contains(0x20) || name.unicodeScalars.contains("\u{3000}"), isFamilyNameFirst(name)
        else {
            return nil
        }
        return String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.isSpace }))
    }

    /// Whether all letters are Han, Kana or Hangul, in whose languages the family name stands first.
    static func isFamilyNameFirst(_ text: String) -> Bool {
        var hasLetter = false
        for scalar in text.unicodeScalars where !scalar.isSpace {
            guard isEastAsian(scalar) else { return false }
            hasLetter = true
        }
        return hasLetter
    }

    private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3130...0x318F, 0x31F0...0x31FF,
            0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
            0x1B000...0x1B16F, 0x20000...0x323AF:
            true
        default: false
        }
    }
}

internal import Foundations
internal import ReferralGraph

/// The order in which the parts of a name are shown.
enum DisplayName {
    /// A name in the order of its script: family name first where all of it is in Han, Kana or Hangul (CLDR, person name
    /// formatting), given name first elsewhere; `nil` when no part shows anything.
    static func joined(given: String?, middle: String? = nil, family: String?) -> String? {
        let isFamilyFirst = [given, middle, family].compactMap(\.self).allSatisfy(isFamilyNameFirst(_:))
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
}

internal import ReferralGraph

/// A short identifier made of a name: `maria-lopez`, and `maria-lopez-2` when that is taken.
///
/// Accents go; letters and digits of every script stay, because a transliteration that no one asked for would be
/// someone else's name. At most 48 characters before the number.
///
/// - Parameters:
///   - name: The name; one without letters or digits gives `fallback`.
///   - taken: Whether an identifier is in use.
///   - fallback: What to call the nameless.
/// - Complexity: O(name + namesakes).
func slug(of name: String, notIn taken: (String) -> Bool, orElse fallback: String = "person") -> String {
    let base = slugBase(of: name) ?? fallback
    if !taken(base) { return base }
    return (2...).lazy.map { "\(base)-\($0)" }.first { !taken($0) }!
}

/// The identifier of a name before any number; `nil` for a name without letters or digits.
func slugBase(of name: String) -> String? {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in foldedName(name).unicodeScalars + [" "] {
        let properties = scalar.properties
        if properties.isAlphabetic || properties.numericType == .decimal {
            word.append(scalar)
        } else if scalar != "'", !word.isEmpty, !isMark(properties.generalCategory) {
            words.append(String(word))
            word = .init()
        } else if !word.isEmpty, isMark(properties.generalCategory) {
            word.append(scalar)
        }
    }
    let whole = composed(words.joined(separator: "-"))
    var base = String(whole.prefix(48))
    if base.count < whole.count, let cut = base.lastIndex(of: "-") { base = String(base[..<cut]) }
    return base.isEmpty ? nil : base
}

/// Signs that belong to the letter before them, such as those that silence a vowel in Indian scripts.
private func isMark(_ category: Unicode.GeneralCategory) -> Bool {
    category == .nonspacingMark || category == .spacingMark
}

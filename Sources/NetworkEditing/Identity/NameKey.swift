internal import ReferralGraph

/// A name as sources are compared by it: folded, without titles, credentials, brackets, emoji and middle initials.
///
/// `Dr. Daniel B. Hale, PhD (he/him)` gives `daniel hale`, and so does `Hale, Daniel`. A text of nothing but
/// ornaments is its own key; one that shows nothing gives the empty key.
func nameKey(_ name: String) -> String {
    let folded = foldedName(name)
    // Nearly all names are of plain words, and characters are slow.
    let isPlain = folded.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 0x20 }
    var words = isPlain ? plainWords(folded) : nameWords(folded)
    while words.count > 1, let last = words.last, credentials.contains(dotless(last)) { words.removeLast() }
    while words.count > 1, let first = words.first, titles.contains(dotless(first)) { words.removeFirst() }
    let parts = words.flatMap { $0.split(separator: ".").map(String.init) }
    let kept = parts.enumerated().filter { position, part in
        position == 0 || position == parts.count - 1 || part.utf8.count > 1
    }
    let key = kept.map(\.element).joined(separator: " ")
    return key.isEmpty ? folded : key
}

/// The key of the name that an e-mail address seems to be made of, as `ann.hale@example.com` is; `nil` for others.
func nameKey(inEmail key: String) -> String? {
    let words = key.prefix { $0 != "@" }.split { ".-_0123456789".contains($0) }
    return words.count > 1 && words.allSatisfy { $0.utf8.count > 1 }
        ? nameKey(words.joined(separator: " ")) : nil
}

/// Whether two names of keys given can hardly be of one person: both are of several Latin words, and neither the
/// given names nor the words in any order agree.
///
/// Decides only about people who share an address or a number; couples and teams do.
func namesClash(_ left: String, _ right: String) -> Bool {
    let (a, b) = (left.split(separator: " "), right.split(separator: " "))
    guard a.count > 1, b.count > 1, left.utf8.allSatisfy({ $0 < 0x80 }), right.utf8.allSatisfy({ $0 < 0x80 })
    else { return false }
    return !a[0].hasPrefix(b[0]) && !b[0].hasPrefix(a[0]) && Set(a) != Set(b)
}

/// The words of a folded text of ASCII letters and digits.
func plainWords(_ folded: String) -> [String] {
    folded.utf8.split(separator: 0x20).map { String(Substring($0)) }
}

/// The words of a folded name, family name last, with nothing but letters, digits and full stops in them.
private func nameWords(_ folded: String) -> [String] {
    let plain = withoutBrackets(folded)
    let head = plain.split(whereSeparator: { "|•·/".contains($0) }).first.map(String.init) ?? plain
    let parts = head.split(separator: ",").map { part in
        part.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).map { lettersOnly($0) }
            .filter { !$0.isEmpty }
    }
    guard let first = parts.first(where: { !$0.isEmpty }) else { return [] }
    let rest = parts.drop { $0 != first }.dropFirst()
    guard let second = rest.first(where: { !$0.allSatisfy { credentials.contains(dotless($0)) } }) else {
        return first
    }
    // "Hale, Daniel"; but of "Daniel Hale, Lead at Acme" the name is the first part.
    return first.count == 1 && second.count <= 3 ? second + first : first
}

private func withoutBrackets(_ text: String) -> String {
    guard text.contains(where: { "([{".contains($0) }) else { return text }
    var result = ""
    var depth = 0
    for character in text {
        if "([{".contains(character) {
            depth += 1
        } else if ")]}".contains(character) {
            depth = max(0, depth - 1)
            result.append(" ")
        } else if depth == 0 {
            result.append(character)
        }
    }
    return result
}

private func lettersOnly(_ word: Substring) -> String {
    if word.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) { return String(word) }
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
            result.append(scalar)
        default: if scalar == "." { result.append(scalar) }
        }
    }
    return result.contains { $0 != "." } ? String(result) : ""
}

private func dotless(_ word: String) -> String { word.filter { $0 != "." } }

private let titles: Set<String> = [
    "dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dame", "ing", "dipl", "mag", "rev", "hon",
]

private let credentials: Set<String> = [
    "phd", "dphil", "md", "do", "jd", "llm", "llb", "mba", "emba", "msc", "bsc", "ms", "bs", "ba", "ma",
    "meng",
    "beng", "mph", "mpa", "mfa", "edd", "dds", "rn", "cpa", "cfa", "cma", "cia", "cissp", "cism", "cisa",
    "ccna",
    "ccnp", "pmp", "pgmp", "csm", "cspo", "psm", "safe", "itil", "shrm", "shrmcp", "shrmscp", "phr", "sphr",
    "pe",
    "pmiacp", "acp", "cscp", "cpim", "fca", "aca", "acca", "cfp", "esq", "lssbb", "lssgb", "pharmd", "dnp",
    "lcsw",
]

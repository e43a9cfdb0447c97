internal import ReferralGraph

/// A name as sources are compared by it: folded, without titles, credentials, brackets, emoji and middle initials, and what
/// of these could tell two namesakes apart.
///
/// `Dr. Daniel B. Hale, PhD (he/him)` gives `daniel hale`, and so does `Hale, Daniel`. What is left out must not
/// contradict (``contradicts(_:)``): `John F. Dye` and `John D. Dye` are two people.
public struct NameKey: Hashable, Sendable {
    /// The words left, with one space between them; between Han, Kana and Hangul there is none. A text of nothing but
    /// ornaments is its own key; one that shows nothing gives the empty key.
    public let text: String
    /// The middle initials, in their order.
    let initials: [String]
    /// Titles and credentials left out that are names as well, such as `Ma`, `Do` and `Ing`.
    let possibleNames: Set<String>
    /// What stands behind a separator, as in `Ann Hale | Recruiter`.
    let aside: String

    /// The key of a text that shows nothing.
    static let none = NameKey("")

    /// Reads a name.
    /// - Complexity: O(name).
    public init(_ name: String) {
        let folded = foldedName(name)
        // Nearly all names are of plain words, and characters are slow.
        let isPlain = folded.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 0x20
        }
        var read = isPlain ? ReadName(words: plainWords(folded)) : ReadName(folded)
        let possibleNames = read.removeTitlesAndCredentials()
        let parts = read.words.flatMap { $0.split(separator: ".").map(String.init) }
        let middle = parts.indices.dropFirst().dropLast().filter { parts[$0].utf8.count == 1 }
        let kept = parts.indices.filter { !middle.contains($0) }.map { parts[$0] }
        let key = kept.joined(separator: kept.allSatisfy(isWrittenWithoutSpaces) ? "" : " ")
        text = key.isEmpty ? folded : key
        initials = middle.map { parts[$0] }
        self.possibleNames = possibleNames
        aside = read.aside
    }

    var isEmpty: Bool { text.isEmpty }

    /// Whether what the keys leave out shows two people: other initials, another text behind a separator, or a word that is
    /// a name as often as a title, which one of them has and the other has not.
    public func contradicts(_ other: NameKey) -> Bool {
        if possibleNames != other.possibleNames { return true }
        if !aside.isEmpty, !other.aside.isEmpty, aside != other.aside { return true }
        return zip(initials, other.initials).contains { $0 != $1 }
    }

    /// Whether both mean one person as far as names can show it: equal keys, and nothing left out contradicts.
    func agrees(with other: NameKey) -> Bool { text == other.text && !contradicts(other) }

    /// Whether the name has a given and a family name, as far as can be seen. One word alone is shared by too many.
    var isFull: Bool {
        text.utf8.contains(0x20) || text.count > 1 && isWrittenWithoutSpaces(text)
    }
}

/// The key of the name that an e-mail address seems to be made of, as `ann.hale@example.com` is; `nil` for others.
func nameKey(inEmail key: String) -> NameKey? {
    let words = key.prefix { $0 != "@" }.split { ".-_0123456789".contains($0) }
    return words.count > 1 && words.allSatisfy { $0.utf8.count > 1 }
        ? NameKey(words.joined(separator: " ")) : nil
}

/// Whether two names can hardly be of one person: the words left out contradict, or both are of several Latin words, and
/// neither the given names nor the words in any order agree.
///
/// Decides only about people who share an address or a number; couples and teams do.
func namesClash(_ left: NameKey, _ right: NameKey) -> Bool {
    if left.text == right.text { return left.contradicts(right) }
    let (a, b) = (left.text.split(separator: " "), right.text.split(separator: " "))
    guard a.count > 1, b.count > 1, left.text.utf8.allSatisfy({ $0 < 0x80 }),
        right.text.utf8.allSatisfy({ $0 < 0x80 })
    else { return false }
    return !a[0].hasPrefix(b[0]) && !b[0].hasPrefix(a[0]) && Set(a) != Set(b)
}

/// Whether a word is of Han, Kana or Hangul letters only, which stand in a name without spaces as often as with them.
func isWrittenWithoutSpaces(_ word: String) -> Bool {
    !word.isEmpty
        && word.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3099...0x309A, 0x3130...0x318F,
                0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                true
            default: false
            }
        }
}

/// The words of a folded text of ASCII letters and digits.
private func plainWords(_ folded: String) -> [String] {
    folded.utf8.split(separator: 0x20).map { String(Substring($0)) }
}

/// The words of a name, family name last, and what stands beside them.
private struct ReadName {
    /// Letters, digits and full stops only.
    var words: [String]
    var aside = ""

    init(words: [String]) { self.words = words }

    init(_ folded: String) {
        let plain = withoutInterpuncts(withoutBrackets(folded))
        let pieces = Self.separated(plain)
        let parts = pieces[0].split(separator: ",").map { Self.words(of: $0) }.filter { !$0.isEmpty }
        aside = pieces.dropFirst().flatMap { Self.words(of: $0[...]) }.joined(separator: " ")
        words = parts.first ?? []
        let second = parts.dropFirst().first { part in
            // "Do, Linh" is a name written family name first, "Linh Do, MA" is not.
            !part.allSatisfy { credentials.contains(dotless($0)) }
                || words.count == 1 && part.count == 1 && possibleNames.contains(part[0])
        }
        // "Hale, Daniel"; but of "Daniel Hale, Lead at Acme" the name is the first part.
        if let second, words.count == 1, second.count <= 3 { words = second + words }
    }

    /// Leaves out titles before and credentials behind the name.
    /// - Returns: Those of them that are names as often.
    mutating func removeTitlesAndCredentials() -> Set<String> {
        var doubtful: Set<String> = []
        func isLeftOut(_ word: String, _ list: Set<String>) -> Bool {
            guard list.contains(dotless(word)) else { return false }
            guard possibleNames.contains(word) else { return words.count > 1 }
            // A given and a family name have to be left.
            guard words.count > 2 else { return false }
            doubtful.insert(word)
            return true
        }
        while let last = words.last, isLeftOut(last, credentials) { words.removeLast() }
        while let first = words.first, isLeftOut(first, titles) { words.removeFirst() }
        return doubtful
    }

    private static func words(of text: Substring) -> [String] {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).map { lettersOnly($0) }
            .filter { !$0.isEmpty }
    }

    /// The name, and what stands behind separators.
    private static func separated(_ text: String) -> [Substring] {
        let pieces = text.split(whereSeparator: { "|•·/".contains($0) }).flatMap { piece in
            piece.split(separator: " - ", omittingEmptySubsequences: true)
        }.filter { $0.contains { !$0.isWhitespace } }
        return pieces.isEmpty ? [text[...]] : pieces
    }
}

/// A name in which a point between two letters divides words, as in `威廉·哈特利`, or is part of a Catalan word, as in
/// `Marcel·la`; with spaces around it the point is a separator and stays.
private func withoutInterpuncts(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: interpuncts.contains) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (position, scalar) in scalars.enumerated() {
        guard interpuncts.contains(scalar) else {
            result.append(scalar)
            continue
        }
        let before = position > 0 ? scalars[position - 1] : " "
        let after = position + 1 < scalars.count ? scalars[position + 1] : " "
        if before == "l", after == "l" { continue }
        let isWithin = before.properties.isAlphabetic && after.properties.isAlphabetic
        result.append(isWithin ? " " : "|")
    }
    return String(result)
}

/// Middle dots of Latin, Greek and East Asian writing.
private let interpuncts: Set<Unicode.Scalar> = [
    "\u{B7}", "\u{387}", "\u{2022}", "\u{2027}", "\u{30FB}", "\u{FF65}",
]

private func withoutBrackets(_ text: String) -> String {
    guard text.contains(where: { "([{（【".contains($0) }) else { return text }
    var result = ""
    var depth = 0
    for character in text {
        if "([{（【".contains(character) {
            depth += 1
        } else if ")]}）】".contains(character) {
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
    "herr",
    "frau", "mme", "mlle", "monsieur", "madame", "sr", "sra", "dott", "dottssa", "don", "dona", "doc", "mgr",
    "bc",
]

private let credentials: Set<String> = [
    "phd", "dphil", "md", "do", "jd", "llm", "llb", "mba", "emba", "msc", "bsc", "ms", "bs", "ba", "ma",
    "meng", "beng", "mph", "mpa", "mfa", "edd", "dds", "rn", "cpa", "cfa", "cma", "cia", "cissp", "cism",
    "cisa",
    "ccna", "ccnp", "pmp", "pgmp", "csm", "cspo", "psm", "safe", "itil", "shrm", "shrmcp", "shrmscp", "phr",
    "sphr",
    "pe", "pmiacp", "acp", "cscp", "cpim", "fca", "aca", "acca", "cfp", "esq", "lssbb", "lssgb", "pharmd",
    "dnp", "lcsw",
]

/// Titles and credentials that are given or family names as well when they are written without full stops.
private let possibleNames: Set<String> = [
    "sir", "dame", "ing", "dipl", "mag", "rev", "hon", "herr", "frau", "don", "dona", "doc", "sr", "sra",
    "bc",
    "md", "do", "ms", "bs", "ba", "ma", "rn", "pe", "cia", "safe", "aca",
]

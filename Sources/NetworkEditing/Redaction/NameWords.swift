import ReferralGraph

/// The words of people's names, to be taken out of other texts.
struct NameWords {
    /// Words that count only as words: `Ann` is not in `Planning`.
    private var words: Set<String> = []
    /// Words long enough to be no accident inside another, as in `Lindqvistgroup`: UTF-8 by the first four bytes,
    /// of which each has at least so many.
    private var parts: [[UInt8]: Set<[UInt8]>] = [:]
    private var phrases: [String] = []

    /// Shorter words than this say no more than initials do.
    private static let fewestLetters = 3
    private static let fewestLettersOfPart = 5
    /// Scripts without letter case mostly have no spaces between words either.
    private static let fewestLettersOfCaselessPart = 2
    private static let fewestDigitsOfTelephone = 7

    /// - Parameters:
    ///   - names: Names of people.
    ///   - phrases: Texts to be taken out as a whole only.
    init(of names: [String], phrases: [String] = []) {
        for name in names {
            for run in Self.runs(of: name) where run.isWord {
                let word = foldedName(String(run.text))
                let isCased = word.unicodeScalars.allSatisfy(\.properties.isCased)
                let fewest = isCased ? Self.fewestLettersOfPart : Self.fewestLettersOfCaselessPart
                if word.unicodeScalars.count >= Self.fewestLetters { words.insert(word) }
                if word.unicodeScalars.count >= fewest {
                    parts[Array(word.utf8.prefix(4)), default: []].insert(Array(word.utf8))
                }
            }
        }
        self.phrases = phrases.filter { !$0.isEmpty }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// A text with `…` for every word in which a name stands, and for what looks like an address or a telephone number.
    func removed(from text: String) -> String {
        var text = text
        for phrase in phrases { text = text.replacing(phrase, with: "…") }
        let pieces = text.split(separator: " ", omittingEmptySubsequences: false).map { piece in
            Self.isContactDetail(piece)
                ? "…" : Self.runs(of: piece).map { $0.isWord && stands(in: $0.text) ? "…" : $0.text }.joined()
        }
        return pieces.joined(separator: " ")
    }

    private func stands(in word: Substring) -> Bool {
        let folded = foldedName(String(word))
        if words.contains(folded) { return true }
        let bytes = Array(folded.utf8)
        return bytes.indices.dropLast(3).contains { start in
            parts[Array(bytes[start..<start + 4])]?.contains { bytes[start...].starts(with: $0) } ?? false
        }
    }

    private static func isContactDetail(_ piece: Substring) -> Bool {
        piece.contains("@") || piece.contains("://")
            || piece.unicodeScalars.count { $0.properties.numericType == .decimal } >= fewestDigitsOfTelephone
    }

    /// Runs of letters, and what stands between them.
    private static func runs(of text: some StringProtocol) -> [(text: Substring, isWord: Bool)] {
        var runs: [(text: Substring, isWord: Bool)] = []
        var rest = Substring(text)
        while let first = rest.first {
            let isWord = isLetter(first)
            let run = rest.prefix { isLetter($0) == isWord }
            runs.append((run, isWord))
            rest = rest[run.endIndex...]
        }
        return runs
    }

    private static func isLetter(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    }
}

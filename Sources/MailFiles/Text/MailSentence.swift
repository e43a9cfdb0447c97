internal import Foundations
internal import ReferralGraph

/// A sentence of a mail as folded words; what stands in quotation marks is one word, since whoever quotes a sentence does
/// not say it.
struct MailSentence {
    /// As written, on one line.
    var text: String
    var words: [Substring]
    /// For each word, the clause in which it stands; clauses end at commas and the like, and before `but`.
    var clauses: [Int]
    var isQuestion: Bool

    /// The sentences of a text. Empty lines end a sentence, and so do bullets; other line breaks do not.
    /// - Complexity: O(text).
    static func all(in text: String) -> [MailSentence] {
        var sentences: [MailSentence] = []
        var paragraph = ""
        func end() {
            if !paragraph.isEmpty { sentences += of(paragraph) }
            paragraph = ""
        }
        for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
            let line = trimmed(String(line) ?? "")
            if line.isEmpty || line.unicodeScalars.first.map(bullets.contains) ?? false { end() }
            if !line.isEmpty { paragraph += paragraph.isEmpty ? line : " " + line }
        }
        end()
        return sentences
    }

    private static let bullets: Set<Unicode.Scalar> = ["*", "-", "•", "·", "–"]

    /// The sentences of a paragraph.
    static func of(_ paragraph: String) -> [MailSentence] {
        let plain = withoutQuotes(paragraph)
        var sentences: [MailSentence] = []
        var start = plain.startIndex
        var wordStart = start
        let bytes = plain.utf8
        for index in bytes.indices {
            let byte = bytes[index]
            if byte <= 0x20 { wordStart = bytes.index(after: index) }
            guard ".!?".utf8.contains(byte) else { continue }
            let next = bytes.index(after: index)
            guard next == bytes.endIndex || bytes[next] <= 0x20 || bytes[next] == 0xC2,
                byte != UInt8(ascii: ".") || !isAbbreviation(plain[wordStart..<index])
            else { continue }
            add(plain[start..<next], to: &sentences)
            start = next
        }
        add(plain[start...], to: &sentences)
        return sentences
    }

    private static func add(_ text: Substring, to sentences: inout [MailSentence]) {
        let sentence = MailSentence(trimmed(String(text)))
        if !sentence.words.isEmpty { sentences.append(sentence) }
    }

    /// Makes one sentence of a line.
    init(_ line: String) {
        text = line
        isQuestion = line.hasSuffix("?")
        words = []
        clauses = []
        let folded = foldedName(line)
        var clause = 0
        var start: String.Index?
        for index in folded.utf8.indices {
            let byte = folded.utf8[index]
            if byte >= 0x80 || Self.isWordByte(byte) {
                if start == nil { start = index }
                continue
            }
            if let begun = start { add(folded[begun..<index], &clause) }
            start = nil
            if Self.endsClause(byte) { clause += 1 }
        }
        if let begun = start { add(folded[begun...], &clause) }
    }

    private mutating func add(_ word: Substring, _ clause: inout Int) {
        if Self.turns.contains(String(word)) { clause += 1 }
        words.append(word)
        clauses.append(clause)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
    }

    private static func endsClause(_ byte: UInt8) -> Bool { ",;:()".utf8.contains(byte) }

    /// Words that begin a clause without a comma.
    private static let turns: Set<String> = ["but", "however", "aber", "jedoch", "mais", "pero"]

    private static func isAbbreviation(_ word: Substring) -> Bool {
        word.count == 1 || abbreviations.contains(word.lowercased())
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "sr", "jr", "st", "prof", "inc", "ltd", "co", "no", "nr", "fr", "hr", "bzw",
        "ca",
        "z.b", "d.h", "e.g", "i.e", "mme", "mlle", "sra", "srta", "vs", "approx", "m/w/d", "u.a",
    ]

    /// A paragraph with one letter in the place of each quotation, if that is short enough to be one.
    private static func withoutQuotes(_ paragraph: String) -> String {
        guard paragraph.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == 0xC2 || $0 == 0xE2 }) else {
            return paragraph
        }
        let scalars = Array(paragraph.unicodeScalars)
        guard scalars.contains(where: { closing[$0] != nil }) else { return paragraph }
        var result = String.UnicodeScalarView()
        var position = 0
        while position < scalars.count {
            if let ends = closing[scalars[position]],
                let end = scalars[(position + 1)...].prefix(500).firstIndex(where: ends.contains)
            {
                result.append("q")
                position = end + 1
            } else {
                result.append(scalars[position])
                position += 1
            }
        }
        return String(result)
    }

    /// What ends a quotation that begins so.
    private static let closing: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "\"": ["\""], "“": ["”", "\""], "„": ["“", "”", "\""], "«": ["»"], "»": ["«"],
    ]
}

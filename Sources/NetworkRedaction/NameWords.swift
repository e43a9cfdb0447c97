import ReferralGraph

/// The words of names, to be taken out of other texts.
///
/// Letter case and accents do not count. A word that is only part of a name of a company and means something by itself
/// (`Bank`, `Software`) goes beside other words of a name only, unless it is the whole name.
struct NameWords {
    /// Words that count only as words: `Ann` is not in `Planning`.
    private var words: Set<String> = []
    /// Words long enough to be no accident inside another, as in `Lindqvistgroup`: UTF-8 by the first four bytes,
    /// of which each has at least so many.
    private var parts: [[UInt8]: Set<[UInt8]>] = [:]
    /// Names of companies word by word, by their first word, the longest first.
    private var phrases: [String: [[String]]] = [:]
    /// Words of companies' names that go beside others only.
    private var generalWords: Set<String> = []

    private static let fewestLettersOfPart = 5
    /// Scripts without letter case mostly have no spaces between words either.
    private static let fewestLettersOfCaselessPart = 2
    private static let fewestDigitsOfTelephone = 7

    /// - Parameters:
    ///   - names: Names of people, other names included.
    ///   - companies: Names of companies, aliases included.
    init(of names: [String], companies: [String] = []) {
        for name in names { add(person: name) }
        for company in companies { add(company: company) }
        for first in phrases.keys { phrases[first]?.sort { $0.count > $1.count } }
    }

    private mutating func add(person name: String) {
        let runs = TextRun.all(in: name)
        for (index, run) in runs.enumerated() where run.isHyphen && index > 0 && index + 1 < runs.count {
            add(word: foldedName(String(runs[index - 1].text + runs[index + 1].text)))
        }
        let isCapitalised = runs.contains { $0.isWord && $0.text.first?.isUppercase == true }
        for (index, run) in runs.enumerated() where run.isWord {
            for word in run.letterRuns {
                let count = word.unicodeScalars.count
                let follower = index + 1 < runs.count ? runs[index + 1].text.first : nil
                // An initial, or the O of O'Neil.
                if count == 1, let follower, ".'’`´".contains(follower) { continue }
                // The "de" of a name is a word of its language.
                if count <= 2, isCapitalised, word.first?.isLowercase == true { continue }
                add(word: foldedName(String(word)))
            }
        }
    }

    private mutating func add(company name: String) {
        let all = TextRun.all(in: name).filter(\.isWord).map { foldedName(String($0.text)) }
        var core = all[...]
        if core.count > 1, core.first == "the" { core = core.dropFirst() }
        while core.count > 1, let last = core.last, Self.isLegalForm(last) { core = core.dropLast() }
        for phrase in [all, Array(core)] {
            guard let first = phrase.first else { continue }
            if phrases[first]?.contains(phrase) != true { phrases[first, default: []].append(phrase) }
        }
        for word in core {
            let hasLetter = word.unicodeScalars.contains { $0.properties.isAlphabetic }
            if GeneralWords.ofCompanies.contains(word) {
                generalWords.insert(word)
            } else if hasLetter, word.unicodeScalars.count > 1, !GeneralWords.ofGrammar.contains(word) {
                add(word: word)
            }
        }
    }

    private mutating func add(word: String) {
        words.insert(word)
        let isCased = word.unicodeScalars.allSatisfy { $0.properties.isCased || !$0.properties.isAlphabetic }
        let fewest = isCased ? Self.fewestLettersOfPart : Self.fewestLettersOfCaselessPart
        if word.unicodeScalars.count >= fewest, word.utf8.count >= 4 {
            parts[Array(word.utf8.prefix(4)), default: []].insert(Array(word.utf8))
        }
    }

    /// A text with `…` for every word in which a name stands, and for what looks like an address or a telephone number.
    /// - Complexity: O(text), times the words of names that begin alike.
    func removed(from text: String) -> String {
        let pieces = text.split(separator: " ", omittingEmptySubsequences: false).map { piece in
            Self.isContactDetail(piece) ? "…" : String(piece)
        }
        let runs = TextRun.all(in: pieces.joined(separator: " "))
        let places = runs.indices.filter { runs[$0].isWord }
        let folded = places.map { foldedName(String(runs[$0].text)) }
        var isName = [Bool](repeating: false, count: places.count)
        for (index, word) in folded.enumerated() {
            for phrase in phrases[word] ?? [] where folded[index...].starts(with: phrase) {
                for offset in phrase.indices { isName[index + offset] = true }
                break
            }
            if words.contains(word) { isName[index] = true }
            // Anne-Marie is Annemarie.
            guard index > 0, places[index] == places[index - 1] + 2, runs[places[index] - 1].isHyphen else {
                continue
            }
            if words.contains(folded[index - 1] + word) { (isName[index - 1], isName[index]) = (true, true) }
        }
        spread(folded, &isName)
        var result = runs.map { String($0.text) }
        for (index, place) in places.enumerated() {
            result[place] = isName[index] ? "…" : withoutNames(runs[place])
        }
        return result.joined()
    }

    /// Lets the general words and legal forms beside a name's words go with them.
    private func spread(_ words: [String], _ isName: inout [Bool]) {
        func goes(_ index: Int) -> Bool {
            generalWords.contains(words[index]) || Self.isLegalForm(words[index])
        }
        for index in words.indices.dropFirst() where isName[index - 1] && goes(index) { isName[index] = true }
        for index in words.indices.dropLast().reversed() where isName[index + 1] && goes(index) {
            isName[index] = true
        }
    }

    /// A word without the runs of letters in which a name stands.
    private func withoutNames(_ run: TextRun) -> String {
        TextRun.parted(run.text, by: \.isTextLetter).map { piece in
            piece.isWord && stands(in: piece.text) ? "…" : String(piece.text)
        }.joined()
    }

    private func stands(in word: Substring) -> Bool {
        let folded = foldedName(String(word))
        if words.contains(folded) { return true }
        if TextRun.humps(of: word).contains(where: { words.contains(foldedName(String($0))) }) { return true }
        let bytes = Array(folded.utf8)
        return bytes.indices.dropLast(3).contains { start in
            parts[Array(bytes[start..<start + 4])]?.contains { bytes[start...].starts(with: $0) } ?? false
        }
    }

    private static func isContactDetail(_ piece: Substring) -> Bool {
        piece.contains("@") || piece.contains("://")
            || piece.unicodeScalars.count { $0.properties.numericType == .decimal } >= fewestDigitsOfTelephone
    }

    private static func isLegalForm(_ word: String) -> Bool {
        !GeneralWords.ofGrammar.contains(word) && CompanyName("x \(word)").words == ["x"]
    }
}

/// A word of a text, or what stands between words.
private struct TextRun {
    var text: Substring
    /// Whether it is of letters and digits.
    var isWord: Bool

    /// The runs of a text, in order.
    static func all(in text: String) -> [TextRun] {
        parted(Substring(text)) { $0.isTextLetter || $0.isNumber }
    }

    /// The parts of a text of which one property holds throughout, or throughout not.
    static func parted(_ text: Substring, by isWord: (Character) -> Bool) -> [TextRun] {
        var runs: [TextRun] = []
        var rest = text
        while let first = rest.first {
            let kind = isWord(first)
            let run = rest.prefix { isWord($0) == kind }
            runs.append(TextRun(text: run, isWord: kind))
            rest = rest[run.endIndex...]
        }
        return runs
    }

    /// Whether this is what joins two words to one.
    var isHyphen: Bool { text.count == 1 && "-‐‑–'’.·".contains(text) }

    /// The letters of a word, without the digits between them.
    var letterRuns: [Substring] { Self.parted(text, by: \.isTextLetter).filter(\.isWord).map(\.text) }

    /// The words in `AcmeTeam` and `JPMorgan`.
    static func humps(of word: Substring) -> [Substring] {
        var humps: [Substring] = []
        var start = word.startIndex
        for index in word.indices.dropFirst() {
            let next = word.index(after: index)
            let isStart =
                word[index].isUppercase
                && (word[word.index(before: index)].isLowercase
                    || next < word.endIndex && word[next].isLowercase)
            guard isStart else { continue }
            humps.append(word[start..<index])
            start = index
        }
        humps.append(word[start...])
        return humps.count > 1 ? humps : []
    }
}

extension Character {
    /// Whether this is a letter, as Unicode has it, marks on it included.
    fileprivate var isTextLetter: Bool { unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false }
}

internal import ReferralGraph

/// A phrase as it is looked for in the words of a sentence.
struct MailPhrase: Sendable {
    let sign: MailSign
    let language: MailLanguage
    /// As it stands in the table.
    let text: String
    private let pieces: [Piece]

    private enum Piece: Sendable {
        case word([Form], isOptional: Bool)
        case gap(Int)
    }

    private struct Form: Sendable {
        var text: String
        var isStem: Bool

        func fits(_ word: Substring) -> Bool { isStem ? word.hasPrefix(text) : word == text }
    }

    init(_ text: String, _ sign: MailSign, _ language: MailLanguage) {
        (self.text, self.sign, self.language) = (text, sign, language)
        pieces = text.split(separator: " ").flatMap(Self.pieces)
    }

    private static func pieces(_ written: Substring) -> [Piece] {
        if written.allSatisfy({ $0 == "." }) { return [.gap(written.count > 2 ? 10 : 3)] }
        let isOptional = written.hasPrefix("[")
        let forms = written.filter { !"[]".contains($0) }.split(separator: "/").flatMap { form in
            let text = form.filter { $0 != "*" }
            return [text, spelledOut(text)].map(foldedName).uniqued().map {
                Form(text: $0, isStem: form.hasSuffix("*"))
            }
        }
        return [.word(forms, isOptional: isOptional)]
    }

    /// `fuer` for `für`, as people write who have no such letters.
    private static func spelledOut(_ word: String) -> String {
        word.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
    }

    /// The words with which it begins; stems begin with them.
    var beginnings: [(text: String, isStem: Bool)] {
        var words: [(String, Bool)] = []
        for piece in pieces {
            guard case .word(let forms, let isOptional) = piece else { break }
            words += forms.map { ($0.text, $0.isStem) }
            if !isOptional { break }
        }
        return words
    }

    /// Where the phrase ends that begins at a word; `nil` when it does not.
    /// - Complexity: O(1): a phrase has few gaps, and a gap few words.
    func end(in words: ArraySlice<Substring>, at start: Int) -> Int? { end(words, start, pieces[...]) }

    private func end(_ words: ArraySlice<Substring>, _ position: Int, _ rest: ArraySlice<Piece>) -> Int? {
        guard let piece = rest.first else { return position }
        switch piece {
        case .word(let forms, let isOptional):
            if position < words.endIndex, forms.contains(where: { $0.fits(words[position]) }),
                let end = end(words, position + 1, rest.dropFirst())
            {
                return end
            }
            return isOptional ? end(words, position, rest.dropFirst()) : nil
        case .gap(let most):
            for skipped in 0...most where position + skipped <= words.endIndex {
                if let end = end(words, position + skipped, rest.dropFirst()) { return end }
            }
            return nil
        }
    }
}

/// The phrases of all languages by their first word.
struct MailPhraseIndex: Sendable {
    private var byWord: [String: [Int]] = [:]
    private var byStem: [String: [Int]] = [:]
    private var longestStem = 0
    private let phrases: [MailPhrase]
    /// No stem of a first word is shorter.
    private static let shortestStem = 3

    static let all = MailPhraseIndex(
        MailPhrases.all.flatMap { table in
            table.phrases.flatMap { group in
                group.texts.map { MailPhrase($0, group.sign, table.language) }
            }
        })

    init(_ phrases: [MailPhrase]) {
        self.phrases = phrases
        for (number, phrase) in phrases.enumerated() {
            for (text, isStem) in phrase.beginnings {
                if isStem {
                    precondition(text.utf8.count >= Self.shortestStem, "a longer stem: \(phrase.text)")
                    byStem[text, default: []].append(number)
                    longestStem = max(longestStem, text.utf8.count)
                } else {
                    byWord[text, default: []].append(number)
                }
            }
        }
    }

    /// Every phrase in some words, with the words that it takes up, in the order of the words and of the table.
    /// - Complexity: O(words).
    func found(in words: ArraySlice<Substring>) -> [(phrase: MailPhrase, words: Range<Int>)] {
        var found: [(MailPhrase, Range<Int>)] = []
        for start in words.indices {
            for number in candidates(words[start]) {
                if let end = phrases[number].end(in: words, at: start) {
                    found.append((phrases[number], start..<end))
                }
            }
        }
        return found
    }

    private func candidates(_ word: Substring) -> [Int] {
        var numbers = byWord[String(word)] ?? []
        let bytes = word.utf8
        var end = bytes.startIndex
        var length = 0
        while end < bytes.endIndex, length < longestStem {
            end = bytes.index(after: end)
            length += 1
            if length >= Self.shortestStem, let stems = byStem[String(word[..<end])] { numbers += stems }
        }
        return numbers.count > 1 ? numbers.sorted() : numbers
    }
}

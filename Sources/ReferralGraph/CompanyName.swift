/// A company's name as it is compared everywhere: whole words, whatever their case, accents, punctuation and legal form.
///
/// `The Brightwell & Sons Co., Inc.` and `Brightwell and Sons` are equal; `Apple` and `GreenApple` share nothing. A company
/// is named by its whole name, by an alias, or by whole words of either in order (``names(_:)``).
public struct CompanyName: Hashable, Sendable {
    /// The words, folded, without legal form; empty for a text that shows nothing.
    public let words: [String]

    /// The words in one text: equal for names that mean one company.
    public var key: String { words.joined(separator: " ") }

    /// Reads a name.
    /// - Complexity: O(text).
    public init(_ text: String) {
        let folded = foldedName(text)
        let isPlain = folded.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 0x20
        }
        var tokens =
            isPlain
            ? folded.split(separator: " ").map { Token(text: String($0), isDotted: false) }
            : Token.read(folded)
        if tokens.isEmpty, !folded.isEmpty { tokens = [Token(text: folded, isDotted: false)] }
        if tokens.count > 1, tokens[0].text == "the" { tokens.removeFirst() }
        Self.dropBeginnings(of: &tokens)
        Self.dropEndings(of: &tokens)
        words = tokens.map(\.text)
    }

    /// Whether this is what a user may call a company of that name: all of it, or whole words of it in order.
    public func names(_ name: CompanyName) -> Bool {
        guard !words.isEmpty else { return false }
        var next = words.startIndex
        for word in name.words where word == words[next] {
            next += 1
            if next == words.endIndex { return true }
        }
        return false
    }

    private static func dropBeginnings(of tokens: inout [Token]) {
        var count = min(LegalForms.mostWords, tokens.count - 1)
        while count > 0 {
            if LegalForms.beginnings.contains(phrase(tokens.prefix(count))) {
                tokens.removeFirst(count)
                count = min(LegalForms.mostWords, tokens.count - 1)
            } else {
                count -= 1
            }
        }
    }

    private static func dropEndings(of tokens: inout [Token]) {
        var count = min(LegalForms.mostWords, tokens.count - 1)
        while count > 0 {
            let ending = tokens.suffix(count)
            let text = phrase(ending)
            let isForm =
                LegalForms.endings.contains(text) || count == 1 && text == "and"
                || count == 1 && ending.last!.isDotted && LegalForms.dottedEndings.contains(text)
            if isForm {
                tokens.removeLast(count)
                count = min(LegalForms.mostWords, tokens.count - 1)
            } else {
                count -= 1
            }
        }
    }

    private static func phrase(_ tokens: ArraySlice<Token>) -> String {
        tokens.count == 1 ? tokens.first!.text : tokens.map(\.text).joined(separator: " ")
    }
}

/// A word of a company's name, and whether it was written with full stops or slashes between its letters.
private struct Token {
    var text: String
    var isDotted: Bool

    /// The words of a folded name.
    static func read(_ folded: String) -> [Token] {
        var text = folded
        if text.utf8.contains(where: { $0 >= 0x80 }) {
            for form in LegalForms.attached where text.contains(form) {
                text = withoutAttached(form, in: text)
            }
        }
        var tokens: [Token] = []
        var initials = ""
        func end(_ tokens: inout [Token], _ initials: inout String) {
            if !initials.isEmpty { tokens.append(Token(text: initials, isDotted: true)) }
            initials = ""
        }
        for piece in text.split(whereSeparator: { $0.isWhitespace || separators.contains($0) }) {
            let plain = piece.filter { !"'׳״".contains($0) }
            let parts = plain.split(whereSeparator: { ".-/".contains($0) }).map(String.init)
            let isSpelt =
                parts.count > 0 && parts.allSatisfy { $0.count == 1 }
                && (plain.contains(".") || slashed.contains(plain))
            if isSpelt {
                // "S.A.", "A/S", and "a. s." written apart.
                if parts.count > 1 { end(&tokens, &initials) }
                initials += parts.joined()
                if parts.count > 1 { end(&tokens, &initials) }
                continue
            }
            end(&tokens, &initials)
            if plain == "&" || plain == "+" {
                tokens.append(Token(text: "and", isDotted: false))
            } else {
                tokens += parts.map { Token(text: $0, isDotted: false) }
            }
        }
        end(&tokens, &initials)
        return tokens
    }

    /// Legal forms that are written with a slash.
    private static let slashed: Set<String> = ["a/s", "i/s", "k/s", "p/s", "s/a"]

    private static let separators: Set<Character> = Set(",;:()[]{}\"«»„“”‟‹›<>|!?*・･·‧、。，（）【】「」『』")

    /// A text without a legal form that is written together with the name, at its beginning or its end.
    private static func withoutAttached(_ form: String, in text: String) -> String {
        let rest =
            text.hasPrefix(form)
            ? text.dropFirst(form.count) : text.hasSuffix(form) ? text.dropLast(form.count) : nil
        guard let rest, rest.contains(where: { $0.isLetter || $0.isNumber }) else { return text }
        return String(rest)
    }
}

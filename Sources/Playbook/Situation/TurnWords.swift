import ReferralGraph

/// What the words of an incoming message, or of the note on it, say about whose turn it is (playbook R5, *whose turn*).
///
/// Precision first: only phrases that leave no doubt are read; everything else is taken as a word that wants an answer, as
/// long as the user did not say otherwise.
enum TurnWords: Equatable {
    /// They will be in touch; nothing is owed until then.
    case theyWillBeInTouch
    /// They have a decision to make, and will say when it has fallen.
    case theyWillDecide
    /// It asks something.
    case asks

    /// Reads words; `nil` when they leave it open.
    /// - Complexity: O(text).
    static func read(_ text: String) -> TurnWords? {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        if text.utf8.contains(UInt8(ascii: "?")) || !isPlain && text.contains("？") { return .asks }
        let folded = foldedName(text)
        let words =
            isPlain
            ? folded.utf8.split { !(97...122).contains($0) && $0 != UInt8(ascii: "'") }.map { Substring($0) }
            : folded.split { !$0.isLetter && $0 != "'" && $0 != "’" }
        var found: Phrase?
        for (position, word) in words.enumerated() {
            guard let phrases = phrases[word] else { continue }
            for phrase in phrases where words[position...].starts(with: phrase.words) {
                if found.map({ phrase.rank < $0.rank }) ?? true { found = phrase }
            }
        }
        return found?.meaning
    }

    /// Words that leave no doubt.
    private struct Phrase {
        let words: [Substring]
        let meaning: TurnWords
        /// Of several the one with the smallest decides.
        let rank: Int
    }

    /// The phrases by their first words.
    private static let phrases: [Substring: [Phrase]] = {
        let lists: [(TurnWords, [String])] = [
            (.asks, asking), (.theyWillBeInTouch, contact), (.theyWillDecide, decision),
        ]
        let all = lists.enumerated().flatMap { rank, list in
            list.1.map { Phrase(words: $0.split(separator: " "), meaning: list.0, rank: rank) }
        }
        return Dictionary(grouping: all) { $0.words[0] }
    }()

    private static let asking = [
        "please send", "please call", "please reply", "please let", "could you", "can you", "let me know",
        "let us know", "which day", "what time", "when are you", "when can you", "are you free",
        "are you available", "do you have", "would you", "check in with me",
    ]
    private static let contact = [
        "be in touch", "get in touch with you", "get back to you", "get back to me", "be back to you",
        "come back to you", "back in two weeks", "hear from us", "hear from me", "will call you",
        "i call you",
        "contact you", "contact me", "reach out to you", "be back in touch",
    ]
    private static let decision = [
        "let you know", "tell you as soon", "not decided", "no decision", "still reviewing", "under review",
        "on hold", "received your application", "thank you for applying", "thank you for your application",
        "on file", "keep you posted", "keep you in mind", "keep you informed",
    ]
}

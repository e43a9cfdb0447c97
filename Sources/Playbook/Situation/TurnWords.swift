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
    static func read(_ text: String) -> TurnWords? {
        if text.contains("?") || text.contains("？") { return .asks }
        let words =
            " "
            + foldedName(text).map { $0.isLetter || $0 == "'" || $0 == "’" ? $0 : " " }
            .split(whereSeparator: { $0 == " " }).map { String($0) }.joined(separator: " ") + " "
        func has(_ phrases: [String]) -> Bool { phrases.contains { words.contains(" \($0) ") } }
        if has(asking) { return .asks }
        if has(contact) { return .theyWillBeInTouch }
        if has(decision) { return .theyWillDecide }
        return nil
    }

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

extension StringProtocol {
    fileprivate func map(_ transform: (Character) -> Character) -> String {
        String(self.map(transform) as [Character])
    }
}

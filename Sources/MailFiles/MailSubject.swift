internal import ReferralGraph

/// A subject without what answering puts before it.
package struct MailSubject {
    /// What is left, folded for comparing.
    package let topic: String
    /// Whether the subject begins as that of an answer does.
    package let isAnswer: Bool
    /// Whether it begins as that of an answer or of a mail that is passed on does: it is the subject of another mail.
    let isOfAnother: Bool
    /// Whether it begins as that of an answer without a person does.
    var isAutomatic: Bool { Self.automatic.contains { topic.hasPrefix($0) } }

    package init(_ text: String) {
        var rest = foldedName(text)[...]
        var isAnswer = false
        while let colon = rest.prefix(12).firstIndex(where: { $0 == ":" || $0 == "：" }) {
            // `Re[2]:`, `AW (3):`
            let word = rest[..<colon].prefix { $0.isLetter }
            guard Self.prefixes.contains(String(word)) else { break }
            isAnswer = true
            rest = rest[rest.index(after: colon)...].drop(while: \.isWhitespace)
        }
        topic = String(rest)
        self.isAnswer = isAnswer
        isOfAnother = isAnswer || Self.forwards.contains { rest.hasPrefix($0) }
    }

    private static let automatic = [
        "automatic reply:", "auto-reply:", "auto reply:", "autoreply:", "automatic response:",
        "out of office:", "out of the office:",
        "automatische antwort:", "abwesenheitsnotiz:", "abwesenheit:", "abwesend:", "reponse automatique :",
        "reponse automatique:",
        "respuesta automatica:", "fuera de la oficina:",
    ]

    /// `TR` and `RV` pass on in French and Spanish, and answer elsewhere.
    private static let forwards = ["fw:", "fwd:", "wg:", "i:", "doorst:", "enc:", "vb:"]

    /// In the languages of mail programs.
    private static let prefixes: Set<String> = [
        "re", "aw", "antw", "antwort", "sv", "vs", "rv", "res", "ref", "odp", "ynt", "atb", "vá", "va", "rif",
        "r", "bls", "tr",
        "回复", "回覆", "答复", "ответ", "отв", "απ", "σχετ", "תגובה", "השב", "رد", "返信", "답장", "回信", "trả lời",
        "balas", "ตอบ",
    ]
}

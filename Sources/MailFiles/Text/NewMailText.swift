internal import Foundations
internal import ReferralGraph

/// What the writer of a mail says in it: its text without what is quoted from others, forwarded, or signs it.
struct NewMailText {
    /// The text itself.
    private(set) var text = ""
    /// The lines of the signature, the name first; at most six.
    private(set) var signature: [String] = []

    /// - Complexity: O(text).
    init(_ whole: String) {
        let lines = whole.utf8.split(separator: 10, omittingEmptySubsequences: false).map { line in
            trimmed(String(decoding: line.filter { $0 != 13 }, as: UTF8.self))
        }
        var kept: [String] = []
        var position = 0
        while position < lines.count {
            let line = lines[position]
            let next = lines[(position + 1)...].prefix(3)
            if line.hasPrefix(">") {
                position += 1
                continue
            }
            if Self.begins(quotation: line, next) { break }
            if let length = Self.introduction(line, next) {
                // Below it the quoted lines are marked, and an answer may follow; or all the rest is quoted.
                let rest = lines[(position + length)...].first { !$0.isEmpty }
                guard rest?.hasPrefix(">") ?? false else { break }
                position += length
                continue
            }
            if line == "--" || line == "-- " {
                signature = Self.nonEmpty(lines[(position + 1)...])
                break
            }
            kept.append(line)
            position += 1
        }
        text = kept.joined(separator: "\n")
        if let closing = kept.lastIndex(where: Self.isClosing) {
            let below = Self.nonEmpty(kept[(closing + 1)...])
            if !below.isEmpty { signature = below }
        }
    }

    private static func nonEmpty(_ lines: ArraySlice<String>) -> [String] {
        Array(lines.lazy.filter { !$0.isEmpty }.prefix(6))
    }

    /// Whether all that follows is another mail: the rules that programs put above it, or its header.
    private static func begins(quotation line: String, _ next: ArraySlice<String>) -> Bool {
        if line.hasPrefix("________") { return next.contains(where: isSenderLine) }
        if line.hasPrefix("--") || line.hasPrefix("Begin") || line.hasPrefix("Anfang")
            || line.hasPrefix("Début")
            || line.hasPrefix("Inicio")
        {
            let folded = foldedName(line.filter { $0 != "-" && $0 != "*" })
            if quotations.contains(where: folded.contains) { return true }
        }
        return isSenderLine(line) && next.contains(where: isDateLine)
    }

    private static func isSenderLine(_ line: String) -> Bool {
        guard let first = line.utf8.first, "FVDEfvde*".utf8.contains(first) else { return false }
        let folded = foldedName(String(line.prefix(12).filter { $0 != "*" }))
        return ["from:", "von:", "de:", "de :", "expediteur"].contains { folded.hasPrefix($0) }
    }

    private static func isDateLine(_ line: String) -> Bool {
        let folded = foldedName(String(line.prefix(16).filter { $0 != "*" }))
        return [
            "sent:", "date:", "to:", "gesendet:", "datum:", "an:", "envoye", "date :", "a :", "enviado",
            "fecha:",
            "para:", "subject:", "betreff:",
        ].contains { folded.hasPrefix($0) }
    }

    private static let quotations = [
        "original message", "ursprungliche nachricht", "originalnachricht", "message d'origine",
        "message original",
        "mensaje original", "forwarded message", "weitergeleitete nachricht", "weitergeleitete e-mail",
        "weitergeleiteten", "message transfere", "message transmis", "mensaje reenviado",
    ]

    /// How many lines say who wrote what is quoted below; `nil` when none do.
    private static func introduction(_ line: String, _ next: ArraySlice<String>) -> Int? {
        let starts = ["On ", "Am ", "Le ", "El ", "Op "]
        guard starts.contains(where: { line.hasPrefix($0) }) else { return nil }
        var text = ""
        for (number, part) in ([line] + next.prefix(2)).enumerated() {
            if part.isEmpty { return nil }
            text += (number == 0 ? "" : " ") + part
            let folded = foldedName(text)
            guard folded.hasSuffix(":") else { continue }
            if folded.hasSuffix("wrote:") || folded.hasSuffix("ecrit :") || folded.hasSuffix("ecrit:")
                || folded.hasSuffix("escribio:") || folded.contains(" schrieb")
            {
                return number + 1
            }
        }
        return nil
    }

    /// Whether a line is a word of farewell.
    private static func isClosing(_ line: String) -> Bool {
        guard line.utf8.count < 60 else { return false }
        let folded = foldedName(line)
        return closings.contains { closing in
            folded.hasPrefix(closing) && (folded.utf8.count < closing.utf8.count + 14)
        }
    }

    private static let closings = [
        "best regards", "kind regards", "warm regards", "regards", "sincerely", "yours sincerely",
        "best wishes",
        "all the best", "best,", "thanks,", "many thanks", "cheers", "with kind regards",
        "mit freundlichen grussen", "freundliche grusse", "viele grusse", "beste grusse", "herzliche grusse",
        "mit besten grussen", "liebe grusse", "mit freundlichem gruss", "schone grusse",
        "cordialement", "bien cordialement", "bien a vous", "sincerement", "salutations", "belle journee",
        "saludos", "un saludo", "un cordial saludo", "atentamente", "cordialmente", "saludos cordiales",
    ]
}

package import Foundations

/// All cards of a file (RFC 6350, RFC 2426, and "vCard: The Electronic Business Card" 2.1, versit Consortium 1996).
///
/// A card that begins before another one ended is the AGENT of that one when such a property stands right before it, as
/// vCard 2.1 has it; otherwise the END of the other one is missing.
package struct VCardDocument {
    /// The cards in the order in which they begin.
    package private(set) var cards: [VCard] = []
    /// Warnings about the form of the cards; when there is no card at all, an error that says so.
    package private(set) var diagnostics: [Diagnostic] = []

    private let file: String
    private let readsAgentsInText: Bool
    /// The positions of the cards that have begun and not ended, outermost first.
    private var open: [Int] = []
    private var hasVersion: [Bool] = []
    private var expectsAgent = false
    private var isOutside = false

    /// Takes a file apart.
    /// - Parameter readsAgentsInText: Whether cards in the text of others are read; those inside of them are not, so
    ///   that no one can make this go on for long.
    /// - Complexity: O(bytes).
    package init(bytes: [UInt8], file: String, readsAgentsInText: Bool = true) {
        self.file = file
        self.readsAgentsInText = readsAgentsInText
        // Only UTF-16 is made UTF-8 as a whole: everything else may change from value to value.
        let bytes = looksLikeWideUnicode(bytes) ? TextEncoding.decoded(bytes).text : bytes
        var lines = ContentLines(bytes)
        while let line = lines.next(keepsFoldSpace: open.last.map { cards[$0].syntax == .versit } ?? false) {
            read(line)
        }
        while !open.isEmpty { end(isMissing: true) }
        if cards.isEmpty { diagnostics = [diagnosticOfNothing(bytes)] }
    }

    private mutating func read(_ line: ContentLines.Line) {
        guard let property = ContentProperty(line) else {
            return open.isEmpty ? reportOutside(line) : reportMalformed(line)
        }
        let isAgent = expectsAgent
        expectsAgent = false
        switch property.name {
        case "BEGIN" where isBoundary(property): begin(at: property.line, isAgent: isAgent)
        case "END" where isBoundary(property) && !open.isEmpty: end(isMissing: false)
        case _ where open.isEmpty: reportOutside(line)
        case "VERSION": setVersion(property)
        case "AGENT": readAgent(property)
        default: cards[open[open.count - 1]].properties.append(property)
        }
    }

    /// An AGENT is a card behind it in vCard 2.1, and a card written as text in 3.0 (RFC 2426, section 3.5.4).
    private mutating func readAgent(_ property: ContentProperty) {
        let position = open[open.count - 1]
        let text = property.text(cards[position].syntax).value
        expectsAgent = isBlank(text)
        guard readsAgentsInText, trimmed(text).uppercased().hasPrefix("BEGIN:VCARD") else { return }
        let agents = VCardDocument(bytes: Array(text.utf8), file: file, readsAgentsInText: false)
        for var agent in agents.cards where agent.agentOf == nil {
            agent.agentOf = position
            cards.append(agent.moved(toLine: property.line))
            hasVersion.append(true)
        }
    }

    private func isBoundary(_ property: ContentProperty) -> Bool {
        trimmed(String(decoding: property.value, as: UTF8.self)).uppercased() == "VCARD"
    }

    private mutating func begin(at line: Int, isAgent: Bool) {
        isOutside = false
        if !isAgent {
            while !open.isEmpty { end(isMissing: true) }
        }
        cards.append(VCard(version: .v30, line: line, agentOf: isAgent ? open.last : nil))
        hasVersion.append(false)
        open.append(cards.count - 1)
    }

    private mutating func end(isMissing: Bool) {
        let position = open.removeLast()
        if isMissing {
            report(
                .recordDamaged, line: cards[position].line, found: "a card without END:VCARD",
                expected: "END:VCARD before the next card and at the end of the file",
                hint: "was the file saved completely?")
        }
        guard !hasVersion[position] else { return }
        if cards[position].properties.contains(where: \.isOldStyle) { cards[position].version = .v21 }
        report(
            .recordDamaged, line: cards[position].line, found: "a card without VERSION",
            expected: "VERSION:2.1, VERSION:3.0 or VERSION:4.0",
            hint: "it is read as version \(cards[position].version.rawValue)")
    }

    private mutating func setVersion(_ property: ContentProperty) {
        let position = open[open.count - 1]
        hasVersion[position] = true
        let text = trimmed(String(decoding: property.value, as: UTF8.self))
        if let version = VCard.Version(rawValue: text) {
            cards[position].version = version
        } else {
            cards[position].version = .v40
            report(
                .recordDamaged, line: property.line, found: "version \(quoted(text))",
                expected: "2.1, 3.0 or 4.0", hint: "it is read as version 4.0")
        }
    }

    private mutating func reportMalformed(_ line: ContentLines.Line) {
        // A line break that no one folded: a note goes on, and of other values no one knows where they end.
        let card = open[open.count - 1]
        if let last = cards[card].properties.indices.last {
            cards[card].properties[last].isBrokenOff = true
            if cards[card].properties[last].name == "NOTE" {
                cards[card].properties[last].value +=
                    (cards[card].syntax == .versit ? [10] : Array("\\n".utf8)) + line.bytes
            }
        }
        report(
            .valueIgnored, line: line.line, found: quoted(String(decoding: line.bytes, as: UTF8.self)),
            expected: "NAME:value", hint: "a line that goes on with the one before must begin with a space")
    }

    /// Reports what stands between cards, once for each place.
    private mutating func reportOutside(_ line: ContentLines.Line) {
        guard !isOutside else { return }
        isOutside = true
        report(
            .valueIgnored, line: line.line, found: quoted(String(decoding: line.bytes, as: UTF8.self)),
            expected: "nothing outside of BEGIN:VCARD and END:VCARD", hint: "it is not used")
    }

    private mutating func report(
        _ kind: Diagnostic.Kind, line: Int, found: String, expected: String, hint: String
    ) {
        diagnostics.append(
            Diagnostic(kind, file: file, line: line, found: found, expected: expected, hint: hint))
    }

    private func diagnosticOfNothing(_ bytes: [UInt8]) -> Diagnostic {
        let text = String(decoding: bytes[byteOrderMarkLength(bytes)...].prefix(200), as: UTF8.self)
        if isBlank(text), bytes.count < 200 {
            return Diagnostic(
                .fileEmpty, file: file, found: "nothing", expected: "cards that begin with BEGIN:VCARD",
                hint: "the file is empty; was it saved completely?")
        }
        let start = trimmed(text)
        let kind =
            if start.hasPrefix("<") {
                "XML"
            } else if start.hasPrefix("[") || start.hasPrefix("{") {
                "JSON"
            } else if start.hasPrefix("PK") {
                "an archive"
            } else {
                "no line BEGIN:VCARD"
            }
        return Diagnostic(
            .formatUnknown, file: file, found: kind, expected: "cards that begin with BEGIN:VCARD",
            hint: "export the address book as vCard (.vcf)")
    }
}

public import NetworkEditing
public import ReferralAnalysis
public import ReferralGraph

/// The tags in use, for reading.
public struct TagListText: ReadableReport {
    private let list: TagList
    private let listsPeople: Bool

    /// Makes the text of a list.
    /// - Parameter listsPeople: Whether to name the people, in place of how many there are.
    public init(_ list: TagList, listsPeople: Bool) {
        self.list = list
        self.listsPeople = listsPeople
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        if list.tags.isEmpty {
            block.wrapped("No one is tagged yet. A tag is a word of yours for sorting people:")
            block.wrapped("rebound tag dan mentor", after: "  ")
            return block
        }
        let width = list.tags.map { String($0.people.count).count }.max() ?? 1
        for use in list.tags {
            let count =
                String(repeating: " ", count: width - String(use.people.count).count) + "\(use.people.count)"
            guard listsPeople else {
                block.wrapped(use.tag, after: "\(count)  ")
                continue
            }
            block.wrapped("\(use.tag) (\(use.people.count))", paint: .bold)
            for person in use.people {
                block.wrapped(
                    [person.name, person.title, person.company].compactMap(\.self).joined(separator: " · "),
                    after: "  ")
            }
        }
        return block
    }
}

/// What a sitting shows, in which people are sorted.
public struct TriageText {
    private let session: TriageSession
    private let today: CalendarDay

    /// Makes the texts of a sitting as it stands.
    public init(_ session: TriageSession, today: CalendarDay) {
        self.session = session
        self.today = today
    }

    /// The answers, each with its key, its word, and what it means.
    package static let answers: [(key: Character, word: String, answer: Acquaintance, words: String)] =
        [
            ("c", "close", .close, Wording.acquaintance(.close)),
            ("k", "know", .known, Wording.acquaintance(.known)),
            ("b", "barely", .barely, Wording.acquaintance(.barely)),
            ("n", "no", .unknown, Wording.acquaintance(.unknown)),
        ]

    /// The keys, on as few lines as the terminal has room for.
    public static func keys(in style: TextStyle) -> String {
        var block = TextBlock(style: style)
        block.wrapped(
            "c close · k know · b barely · n no · s skip · w want their company · t tag · - back · u undo · q save and quit · ? help"
        )
        return block.text
    }

    /// What the keys mean.
    public static func help(in style: TextStyle) -> String {
        var block = TextBlock(style: style)
        for (key, meaning) in [
            ("c", "close: a friend, a mentor; they would take your call any day"),
            ("k", "know: they would remember you and reply"),
            ("b", "barely: they may remember your name"),
            ("n", "no: you do not know them; no list names them any more, `rebound who` still finds them"),
            ("s, space", "skip: you are asked again next time"),
            ("w", "you want to work at their company (A); again takes it back"),
            ("t", "add a tag"),
            ("-, ←", "back to the person before"),
            ("u", "take back the last answer"),
            ("q, Ctrl-C", "save what you said, and quit"),
        ] { block.wrapped(meaning, after: "  " + fitted(key, to: 11)) }
        return block.text
    }

    /// The person asked about; empty at the end.
    public func card(in style: TextStyle) -> String {
        guard session.card != nil else { return "" }
        var block = TextBlock(style: style)
        block.line("")
        write(to: &block)
        return block.text
    }

    /// The same in lines, under a title: how far the sitting is, the name, then what is known.
    package func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped("Triage", paint: .bold)
        write(to: &block)
        return block
    }

    private func write(to block: inout TextBlock) {
        guard let card = session.card else { return }
        block.wrapped("\(session.position + 1) of \(session.queue.count)", paint: .dim)
        block.wrapped(Self.clipped(card.name, to: 120), paint: .bold, about: card.person)
        let company = card.company.map { name in
            name + (card.priority.map { " (wanted: \($0.rawValue))" } ?? "")
        }
        let role = [card.title, company].compactMap(\.self).map { Self.clipped($0, to: 120) }
        if !role.isEmpty { block.wrapped(role.joined(separator: " · "), after: "  ") }
        let facts = [
            card.connected.map { "connected \($0.words(relativeTo: today))" },
            card.lastWord.map {
                "last word \($0.words(relativeTo: today)), \(Wording.count(card.contacts, "contact")) in all"
            }
                ?? "no word on record",
            card.how.map { Self.clipped($0, to: 120) },
            card.tags.isEmpty ? nil : "tags: \(card.tags.joined(separator: ", "))",
            card.known.map { Wording.acquaintance($0).lowercasedFirst },
        ]
        block.wrapped(facts.compactMap(\.self).joined(separator: " · "), after: "  ", paint: .dim)
    }

    /// How far the sitting came: `37 of 700: 12 close, 20 known, 5 not known`.
    public var standing: String {
        let counts = session.counts
        let words = [
            (Acquaintance.close, "close"), (.known, "known"), (.barely, "barely known"),
            (.unknown, "not known"),
        ].compactMap { kind, words in counts[kind].map { "\($0) \(words)" } }
        let answered = counts.values.reduce(0, +)
        return "\(answered) of \(session.queue.count) sorted"
            + (words.isEmpty ? "" : ": \(words.joined(separator: ", "))")
    }

    private static func clipped(_ text: String, to limit: Int) -> String {
        text.count <= limit ? text : text.prefix(limit - 1) + "…"
    }
}

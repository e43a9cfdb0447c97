public import Playbook

/// The skeleton of a message for some rules, kinds of contact and channels.
public struct MessageTemplate: Sendable, Equatable {
    /// The rules it is for; at least one.
    public var rules: [Rule]
    /// The kinds of contact it is for; empty for everyone.
    public var kinds: [ContactKind]
    /// The channels it is for; at least one.
    public var channels: [DraftChannel]
    /// Subject lines for e-mails; the first whose facts are on record is used.
    public var subjects: [TemplateText]
    /// The most characters that a message made of it may have; `nil` for no limit.
    public var characterLimit: Int?
    /// The most words that the skeleton may have without its facts.
    public var wordLimit: Int
    /// The text.
    public var body: TemplateText
    /// The file it stands in; `nil` for a standard template.
    public var file: String?
    /// The line of its heading, from 1.
    public var line: Int

    /// The most words of a skeleton that says nothing else.
    public static let standardWordLimit = 120

    /// Whether it fits a message.
    func fits(_ rule: Rule, _ channel: DraftChannel) -> Bool {
        rules.contains(rule) && channels.contains(channel)
    }
}

/// Text with slots for facts, and with parts that are left out where a fact is not on record.
public struct TemplateText: Sendable, Equatable {
    /// The pieces, in order.
    var pieces: [Piece]

    /// A piece of a text.
    enum Piece: Sendable, Equatable {
        /// As it stands.
        case words(String)
        /// The place of a fact.
        case slot(DraftSlot)
        /// The first of several texts whose facts are all on record, or nothing.
        case choice([[Piece]])
    }

    /// The text without what stands in slots and choices.
    var fixedWords: String {
        pieces.map { if case .words(let words) = $0 { words } else { " " } }.joined()
    }

    /// Fills the slots.
    /// - Parameters:
    ///   - dropped: How many of the choices that could be filled are left out, the last first.
    ///   - value: What is on record; `nil` where nothing is.
    /// - Returns: The text, and the slots without a fact outside of choices.
    func filled(dropping dropped: Int = 0, _ value: (DraftSlot) -> String?) -> (
        text: String, missing: [DraftSlot]
    ) {
        let (text, missing) = raw(dropping: dropped, value)
        return (Self.withoutGaps(text), missing)
    }

    /// The filled text with marks where something was left out.
    private func raw(
        dropping dropped: Int = 0, _ value: (DraftSlot) -> String?
    ) -> (text: String, missing: [DraftSlot]) {
        var missing: [DraftSlot] = []
        var parts: [String] = []
        let choices = pieces.indices.filter { if case .choice = pieces[$0] { true } else { false } }
        let silent = Set(choices.suffix(dropped))
        for (position, piece) in pieces.enumerated() {
            switch piece {
            case .words(let words): parts.append(words)
            case .slot(let slot):
                if let text = value(slot) {
                    parts.append(text)
                } else if !missing.contains(slot) {
                    missing.append(slot)
                }
            case .choice(let alternatives):
                // A mark that nothing was put here, so that a line of nothing else falls away.
                parts.append(
                    silent.contains(position)
                        ? Self.nothing : Self.first(of: alternatives, value) ?? Self.nothing)
            }
        }
        return (parts.joined(), missing)
    }

    /// How many parts may be left out.
    var choiceCount: Int { pieces.count { if case .choice = $0 { true } else { false } } }

    /// A noncharacter, which no input has: readers of networks and templates take it out.
    private static let nothing = "\u{FFFF}"

    private static func first(of alternatives: [[Piece]], _ value: (DraftSlot) -> String?) -> String? {
        for pieces in alternatives {
            let (text, missing) = TemplateText(pieces: pieces).raw(value)
            if missing.isEmpty { return text }
        }
        return nil
    }

    /// Takes out what omissions leave: empty lines one after another, double spaces, space at the ends of lines.
    private static func withoutGaps(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.replacing(nothing, with: "").split(separator: " ")
            // A point of a call that says nothing falls away, too.
            let isBare = words.isEmpty || words == ["-"]
            if isBare, line.contains(nothing) || lines.last?.isEmpty ?? true { continue }
            lines.append(words.joined(separator: " "))
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

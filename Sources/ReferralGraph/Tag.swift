/// A word by which the seeker sorts people, such as `mentor`.
///
/// Letter case and accents do not count when tags are compared; they are shown as first written.
public struct Tag: Sendable, Hashable, CustomStringConvertible {
    /// As written, composed, without the `#` that some write before it.
    public let text: String
    private let key: String

    /// How many characters a tag may have.
    public static let mostCharacters = 30
    /// What a tag is, in words.
    public static let expected = "one word of letters, digits, - and _, at most \(mostCharacters) characters"

    /// Reads a tag; `nil` when the text is none.
    public init?(_ text: String) {
        let word = composed(text.hasPrefix("#") ? String(text.dropFirst()) : text)
        let key = foldedName(word)
        guard !key.isEmpty, word.count <= Self.mostCharacters, word.allSatisfy(Self.mayContain),
            word.contains(where: { $0.isLetter || $0.isNumber })
        else { return nil }
        self.text = word
        self.key = key
    }

    /// The tag that a text comes nearest to, such as `book-club` for “Book club”; `nil` when nothing of it may stand.
    public init?(nearestTo text: String) {
        let words = composed(text).split { !Self.mayContain($0) }
        guard let tag = Tag(words.joined(separator: "-")) else { return nil }
        self = tag
    }

    private static func mayContain(_ character: Character) -> Bool {
        // Of a letter with marks all count; what only changes how text is shown is no part of a word.
        guard character.unicodeScalars.allSatisfy({ !$0.properties.isDefaultIgnorableCodePoint }) else {
            return false
        }
        return character.isLetter || character.isNumber || character == "-" || character == "_"
    }

    /// Whether two tags are the same word.
    public static func == (left: Self, right: Self) -> Bool { left.key == right.key }

    /// Feeds the word as it is compared.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// Same as ``text``.
    public var description: String { text }
}

extension Person {
    /// Whether the person has a tag.
    public func has(_ tag: Tag) -> Bool { tags.contains { Tag($0) == tag } }
}

extension ReferralNetwork {
    /// What to say about a tag that no one has: the nearest one, and the tags in use.
    /// - Complexity: O(people + tags).
    public func noOneIsTagged(_ tag: Tag) -> String {
        let counts = tagCounts
        guard !counts.isEmpty else {
            return "no one is tagged “\(tag)”, nor anything else; `rebound tag PERSON \(tag)` tags someone"
        }
        let near = nearestSpelling(to: tag.text, among: counts.map(\.tag.text))
        let shown = counts.prefix(12).map { "\($0.tag) (\($0.people))" }.joined(separator: ", ")
        return "no one is tagged “\(tag)”" + (near.map { "; did you mean \($0)?" } ?? ".")
            + " Your tags: \(shown)"
            + (counts.count > 12 ? " and \(counts.count - 12) more; see `rebound tag`" : "")
    }

    /// The tags in use, the commonest first and then by spelling, each with how many people have it.
    /// - Complexity: O(people + tags log tags).
    public var tagCounts: [(tag: Tag, people: Int)] {
        var counts: [Tag: Int] = [:]
        // Of several spellings the first in the order of the network is shown.
        var tags: [Tag] = []
        for person in people {
            for tag in person.tags.compactMap({ Tag($0) }).uniqued() {
                if counts[tag] == nil { tags.append(tag) }
                counts[tag, default: 0] += 1
            }
        }
        let uses = tags.map { (tag: $0, people: counts[$0] ?? 0) }
        return uses.sorted { left, right in
            left.people != right.people
                ? left.people > right.people : foldedName(left.tag.text) < foldedName(right.tag.text)
        }
    }
}

public import ReferralGraph

/// What a user types to name a person: an id, a name, or a part of a name.
///
/// Accents, letter case, width and the kind of apostrophe do not count, because keyboards differ.
public struct PersonQuery: Sendable {
    private let text: String

    /// Makes a query.
    public init(_ text: String) { self.text = text }

    /// What a query finds.
    public enum Match: Equatable, Sendable {
        /// Exactly one person.
        case one(PersonID)
        /// More than one, in the order of the network.
        case several([Person])
        /// Nobody; the nearest name, where one is near.
        case none(suggestion: String?)
    }

    /// Looks for the person: by id, by whole name, by words that begin a part of the name, then by any part of the
    /// name; the first of these ways that finds anybody decides.
    /// - Complexity: O(people).
    public func match(in network: ReferralNetwork) -> Match {
        let wanted = foldedName(text)
        let words = parts(of: wanted)
        guard !words.isEmpty else { return .none(suggestion: nil) }
        let names = network.people.map { foldedName($0.name) }
        let ways: [(Person, _ name: String) -> Bool] = [
            { person, _ in person.id.text == text },
            { person, _ in foldedName(person.id.text) == wanted },
            { _, name in name == wanted },
            { _, name in
                let parts = parts(of: name)
                return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
            },
            { _, name in name.contains(wanted) },
        ]
        for way in ways {
            let found = zip(network.people, names).filter(way).map(\.0)
            if found.count == 1 { return .one(found[0].id) }
            if found.count > 1 { return .several(found) }
        }
        let candidates = network.people.flatMap {
            [$0.name, $0.id.text] + $0.name.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        return .none(suggestion: nearestSpelling(to: text, among: candidates))
    }
}

private func parts(of name: String) -> [Substring] { name.split { $0.isWhitespace || $0 == "-" } }

public import ReferralGraph

/// What a user types to name a person: an id, a name, or a part of a name.
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

    /// Looks for the person: by id, then by whole name, then by words that begin a part of the name; the first of
    /// these ways that finds anybody decides.
    /// - Complexity: O(people).
    public func match(in network: ReferralNetwork) -> Match {
        let wanted = text.lowercased()
        let words = wanted.split(separator: " ")
        let ways: [(Person) -> Bool] = [
            { $0.id.text == text },
            { $0.name.lowercased() == wanted },
            { person in
                let parts = person.name.lowercased().split { $0 == " " || $0 == "-" }
                return !words.isEmpty && words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
            },
        ]
        for way in ways {
            let found = network.people.filter(way)
            if found.count == 1 { return .one(found[0].id) }
            if found.count > 1 { return .several(found) }
        }
        let names = network.people.flatMap {
            [$0.name, $0.id.text] + $0.name.split(separator: " ").map(String.init)
        }
        return .none(suggestion: nearestSpelling(to: text, among: names))
    }
}

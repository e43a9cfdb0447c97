public import ReferralGraph

/// What a user types to name a person: an id, a name, or a part of a name.
///
/// Accents, letter case, width and the kind of apostrophe do not count, because keyboards differ.
public struct PersonQuery: Sendable {
    private let text: String

    /// Makes a query.
    public init(_ text: String) { self.text = text }

    /// What a query finds.
    public typealias Match = NameMatch<Person>

    /// Looks for the person: by id, by whole name, by words that begin a part of the name, then by any part of the
    /// name; the first of these ways that finds anybody decides.
    /// - Complexity: O(people).
    public func match(in network: ReferralNetwork) -> Match { match(in: network, looseness: .anyPart) }

    func match(in network: ReferralNetwork, looseness: NameLooseness) -> Match {
        NameMatcher(candidates: network.people.map { .init(entity: $0, id: $0.id, names: [$0.name]) })
            .match(text, looseness: looseness)
    }
}

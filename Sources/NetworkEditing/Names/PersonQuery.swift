public import ReferralGraph

/// What a user types to name a person: an id, a name or another name of theirs, or words that begin words of these.
///
/// Accents, letter case, width and the kind of apostrophe do not count, because keyboards differ; nor do spaces between
/// Han, Kana and Hangul.
public struct PersonQuery: Sendable {
    private let text: String

    /// Makes a query.
    public init(_ text: String) { self.text = text }

    /// What a query finds.
    public typealias Match = NameMatch<Person>

    /// Looks for the person: by id, by whole name, by a whole other name, by whole words, then by beginnings of words; the
    /// first of these ways that finds anyone decides.
    /// - Parameter suggests: Whether to look for the nearest spelling where no one is found.
    /// - Complexity: O(people).
    public func match(
        in network: ReferralNetwork, looseness: NameLooseness = .words, suggests: Bool = true
    ) -> Match {
        // Nothing goes before an id, and most names come from lists that show them.
        if let person = network.people.first(where: { $0.id.text == text }) { return .one(person.id) }
        return NameMatcher(
            candidates: network.people.map { .init(entity: $0, id: $0.id, names: [$0.name] + $0.otherNames) }
        ).match(text, looseness: looseness, suggests: suggests)
    }
}

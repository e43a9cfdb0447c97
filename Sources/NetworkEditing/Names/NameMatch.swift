public import ReferralGraph

/// What a query finds among the entities of one kind.
public enum NameMatch<Entity: Equatable & Sendable>: Equatable, Sendable {
    /// Exactly one.
    case one(Identifier<Entity>)
    /// More than one, in the order of the network.
    case several([Entity])
    /// None; the nearest name, where one is near.
    case none(suggestion: String?)
}

/// How much of a name a query may leave out.
enum NameLooseness: Int, Comparable {
    /// The id or the whole name.
    case whole
    /// Words that begin words of the name, too.
    case words
    /// Any part of the name, too.
    case anyPart

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Looks for what a user typed among entities that have an id and names.
///
/// Accents, letter case, width and the kind of apostrophe do not count, because keyboards differ.
struct NameMatcher<Entity: Equatable & Sendable> {
    /// Somebody or something that can be found.
    struct Candidate {
        var entity: Entity
        var id: Identifier<Entity>
        /// The proper name, then what else it may be found by.
        var names: [String]
    }

    var candidates: [Candidate]

    /// Looks by id, by whole name, by words that begin words of the names, then by any part of a name; the first of
    /// these ways that finds anything decides.
    /// - Complexity: O(candidates).
    func match(_ text: String, looseness: NameLooseness = .anyPart) -> NameMatch<Entity> {
        let wanted = foldedName(text)
        let words = nameParts(of: wanted)
        guard !words.isEmpty else { return .none(suggestion: nil) }
        let folded = candidates.map { $0.names.map(foldedName) }
        let ways: [(NameLooseness, (Candidate, _ names: [String]) -> Bool)] = [
            (.whole, { candidate, _ in candidate.id.text == text }),
            (.whole, { candidate, _ in foldedName(candidate.id.text) == wanted }),
            (.whole, { _, names in names.contains(wanted) }),
            (
                .words,
                { _, names in
                    let parts = names.flatMap(nameParts)
                    return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
                }
            ),
            (.anyPart, { _, names in names.contains { $0.contains(wanted) } }),
        ]
        for (needed, way) in ways where needed <= looseness {
            let found = zip(candidates, folded).filter(way).map(\.0)
            if found.count == 1 { return .one(found[0].id) }
            if found.count > 1 { return .several(found.map(\.entity)) }
        }
        let spellings = candidates.flatMap { candidate in
            [candidate.names[0], candidate.id.text]
                + candidate.names[0].split(whereSeparator: \.isWhitespace).map(String.init)
        }
        return .none(suggestion: nearestSpelling(to: text, among: spellings))
    }
}

/// The words of a folded name; a hyphen parts them, too.
func nameParts(of name: String) -> [Substring] { name.split { $0.isWhitespace || $0 == "-" } }

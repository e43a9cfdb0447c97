import ReferralGraph

/// Where cards stand across the drawing, and how wide each column is.
///
/// A hop is a column. Only those with nothing but a connection stand three in a row behind one
/// line, lest forty of them make a picture forty cards high.
struct Columns {
    private static let cardsInARow = 3

    /// For a card without a line of its own, the one to the left in its row.
    private(set) var leftNeighbors: [PersonID: PersonID] = [:]
    private var numbers: [PersonID: Int]
    private var widths: [Int: Int] = [:]

    /// - Complexity: O(cards log cards + links).
    init(of scene: NetworkScene, theme: Theme) {
        numbers = scene.links.hops
        let tails = Set(scene.links.compactMap(\.from))
        let connections = Set(
            scene.links.filter { $0.isBareConnection && !tails.contains($0.to) }.map(\.to))
        for cards in scene.lanes.map(\.cards) + [scene.looseCards] {
            // Who to contact first comes first, at the line.
            let bare = cards.filter { connections.contains($0.person) }.enumerated()
                .sorted { ($0.element.rank ?? .max, $0.offset) < ($1.element.rank ?? .max, $1.offset) }
                .map(\.element.person)
            for (position, person) in bare.enumerated() where position % Self.cardsInARow > 0 {
                leftNeighbors[person] = bare[position - 1]
                numbers[person] = number(of: bare[position - 1]) + 1
            }
        }
        for card in scene.cards {
            let column = number(of: card.person)
            widths[column] = max(width(ofColumn: column), PersonCard(theme: theme).width(for: card))
        }
    }

    /// The number of a person's column; the seeker's is 0, and no one else stands there.
    func number(of person: PersonID) -> Int { numbers[person, default: 1] }

    /// How wide the cards of a column are, in points.
    func width(ofColumn number: Int) -> Int { widths[number, default: PersonCard.narrowest] }
}

extension NetworkScene.Link {
    fileprivate var isBareConnection: Bool { kind == .contact && from == nil && label.isEmpty }
}

public import ReferralAnalysis
public import ReferralGraph

/// A network as an indented list: how the seeker came to each person, for terminals and for whoever cannot see the
/// picture.
public struct NetworkOutline: Sendable, Equatable {
    /// What to call it.
    public var title: String
    /// Sentences below the title.
    public var subtitles: [String]
    /// Everybody shown, depth first: each after the one who led there.
    public var entries: [Entry]

    /// One person in it.
    public struct Entry: Sendable, Equatable {
        /// Who.
        public var person: PersonID
        /// The name.
        public var name: String
        /// The title they have.
        public var title: String?
        /// The company they work for.
        public var company: String?
        /// The glyph of how things stand: ✕, …, ✓, or → for what is to be done; empty for nothing to say.
        public var mark: String
        /// How things stand, or what is to be done, in words.
        public var note: String?
        /// How the seeker came to them, such as `referral 5 Mar`.
        public var way: String
        /// The rank in the call list, if it is shown.
        public var rank: Int?
        /// Whether they are a warm contact.
        public var isStar: Bool
        /// For each level from the outermost, whether the entry there is the last of its siblings; at least one.
        public var isLast: [Bool]
    }

    /// Outlines an analysed network.
    /// - Parameters:
    ///   - analysis: Whose ranks and findings are told.
    ///   - title: What to call it.
    ///   - options: What may be left out; the colours do not matter.
    /// - Complexity: O(people log people).
    public init(of analysis: NetworkAnalysis, title: String, options: DrawingOptions = DrawingOptions()) {
        self.init(SceneBuilder(analysis, options: options).scene(title: title))
    }

    init(_ scene: NetworkScene) {
        title = scene.title
        subtitles = scene.subtitles
        entries = []
        var companies: [PersonID: String] = [:]
        for lane in scene.lanes where lane.company != nil {
            for card in lane.cards { companies[card.person] = lane.name }
        }
        let cards = scene.cards
        let links = scene.links.keyed(by: \.to)
        var followers: [PersonID?: [NetworkScene.Card]] = [:]
        for card in cards { followers[links[card.person]?.from, default: []].append(card) }
        var sizes: [PersonID: Int] = [:]
        for card in cards {
            var above = links[card.person]?.from
            while let person = above {
                sizes[person, default: 0] += 1
                above = links[person]?.from
            }
        }
        /// Long chains come first, then who to contact first, then as the picture has them.
        func sorted(_ cards: [NetworkScene.Card]) -> [NetworkScene.Card] {
            cards.enumerated().sorted { left, right in
                let a = (-sizes[left.element.person, default: 0], left.element.rank ?? .max, left.offset)
                let b = (-sizes[right.element.person, default: 0], right.element.rank ?? .max, right.offset)
                return a < b
            }.map(\.element)
        }
        var open = followers[nil].map { [(cards: sorted($0)[...], isLast: [Bool]())] } ?? []
        while let level = open.last {
            guard let card = level.cards.first else {
                open.removeLast()
                continue
            }
            open[open.count - 1].cards = level.cards.dropFirst()
            let isLast = level.isLast + [level.cards.count == 1]
            entries.append(
                Entry(
                    card, company: companies[card.person], way: links[card.person], isLast: isLast))
            if let next = followers[card.person] { open.append((sorted(next)[...], isLast)) }
        }
    }
}

extension NetworkOutline.Entry {
    fileprivate init(
        _ card: NetworkScene.Card, company: String?, way: NetworkScene.Link?, isLast: [Bool]
    ) {
        person = card.person
        name = card.name
        title = card.title
        self.company = company
        mark = card.note == nil ? "" : card.standing.mark
        note = card.note
        self.way =
            way.map { $0.kind == .suggested ? "not in touch yet" : $0.label.joined(separator: " ") } ?? ""
        rank = card.rank
        isStar = card.isStar
        self.isLast = isLast
    }
}

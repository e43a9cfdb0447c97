import Graphviz
import ReferralGraph

/// What a picture of a network shows, before anything is known of how it is drawn.
struct NetworkScene: Equatable {
    var title: String
    /// Sentences below the title.
    var subtitles: [String]
    /// Companies, top to bottom.
    var lanes: [Lane]
    /// People outside every lane.
    var looseCards: [Card]
    var links: [Link]

    /// A company, or several with one person each, and the people of it who are shown.
    struct Lane: Equatable {
        /// The company's identifier; `nil` for the lane that gathers several companies.
        var company: CompanyID?
        var name: String
        /// A few words about it.
        var caption: String
        var cards: [Card]
        /// How many more people of the company the picture leaves out; the caption says so.
        var foldedCount: Int
    }

    /// A person.
    struct Card: Equatable {
        var person: PersonID
        var name: String
        var title: String?
        /// Further short lines.
        var facts: [String] = []
        var standing: Standing
        /// What to say about the standing, or what to do next.
        var note: String?
        var rank: Int?
        var isStar: Bool
        var tooltip: String
        var link: String?
    }

    /// What happened between the seeker and a person, as far as a picture can say it.
    enum Standing: String, Equatable {
        case plain, rejected, stalled, offer
        /// Came in, or spoke, since the day a picture of changes looks back to.
        case new, warmer

        /// The glyph that says the same as the colour.
        var mark: String {
            switch self {
            case .plain: "→"
            case .rejected: "✕"
            case .stalled: "…"
            case .offer: "✓"
            case .new: "+"
            case .warmer: "▲"
            }
        }
    }

    /// A line into a person's card.
    struct Link: Equatable {
        /// Who it comes from; `nil` for the seeker.
        var from: PersonID?
        var to: PersonID
        var kind: Kind
        /// One or two short lines.
        var label: [String]
        var tooltip: String

        enum Kind: String, Equatable {
            /// In touch, nothing more.
            case contact
            /// An interview that ended with a no.
            case interview
            case referral
            case stalled
            case offer
            /// A stranger the one at the tail could introduce.
            case suggested
        }
    }

    var cards: [Card] { lanes.flatMap(\.cards) + looseCards }
}

extension [NetworkScene.Link] {
    /// How many links lead from the seeker to each person at the end of one; a tail to which none leads is one
    /// away.
    ///
    /// - Precondition: The links form a forest.
    /// - Complexity: O(links).
    var hops: [PersonID: Int] {
        let links = keyed(by: \.to)
        var hops: [PersonID: Int] = [:]
        for link in self {
            var chain = [link]
            while let last = chain.last, let from = last.from, hops[from] == nil, let previous = links[from] {
                chain.append(previous)
            }
            for link in chain.reversed() { hops[link.to] = (link.from.map { hops[$0, default: 1] } ?? 0) + 1 }
        }
        return hops
    }
}

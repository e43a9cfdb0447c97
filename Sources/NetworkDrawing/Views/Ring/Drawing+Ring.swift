import ReferralAnalysis
import ReferralGraph

extension Drawing {
    /// The seeker in the middle, closeness as rings, companies as sectors.
    init(ringOf analysis: NetworkAnalysis, title: String, options: DrawingOptions) {
        let view = RingView(analysis, title: title, options: options)
        let ring = RingGraph(view.layout, scene: view.scene, theme: options.theme)
        let folded = analysis.network.people.count - 1 - view.scene.cards.count
        // Whoever asked for everybody is not to be told to ask for everybody.
        let isFull = folded > 0 && options.everybodyUpTo > RingView.mostPeople
        self.init(
            graph: ring.graph, identifiers: ring.identifiers, foldedCount: folded,
            notice: isFull
                ? "rings hold \(RingView.mostPeople) names; \(folded) people are not in the picture" : nil)
    }
}

/// What a ring picture shows, and where.
struct RingView {
    let scene: NetworkScene
    let layout: RingLayout

    /// More names than that stand too far from the middle.
    static let mostPeople = 400

    /// - Complexity: O(people log people + referrals).
    init(_ analysis: NetworkAnalysis, title: String, options: DrawingOptions) {
        var options = options
        options.lanesAtMost = .max
        if options.everybodyUpTo > Self.mostPeople {
            options.everybodyUpTo = Self.mostPeople
            options.narrowsTo = Self.mostPeople
        }
        options.narrowsTo = min(options.narrowsTo, Self.mostPeople)
        var scene = SceneBuilder(analysis, options: options).scene(title: title)
        scene.links.removeAll { $0.from == nil }
        let rings = Self.rings(of: scene, in: analysis)
        let counts = Closeness.allCases.map { ring in (ring, rings.values.count { $0 == ring }) }
            .filter { $0.1 > 0 }.map { $0.0.sentence($0.1) }
        scene.subtitles.append(
            counts.isEmpty
                ? "No one is recorded yet."
                : "From the middle out: \(counts.joined(separator: ", ")).")
        self.scene = scene
        layout = RingLayout(scene, rings: rings)
    }

    /// The ring of everybody in a scene.
    static func rings(of scene: NetworkScene, in analysis: NetworkAnalysis) -> [PersonID: Closeness] {
        let introduced = Set(scene.links.filter { $0.from != nil }.map(\.to))
        return scene.cards.keyed(by: \.person) { card in
            Closeness(of: card.person, in: analysis, hasIntroducer: introduced.contains(card.person))
        }
    }
}

import ReferralAnalysis
import ReferralGraph

extension Drawing {
    /// More names than that stand nowhere near the circle.
    private static let mostInRings = 400

    /// The seeker in the middle, closeness as rings, companies as sectors.
    init(ringOf analysis: NetworkAnalysis, title: String, options: DrawingOptions) {
        var options = options
        options.lanesAtMost = .max
        options.everybodyUpTo = min(options.everybodyUpTo, Self.mostInRings)
        options.narrowsTo = min(options.narrowsTo, Self.mostInRings)
        var scene = SceneBuilder(analysis, options: options).scene(title: title)
        scene.links.removeAll { $0.from == nil }
        let introduced = Set(scene.links.map(\.to))
        let rings = Dictionary(
            scene.cards.map { card in
                (
                    card.person,
                    Closeness(of: card.person, in: analysis, hasIntroducer: introduced.contains(card.person))
                )
            }, uniquingKeysWith: { first, _ in first })
        let counts = Closeness.allCases.map { ring in (ring, rings.values.count { $0 == ring }) }
            .filter { $0.1 > 0 }
        scene.subtitles.append(
            counts.isEmpty
                ? "Nobody is recorded yet."
                : "From the middle outwards: " + counts.map { $0.0.sentence($0.1) }.joined(separator: ", ") + ".")
        let ring = RingGraph(
            RingLayout(scene, rings: rings), scene: scene, theme: options.theme)
        self.init(
            graph: ring.graph, identifiers: ring.identifiers,
            foldedCount: analysis.network.people.count - 1 - scene.cards.count)
    }
}

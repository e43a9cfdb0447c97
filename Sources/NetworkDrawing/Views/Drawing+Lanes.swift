import ReferralAnalysis
import ReferralGraph

extension Drawing {
    /// Companies as swimlanes, hops from the seeker as columns.
    init(lanesOf analysis: NetworkAnalysis, title: String, options: DrawingOptions) {
        self.init(
            SceneBuilder(analysis, options: options).scene(title: title), of: analysis, options: options)
    }

    /// A scene as swimlanes.
    init(_ scene: NetworkScene, of analysis: NetworkAnalysis, options: DrawingOptions) {
        let lanes = LanesGraph(scene, theme: options.theme)
        self.init(
            graph: lanes.graph, identifiers: lanes.identifiers,
            foldedCount: analysis.network.people.count - 1 - scene.cards.count, scope: options.scope)
    }
}

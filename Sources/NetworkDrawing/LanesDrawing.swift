public import Graphviz
public import ReferralAnalysis
public import ReferralGraph

/// A network as swimlanes: companies as lanes, hops from the seeker as columns.
public struct LanesDrawing: Sendable {
    /// What to render.
    public let graph: DotGraph
    /// The `id` each shown person has in the SVG.
    public let identifiers: [PersonID: SVGIdentifier]
    /// How many people the picture leaves out.
    public let foldedCount: Int

    /// What to tell the user about a picture that leaves people out; `nil` when everybody is in it.
    public var notice: String? {
        foldedCount == 0
            ? nil
            : "narrowed to \(identifiers.count) of \(identifiers.count + foldedCount) people, "
                + "those who matter most now; --all draws everybody"
    }

    /// Draws an analysed network.
    /// - Parameters:
    ///   - analysis: Whose ranks become badges and whose findings become marks.
    ///   - title: What to call the picture.
    ///   - options: What may be left out.
    /// - Complexity: O(people log people).
    public init(of analysis: NetworkAnalysis, title: String, options: DrawingOptions = DrawingOptions()) {
        let scene = SceneBuilder(analysis, options: options).scene(title: title)
        let lanes = LanesGraph(scene)
        graph = lanes.graph
        identifiers = lanes.identifiers
        foldedCount = analysis.network.people.count - 1 - scene.cards.count
    }
}

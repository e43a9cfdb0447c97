public import Graphviz
public import ReferralAnalysis
public import ReferralGraph

/// A picture of an analysed network, to be rendered.
public struct Drawing: Sendable {
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
    ///   - view: The question that the picture answers.
    ///   - title: What to call the picture.
    ///   - options: Colours, and what may be left out.
    /// - Throws: ``DrawingError`` when there is nothing that would answer the question; never for
    ///   ``DrawingView/automatic`` and ``DrawingView/lanes``.
    /// - Complexity: O(people log people).
    public init(
        of analysis: NetworkAnalysis, as view: DrawingView = .automatic, title: String,
        options: DrawingOptions = DrawingOptions()
    ) throws(DrawingError) {
        switch view {
        case .automatic, .lanes: self.init(lanesOf: analysis, title: title, options: options)
        case .path(let goal): try self.init(pathOf: analysis, to: goal, title: title, options: options)
        case .company(let company):
            try self.init(company: company, of: analysis, title: title, options: options)
        case .chain(let person):
            try self.init(chainOf: analysis, from: person, title: title, options: options)
        }
    }

    init(graph: DotGraph, identifiers: [PersonID: SVGIdentifier], foldedCount: Int) {
        self.graph = graph
        self.identifiers = identifiers
        self.foldedCount = foldedCount
    }
}

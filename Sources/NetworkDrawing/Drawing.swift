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

    /// What to tell the user about a picture that leaves people out unasked; `nil` when it does not.
    public let notice: String?

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
        case .automatic:
            let isMap = options.scope == .everybody && analysis.network.people.count > options.mapAbove
            try self.init(of: analysis, as: isMap ? .map : .lanes, title: title, options: options)
        case .lanes: self.init(lanesOf: analysis, title: title, options: options)
        case .path(let goal): try self.init(pathOf: analysis, to: goal, title: title, options: options)
        case .company(let company):
            try self.init(company: company, of: analysis, title: title, options: options)
        case .chain(let person):
            try self.init(chainOf: analysis, from: person, title: title, options: options)
        case .ring: self.init(ringOf: analysis, title: title, options: options)
        case .timeline: self.init(timelineOf: analysis, title: title, options: options)
        case .map: self.init(mapOf: analysis, title: title, options: options)
        case .changes(let changes):
            self.init(changes: changes, of: analysis, title: title, options: options)
        }
    }

    /// - Parameters:
    ///   - scope: Who the picture is about. Only where that is everybody are people left out unasked.
    ///   - notice: What to tell the user, where the usual words on people who are left out do not fit.
    init(
        graph: DotGraph, identifiers: [PersonID: SVGIdentifier], foldedCount: Int,
        scope: DrawingOptions.Scope = .everybody, notice: String? = nil
    ) {
        let narrowed =
            "narrowed to \(identifiers.count) of \(identifiers.count + foldedCount) people, "
            + "the ones who matter most now; --all draws everyone"
        self.notice = notice ?? (foldedCount == 0 || scope != .everybody ? nil : narrowed)
        self.graph = graph
        self.identifiers = identifiers
        self.foldedCount = foldedCount
    }
}

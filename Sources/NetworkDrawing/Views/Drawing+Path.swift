import ReferralAnalysis
import ReferralGraph

extension Drawing {
    /// The likeliest introductions that lead to someone, left to right, with their odds.
    /// - Throws: ``DrawingError/noWay(to:reason:nearest:)``, ``DrawingError/noSuchDestination``.
    init(
        pathOf analysis: NetworkAnalysis, to destination: DrawingView.Destination, title: String,
        options: DrawingOptions
    ) throws(DrawingError) {
        let found =
            switch destination {
            case .person(let person): analysis.introductionPaths(to: person)
            case .company(let company): analysis.introductionPaths(to: company)
            }
        guard let report = found else { throw .noSuchDestination }
        guard !report.paths.isEmpty else {
            throw .noWay(
                to: report.name,
                reason: report.obstacle
                    ?? "no chain of \(report.maximumHops) introductions or fewer leads there",
                nearest: report.nearest.map { "\($0.name) (\($0.why))" })
        }
        let scene = PathSceneBuilder(analysis, report: report).scene(title: title)
        let drawn = PathGraph(scene, theme: options.theme)
        self.init(graph: drawn.graph, identifiers: drawn.identifiers, foldedCount: 0)
    }
}

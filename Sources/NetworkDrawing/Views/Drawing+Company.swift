import ReferralAnalysis
import ReferralGraph

extension Drawing {
    /// One employer's people by department and reporting line, and who is reached.
    /// - Throws: ``DrawingError/noSuchCompany``, ``DrawingError/nobodyAt(company:)``.
    init(
        company: CompanyID, of analysis: NetworkAnalysis, title: String, options: DrawingOptions
    ) throws(DrawingError) {
        guard let profile = analysis.profile(of: company) else { throw .noSuchCompany }
        guard !profile.people.isEmpty else { throw .nobodyAt(company: profile.name) }
        let scene = CompanySceneBuilder(analysis, of: profile, options: options).scene(title: title)
        let drawn = CompanyGraph(scene, theme: options.theme)
        self.init(
            graph: drawn.graph, identifiers: drawn.identifiers,
            foldedCount: scene.lanes.reduce(0) { $0 + $1.folded.count })
    }
}

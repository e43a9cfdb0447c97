import ReferralAnalysis
import ReferralGraph

extension Drawing {
    /// Companies as regions, people as dots.
    init(mapOf analysis: NetworkAnalysis, title: String, options: DrawingOptions) {
        let scene = MapScene(analysis, options: options)
        let map = MapGraph(
            scene, title: title, subtitles: Self.subtitles(of: scene, analysis), theme: options.theme)
        self.init(graph: map.graph, identifiers: map.identifiers, foldedCount: 0)
    }

    private static func subtitles(of scene: MapScene, _ analysis: NetworkAnalysis) -> [String] {
        var lines = [analysis.network.summary].compactMap(\.self)
        let people = scene.regions.flatMap(\.people)
        guard !people.isEmpty else { return lines + ["No one is recorded yet."] }
        let companies = scene.regions.count { $0.id.hasPrefix("c_") } + scene.gatheredCount
        var line =
            "\(counted(people.count, "person", "people")) at \(counted(companies, "company", "companies")), "
            + "\(people.count { $0.isReached }) of them in touch with you"
        let unreached = scene.regions.filter { $0.reachedCount == 0 && $0.id.hasPrefix("c_") }
        if let first = unreached.first {
            line +=
                "; no one at \(unreached.count == 1 ? first.name : "\(unreached.count) of the companies, the largest of them \(first.name)")"
        }
        lines.append(line + ".")
        let next = people.filter { $0.rank != nil }.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
        if !next.isEmpty {
            lines.append(
                "Next: " + next.map { "\($0.rank ?? 0) \($0.name)" }.joined(separator: ", ") + ".")
        }
        let unnamed = MapLayout(scene).areas.count { $0.label == nil }
        if unnamed > 0 {
            lines.append(
                "\(counted(unnamed, "company is", "companies are")) too small for a name; it appears when you point there."
            )
        }
        if scene.links.count > MapGraph.mostLinks {
            lines.append(
                "Of \(scene.links.count) pairs of regions whose people know each other, the "
                    + "\(MapGraph.mostLinks) with the most ties have a line.")
        }
        return lines
    }
}

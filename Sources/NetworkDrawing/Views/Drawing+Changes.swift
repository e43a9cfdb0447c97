import ReferralAnalysis
import ReferralGraph

extension Drawing {
    /// The people something has changed with, as swimlanes, each with what it was.
    init(
        changes: NetworkChanges, of analysis: NetworkAnalysis, title: String, options: DrawingOptions
    ) {
        var options = options
        if options.scope == .everybody { options.scope = .people(Set(changes.changes.map(\.person))) }
        let builder = SceneBuilder(analysis, options: options, changes: changes)
        var scene = builder.scene(title: changes.headline(relativeTo: analysis.asOf.day))
        scene.subtitles.insert(title, at: 0)
        self.init(scene, of: analysis, options: options)
    }
}

extension NetworkChanges {
    /// What has changed, in one line.
    func headline(relativeTo today: CalendarDay) -> String {
        let parts = [
            (count(of: .offer), "offer", "offers"), (count(of: .new), "new", "new"),
            (count(of: .warmer), "warmer", "warmer"), (count(of: .stalled), "stalled", "stalled"),
            (count(of: .rejected), "no", "noes"),
        ].filter { $0.0 > 0 }.map { counted($0.0, $0.1, $0.2) }
        let day = since.words(relativeTo: today)
        return parts.isEmpty
            ? "Nothing has changed since \(day)" : "Since \(day): \(parts.joined(separator: ", "))"
    }
}

import ReferralAnalysis
import ReferralGraph

extension Drawing {
    /// What happened when, a lane a thread.
    init(timelineOf analysis: NetworkAnalysis, title: String, options: DrawingOptions) {
        let scene = TimelineBuilder(analysis, options: options).scene(title: title)
        let timeline = TimelineGraph(scene, theme: options.theme)
        self.init(
            graph: timeline.graph, identifiers: timeline.identifiers, foldedCount: 0,
            notice: scene.folded.map { "\($0), which --all draws too" })
    }
}

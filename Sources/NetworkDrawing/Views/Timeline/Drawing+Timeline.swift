import ReferralAnalysis
import ReferralGraph

extension Drawing {
    init(timelineOf analysis: NetworkAnalysis, title: String, options: DrawingOptions) {
        self.init(lanesOf: analysis, title: title, options: options)
    }
}

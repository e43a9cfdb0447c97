import ReferralAnalysis
import ReferralGraph

extension Drawing {
    init(mapOf analysis: NetworkAnalysis, title: String, options: DrawingOptions) {
        self.init(lanesOf: analysis, title: title, options: options)
    }
}

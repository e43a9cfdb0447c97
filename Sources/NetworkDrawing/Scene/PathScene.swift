import ReferralAnalysis
import ReferralGraph

/// What a picture of introduction paths shows: one row a way, the likeliest on top.
struct PathScene: Equatable {
    var title: String
    var subtitles: [String]
    var ways: [Way]

    /// One way from the seeker to someone.
    struct Way: Equatable {
        /// The hops, from the seeker on; at least one.
        var hops: [Hop]
        /// The position of the hop likeliest to fail; `nil` where there is only one.
        var weakestHop: Int?
        /// What all hops come to.
        var odds: Likelihood
    }

    /// From one person to the next.
    struct Hop: Equatable {
        var from: PersonID?
        var card: NetworkScene.Card
        var odds: Likelihood
        /// What has to happen: `answers`, `introduces you`.
        var verb: String
        /// How the two know each other.
        var evidence: String
    }
}

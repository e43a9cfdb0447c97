import ReferralGraph

/// What a picture of one employer shows: its people by department and reporting line, and who is reached.
struct CompanyScene: Equatable {
    var title: String
    var subtitles: [String]
    /// Those who lead several departments, the highest first.
    var leaders: [Entry]
    /// The departments, by name.
    var lanes: [Lane]

    /// A department.
    struct Lane: Equatable {
        var name: String
        var caption: String
        var isReached: Bool
        /// Each boss before their reports.
        var entries: [Entry]
        /// The names of those left out.
        var folded: [String]
    }

    /// Someone who works there.
    struct Entry: Equatable {
        var card: NetworkScene.Card
        /// Whether the seeker is in touch with them.
        var isReached: Bool
        /// How many bosses stand above them in the lane.
        var depth = 0
        /// Whether the line to the boss above, or to the leaders, was read off titles; `nil` without a line.
        var isLineInferred: Bool?
        /// The one outside who could introduce the seeker.
        var introducer: NetworkScene.Card?
    }

    var entries: [Entry] { leaders + lanes.flatMap(\.entries) }
}

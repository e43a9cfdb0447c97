import ReferralAnalysis
import ReferralGraph

/// What a timeline shows, before anything is known of how it is drawn.
struct TimelineScene: Equatable {
    var title: String
    /// Sentences below the title.
    var subtitles: [String]
    /// Those that wait for someone first, then live ones, then closed ones.
    var lanes: [Lane]
    /// The note on threads that are left out; `nil` when there are none.
    var folded: String?
    /// How many threads there are of each standing, those left out included.
    var counts: [Standing: Int]
    /// The first and the last day of the axis; the last is today.
    var days: ClosedRange<CalendarDay>

    /// A thread: an opportunity, or what was said with one person beside all opportunities.
    struct Lane: Equatable {
        var id: String
        var title: String
        var caption: String
        var standing: Standing
        /// Who takes part.
        var people: [PersonID]
        /// In time order, those of the axis only.
        var marks: [Mark]
        /// How many marks lie before the axis.
        var earlierCount: Int
        /// The day of the last word; `nil` when nothing has happened.
        var lastDay: CalendarDay?
        var next: Next?
        var tooltip: String
    }

    /// Where a thread stands.
    enum Standing: String, CaseIterable {
        case stalled, live, closed

        /// The heading of the lanes.
        var words: String {
            switch self {
            case .stalled: "Waiting for a reply"
            case .live: "Live"
            case .closed: "Closed or quiet"
            }
        }

        /// In the middle of a sentence.
        var adjective: String {
            switch self {
            case .stalled: "waiting"
            case .live: "live"
            case .closed: "closed or quiet"
            }
        }
    }

    /// Something that happened.
    struct Mark: Equatable {
        var day: CalendarDay
        var kind: Kind
        var tooltip: String
    }

    /// What happened.
    enum Kind: Hashable {
        case written(Interaction.Direction)
        case call(Interaction.Direction)
        case meeting
        case interview
        case rejection
        case offer
        /// Any other stage.
        case stage
        /// A name was given.
        case referral
    }

    /// What is to be done.
    struct Next: Equatable {
        var due: CalendarDay
        /// The step, as an imperative.
        var what: String
        /// By when, in words.
        var when: String
        var isOverdue: Bool
    }
}

public import ReferralAnalysis
public import ReferralGraph
import Reporting

/// What a batch run found in each of its networks.
public struct BatchSummary: Sendable, Equatable, Codable {
    /// The moment looked from.
    public var asOf: Timestamp
    /// What has changed since the last run of an earlier day; `nil` for the first one.
    public var trend: BatchTrend?
    /// One entry a network, who needs the coach most first, then by name; those that could not be read last.
    public var entries: [BatchEntry]

    /// Makes a summary.
    /// - Parameters:
    ///   - asOf: The moment looked from.
    ///   - entries: One a network, in any order.
    public init(asOf: Timestamp, entries: [BatchEntry]) {
        self.asOf = asOf
        self.entries = entries.sorted { left, right in
            switch (left.attention, right.attention) {
            case (let one?, let other?) where one.isMoreUrgent(than: other): true
            case (let one?, let other?) where other.isMoreUrgent(than: one): false
            case (_?, nil): true
            case (nil, _?): false
            default: left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
            }
        }
    }

    /// How many clients need the coach.
    public var attentionCount: Int { entries.count { $0.attention?.matters.isEmpty == false } }

    /// How many networks could not be read or analysed.
    public var failedCount: Int { entries.count { $0.failure != nil } }

    /// How many drawings were asked for and failed.
    public var undrawnCount: Int { entries.count(where: \.couldNotBeDrawn) }
}

/// What has changed over all clients since an earlier run.
public struct BatchTrend: Sendable, Equatable, Codable {
    /// The day of the earlier run.
    public var since: CalendarDay
    /// The change of those who were there then and are there now, added up.
    public var change: ClientAttention.Tally
    /// The names of networks that were not there, or could not be read, by name.
    public var added: [String]
    /// The names of networks that are gone, or can no longer be read, by name.
    public var removed: [String]

    /// Makes a trend.
    public init(since: CalendarDay, change: ClientAttention.Tally, added: [String], removed: [String]) {
        (self.since, self.change, self.added, self.removed) = (since, change, added, removed)
    }
}

/// What a batch run found in one network.
public struct BatchEntry: Sendable, Equatable, Codable {
    /// The name its files have in the output folder.
    public var name: String
    /// The file or folder it was read from, within the input folder.
    public var source: String
    /// The network's title, else its name.
    public var title: String
    /// The errors that kept it from being analysed, one a line; `nil` when it was.
    public var failure: [String]?
    /// Warnings about the input.
    public var warnings: [String]
    /// How large the network is.
    public var size: Size
    /// Who to contact first, at most three.
    public var first: [FirstContact]
    /// How many people the playbook says to contact now.
    public var dueCount: Int
    /// How many threads wait for someone, by who is to move.
    public var stalled: Stalled
    /// What needs the coach; `nil` when the network could not be read.
    public var attention: ClientAttention?
    /// What has changed since the earlier run; `nil` without one, or when the network is new. Only in the summary.
    public var change: ClientAttention.Tally?
    /// The drawing's file; `nil` when it failed, or none was asked for.
    public var drawing: String?
    /// What there is to know about the drawing, its failure included.
    public var drawingNotes: [String]

    /// How large a network is.
    public struct Size: Sendable, Equatable, Codable {
        /// The lengths of the network's lists; the seeker is one of the people.
        public var people, companies, opportunities, referrals, interactions: Int

        /// Measures a network.
        public init(_ network: ReferralNetwork) {
            people = network.people.count
            companies = network.companies.count
            opportunities = network.opportunities.count
            referrals = network.referrals.count
            interactions = network.interactions.count
        }

        /// Of nothing.
        public init() { (people, companies, opportunities, referrals, interactions) = (0, 0, 0, 0, 0) }
    }

    /// How many threads wait for someone.
    public struct Stalled: Sendable, Equatable, Codable {
        /// One count a kind.
        public var theyOwe, youOwe, promiseMissed, closed: Int

        /// Makes the counts.
        public init(theyOwe: Int = 0, youOwe: Int = 0, promiseMissed: Int = 0, closed: Int = 0) {
            self.theyOwe = theyOwe
            self.youOwe = youOwe
            self.promiseMissed = promiseMissed
            self.closed = closed
        }
    }

    /// One of the first rows of the call list.
    public struct FirstContact: Sendable, Equatable, Codable {
        /// The person's name.
        public var name: String
        /// What to do.
        public var what: String

        /// Makes a row.
        public init(name: String, what: String) {
            self.name = name
            self.what = what
        }
    }

    /// Whether a drawing was asked for and failed; its notes say why.
    public var couldNotBeDrawn: Bool { failure == nil && drawing == nil && !drawingNotes.isEmpty }

    /// Makes the entry of a network that could not be analysed; the other fields say nothing.
    public init(name: String, source: String, failure: [String]? = nil) {
        self.name = name
        self.source = source
        title = name
        self.failure = failure
        warnings = []
        size = Size()
        first = []
        dueCount = 0
        stalled = Stalled()
        drawing = nil
        drawingNotes = []
    }
}

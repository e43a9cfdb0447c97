public import ReferralGraph

/// What a batch run found in each of its networks.
public struct BatchSummary: Sendable, Equatable, Codable {
    /// The moment looked from.
    public var asOf: Timestamp
    /// One entry a network, by name.
    public var entries: [BatchEntry]

    /// Makes a summary.
    public init(asOf: Timestamp, entries: [BatchEntry]) {
        self.asOf = asOf
        self.entries = entries
    }

    /// How many networks could not be read or analysed.
    public var failedCount: Int { entries.count { $0.failure != nil } }
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
    /// The drawing's file; `nil` when it failed.
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

public import ReferralGraph

/// Where a network is thin: companies out of reach, people too much rests on, circles that say the same.
public struct NetworkGaps: Sendable, Equatable, Codable {
    /// Companies that the seeker wants and is in touch with no one at: by priority, then in the order of the network.
    public var unreached: [UnreachedCompany]
    /// Companies that the seeker wants and would lose with one person's silence, in the same order.
    public var singlePoints: [SinglePoint]
    /// How many companies are wanted: those with a priority, a live opportunity or a fresh opening.
    public var wantedCount: Int
    /// Contacts who all know one another, the largest circle first.
    public var clusters: [ContactCluster]
    /// Contacts who lead to people that no one else does, the most open first.
    public var brokers: [Broker]
    /// Which ties of the contacts lead on.
    public var newTies: NewTies
    /// People no chain of acquaintances leads to from the seeker.
    public var outOfReachCount: Int

    /// A company wanted and not reached.
    public struct UnreachedCompany: Sendable, Equatable, Codable {
        /// Which one.
        public var company: CompanyID
        /// Its name.
        public var name: String
        /// How much the seeker wants to work there.
        public var priority: Company.Priority?
        /// Why it counts as wanted.
        public var why: String
        /// How many people there are in the network.
        public var peopleCount: Int
        /// The names on the likeliest way in, the person there last; empty when there is none.
        public var names: [String]
        /// Who to ask first.
        public var ask: PersonID?
        /// The probability of that way.
        public var probability: Double?
    }

    /// Someone whose silence cuts off a company.
    public struct SinglePoint: Sendable, Equatable, Codable {
        /// Which company.
        public var company: CompanyID
        /// Its name.
        public var companyName: String
        /// The person every way there rests on; of several in a row the first.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// Whether the person works there.
        public var isInside: Bool
        /// The probability that the person answers; `nil` for someone the seeker is not in touch with.
        public var replyProbability: Double?
    }

    /// Contacts who all know one another: what one of them has heard of, all have.
    public struct ContactCluster: Sendable, Equatable, Codable {
        /// Who, by what a call is worth.
        public var people: [PersonID]
        /// Their names.
        public var names: [String]
        /// The people they know and the seeker is not in touch with.
        public var strangerCount: Int
    }

    /// A contact between circles.
    public struct Broker: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// Burt's constraint, the seeker left out: low for someone between circles.
        public var constraint: Double
        /// Burt's effective size, the seeker left out: how many of their acquaintances are not redundant.
        public var effectiveSize: Double
        /// How many people they know, the seeker left out.
        public var acquaintanceCount: Int
        /// The strangers no other contact knows.
        public var onlyWayTo: [PersonID]
        /// How many of their ties are bridges: without one of them the network falls apart.
        public var bridgeCount: Int
        /// The day of the last contact.
        public var lastContact: CalendarDay?
    }

    /// The ties of the contacts to others than the seeker.
    public struct NewTies: Sendable, Equatable, Codable {
        /// How many lead to someone the seeker is not in touch with.
        public var leadingOn: Int
        /// How many there are.
        public var all: Int
        /// The share of those that lead on; `nil` without ties.
        public var share: Double?
    }
}

public import Playbook
public import ReferralGraph

/// The most reliable ways to someone, or to anyone at a company (ranking.md, *Paths*).
public struct IntroductionPaths: Sendable, Equatable, Codable {
    /// The person to reach; `nil` for a company.
    public var person: PersonID?
    /// The company to reach; `nil` for a person.
    public var company: CompanyID?
    /// What the person or the company is called.
    public var name: String
    /// Whether the seeker is in touch with the person, or with someone at the company.
    public var isReached: Bool
    /// Why no way is shown to someone who is not to be contacted.
    public var obstacle: String?
    /// The most hops of a path.
    public var maximumHops: Int
    /// The paths, the likeliest first; none when there is no way of that many hops.
    public var paths: [IntroductionRoute]
    /// Where there is no path: the nearest people the seeker can reach.
    public var nearest: [NearestPerson]
}

/// One way to someone, over people who know each other.
public struct IntroductionRoute: Sendable, Equatable, Codable {
    /// 1 for the likeliest.
    public var rank: Int
    /// The hops, from the seeker on.
    public var hops: [Hop]
    /// The probability that all of them succeed: their product.
    public var probability: Double
    /// The position in `hops` of the one likeliest to fail, the first of several.
    public var weakestHop: Int
    /// Who to ask first, and what to say.
    public var ask: FirstAsk
    /// The likeliest way that is left when the first one asked declines; `nil` when none is.
    public var ifDeclined: Remaining?

    /// From one person to the next.
    public struct Hop: Sendable, Equatable, Codable {
        /// Who introduces; for the first hop the seeker, who asks.
        public var from: PersonID
        /// That person's name.
        public var fromName: String
        /// Who the hop leads to.
        public var to: PersonID
        /// That person's name.
        public var toName: String
        /// For the first hop the probability of an answer, else that of an introduction.
        public var probability: Double
        /// How it is known that the two know each other.
        public var evidence: String
        /// What the probability rests on.
        public var basis: String
    }

    /// The first step of a path.
    public struct FirstAsk: Sendable, Equatable, Codable {
        /// Who to ask.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// What to do and to say.
        public var action: DueStep.Action
        /// The first polite day, where it is not today; `nil` for today, or when no day is known.
        public var notBefore: CalendarDay?
        /// Why they are not to be asked today.
        public var waiting: String?
    }

    /// What is left of the ways when someone declines.
    public struct Remaining: Sendable, Equatable, Codable {
        /// The people of the path, the seeker left out.
        public var people: [PersonID]
        /// Their names.
        public var names: [String]
        /// The probability that all its hops succeed.
        public var probability: Double
    }
}

/// Someone within reach who is near someone that is not.
public struct NearestPerson: Sendable, Equatable, Codable {
    /// Who.
    public var person: PersonID
    /// The person's name.
    public var name: String
    /// What brings them near.
    public var why: String
    /// The names of those on the likeliest way to them, themself last.
    public var names: [String]
    /// The probability of that way.
    public var probability: Double
}

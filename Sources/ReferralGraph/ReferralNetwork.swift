/// Everything one job seeker recorded: people, companies, opportunities, ties, referrals, interactions and targets.
///
/// A plain value without derived state: whose turn it is, what has stalled and where someone came from are
/// computed by `ReferralAnalysis`. References between entities are identifiers; ``issues(asOf:)`` finds those
/// that lead nowhere.
public struct ReferralNetwork: Sendable, Equatable {
    /// What to call the network in drawings and reports.
    public var title: String?
    /// One sentence on it.
    public var summary: String?
    /// Which of `people` the job seeker is.
    public var seeker: PersonID
    /// The nodes.
    public var people: [Person]
    /// Where people work.
    public var companies: [Company]
    /// What the seeker applied for.
    public var opportunities: [Opportunity]
    /// Who knows who.
    public var ties: [Tie]
    /// Who pointed to who.
    public var referrals: [Referral]
    /// Who talked when.
    public var interactions: [Interaction]
    /// What the seeker looks for besides companies, and what sources propose.
    public var targets: [Target]
    /// Days besides weekends on which no one works.
    public var holidays: [CalendarDay]
    /// How far it may help the other clients of the same coach.
    public var sharing: Sharing

    /// Makes a network.
    public init(
        title: String? = nil, summary: String? = nil, seeker: PersonID, people: [Person],
        companies: [Company] = [], opportunities: [Opportunity] = [], ties: [Tie] = [],
        referrals: [Referral] = [], interactions: [Interaction] = [], targets: [Target] = [],
        holidays: [CalendarDay] = [], sharing: Sharing = .nothing
    ) {
        self.title = title
        self.summary = summary
        self.seeker = seeker
        self.people = people
        self.companies = companies
        self.opportunities = opportunities
        self.ties = ties
        self.referrals = referrals
        self.interactions = interactions
        self.targets = targets
        self.holidays = holidays
        self.sharing = sharing
    }
}

extension ReferralNetwork {
    /// The network as it could have been recorded at `limit`: every later fact is left out.
    ///
    /// Opportunities that had not begun, interactions, stages, feedback, signals, steps of referrals, kept promises,
    /// last contacts, ties and targets with a later date are dropped, and mentions of what is dropped; people and companies
    /// stay.
    /// - Complexity: O(size of the network).
    public func known(at limit: Timestamp) -> ReferralNetwork {
        func isKnown(_ day: CalendarDay?) -> Bool { day.map { $0 <= limit.day } ?? true }
        func ifKnown(_ day: CalendarDay?) -> CalendarDay? { isKnown(day) ? day : nil }
        var network = self
        // An opportunity of which nothing had happened yet was not known, nor was anything known to be about it.
        var unknown: Set<OpportunityID> = []
        for index in opportunities.indices {
            let stages = opportunities[index].stages
            if !stages.isEmpty, stages.allSatisfy({ $0.date.isLater(than: limit) }) {
                unknown.insert(opportunities[index].id)
            }
        }
        // Nearly always nothing is later; then the lists stay shared with those of this network.
        if !unknown.isEmpty { network.opportunities.removeAll { unknown.contains($0.id) } }
        if network.interactions.contains(where: { $0.date.isLater(than: limit) }) {
            network.interactions.removeAll { $0.date.isLater(than: limit) }
        }
        for index in network.interactions.indices {
            if !isKnown(network.interactions[index].promise?.kept) {
                network.interactions[index].promise?.kept = nil
            }
            if !unknown.isEmpty, let opportunity = network.interactions[index].opportunity,
                unknown.contains(opportunity)
            {
                network.interactions[index].opportunity = nil
            }
        }
        for index in network.opportunities.indices {
            if network.opportunities[index].stages.contains(where: { $0.date.isLater(than: limit) }) {
                network.opportunities[index].stages.removeAll { $0.date.isLater(than: limit) }
            }
            if network.opportunities[index].feedback.contains(where: { !isKnown($0.date) }) {
                network.opportunities[index].feedback.removeAll { !isKnown($0.date) }
            }
        }
        for index in network.companies.indices where !network.companies[index].signals.isEmpty {
            network.companies[index].signals.removeAll { !isKnown($0.date) }
        }
        for index in network.people.indices where !network.people[index].signals.isEmpty {
            network.people[index].signals.removeAll { !isKnown($0.date) }
        }
        for index in network.people.indices where !network.people[index].skippedSteps.isEmpty {
            network.people[index].skippedSteps.removeAll { step in
                !isKnown(step.on) || step.opportunity.map { unknown.contains($0) } ?? false
            }
        }
        for index in network.people.indices where !isKnown(network.people[index].acquaintanceOn) {
            (network.people[index].acquaintance, network.people[index].acquaintanceOn) = (nil, nil)
        }
        if !network.targets.isEmpty { network.targets.removeAll { !isKnown($0.date) } }
        if network.ties.contains(where: { !isKnown($0.since) || !isKnown($0.lastContact) }) {
            network.ties.removeAll { !isKnown($0.since) }
            for index in network.ties.indices {
                network.ties[index].lastContact = ifKnown(network.ties[index].lastContact)
            }
        }
        let interactions = Set(network.interactions.compactMap(\.id))
        network.referrals = network.referrals.map { referral in
            var referral = referral
            if let interaction = referral.interaction, !interactions.contains(interaction) {
                referral.interaction = nil
            }
            if let opportunity = referral.opportunity, unknown.contains(opportunity) {
                referral.opportunity = nil
            }
            referral.promised = ifKnown(referral.promised)
            referral.given = ifKnown(referral.given)
            referral.used = ifKnown(referral.used)
            referral.met = ifKnown(referral.met)
            referral.declined = ifKnown(referral.declined)
            return referral
        }
        network.referrals.removeAll { $0.firstDate == nil }
        return network
    }
}

extension ReferralNetwork {
    /// The talks that lie ahead of a moment and were agreed upon by then, in time order.
    /// - Complexity: O(interactions).
    public func appointments(after moment: Timestamp) -> [Interaction] {
        interactions.filter { interaction in
            interaction.date.isLater(than: moment) && (interaction.agreed.map { $0 <= moment.day } ?? false)
        }.sorted { ($0.date.secondsSinceEpoch, $0.people[0]) < ($1.date.secondsSinceEpoch, $1.people[0]) }
    }
}

public import ReferralGraph

/// What came of one “no”: the people the rejection led to, and what came of them.
public struct ReferralChain: Sendable, Equatable, Codable {
    /// The rejected opportunity.
    public var rejection: OpportunityID
    /// Its title.
    public var title: String
    /// The name of the company that said no.
    public var company: String?
    /// When it said no.
    public var day: CalendarDay
    /// Whom it led to, by referral and by referrals of those, in the order of the network.
    public var people: [PersonID]
    /// How many interviews there were with one of them, each round counted.
    public var interviews: Int
    /// How many opportunities one of them took part in and that came to an offer.
    public var offers: Int
}

extension NetworkAnalysis {
    /// What came of every rejection that led to somebody; those that led furthest first, then the latest.
    ///
    /// A rejection leads to whom it was referred out of: where a referral names the opportunity, or else comes, on the
    /// day of the no or later, from somebody who took part in it. Whom the seeker had talked with before the no was
    /// there already. Of several referrals to one person the earliest
    /// counts (``lineage(of:)``), so that two chains share people only where one grew out of the other.
    /// - Complexity: O(people x length of their chains x opportunities).
    public var chains: [ReferralChain] {
        let lineages = network.people.map { ($0.id, lineage(of: $0.id)) }
        let names = Dictionary(
            network.companies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let chains = network.opportunities.compactMap { opportunity -> ReferralChain? in
            guard let rejection = opportunity.rejection else { return nil }
            let before = opportunity.everybody
            let people = lineages.filter { person, lineage in
                person != network.seeker && !before.contains(person)
                    && lineage.grew(outOf: opportunity.id, refusedOn: rejection.date.day, by: before)
                    && !hasTalked(with: person, before: rejection.date.day)
            }.map(\.0)
            guard !people.isEmpty else { return nil }
            let met = Set(people)
            return ReferralChain(
                rejection: opportunity.id, title: opportunity.title, company: names[opportunity.company],
                day: rejection.date.day, people: people, interviews: interviews(with: met),
                offers: network.opportunities.count { $0.hadOffer && !$0.everybody.isDisjoint(with: met) })
        }
        let keys = chains.indices.map { (-chains[$0].people.count, -chains[$0].day.number, $0) }
        return keys.sorted(by: <).map { chains[$0.2] }
    }

    private func hasTalked(with person: PersonID, before day: CalendarDay) -> Bool {
        situation.index.node(of: person).map { situation.history.touches(with: $0) }?
            .contains { $0.day < day && $0.direction.hasTheirWord } ?? false
    }

    private func interviews(with people: Set<PersonID>) -> Int {
        network.opportunities.reduce(0) { sum, opportunity in
            sum
                + opportunity.stages.count { stage in
                    stage.stage == .interview && !people.isDisjoint(with: opportunity.people(in: stage))
                }
        }
    }
}

extension Opportunity {
    fileprivate var hadOffer: Bool { stages.contains { $0.stage == .offer || $0.stage == .accepted } }

    /// Who took part, in whatever role.
    fileprivate var everybody: Set<PersonID> { Set(participants.map(\.person) + stages.flatMap(\.people)) }
}

extension Lineage {
    /// Whether one of the chain's referrals came out of a rejection.
    fileprivate func grew(
        outOf opportunity: OpportunityID, refusedOn day: CalendarDay, by people: Set<PersonID>
    ) -> Bool {
        zip(steps, steps.dropFirst()).contains { referrer, step in
            if let named = step.opportunity { return named == opportunity }
            return people.contains(referrer.person) && step.referred.map { $0 >= day } ?? false
        }
    }
}

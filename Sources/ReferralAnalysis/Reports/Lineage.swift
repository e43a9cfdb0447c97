import GraphAlgorithms
import Playbook
public import ReferralGraph

/// How someone came into the network: the rejection and the chain of referrals that led to them.
public struct Lineage: Sendable, Equatable, Codable {
    /// From the first person of the chain to the person asked about.
    public var steps: [Step]
    /// The rejected opportunity the chain grew out of, if any.
    public var rejection: OpportunityID?

    /// One person of the chain.
    public struct Step: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// When the person before pointed to them; `nil` for the first of the chain.
        public var referred: CalendarDay?
        /// The opportunity the referral came out of.
        public var opportunity: OpportunityID?
    }

    /// How many referrals the chain has.
    public var length: Int { max(0, steps.count - 1) }
}

extension Lineage {
    /// Follows the earliest referral to each person back to someone no one referred.
    ///
    /// A referral that would close a circle is not followed.
    /// - Complexity: O(length of the chain x referrals).
    init(of person: PersonID, in situation: Situation) {
        var steps: [Step] = []
        var rejection: OpportunityID?
        var current = person
        var seen: Set<PersonID> = [person]
        while true {
            let incoming = (situation.index.node(of: current).map(situation.referrals(to:)) ?? [])
                .filter { $0.declined == nil && !seen.contains($0.from) }
                .min { ($0.firstDate?.number ?? .max) < ($1.firstDate?.number ?? .max) }
            steps.append(
                Step(person: current, referred: incoming?.firstDate, opportunity: incoming?.opportunity))
            // The one nearest to the root is the rejection the whole chain grew out of.
            let refused = Self.refusal(
                by: current, atOrBefore: steps.dropLast().last?.referred, in: situation)
            let named = incoming?.opportunity.flatMap { id -> OpportunityID? in
                situation.index.position(of: id).flatMap { situation.network.opportunities[$0].rejection }
                    == nil
                    ? nil : id
            }
            if let origin = named ?? refused { rejection = origin }
            guard let incoming, incoming.from != situation.network.seeker else { break }
            seen.insert(incoming.from)
            current = incoming.from
        }
        self.init(steps: steps.reversed(), rejection: rejection)
    }

    /// The last role that ended with a no by a day and in which a person took part.
    static func refusal(
        by person: PersonID, atOrBefore day: CalendarDay?, in situation: Situation
    ) -> OpportunityID? {
        guard let node = situation.index.node(of: person) else { return nil }
        let refusals = situation.opportunitiesByNode[Int(node)].compactMap { position in
            situation.network.opportunities[position].rejection.map { (position, $0.date) }
        }
        return refusals.filter { refusal in day.map { refusal.1.day <= $0 } ?? true }
            .max { ($0.1, $0.0) < ($1.1, $1.0) }
            .map { situation.network.opportunities[$0.0].id }
    }
}

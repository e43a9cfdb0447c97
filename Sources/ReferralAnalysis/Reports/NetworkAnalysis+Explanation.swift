import GraphAlgorithms
import Playbook
import RankingModel
public import ReferralGraph

extension NetworkAnalysis {
    /// How someone came into the network.
    /// - Complexity: O(length of the chain x referrals to one person).
    public func lineage(of person: PersonID) -> Lineage { Lineage(of: person, in: situation) }

    /// The last contact with someone.
    /// - Complexity: O(1).
    public func lastContact(with person: PersonID) -> RecentContact? {
        situation.index.node(of: person).flatMap(situation.history.lastTouch(with:)).map(recentContact)
    }

    func recentContact(_ touch: Touch) -> RecentContact {
        RecentContact(
            date: touch.date, channel: touch.channel, direction: touch.direction,
            subject: touch.interaction.flatMap { network.interactions[$0].subject })
    }

    /// Everything there is to say about one person; `nil` for someone not in the network.
    ///
    /// What would change the rank is left out: ``rankChanges(of:)`` takes an analysis for each change.
    /// - Complexity: O(people + threads).
    public func explanation(of person: PersonID) -> PersonExplanation? {
        guard let node = situation.index.node(of: person) else { return nil }
        let employment = situation.employment(of: node)
        let tags = situation.person(node).tags
        let isSeeker = node == ranking.projection.seeker
        let today = situation.today(for: node)
        let place = callList.place(of: node)
        let worth = isSeeker ? nil : ranking.worth(of: node)
        let shared = ranking.sharedPasts[Int(node)]
        let reasons = ReasonBuilder(
            situation: situation, ranking: ranking, node: node, acquaintance: evidence)
        return PersonExplanation(
            person: person, name: situation.person(node).name, title: employment?.title,
            company: situation.company(of: node)?.name,
            tags: tags.isEmpty ? nil : tags, known: situation.person(node).acquaintance,
            knownOn: situation.person(node).acquaintanceOn,
            contact: place.contact, withheld: place.withheld,
            worth: worth, valueReasons: worth.map(reasons.valueReasons) ?? [],
            replyReasons: worth.map(reasons.replyReasons) ?? [],
            replyBasis: isSeeker ? nil : reasons.basis, replyRecord: isSeeker ? nil : replyRecord,
            replyByPurpose: isSeeker ? nil : replyByPurpose(of: node), rankChanges: nil,
            lineage: lineage(of: person),
            threads: findings.filter { $0.person == person },
            upcoming: steps.filter { $0.person == person && $0.earliest > today },
            suppressed: suppressed.filter { $0.step.person == person },
            vacancyClock: isSeeker ? nil : vacancyClock(of: node), shared: shared.isEmpty ? nil : shared,
            acquaintances: acquaintances(of: node),
            recentContacts: situation.history.touches(with: node).suffix(10).reversed()
                .map(recentContact))
    }

    /// Of asks for advice and for work, which differ from the others.
    private func replyByPurpose(of node: NodeID) -> [PersonExplanation.PurposeOdds]? {
        let odds = replyRecord.purposes.filter { $0.assumedLogOdds != 0 || $0.ownLogOdds != 0 }.map {
            record in
            PersonExplanation.PurposeOdds(
                purpose: record.purpose,
                probability: ranking.replyProbability(of: node, askingFor: record), asks: record.asks,
                answers: record.answers, expectedAnswers: record.expectedAnswers)
        }
        return odds.isEmpty ? nil : odds
    }

    private func vacancyClock(of node: NodeID) -> VacancyClock? {
        // The constants were validated when the analysis was made.
        try? DirectValueEstimator(situation, constants: policy.ranking.directValue).vacancyClock(for: node)
    }

    private func acquaintances(of node: NodeID) -> [PersonExplanation.Acquaintance] {
        let projection = ranking.projection
        return projection.graph.successors(of: node).filter { $0 != projection.seeker }.map { other in
            .init(
                person: situation.id(of: other), evidence: evidence(node, other),
                isContact: projection.isContact[Int(other)])
        }
    }

    /// How it is known that two people know each other, the best evidence first.
    func evidence(_ left: NodeID, _ right: NodeID) -> String {
        let (a, b) = (situation.id(of: left), situation.id(of: right))
        if left == ranking.projection.seeker { return "in touch with you" }
        if let tie = network.ties.first(where: { Set([$0.from, $0.to]) == [a, b] }) {
            if tie.kind == .reportsTo { return tie.from == a ? "their boss" : "reports to them" }
            return tie.how ?? (tie.isInferred ? "inferred by an import" : "recorded tie")
        }
        if situation.referrals(from: left).contains(where: { $0.to == b }) { return "referred you to them" }
        if situation.referrals(to: left).contains(where: { $0.from == b }) { return "referred you" }
        if let opportunity = network.opportunities.first(where: { sat(a, b, onPanelOf: $0) }) {
            return "both interviewed for “\(opportunity.title)”"
        }
        if areInOneConversation(a, b) { return "in one conversation" }
        return "inferred: same employer"
    }

    private func sat(_ a: PersonID, _ b: PersonID, onPanelOf opportunity: Opportunity) -> Bool {
        opportunity.stages.contains { stage in
            stage.stage == .interview && Set([a, b]).isSubset(of: opportunity.panel(of: stage))
        }
    }

    /// Whether two people were addressed together, or in interactions of one named thread.
    private func areInOneConversation(_ a: PersonID, _ b: PersonID) -> Bool {
        let threads = { [network] (person: PersonID) in
            Set(network.interactions.filter { $0.people.contains(person) }.compactMap(\.thread))
        }
        return network.interactions.contains { $0.people.contains(a) && $0.people.contains(b) }
            || !threads(a).isDisjoint(with: threads(b))
    }
}

internal import GraphAlgorithms
internal import Playbook
internal import ReferralAnalysis
internal import ReferralGraph

/// What a message is about: a rule, and the role and the other person that belong to it.
struct DraftOccasion {
    let rule: Rule
    /// The role, as a position.
    let opportunity: Int?
    /// Who else matters.
    let related: NodeID?
    /// The step of the playbook; `nil` where the rule was asked for and has none for this person.
    let step: DueStep?

    /// The occasion of a step.
    init(_ step: DueStep, in situation: Situation) {
        rule = step.rule
        let node = situation.index.node(of: step.person)
        opportunity =
            step.opportunity.flatMap(situation.index.position(of:))
            ?? node.flatMap { Self.role(for: step.rule, $0, in: situation) }
        related = step.related.flatMap(situation.index.node(of:))
        self.step = step
    }

    /// The occasion of a rule that has no step for this person.
    init(_ rule: Rule, with node: NodeID, in situation: Situation) {
        self.rule = rule
        opportunity = Self.role(for: rule, node, in: situation)
        related = Self.related(to: rule, node, opportunity, in: situation)
        step = nil
    }

    /// The last role of the person to which a rule can apply.
    private static func role(for rule: Rule, _ node: NodeID, in situation: Situation) -> Int? {
        func last(where matches: (Opportunity) -> Bool) -> Int? {
            situation.opportunitiesByNode[Int(node)].filter { matches(situation.network.opportunities[$0]) }
                .max { left, right in
                    let days = [left, right].map {
                        situation.network.opportunities[$0].currentStage?.date.day.number ?? .min
                    }
                    return (days[0], left) < (days[1], right)
                }
        }
        switch rule {
        case .thankYou, .call, .referralRequest, .connect, .kindRefusal, .reposted:
            return last { $0.rejection != nil }
        case .openDoor: return last { $0.currentStage?.stage == .withdrawn }
        case .accepted: return last { $0.currentStage?.stage == .accepted } ?? last(where: \.isLive)
        case .firstMessage, .tryAgain, .afterInterview, .openApplication, .statedTime, .theirTurn,
            .missedAppointment, .thankAfterInterview, .referee, .competingOffer, .left, .hardTimes:
            return last(where: \.isLive)
        case .referrer:
            return situation.referrals(from: node).filter {
                $0.declined == nil && ($0.given ?? $0.used ?? $0.met) != nil
            }.compactMap { situation.index.node(of: $0.to) }
                .flatMap { situation.opportunitiesByNode[Int($0)] }.last
        default: return last { _ in true }
        }
    }

    private static func related(
        to rule: Rule, _ node: NodeID, _ opportunity: Int?, in situation: Situation
    ) -> NodeID? {
        switch rule {
        case .unusedReferral:
            return situation.referrals(to: node).last { $0.declined == nil }.flatMap {
                situation.index.node(of: $0.from)
            }
        case .promisedIntroduction:
            return situation.referrals(from: node).last { $0.promised != nil && $0.given == nil }.flatMap {
                situation.index.node(of: $0.to)
            }
        case .left:
            guard let opportunity else { return nil }
            let role = situation.network.opportunities[opportunity]
            return role.participants.compactMap { situation.index.node(of: $0.person) }.first { other in
                other != node
                    && situation.person(other).employments.contains {
                        $0.company == role.company && $0.to.map { $0 <= situation.asOf.day } ?? false
                    }
            }
        default: return nil
        }
    }
}

import GraphAlgorithms
import Playbook
import ReferralGraph

/// What to do about someone no rule of the playbook calls for.
struct Opener {
    let situation: Situation
    let ranking: ContactRanking

    func action(for node: NodeID, worth: ContactWorth) -> DueStep.Action {
        let person = situation.person(node)
        guard ranking.projection.isContact[Int(node)] else {
            return .firstMessage(through: situation.channel(to: node, preferring: nil))
        }
        let touches = situation.history.touches(with: node)
        let hasTalked = touches.contains { $0.direction.hasTheirWord }
        let channel =
            hasTalked && !person.phones.isEmpty && situation.mayCall(node)
            ? .call : situation.channel(to: node, preferring: touches.last?.channel)
        return .ask(
            for: situation.isLostSightOf(node) ? .reacquaintance : request(worth), through: channel,
            hours: situation.callHours(of: node))
    }

    /// Someone at an employer that refused the seeker without an interview; this person can open the door to them.
    private func managerNeverMet(_ worth: ContactWorth) -> String? {
        worth.contributions.lazy.filter { $0.kind == .introduction }.compactMap(\.through)
            .compactMap(situation.index.node(of:)).first { node in
                guard let company = situation.workplace(of: node)?.company else { return false }
                return situation.network.opportunities.contains { role in
                    role.company == company && role.rejection != nil
                        && !role.stages.contains { $0.stage == .interview || $0.stage == .finalist }
                }
            }.map { situation.person($0).name }
    }

    /// The ask that fits what the person is worth most for.
    private func request(_ worth: ContactWorth) -> DueStep.Action.Request {
        if let name = managerNeverMet(worth) { return .introduction(name) }
        return switch worth.contributions.first?.kind {
        case .direct: .plans
        case .introduction:
            worth.contributions.first?.through.flatMap(situation.index.node(of:))
                .map { .introduction(situation.person($0).name) } ?? .name
        case .familiarity, nil: .catchUp
        }
    }
}

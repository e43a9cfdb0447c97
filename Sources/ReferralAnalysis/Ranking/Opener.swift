import GraphAlgorithms
import Playbook
import ReferralGraph

/// What to do about somebody whom no rule of the playbook calls for.
struct Opener {
    let situation: Situation
    let ranking: ContactRanking

    func action(for node: NodeID, worth: ContactWorth) -> DueStep.Action {
        let person = situation.person(node)
        guard ranking.projection.isContact[Int(node)] else {
            return .firstMessage(through: reachableChannel(person, preferring: nil))
        }
        let touches = situation.history.touches(with: node)
        let hasTalked = touches.contains { $0.direction.hasTheirWord }
        let channel =
            hasTalked && !person.phones.isEmpty
            ? .call : reachableChannel(person, preferring: touches.last?.channel)
        return .ask(for: request(worth), through: channel, by: situation.playbook)
    }

    /// The ask that fits what the person is worth most for.
    private func request(_ worth: ContactWorth) -> DueStep.Action.Request {
        switch worth.contributions.first?.kind {
        case .direct: .plans
        case .introduction:
            worth.contributions.first?.through.flatMap(situation.index.node(of:))
                .map { .introduction(situation.person($0).name) } ?? .name
        case .familiarity, nil: .catchUp
        }
    }
}

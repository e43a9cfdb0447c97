import GraphAlgorithms
import Playbook
import ReferralGraph

/// What to do about somebody whom no rule of the playbook calls for.
struct Opener {
    let situation: Situation
    let ranking: ContactRanking

    func action(for node: NodeID, worth: ContactWorth) -> DueStep.Action {
        let person = situation.person(node)
        guard ranking.projection.isContact[Int(node)] else { return approach(person) }
        let touches = situation.history.touches(with: node)
        let hasTalked = touches.contains { $0.direction.hasTheirWord }
        let request = request(worth)
        if hasTalked, !person.phones.isEmpty {
            return .init(.call, request.what, hour: morning(situation.playbook), say: request.say)
        }
        return .init(
            reachableChannel(person, preferring: touches.last?.channel), request.what, say: request.say)
    }

    /// The ask that fits what the person is worth most for.
    private func request(_ worth: ContactWorth) -> (what: String, say: String) {
        switch worth.contributions.first?.kind {
        case .direct:
            (
                "Ask about their plans for the team",
                "“What is coming up in your team, and who else, here or elsewhere, should I talk to?”"
            )
        case .introduction:
            if let stranger = worth.contributions.first?.through.flatMap(situation.index.node(of:)) {
                (
                    "Ask for an introduction to \(situation.person(stranger).name)",
                    "“You know \(situation.person(stranger).name). Could you introduce us?”"
                )
            } else {
                ("Ask for another name", "“Who else, here or elsewhere, should I talk to?”")
            }
        case .familiarity, nil:
            (
                "Catch up, and ask for another name",
                "One piece of news, then: “Who else, here or elsewhere, should I talk to?”"
            )
        }
    }

    /// A stranger whom no contact knows.
    private func approach(_ person: Person) -> DueStep.Action {
        .init(
            reachableChannel(person, preferring: nil), "Write a first message",
            say: "Two sentences: why them, and a question that takes ten minutes to answer")
    }
}

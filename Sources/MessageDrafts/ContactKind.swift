internal import Playbook
internal import ReferralAnalysis
internal import ReferralGraph

/// What someone is to the job seeker, as far as it makes a difference to the words of a message.
public enum ContactKind: String, Sendable, Codable, CaseIterable {
    /// Decides on the role, or stands in for the one who does.
    case hiringManager = "hiring-manager"
    /// Talked with the seeker in an interview.
    case interviewer
    /// Runs the process, inside the company or from an agency, or arranges the talks.
    case recruiter
    /// Knows the seeker, and has no part in a role.
    case peer
    /// Worked with the seeker at an earlier employer.
    case formerColleague = "former-colleague"
    /// Someone the seeker was pointed to and has not talked with yet.
    case referred
    /// Opened a door for the seeker, and is thanked or told how it went.
    case referrer
}

extension ContactKind {
    /// What a person is in what a draft is about.
    init(of facts: DraftFacts) {
        let (situation, node, occasion) = (facts.situation, facts.node, facts.occasion)
        let person = situation.id(of: node)
        let gaveName = situation.referrals(from: node).contains { $0.to != situation.network.seeker }
        if [.upTheChain, .referrer, .promisedIntroduction].contains(occasion.rule) || facts.isHelper {
            self = .referrer
            return
        }
        let positions =
            occasion.opportunity.map { [$0] } ?? situation.opportunitiesByNode[Int(node)].reversed()
        for position in positions {
            let role = situation.network.opportunities[position]
            let part = role.participants.filter { $0.person == person }.compactMap { Self.of($0.role) }.first
            if let part {
                self = part
                return
            }
            let talks = role.stages.filter { $0.people.contains(person) }
            if talks.contains(where: { [.interview, .finalist].contains($0.stage) }) {
                self = .interviewer
                return
            }
            if role.deciders.contains(person) {
                self = .hiringManager
                return
            }
        }
        let hasTalked = situation.history.touches(with: node).contains { $0.direction.hasTheirWord }
        let isReferred = situation.referrals(to: node).contains { $0.declined == nil }
        if isReferred, !hasTalked {
            self = .referred
        } else if gaveName {
            self = .referrer
        } else {
            self = facts.shared.contains(where: \.isColleague) ? .formerColleague : .peer
        }
    }

    private static func of(_ part: Participant.Role) -> Self? {
        switch part {
        case .hiringManager, .interim: .hiringManager
        case .interviewer: .interviewer
        case .recruiter, .agency, .coordinator: .recruiter
        case .referee, .insider: nil
        }
    }
}

package import GraphAlgorithms
import ReferralGraph

/// A role that is not decided: who speaks for the employer, and until when nothing is due.
package struct HiringProcess: Sendable {
    /// The position of the opportunity.
    let position: Int
    let company: CompanyID
    /// Those on the employer's side, the one to talk to first in front: the agency, whoever arranges, the hiring manager,
    /// then the others. Leavers and those who vouch for the seeker are not among them.
    let panel: [NodeID]
    /// The one person of the employer to talk to now; `nil` where no one is known who may be contacted.
    let voice: NodeID?
    /// Those who worked there when they took part, and do not any more.
    let leavers: [NodeID]
    /// Reads an opportunity.
    /// - Parameter promises: The last day on which someone made a promise that still counts.
    /// - Complexity: O(participants x touches with them).
    init?(_ position: Int, in situation: Situation, promises: [NodeID: CalendarDay]) {
        let role = situation.network.opportunities[position]
        guard role.isLive else { return nil }
        self.position = position
        company = role.company
        var ranks: [(node: NodeID, rank: Int, order: Int)] = []
        var leavers: [NodeID] = []
        var hasAgency = false
        func take(_ person: PersonID, as part: Participant.Role) {
            guard let node = situation.index.node(of: person), person != situation.network.seeker,
                let rank = Self.rank(part, isOutside: situation.isOutside(node, role.company))
            else { return }
            if situation.hasLeft(node, role.company) {
                if !leavers.contains(node) { leavers.append(node) }
                return
            }
            hasAgency = hasAgency || rank == 0
            let wasInTouch = situation.history.touches(with: node).contains {
                $0.opportunity == position || $0.opportunity == nil
            }
            // Whoever has been in touch comes first, except that an agency and a coordinator always do.
            let order = rank == 0 || part == .coordinator || wasInTouch ? rank : rank + 10
            if let place = ranks.firstIndex(where: { $0.node == node }) {
                if order < ranks[place].rank { ranks[place].rank = order }
            } else {
                ranks.append((node, order, ranks.count))
            }
        }
        for participant in role.participants { take(participant.person, as: participant.role) }
        for stage in role.stages {
            for person in stage.people { take(person, as: .interviewer) }
        }
        panel = ranks.sorted { ($0.rank, $0.order) < ($1.rank, $1.order) }.map(\.node)
        self.leavers = leavers
        // Whoever promised to be in touch speaks, unless an agency does. The next one speaks when the first has left two asks
        // in a row without an answer.
        let open = panel.filter { situation.closure(of: $0) == nil }
        let promised = open.filter { promises[$0] != nil }.max { promises[$0]! < promises[$1]! }
        voice =
            (hasAgency ? nil : promised) ?? open.first { situation.openAsks(to: $0) < 2 } ?? open.first
    }

    /// Who speaks first; `nil` for those who are not on the employer's side.
    private static func rank(_ part: Participant.Role, isOutside: Bool) -> Int? {
        switch part {
        case .agency: 0
        case .recruiter: isOutside ? 0 : 1
        case .coordinator: 1
        case .interim: 2
        case .hiringManager: 3
        case .interviewer: 4
        case .referee, .insider: nil
        }
    }
}

/// The roles that are not decided, and what they mean for the people around them.
package struct HiringProcesses: Sendable {
    let all: [HiringProcess]
    /// The promises that count, of both sides.
    let promises: [OpenPromise]
    /// The title of a role that was accepted lately.
    let accepted: String?
    /// People who took part in an open role while they worked there, and have left since.
    let leavers: Set<NodeID>
    /// By the people on the employer's side.
    private let byNode: [NodeID: [Int]]
    private let byCompany: [CompanyID: [Int]]
    private let byPosition: [Int: Int]

    /// - Complexity: O(opportunities x participants x touches with them).
    package init(_ situation: Situation) {
        promises = situation.openPromises
        let promised = Dictionary(
            promises.filter(\.saysWhenToExpectThem).map { ($0.node, $0.day) }, uniquingKeysWith: max)
        all = situation.network.opportunities.indices.compactMap {
            HiringProcess($0, in: situation, promises: promised)
        }
        accepted =
            situation.network.opportunities.last {
                $0.currentStage?.stage == .accepted
                    && situation.asOf.day - $0.currentStage!.date.day
                        <= situation.playbook.firstStepsLapseAfterDays
            }?.title
        var byNode: [NodeID: [Int]] = [:]
        var byCompany: [CompanyID: [Int]] = [:]
        for (number, process) in all.enumerated() {
            for node in process.panel { byNode[node, default: []].append(number) }
            byCompany[process.company, default: []].append(number)
        }
        leavers = Set(all.flatMap(\.leavers))
        self.byNode = byNode
        self.byCompany = byCompany
        byPosition = Dictionary(uniqueKeysWithValues: zip(all.map(\.position), 0...))
    }

    /// Whether someone takes part for the employer in a process in which another one speaks.
    package func isBesideVoice(_ node: NodeID) -> Bool {
        let own = processes(with: node)
        return !own.isEmpty && own.allSatisfy { $0.voice != node }
    }

    /// Those in which a person is on the employer's side.
    func processes(with node: NodeID) -> [HiringProcess] { byNode[node, default: []].map { all[$0] } }

    /// Those of an employer.
    func processes(at company: CompanyID) -> [HiringProcess] {
        byCompany[company, default: []].map { all[$0] }
    }

    /// That of an opportunity, while it is not decided.
    func process(of position: Int) -> HiringProcess? { byPosition[position].map { all[$0] } }
}

extension Situation {
    /// Whether someone works for another employer than this one, as an agency does.
    func isOutside(_ node: NodeID, _ company: CompanyID) -> Bool {
        guard let workplace = workplace(of: node)?.company, workplace != company else { return false }
        return !network.people[Int(node)].employments.contains { $0.company == company }
    }

    /// Whether someone worked at a company and does not any more.
    func hasLeft(_ node: NodeID, _ company: CompanyID) -> Bool {
        let jobs = network.people[Int(node)].employments.filter { $0.company == company }
        guard !jobs.isEmpty else { return false }
        let day = today(for: node)
        if jobs.allSatisfy({ $0.to.map { $0 < day } ?? false }) { return true }
        return workplace(of: node).map { $0.company != company && $0.from != nil } ?? false
    }

    /// How many asks in a row someone has left without an answer.
    func openAsks(to node: NodeID) -> Int {
        wordsInVain(to: node).count(where: \.isAsk)
    }

    /// The first day on which someone who left the seeker's last words unanswered may be written to again; `nil` when there
    /// were too few of them.
    func patience(with node: NodeID) -> CalendarDay? {
        var days = wordsInVain(to: node).map(\.day)
        days = days.indices.filter { $0 == 0 || days[$0] != days[$0 - 1] }.map { days[$0] }
        guard days.count >= playbook.enoughDaysInVain, playbook.enoughDaysInVain > 0 else { return nil }
        return days[days.count - playbook.enoughDaysInVain] + playbook.patienceDays
    }

    /// Whether no word of someone's is on record.
    func hasNeverSpoken(_ node: NodeID) -> Bool {
        !history.touches(with: node).contains { $0.direction.hasTheirWord }
    }

    /// What the seeker said since the last word of someone's, in time order.
    private func wordsInVain(to node: NodeID) -> [Touch] {
        history.touches(with: node).reversed().prefix { !$0.direction.hasTheirWord }.reversed()
    }
}

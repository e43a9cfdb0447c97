import GraphAlgorithms
import Playbook
import RankingModel
public import ReferralGraph

extension NetworkAnalysis {
    /// Who the seeker knows at each of some companies; those not in the network are left out.
    /// - Returns: In the order asked.
    /// - Complexity: O(people + employments), and O(acquaintances of those at the companies).
    public func contacts(at companies: [CompanyID]) -> [CompanyContacts] {
        guard let map = introductionMap else { return [] }
        let staff = staff(of: Set(companies))
        var introducers = Introducers(self, map)
        return companies.compactMap { id in
            guard let position = situation.index.position(of: id) else { return nil }
            return contacts(network.companies[position], staff[id] ?? Staff(), &introducers)
        }
    }

    private func contacts(
        _ company: Company, _ staff: Staff, _ introducers: inout Introducers
    ) -> CompanyContacts {
        var contacts = CompanyContacts(
            company: company.id, name: company.name, priority: company.priority,
            isEmployer: company.isEmployer, now: [], before: [], introductions: [], outOfReach: [])
        guard company.isEmployer else { return contacts }
        let isContact = ranking.projection.isContact
        let own = situation.person(ranking.projection.seeker).employments.filter { $0.company == company.id }
        var reached: [(value: Double, member: CompanyContacts.Member)] = []
        for (node, job) in staff.now where shows(situation.id(of: node)) {
            let member = member(node, job, own)
            if isContact[Int(node)] {
                reached.append((ranking.values.values[Int(node)], member))
            } else if member.onHold == nil, let way = introducers.introduction(to: node, member) {
                contacts.introductions.append(way)
            } else {
                contacts.outOfReach.append(member)
            }
        }
        contacts.now = reached.stablySorted { -$0.value }.map(\.member)
        contacts.introductions = contacts.introductions.stablySorted { -$0.probability }
        contacts.before = staff.before.filter { shows(situation.id(of: $0.node)) }.map { node, job in
            var member = member(node, job, own)
            member.worksAt = situation.workplace(of: node).flatMap {
                situation.index.position(of: $0.company)
            }
            .map { network.companies[$0].name }
            return member
        }.stablySorted { $0.isContact ? 0 : 1 }
        return contacts
    }

    private func member(_ node: NodeID, _ job: Employment, _ own: [Employment]) -> CompanyContacts.Member {
        let person = situation.person(node)
        return CompanyContacts.Member(
            person: person.id, name: person.name, title: job.title, department: job.department,
            isContact: ranking.projection.isContact[Int(node)],
            lastContact: situation.history.lastTouch(with: node)?.day, confirmed: job.confirmed,
            together: own.isEmpty
                ? nil
                : SharedTime(
                    own, person.employments.filter { $0.company == job.company }, today: asOf.day),
            onHold: lastingHold(on: node))
    }

    /// Why someone is not to be contacted, nor to lead to anyone, whatever the day; `nil` for everyone else.
    /// - Complexity: O(roles of the person and of the employer).
    func lastingHold(on node: NodeID) -> String? {
        situation.closure(of: node) ?? callList.precedence.holds(on: node).first { $0.rank == .wish }?.reason
            ?? (situation.person(node).isConfidential ? "asked not to be named to others" : nil)
    }
}

/// The contacts who may be asked for an introduction.
private struct Introducers {
    let analysis: NetworkAnalysis
    let map: IntroductionMap
    private var mayBeAsked: [NodeID: Bool] = [:]

    init(_ analysis: NetworkAnalysis, _ map: IntroductionMap) {
        self.analysis = analysis
        self.map = map
    }

    /// The introduction to someone the seeker is not in touch with, one step away; `nil` for none.
    mutating func introduction(
        to node: NodeID, _ member: CompanyContacts.Member
    ) -> CompanyContacts.Introduction? {
        if map.isClosed[Int(node)] { return nil }
        let (ranking, situation) = (analysis.ranking, analysis.situation)
        let seeker = ranking.projection.seeker
        var ways: [(node: NodeID, probability: Double)] = []
        for other in ranking.projection.graph.successors(of: node)
        where other != seeker && ranking.projection.isContact[Int(other)] && mayAsk(other) {
            ways.append((other, map.chain([seeker, other, node]).probability))
        }
        ways = ways.filter { $0.probability > 0 }.stablySorted { -$0.probability }
        guard let best = ways.first else { return nil }
        return CompanyContacts.Introduction(
            member: member, through: situation.id(of: best.node),
            throughName: situation.person(best.node).name, probability: best.probability,
            isGuessed: map.tie(best.node, node).isInferred,
            others: ways.dropFirst().map { situation.id(of: $0.node) })
    }

    private mutating func mayAsk(_ node: NodeID) -> Bool {
        if let known = mayBeAsked[node] { return known }
        let may =
            !map.isClosed[Int(node)] && !map.isNoWay[Int(node)] && analysis.lastingHold(on: node) == nil
        mayBeAsked[node] = may
        return may
    }
}

/// Who works and worked at a company, the seeker left out, ascending, each with the job there.
struct Staff {
    var now: [(node: NodeID, job: Employment)] = []
    /// The job that ended last.
    var before: [(node: NodeID, job: Employment)] = []
}

extension NetworkAnalysis {
    /// Who works and worked at companies.
    /// - Complexity: O(people + employments).
    func staff(of companies: Set<CompanyID>) -> [CompanyID: Staff] {
        var staff: [CompanyID: Staff] = [:]
        for node in ranking.projection.graph.nodes where node != ranking.projection.seeker {
            let person = network.people[Int(node)]
            guard person.employments.contains(where: { companies.contains($0.company) }) else { continue }
            let current = person.currentEmployments(on: asOf.day)
            for company in person.employments.map(\.company).uniqued() where companies.contains(company) {
                if let job = current.first(where: { $0.company == company }) {
                    staff[company, default: Staff()].now.append((node, job))
                } else if let job = person.employments.filter({ $0.company == company }).latestFirst(\.to)
                    .first
                {
                    staff[company, default: Staff()].before.append((node, job))
                }
            }
        }
        return staff
    }
}

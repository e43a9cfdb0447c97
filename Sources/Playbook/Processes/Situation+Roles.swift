package import GraphAlgorithms
package import ReferralGraph

extension Touch {
    /// Whether both sides talked, as in an interview.
    var isInterview: Bool { direction == .mutual && [.interview, .meeting, .call].contains(channel) }
}

extension Situation {
    /// Those of the employer who the seeker talked with about an opportunity, in the order of the talks.
    func met(in position: Int) -> [NodeID] {
        let role = network.opportunities[position]
        let people = role.participants.map(\.person) + role.stages.flatMap(\.people)
        return people.uniqued().compactMap(index.node(of:)).filter { node in
            id(of: node) != network.seeker
                && history.touches(with: node).contains { $0.opportunity == position && $0.isInterview }
        }
    }

    /// Whether someone interviewed the seeker for a role: a talk about it that was more than a screening. A hiring manager is
    /// taken to have been there where an interview is on record without saying who.
    func interviewed(_ node: NodeID, for position: Int) -> Bool {
        let role = network.opportunities[position]
        let parts = role.participants.filter { $0.person == id(of: node) }.map(\.role)
        let screens = !parts.isEmpty && parts.allSatisfy(\.runsTheProcess)
        let talks = role.stages.filter { $0.stage == .interview || $0.stage == .finalist }
        let isNamed = talks.contains { $0.people.contains(id(of: node)) }
        if isNamed || !screens && met(in: position).contains(node) { return true }
        return !screens && (parts.isEmpty || parts.contains(.hiringManager))
            && talks.contains { $0.people.isEmpty }
    }

    /// Whether someone only screened the seeker for a role that was refused, and is no acquaintance.
    package func onlyScreened(_ node: NodeID) -> Bool {
        guard !isTiedToSeeker[Int(node)], !isStar(node) else { return false }
        let refused = opportunitiesByNode[Int(node)].filter { network.opportunities[$0].rejection != nil }
        return !refused.isEmpty && refused.count == opportunitiesByNode[Int(node)].count
            && refused.allSatisfy { position in
                let parts = network.opportunities[position].participants
                    .filter { $0.person == id(of: node) }.map(\.role)
                return !parts.isEmpty
                    && parts.allSatisfy(\.runsTheProcess)
                    && !interviewed(node, for: position)
            }
    }

    /// When a role was posted again: an opening of its title, or another opportunity of its title at the company.
    func reposting(of position: Int, after day: CalendarDay) -> CalendarDay? {
        let role = network.opportunities[position]
        let title = foldedName(role.title)
        let signals = index.position(of: role.company).map { network.companies[$0].signals } ?? []
        let openings = signals.filter {
            $0.kind == .openingPosted && $0.title.map { foldedName($0) == title } ?? false && $0.date > day
        }.map(\.date)
        let again = roles(at: role.company).filter {
            $0.id != role.id && foldedName($0.title).hasPrefix(title)
        }.compactMap { $0.stages.map(\.date.day).min() }.filter { $0 > day }
        return (openings + again).max()
    }

    /// The last day on which someone worked at a company, as far as it is known.
    func lastDay(of node: NodeID, at company: CompanyID) -> CalendarDay? {
        let jobs = person(node).employments
        return jobs.filter { $0.company == company }.compactMap(\.to).max()
            ?? jobs.filter { $0.company != company }.compactMap(\.from).max()
    }

    /// Those who helped with a role: they referred the seeker to its people, hand in the name, or vouch.
    func helpers(with position: Int) -> [NodeID] {
        let role = network.opportunities[position]
        let panel = Set(role.participants.map(\.person) + role.stages.flatMap(\.people))
        let referrers = network.referrals.filter {
            $0.declined == nil && ($0.opportunity == role.id || panel.contains($0.to))
        }.map(\.from)
        let friends = role.participants.filter { $0.role == .insider || $0.role == .referee }.map(\.person)
        return (referrers + friends).uniqued().filter { $0 != network.seeker }
            .compactMap(index.node(of:))
    }

    /// What to call someone in words meant for others; `nil` for those who asked not to be named.
    func nameForOthers(_ node: NodeID) -> String? {
        person(node).isConfidential ? nil : person(node).name
    }
}

extension Participant.Role {
    /// Whether it is about running the process, not about deciding.
    package var runsTheProcess: Bool { [.recruiter, .agency, .coordinator].contains(self) }
}

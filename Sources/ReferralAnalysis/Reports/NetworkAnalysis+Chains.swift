import GraphAlgorithms
import Playbook
public import ReferralGraph

extension NetworkAnalysis {
    /// What each rejection led to: one chain for every role that stands at a no, the one of the greatest yield first,
    /// those that led to no one included.
    ///
    /// A name belongs to the no it came out of as for ``Lineage``: the rejected role the referral names, else the last
    /// no its giver took part in by that day. All further names on its way belong to it as well, so that a no on the
    /// way of another chain begins a chain inside it.
    /// - Complexity: O(rejections + referrals x length of the chains), plus the contacts of those in a chain.
    public var chains: [ReferralChain] {
        let builder = ChainBuilder(self)
        return network.opportunities.indices.compactMap(builder.chain(ofOpportunity:)).sorted(by: comesFirst)
    }

    /// What one person led to, with the first no it came out of, if any; a chain without members for someone who
    /// gave no name, `nil` for the seeker and for people not in the network.
    /// - Complexity: as for ``chains``.
    public func chain(from person: PersonID) -> ReferralChain? {
        guard person != network.seeker, let node = situation.index.node(of: person) else { return nil }
        return ChainBuilder(self).chain(from: node)
    }

    /// What everybody led to who gave a name and came in without one, the one of the greatest yield first.
    /// - Complexity: as for ``chains``.
    public var chainsOfPeople: [ReferralChain] {
        let builder = ChainBuilder(self)
        return builder.forest.roots.map(builder.chain(from:)).sorted(by: comesFirst)
    }

    private func comesFirst(_ left: ReferralChain, _ right: ReferralChain) -> Bool {
        func key(_ chain: ReferralChain) -> (Int, Int, Int, Int, String, String) {
            (
                -chain.yield, -chain.offerCount, -chain.interviewCount, chain.rejection?.day.number ?? .max,
                chain.rejection?.opportunity.text ?? "", chain.roots.first?.person.text ?? ""
            )
        }
        return key(left) < key(right)
    }
}

/// Puts chains together.
private struct ChainBuilder {
    let forest: ReferralForest
    private let analysis: NetworkAnalysis
    private let waiting: [PersonID: StalledThread]
    private let closed: [PersonID: StalledThread]
    /// The people at the head of what each rejected role led to, by the role's position.
    private var headsByRole: [Int: [NodeID]] = [:]
    private let sharedFirstNames: Set<String>
    private var situation: Situation { analysis.situation }

    init(_ analysis: NetworkAnalysis) {
        self.analysis = analysis
        forest = ReferralForest(analysis.situation)
        let firstNames = analysis.network.people.indices.map { analysis.situation.firstName(NodeID($0)) }
        sharedFirstNames = Set(Dictionary(grouping: firstNames) { $0 }.filter { $0.value.count > 1 }.keys)
        func threads(_ kind: StalledThread.Kind) -> [PersonID: StalledThread] {
            Dictionary(
                analysis.stalledThreads.threads(of: kind).map { ($0.person, $0) },
                uniquingKeysWith: { first, _ in first })
        }
        waiting = threads(.theyOwe)
        closed = threads(.closed)
        var roles: [NodeID: Int] = [:]
        for (node, referral) in forest.incoming { roles[node] = role(of: referral) }
        for node in roles.keys.sorted() {
            guard let role = roles[node],
                !forest.ancestors(of: node).contains(where: { roles[$0] == role })
            else { continue }
            headsByRole[role, default: []].append(node)
        }
    }

    /// The chain of a role; `nil` for one that does not stand at a no.
    func chain(ofOpportunity position: Int) -> ReferralChain? {
        guard let rejection = rejection(at: position) else { return nil }
        let heads = headsByRole[position] ?? []
        let givers = heads.compactMap(forest.parent(of:))
        let said = rejection.saidBy.compactMap(situation.index.node(of:))
        var roots: [NodeID] = []
        for node in heads.isEmpty ? said : givers where !roots.contains(node) { roots.append(node) }
        return chain(rejection, roots: roots, heads: heads)
    }

    /// The chain of a person.
    func chain(from node: NodeID) -> ReferralChain {
        let heads = forest.children(of: node)
        let roles = heads.lazy.compactMap { forest.incoming[$0].flatMap(role(of:)) }
        return chain(roles.first.flatMap(rejection(at:)), roots: [node], heads: heads)
    }

    private func chain(
        _ rejection: ReferralChain.Rejection?, roots: [NodeID], heads: [NodeID]
    ) -> ReferralChain {
        let role = rejection.flatMap { situation.index.position(of: $0.opportunity) }
        let nodes = forest.descendants(from: heads).filter { !roots.contains($0) }
        let members = nodes.map { node in
            member(node, from: forest.incoming[node], since: forest.incoming[node]?.firstDate, besides: role)
        }
        // What came of those who gave the first names counts from the no on; before, it came of something else.
        let counted =
            nodes.map { ($0, forest.incoming[$0]?.firstDate) }
            + (rejection.map { rejection in roots.map { ($0, rejection.day) } } ?? [])
        var interviews: Set<Meeting> = []
        var offers: Set<Int> = []
        for (node, since) in counted {
            interviews.formUnion(meetings(with: node, since: since, besides: role))
            for position in situation.opportunitiesByNode[Int(node)] {
                guard let offer = situation.network.opportunities[position].offer?.date.day else { continue }
                if offer >= since ?? offer { offers.insert(position) }
            }
        }
        let led = members.filter { $0.outcome != .declined }
        return ReferralChain(
            rejection: rejection, beginning: beginning(rejection, roots: roots),
            roots: roots.map { member($0, from: nil, since: rejection?.day, besides: role) },
            members: members, peopleCount: led.count,
            interviewCount: interviews.count, offerCount: offers.count,
            openCount: led.count { $0.outcome.isOpen })
    }

    private func beginning(_ rejection: ReferralChain.Rejection?, roots: [NodeID]) -> String {
        guard let rejection else { return roots.first.map(shortName) ?? "" }
        guard rejection.saidBy.count == 1, let node = situation.index.node(of: rejection.saidBy[0]),
            roots.contains(node)
        else { return "\(rejection.companyName)’s no" }
        return "\(shortName(of: node))’s no"
    }

    private func shortName(of node: NodeID) -> String {
        let first = situation.firstName(node)
        return sharedFirstNames.contains(first) ? situation.person(node).name : first
    }

    /// The rejected role a referral came out of.
    private func role(of referral: Referral) -> Int? {
        let named = referral.opportunity.flatMap(situation.index.position(of:)).flatMap { position in
            situation.network.opportunities[position].rejection == nil ? nil : position
        }
        return named
            ?? Lineage.refusal(by: referral.from, atOrBefore: referral.firstDate, in: situation)
            .flatMap(situation.index.position(of:))
    }

    private func rejection(at position: Int) -> ReferralChain.Rejection? {
        let role = situation.network.opportunities[position]
        guard let stage = role.rejection else { return nil }
        let company = situation.index.position(of: role.company).map { situation.network.companies[$0].name }
        let people = stage.people.isEmpty ? role.deciders : stage.people
        return ReferralChain.Rejection(
            opportunity: role.id, title: role.title, company: role.company,
            companyName: company ?? role.company.text, day: stage.date.day,
            saidBy: people.filter { $0 != situation.network.seeker })
    }
}

extension ChainBuilder {
    /// An interview: one a day and role, however many sat in it.
    private struct Meeting: Hashable {
        var day: CalendarDay
        /// The role's position; `nil` where none is recorded.
        var role: Int?
        /// Who it was with, where no role tells interviews apart.
        var node: NodeID?
    }

    /// The interviews with someone since a day, those for one role left out.
    private func meetings(with node: NodeID, since: CalendarDay?, besides refused: Int?) -> [Meeting] {
        var meetings: [Meeting] = []
        func isKnown(_ day: CalendarDay) -> Bool { meetings.contains { $0.day == day } }
        let person = situation.id(of: node)
        for position in situation.opportunitiesByNode[Int(node)] {
            let role = situation.network.opportunities[position]
            for stage in role.stages
            where stage.stage == .interview && role.panel(of: stage).contains(person) {
                let meeting = Meeting(day: stage.date.day, role: position)
                if !meetings.contains(meeting) { meetings.append(meeting) }
            }
        }
        for touch in situation.history.touches(with: node)
        where touch.channel == .interview && touch.interaction != nil && touch.direction.hasTheirWord
            && !isKnown(touch.date.day) && !isKnown(touch.day)
        {
            meetings.append(
                Meeting(day: touch.day, role: touch.opportunity, node: touch.opportunity == nil ? node : nil))
        }
        return meetings.filter { $0.day >= since ?? $0.day && ($0.role == nil || $0.role != refused) }.sorted
        {
            ($0.day, $0.role ?? .max) < ($1.day, $1.role ?? .max)
        }
    }

    private func member(
        _ node: NodeID, from referral: Referral?, since: CalendarDay?, besides refused: Int?
    ) -> ReferralChain.Member {
        let interviews = meetings(with: node, since: since, besides: refused).map(\.day)
        let (outcome, day) = outcome(of: node, referral, since: since, lastInterview: interviews.last)
        return ReferralChain.Member(
            person: situation.id(of: node), name: situation.person(node).name, from: referral?.from,
            referred: referral?.firstDate, interviews: interviews, outcome: outcome, since: day)
    }

    /// What has come of someone since a day: an offer above all, then silence, then the last decision, then talk.
    private func outcome(
        of node: NodeID, _ referral: Referral?, since: CalendarDay?, lastInterview: CalendarDay?
    ) -> (ReferralChain.Outcome, CalendarDay?) {
        let roles = situation.opportunitiesByNode[Int(node)].map { situation.network.opportunities[$0] }
            .filter { role in role.currentStage.map { $0.date.day >= since ?? $0.date.day } ?? false }
        for (stage, outcome) in [(Stage.accepted, ReferralChain.Outcome.accepted), (.offer, .offer)] {
            if let day = roles.compactMap(\.currentStage).last(where: { $0.stage == stage })?.date.day {
                return (outcome, day)
            }
        }
        if let thread = waiting[situation.id(of: node)], thread.since >= since ?? thread.since {
            return (.silent, thread.since)
        }
        if let last = roles.compactMap(\.currentStage).max(by: { $0.date < $1.date }) {
            if last.stage == .rejected { return (.rejected, last.date.day) }
            if last.stage == .withdrawn { return (.withdrawn, last.date.day) }
        }
        if let lastInterview { return (.interviewed, lastInterview) }
        return acquaintance(of: node, referral, since: since)
    }

    /// How far a name has led that came to no interview.
    private func acquaintance(
        of node: NodeID, _ referral: Referral?, since: CalendarDay?
    ) -> (ReferralChain.Outcome, CalendarDay?) {
        let touches = situation.history.touches(with: node).filter { $0.day >= since ?? $0.day }
        if let thread = closed[situation.id(of: node)], thread.since >= since ?? thread.since {
            return (.closed, thread.since)
        }
        if let day = touches.last(where: { $0.direction.hasTheirWord })?.day ?? referral?.met {
            return (.talked, day)
        }
        if let declined = referral?.declined { return (.declined, declined) }
        if let day = touches.last?.day ?? referral?.used { return (.contacted, day) }
        if let given = referral?.given { return (.named, given) }
        return (.promised, referral?.promised)
    }
}

extension Opportunity {
    /// The first offer, whatever became of it.
    fileprivate var offer: StageEvent? {
        stages.filter { $0.stage == .offer || $0.stage == .accepted }.min { $0.date < $1.date }
    }
}

public import GraphAlgorithms
import Playbook
import ReferralGraph

/// The network as an undirected graph of acquaintance (ranking.md, section 0): person `i` is node `i`.
public struct NetworkProjection: Sendable {
    /// Who knows who, the seeker included.
    public let graph: CompactGraph
    /// The seeker's node.
    public let seeker: NodeID
    /// Whether each node is in touch with the seeker: exchanged a word, met, or connected.
    public let isContact: [Bool]
    /// Days since the last contact either way; `nil` for strangers and where no date is known.
    public let daysSinceContact: [Double?]
    /// How many people are recorded as knowing each node, the seeker left out.
    public let knownBy: [Int]
    /// How many acquaintances rest only on a shared employer.
    public let inferredTieCount: Int
    /// The acquaintances that something recorded says, those with the seeker left out.
    package let recorded: CompactGraph

    /// - Parameter known: The projection of a network in which the same people, the seeker apart, know each other; `nil`
    ///   for none. Where the seeker is in touch with the same people, too, its graph is taken over.
    init(
        _ situation: Situation, policy: ProjectionPolicy, seeker: NodeID,
        reusing known: NetworkProjection? = nil
    ) throws(GraphError) {
        let network = situation.network
        var last = [Double?](repeating: nil, count: network.people.count)
        var isContact = [Bool](repeating: false, count: network.people.count)
        func touch(_ node: NodeID?, _ day: Double?) {
            guard let node, node != seeker else { return }
            isContact[Int(node)] = true
            if let day { last[Int(node)] = max(last[Int(node)] ?? day, day) }
        }
        func days(_ day: CalendarDay?) -> Double? { day.map { Timestamp($0).daysSinceEpoch } }
        for contact in situation.history.touches { touch(contact.node, contact.date.daysSinceEpoch) }
        for tie in network.ties {
            let ends = (situation.index.node(of: tie.from), situation.index.node(of: tie.to))
            let when = days(tie.lastContact ?? tie.since)
            if ends.0 == seeker { touch(ends.1, when) }
            if ends.1 == seeker { touch(ends.0, when) }
        }
        // Whoever runs a process that is alive is no stranger.
        for role in network.opportunities where role.isLive && !role.stages.isEmpty {
            for participant in role.participants where participant.role.runsTheProcess {
                touch(situation.index.node(of: participant.person), nil)
            }
        }
        for referral in network.referrals {
            touch(situation.index.node(of: referral.from), days(referral.given ?? referral.promised))
            if let met = referral.met ?? referral.used {
                touch(situation.index.node(of: referral.to), days(met))
            }
        }

        for node in network.people.indices.map(NodeID.init) where situation.isDeclaredStranger(node) {
            (isContact[Int(node)], last[Int(node)]) = (false, nil)
        }

        let now = situation.asOf.daysSinceEpoch
        self.seeker = seeker
        self.isContact = isContact
        daysSinceContact = last.map { $0.map { max(0, now - $0) } }
        if let known, known.isContact == isContact {
            (graph, recorded) = (known.graph, known.recorded)
            (knownBy, inferredTieCount) = (known.knownBy, known.inferredTieCount)
            return
        }
        var pairs = AcquaintancePairs(situation, seeker: seeker, policy: policy)
        pairs.collectRecorded()
        let recorded = try CompactGraph(nodeCount: network.people.count, edges: pairs.edges)
        if policy.infersTiesFromEmployers { pairs.collectInferred() }
        let contactEdges = isContact.indices.filter { isContact[$0] }.map { Edge(seeker, NodeID($0)) }
        let graph = try CompactGraph(nodeCount: network.people.count, edges: pairs.edges + contactEdges)
        self.graph = graph
        self.recorded = recorded
        knownBy = graph.nodes.map { node in
            graph.outDegree(of: node) - (isContact[Int(node)] ? 1 : 0)
        }
        inferredTieCount = graph.edgeCount - contactEdges.count - recorded.edgeCount
    }
}

/// Gathers who knows who; pairs with the seeker are left out, self-pairs and repetitions are the graph's to drop.
private struct AcquaintancePairs {
    let situation: Situation
    let seeker: NodeID
    let policy: ProjectionPolicy
    var edges: [Edge] = []

    init(_ situation: Situation, seeker: NodeID, policy: ProjectionPolicy) {
        self.situation = situation
        self.seeker = seeker
        self.policy = policy
    }

    /// Ties, reporting lines, referrals, interview panels and group threads.
    mutating func collectRecorded() {
        let network = situation.network
        for tie in network.ties { add(tie.from, tie.to) }
        for referral in network.referrals { add(referral.from, referral.to) }
        for opportunity in network.opportunities {
            for stage in opportunity.stages where stage.stage == .interview {
                addAll(opportunity.panel(of: stage))
            }
        }
        var groups: [String: [PersonID]] = [:]
        for position in network.interactions.indices {
            let people = network.interactions[position].people
            if let thread = network.interactions[position].thread { groups[thread, default: []] += people }
            if people.count > 1 { addAll(people) }
        }
        for thread in groups.keys.sorted() { addAll(Array(Set(groups[thread] ?? [])).sorted()) }
    }

    /// Colleagues of one department, and of a company with few people on record.
    mutating func collectInferred() {
        struct Team: Hashable {
            var company: CompanyID
            var department: String?
        }
        var teams: [Team: [NodeID]] = [:]
        for node in situation.network.people.indices.map(NodeID.init) where node != seeker {
            guard let employment = situation.workplace(of: node) else { continue }
            teams[Team(company: employment.company), default: []].append(node)
            if let department = employment.department {
                teams[Team(company: employment.company, department: department), default: []].append(node)
            }
        }
        for (team, nodes) in teams
        where team.department != nil || nodes.count <= policy.smallCompanyAtMostPeople {
            addAll(nodes)
        }
    }

    private mutating func add(_ left: PersonID, _ right: PersonID) {
        guard let a = situation.index.node(of: left), let b = situation.index.node(of: right) else { return }
        addAll([a, b])
    }

    private mutating func addAll(_ people: [PersonID]) {
        guard people.count <= policy.groupThreadAtMostPeople else { return }
        addAll(people.compactMap(situation.index.node(of:)))
    }

    private mutating func addAll(_ nodes: [NodeID]) {
        for (position, a) in nodes.enumerated() where a != seeker {
            for b in nodes[(position + 1)...] where b != seeker { edges.append(Edge(a, b)) }
        }
    }
}

import GraphAlgorithms
import Playbook
import RankingModel
import ReferralGraph

/// Who can introduce who, and how likely it is that they do (ranking.md, *Paths*).
struct IntroductionMap {
    let situation: Situation
    let ranking: ContactRanking
    let path: IntroductionPath
    /// Who must not be led to: not to be contacted, said no, declined to be introduced.
    let isClosed: [Bool]
    /// Who refused the seeker after a screening and is no acquaintance: no way to anyone.
    let isNoWay: [Bool]
    private let ties: [Pair: TieRecord]
    private let referrals: Set<Pair>

    /// Two people in the order of their numbers, or from the referrer on.
    private struct Pair: Hashable {
        var from: NodeID
        var to: NodeID
    }

    /// What the ties of a pair say together.
    private struct TieRecord {
        var strength: Double?
        var lastContact: CalendarDay?
        var isInferred = true
    }

    /// - Complexity: O(people + ties + referrals).
    init(_ situation: Situation, _ ranking: ContactRanking) throws(RankingError) {
        self.situation = situation
        self.ranking = ranking
        path = try IntroductionPath(constants: ranking.values.constants)
        isClosed = ranking.projection.graph.nodes.map { node in
            node != ranking.projection.seeker
                && (situation.closure(of: node) != nil || situation.isOwnColleague(node)
                    || situation.company(of: node)?.doNotContact == true)
        }
        let panels = HiringProcesses(situation)
        isNoWay = ranking.projection.graph.nodes.map {
            situation.onlyScreened($0) || panels.isBesideVoice($0)
        }
        var ties: [Pair: TieRecord] = [:]
        for tie in situation.network.ties {
            guard let a = situation.index.node(of: tie.from), let b = situation.index.node(of: tie.to)
            else { continue }
            var record = ties[Pair(from: min(a, b), to: max(a, b))] ?? TieRecord()
            record.strength = [record.strength, tie.strength].compactMap(\.self).max()
            record.lastContact = [record.lastContact, tie.lastContact].compactMap(\.self).max()
            record.isInferred = record.isInferred && tie.isInferred
            ties[Pair(from: min(a, b), to: max(a, b))] = record
        }
        self.ties = ties
        var referrals: Set<Pair> = []
        for referral in situation.network.referrals where referral.declined == nil {
            guard referral.given != nil || referral.promised != nil,
                let a = situation.index.node(of: referral.from), let b = situation.index.node(of: referral.to)
            else { continue }
            referrals.insert(Pair(from: a, to: b))
        }
        self.referrals = referrals
    }

    /// tau, what it rests on, and whether the tie is only guessed.
    func tie(_ from: NodeID, _ to: NodeID) -> (probability: Double, basis: String, isInferred: Bool) {
        let record = ties[Pair(from: min(from, to), to: max(from, to))]
        let isRecorded = ranking.projection.recorded.hasEdge(from: from, to: to)
        let isInferred = record?.isInferred ?? !isRecorded
        let days = record?.lastContact.map { situation.asOf.day - $0 }
        var probability = path.tieProbability(
            recordedStrength: record?.strength, daysSinceContact: days.map(Double.init),
            isInferred: isInferred)
        if referrals.contains(Pair(from: from, to: to)),
            path.constants.givenReferralTieProbability > probability
        {
            probability = path.constants.givenReferralTieProbability
            return (probability, "referred you to them", false)
        }
        if let strength = record?.strength {
            return (probability, "recorded strength \(decimal(strength))", isInferred)
        }
        let halved = isInferred ? ", halved as inferred" : ""
        guard let days else { return (probability, "strength not known, assumed" + halved, isInferred) }
        return (probability, "in touch \(max(0, days)) day\(days == 1 ? "" : "s") ago" + halved, isInferred)
    }

    /// Whether someone has given or promised a word to someone else.
    func hasReferral(from: NodeID, to: NodeID) -> Bool { referrals.contains(Pair(from: from, to: to)) }

    /// The likeliest ways from the seeker to any of the `targets`, each ending at the first of them it meets.
    /// - Parameters:
    ///   - avoided: People who are left out.
    ///   - isDirectWayOpen: Whether the seeker can ask a target themself.
    /// - Complexity: that of ``ShortestSimplePaths``.
    func chains(
        to targets: Set<NodeID>, count: Int, avoiding avoided: Set<NodeID> = [], isDirectWayOpen: Bool = true
    ) -> [IntroductionChain] {
        let graph = ranking.projection.graph
        let seeker = ranking.projection.seeker
        let goal = NodeID(graph.nodeCount)
        let isOpen = { (node: NodeID) in !isClosed[Int(node)] && !avoided.contains(node) }
        var edges: [Edge] = []
        /// The longer, the less likely: lengths add up as probabilities multiply.
        func add(_ from: NodeID, _ to: NodeID, _ probability: Double) {
            guard probability > 0 else { return }
            edges.append(Edge(from, to, weight: max(0, -Elementary.logarithm(probability))))
        }
        for node in graph.nodes where isOpen(node) && node != seeker {
            if targets.contains(node) {
                edges.append(Edge(node, goal, weight: 0))
                continue
            }
            if isNoWay[Int(node)] { continue }
            for next in graph.successors(of: node) where next != seeker && isOpen(next) {
                add(node, next, tie(node, next).probability)
            }
        }
        for next in graph.successors(of: seeker)
        where isOpen(next) && (isDirectWayOpen || !targets.contains(next)) {
            add(seeker, next, ranking.replyProbability(of: next))
        }
        // Probabilities are finite and above 0, and the numbers those of the projection.
        guard let map = try? CompactGraph(nodeCount: graph.nodeCount + 1, edges: edges, isDirected: true),
            let search = try? ShortestSimplePaths(
                count: count, maximumHops: path.constants.maximumIntroductionHops + 1)
        else { return [] }
        return search.paths(from: seeker, to: goal, in: map).map { chain(Array($0.nodes.dropLast())) }
            .sorted { $0.precedes($1) }
    }

    /// The likeliest way to each person who may be led to, found in one search.
    /// - Complexity: O(hops x (people + ties)).
    func chainsToEverybody() -> LikeliestChains {
        let graph = ranking.projection.graph
        let seeker = ranking.projection.seeker
        let people = graph.nodes.filter { !isClosed[Int($0)] && $0 != seeker }
        func hop(_ from: NodeID, _ to: NodeID, _ probability: Double) -> Edge? {
            probability > 0 && !isClosed[Int(to)] && to != seeker
                ? Edge(from, to, weight: max(0, -Elementary.logarithm(probability))) : nil
        }
        let first = graph.successors(of: seeker).compactMap {
            hop(seeker, $0, ranking.replyProbability(of: $0))
        }
        let further = people.flatMap { node in
            isNoWay[Int(node)]
                ? [] : graph.successors(of: node).compactMap { hop(node, $0, tie(node, $0).probability) }
        }
        return LikeliestChains(
            from: seeker, over: first + further, nodeCount: graph.nodeCount,
            maximumHops: path.constants.maximumIntroductionHops)
    }

    /// A sequence of people with the probabilities of its hops.
    func chain(_ nodes: [NodeID]) -> IntroductionChain {
        let probabilities = zip(nodes, nodes.dropFirst()).map { from, to in
            from == ranking.projection.seeker ? ranking.replyProbability(of: to) : tie(from, to).probability
        }
        return IntroductionChain(
            nodes: nodes, hopProbabilities: probabilities, probability: probabilities.reduce(1, *))
    }
}

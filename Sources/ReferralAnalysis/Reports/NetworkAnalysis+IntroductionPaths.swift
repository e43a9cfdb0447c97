import GraphAlgorithms
import Playbook
import RankingModel
public import ReferralGraph

extension NetworkAnalysis {
    /// The most reliable ways to someone; `nil` for the seeker and for people not in the network.
    /// - Parameter count: How many at the most.
    /// - Complexity: O(count x people + ties) for each of the hops, squared.
    public func introductionPaths(to person: PersonID, count: Int = 3) -> IntroductionPaths? {
        guard let node = situation.index.node(of: person), node != ranking.projection.seeker,
            let map = introductionMap
        else { return nil }
        var report = IntroductionPaths(
            person: person, company: nil, name: situation.person(node).name, isReached: isContact(person),
            obstacle: situation.closure(of: node), maximumHops: map.path.constants.maximumIntroductionHops,
            paths: [], nearest: [])
        guard report.obstacle == nil else { return report }
        report.paths = routes(to: [node], named: report.name, count: count, on: map)
        if report.paths.isEmpty { report.nearest = nearest(to: [node], on: map) }
        return report
    }

    /// The most reliable ways to anyone who works at a company now; `nil` for one not in the network.
    ///
    /// A way ends with the first person of the company that it meets.
    /// - Parameter count: How many at the most.
    /// - Complexity: O(count x people + ties) for each of the hops, squared.
    public func introductionPaths(to company: CompanyID, count: Int = 3) -> IntroductionPaths? {
        guard let position = situation.index.position(of: company), let map = introductionMap else {
            return nil
        }
        let people = staff(of: company)
        let open = people.filter { !map.isClosed[Int($0)] }
        let name = network.companies[position].name
        var report = IntroductionPaths(
            person: nil, company: company, name: name,
            isReached: open.contains { ranking.projection.isContact[Int($0)] }, obstacle: nil,
            maximumHops: map.path.constants.maximumIntroductionHops, paths: [], nearest: [])
        if people.isEmpty {
            report.obstacle = "no one there is in your network"
        } else if open.isEmpty {
            report.obstacle = "no one there can be contacted"
        }
        report.paths = routes(to: Set(open), named: name, count: count, on: map)
        if report.paths.isEmpty { report.nearest = nearest(to: people, at: company, on: map) }
        return report
    }

    /// The constants were validated when the analysis was made.
    var introductionMap: IntroductionMap? { try? IntroductionMap(situation, ranking) }

    /// Who works at a company now, the seeker left out, ascending.
    func staff(of company: CompanyID) -> [NodeID] {
        staff(of: [company])[company]?.now.map(\.node) ?? []
    }

    private func routes(
        to targets: Set<NodeID>, named name: String, count: Int, on map: IntroductionMap
    ) -> [IntroductionRoute] {
        var remaining: [NodeID: IntroductionRoute.Remaining] = [:]
        var asked: Set<NodeID> = []
        return map.chains(to: targets, count: max(0, count)).enumerated().map { position, chain in
            let first = chain.nodes[1]
            if asked.insert(first).inserted {
                let isOnlyTarget = targets == [first]
                let rest = map.chains(
                    to: targets, count: 1, avoiding: isOnlyTarget ? [] : [first],
                    isDirectWayOpen: !isOnlyTarget)
                remaining[first] = rest.first.map { chain in
                    let people = chain.nodes.dropFirst()
                    return .init(
                        people: people.map { situation.id(of: $0) },
                        names: people.map { situation.person($0).name }, probability: chain.probability)
                }
            }
            return IntroductionRoute(
                rank: position + 1, hops: hops(of: chain, on: map), probability: chain.probability,
                weakestHop: chain.weakestHop ?? 0, ask: firstAsk(on: chain, towards: name, map),
                ifDeclined: remaining[first])
        }
    }

    private func hops(of chain: IntroductionChain, on map: IntroductionMap) -> [IntroductionRoute.Hop] {
        chain.hopProbabilities.indices.map { hop in
            let (from, to) = (chain.nodes[hop], chain.nodes[hop + 1])
            let tie = hop == 0 ? nil : map.tie(from, to)
            return IntroductionRoute.Hop(
                from: situation.id(of: from), fromName: situation.person(from).name, to: situation.id(of: to),
                toName: situation.person(to).name, probability: chain.hopProbabilities[hop],
                evidence: evidence(from, to),
                basis: tie?.basis ?? situation.history.lastTouch(with: to).map {
                    "last in touch on \($0.day.words(relativeTo: asOf.day))"
                } ?? "never in touch")
        }
    }

    private func firstAsk(
        on chain: IntroductionChain, towards name: String, _ map: IntroductionMap
    ) -> IntroductionRoute.FirstAsk {
        let first = chain.nodes[1]
        let place = callList.place(of: first)
        // Another step that is due with them does not keep the seeker from asking.
        return IntroductionRoute.FirstAsk(
            person: situation.id(of: first), name: situation.person(first).name,
            action: chain.hops == 1
                ? place.contact?.action
                    ?? Opener(situation: situation, ranking: ranking)
                    .action(for: first, worth: ranking.worth(of: first))
                : request(on: chain, towards: name, map),
            notBefore: place.withheld?.until, waiting: place.withheld?.reason)
    }

    /// The words that ask for the second hop.
    private func request(
        on chain: IntroductionChain, towards name: String, _ map: IntroductionMap
    ) -> DueStep.Action {
        let (first, second) = (chain.nodes[1], chain.nodes[2])
        let person = situation.person(first)
        let next = situation.person(second).name
        let touches = situation.history.touches(with: first)
        let canCall =
            !person.phones.isEmpty && situation.mayCall(first)
            && touches.contains { $0.direction.hasTheirWord }
        let say =
            if map.hasReferral(from: first, to: second) {
                "“You mentioned \(next). Could you introduce us by e-mail?”"
            } else if chain.hops == 2 {
                "“You know \(next). Could you introduce us?”"
            } else {
                "“I am trying to reach \(name). You know \(next), who is closer. Could you introduce us?”"
            }
        return DueStep.Action(
            canCall ? .call : situation.channel(to: first, preferring: touches.last?.channel),
            "Ask \(situation.firstName(first)) for an introduction to \(next)",
            hour: canCall ? situation.callHours(of: first) : nil, say: say)
    }
}

extension NetworkAnalysis {
    /// The people within reach that are nearest to someone who is not, three at the most.
    ///
    /// First by introductions that would still be missing; where no chain of acquaintances leads there, those who work
    /// or worked at the same company.
    private func nearest(
        to targets: [NodeID], at company: CompanyID? = nil, on map: IntroductionMap
    ) -> [NearestPerson] {
        let most = 3
        let near = neighboursOnTheWay(to: targets, on: map)
        let candidates = near.isEmpty ? colleagues(of: targets, at: company, on: map) : near
        var found: [(person: NearestPerson, order: (Int, Double))] = []
        for candidate in candidates {
            guard let chain = map.chains(to: [candidate.node], count: 1).first else { continue }
            found.append(
                (
                    NearestPerson(
                        person: situation.id(of: candidate.node), name: situation.person(candidate.node).name,
                        why: candidate.why,
                        names: chain.nodes.dropFirst().map { situation.person($0).name },
                        probability: chain.probability),
                    (candidate.distance, -chain.probability)
                ))
        }
        return found.enumerated().sorted { left, right in
            (left.element.order.0, left.element.order.1, left.offset)
                < (right.element.order.0, right.element.order.1, right.offset)
        }.prefix(most).map(\.element.person)
    }

    private typealias Candidate = (node: NodeID, distance: Int, why: String)

    /// Who can be led to within the hops that a chain may have, ascending.
    private func withinReach(on map: IntroductionMap) -> [NodeID] {
        let graph = openGraph(map, withSeeker: true)
        guard let search = try? BreadthFirstSearch(maximumHops: map.path.constants.maximumIntroductionHops)
        else { return [] }
        let tree = search.shortestPaths(from: ranking.projection.seeker, in: graph)
        return graph.nodes.filter { $0 != ranking.projection.seeker && tree.distance(to: $0) != nil }
    }

    /// Those within reach who need the fewest introductions to a target.
    private func neighboursOnTheWay(to targets: [NodeID], on map: IntroductionMap) -> [Candidate] {
        let graph = openGraph(map, withSeeker: false)
        var distances: [NodeID: (hops: Int, target: NodeID)] = [:]
        for target in targets {
            let tree = BreadthFirstSearch().shortestPaths(from: target, in: graph)
            for node in graph.nodes {
                guard let hops = tree.distance(to: node).map(Int.init) else { continue }
                if hops < distances[node]?.hops ?? .max { distances[node] = (hops, target) }
            }
        }
        let reached = withinReach(on: map).filter { distances[$0] != nil }
        guard let fewest = reached.compactMap({ distances[$0]?.hops }).min() else { return [] }
        return reached.filter { distances[$0]?.hops == fewest }.map { node in
            let target = situation.person(distances[node]!.target).name
            return (node, fewest, "\(fewest) introduction\(fewest == 1 ? "" : "s") from \(target)")
        }
    }

    /// Those within reach who work or worked where a target does or did.
    private func colleagues(
        of targets: [NodeID], at company: CompanyID?, on map: IntroductionMap
    ) -> [Candidate] {
        let places =
            [company].compactMap(\.self) + targets.compactMap { situation.workplace(of: $0)?.company }
        let now = Set(places)
        let before = Set(targets.flatMap { situation.person($0).employments.map(\.company) }).subtracting(now)
        func name(_ company: CompanyID) -> String {
            situation.index.position(of: company).map { network.companies[$0].name } ?? company.text
        }
        return withinReach(on: map).compactMap { node in
            let present = situation.employment(of: node)?.company
            let all = situation.person(node).employments.map(\.company)
            if let present, now.contains(present) { return (node, 0, "works at \(name(present)), too") }
            if let past = all.first(where: now.contains) { return (node, 1, "used to work at \(name(past))") }
            if let shared = all.first(where: before.contains) {
                return (node, 2, "was at \(name(shared)), too")
            }
            return nil
        }
    }

    /// Acquaintance among those who may be led to.
    func openGraph(_ map: IntroductionMap, withSeeker: Bool) -> CompactGraph {
        let graph = ranking.projection.graph
        let isKept = { (node: NodeID) in
            !map.isClosed[Int(node)] && (withSeeker || node != ranking.projection.seeker)
        }
        let edges = graph.nodes.filter(isKept).flatMap { node in
            graph.successors(of: node).filter { $0 > node && isKept($0) }.map { Edge(node, $0) }
        }
        return RunControl.unstoppable { control throws(GraphError) in
            try CompactGraph(nodeCount: graph.nodeCount, edges: edges, control: control)
        }
    }
}

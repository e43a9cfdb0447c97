import GraphAlgorithms
import Playbook
import RankingModel
import ReferralGraph

extension NetworkAnalysis {
    /// Where the network is thin.
    ///
    /// What a company rests on is read off the gatekeepers of its people, circles off the ties among contacts, brokers off
    /// constraint and effective size (Burt 1992).
    /// - Complexity: O(people + ties + wanted companies), and O(ties x sqrt(ties)) for the triangles.
    public func gaps() -> NetworkGaps {
        guard let map = introductionMap else { preconditionFailure("validated when the analysis was made") }
        let wanted = wantedCompanies
        let staff = staffByCompany
        let chains = map.chainsToEverybody()
        let gatekeepers = Gatekeepers().nodes(
            from: ranking.projection.seeker, in: openGraph(map, withSeeker: true))
        let components = ConnectedComponents().labels(in: ranking.projection.graph)
        let own = components.labels[Int(ranking.projection.seeker)]
        return NetworkGaps(
            unreached: wanted.compactMap {
                unreached($0.company, $0.why, staff[$0.company.id] ?? [], map, chains)
            },
            singlePoints: wanted.compactMap {
                singlePoint($0.company, staff[$0.company.id] ?? [], gatekeepers)
            }.filter { shows($0.person) },
            wantedCount: wanted.count,
            clusters: clusters().filter { $0.people.contains(where: shows) },
            brokers: brokers(map).filter { shows($0.person) }, newTies: newTies,
            outOfReachCount: components.labels.count { $0 != own })
    }

    /// The companies with a priority, a live opportunity or a fresh opening: by priority, then as recorded.
    var wantedCompanies: [(company: Company, why: String)] {
        let live = Set(network.opportunities.filter(\.isLive).map(\.company))
        let found = network.companies.compactMap { company -> (company: Company, why: String)? in
            if let priority = company.priority { return (company, "priority \(priority.rawValue)") }
            if live.contains(company.id) { return (company, "a live opportunity") }
            let isOpening = company.signals.contains {
                $0.kind == .openingPosted && asOf.day - $0.date <= policy.playbook.openingIsNewsForDays
            }
            return isOpening ? (company, "an opening posted") : nil
        }
        return found.enumerated().sorted { left, right in
            let (a, b) = (
                left.element.company.priority?.rawValue ?? "Z",
                right.element.company.priority?.rawValue ?? "Z"
            )
            return (a, left.offset) < (b, right.offset)
        }.map(\.element)
    }

    /// Who works where now, the seeker left out, ascending.
    var staffByCompany: [CompanyID: [NodeID]] {
        var staff: [CompanyID: [NodeID]] = [:]
        for node in ranking.projection.graph.nodes where node != ranking.projection.seeker {
            if let company = situation.workplace(of: node)?.company {
                staff[company, default: []].append(node)
            }
        }
        return staff
    }

    /// A wanted company at which no one who may be contacted is a contact; `nil` for any other.
    func unreached(
        _ company: Company, _ why: String, _ staff: [NodeID], _ map: IntroductionMap,
        _ chains: LikeliestChains
    ) -> NetworkGaps.UnreachedCompany? {
        let people = staff.filter { !map.isClosed[Int($0)] }
        guard !people.contains(where: isContact) else { return nil }
        let chain = chains.best(to: people).map(map.chain)
        return NetworkGaps.UnreachedCompany(
            company: company.id, name: company.name, priority: company.priority, why: why,
            peopleCount: staff.count,
            names: chain?.nodes.dropFirst().map { situation.person($0).name } ?? [],
            ask: chain.map { situation.id(of: $0.nodes[1]) }, probability: chain?.probability)
    }

    /// The first person every way to a company leads through: the gatekeeper of all its people within reach.
    private func singlePoint(
        _ company: Company, _ staff: [NodeID], _ gatekeepers: [NodeID]
    ) -> NetworkGaps.SinglePoint? {
        let gates = Set(staff.map { gatekeepers[Int($0)] }).subtracting([CompactGraph.noNode])
        guard gates.count == 1, let node = gates.first else { return nil }
        return NetworkGaps.SinglePoint(
            company: company.id, companyName: company.name, person: situation.id(of: node),
            name: situation.person(node).name, isInside: staff.contains(node),
            replyProbability: isContact(node) ? ranking.replyProbability(of: node) : nil)
    }

    private func isContact(_ node: NodeID) -> Bool { ranking.projection.isContact[Int(node)] }

    /// Those a person knows, the seeker left out.
    private func acquaintances(_ node: NodeID) -> [NodeID] {
        ranking.projection.graph.successors(of: node).filter { $0 != ranking.projection.seeker }
    }

    private var newTies: NetworkGaps.NewTies {
        var (leadingOn, all) = (0, 0)
        for node in ranking.projection.graph.nodes where isContact(node) {
            for other in acquaintances(node) where !isContact(other) || other > node {
                all += 1
                if !isContact(other) { leadingOn += 1 }
            }
        }
        return NetworkGaps.NewTies(
            leadingOn: leadingOn, all: all, share: all == 0 ? nil : Double(leadingOn) / Double(all))
    }
}

extension NetworkAnalysis {
    /// Circles of three contacts and more who all know one another; no one is in two.
    ///
    /// Greedy: the circle of whoever knows most contacts not yet placed is filled with those who fit best. Each is as
    /// large as it gets with those left; a larger one that shares people with it may exist (the largest clique is
    /// NP-hard).
    private func clusters() -> [NetworkGaps.ContactCluster] {
        let smallest = 3
        let projection = ranking.projection
        var circles: [NodeID: Set<NodeID>] = [:]
        for node in projection.graph.nodes where projection.isContact[Int(node)] {
            circles[node] = Set(
                projection.graph.successors(of: node).filter { projection.isContact[Int($0)] })
        }
        let byDegree = circles.keys.sorted { (circles[$1]!.count, $0) < (circles[$0]!.count, $1) }
        var placed: Set<NodeID> = []
        var clusters: [[NodeID]] = []
        for start in byDegree where !placed.contains(start) {
            var members = [start]
            var fitting = circles[start]!.subtracting(placed)
            while !fitting.isEmpty {
                let best = fitting.min { left, right in
                    let (a, b) = (
                        circles[left]!.intersection(fitting).count,
                        circles[right]!.intersection(fitting).count
                    )
                    return a != b ? a > b : left < right
                }!
                members.append(best)
                fitting.formIntersection(circles[best]!)
            }
            guard members.count >= smallest else { continue }
            placed.formUnion(members)
            clusters.append(members)
        }
        return clusters.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.map { members in
            let values = ranking.values.values
            let ordered = members.sorted {
                (values[Int($1)], $0) < (values[Int($0)], $1)
            }
            let strangers = Set(
                members.flatMap { projection.graph.successors(of: $0) }
                    .filter { !projection.isContact[Int($0)] && $0 != projection.seeker })
            return NetworkGaps.ContactCluster(
                people: ordered.map { situation.id(of: $0) },
                names: ordered.map { situation.person($0).name },
                strangerCount: strangers.count)
        }
    }

    /// The contacts between circles who know a stranger, by how many of their acquaintances are not redundant.
    private func brokers(_ map: IntroductionMap) -> [NetworkGaps.Broker] {
        let graph = openGraph(map, withSeeker: false)
        let constraint = BurtConstraint(usesWeights: false).scores(in: graph)
        let size = EffectiveSize(usesWeights: false).scores(in: graph)
        var bridges = [Int](repeating: 0, count: graph.nodeCount)
        for bridge in Bridges().edges(in: graph) {
            bridges[Int(bridge.source)] += 1
            bridges[Int(bridge.target)] += 1
        }
        let isContact = ranking.projection.isContact
        let found = graph.nodes.compactMap { node -> NetworkGaps.Broker? in
            let strangers = graph.successors(of: node).filter { !isContact[Int($0)] }
            guard isContact[Int(node)], !strangers.isEmpty, let constraint = constraint[Int(node)],
                let size = size[Int(node)]
            else { return nil }
            let onlyWayTo = strangers.filter { stranger in
                !graph.successors(of: stranger).contains { $0 != node && isContact[Int($0)] }
            }
            // An effective size of 1 is that of a circle in which everybody knows everybody.
            guard size > 1 || !onlyWayTo.isEmpty else { return nil }
            return NetworkGaps.Broker(
                person: situation.id(of: node), name: situation.person(node).name, constraint: constraint,
                effectiveSize: size, acquaintanceCount: graph.outDegree(of: node),
                onlyWayTo: onlyWayTo.map { situation.id(of: $0) }, bridgeCount: bridges[Int(node)],
                lastContact: situation.history.lastTouch(with: node)?.day)
        }
        return found.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.effectiveSize != b.effectiveSize { return a.effectiveSize > b.effectiveSize }
            return a.constraint != b.constraint ? a.constraint < b.constraint : left.offset < right.offset
        }.map(\.element)
    }
}

import Glibc
import GraphAlgorithms
import RankingModel
import ReboundTestSupport

// The formulas of the ranking model, written down a second time and slowly: histories are searched anew for
// every number, graphs are dictionaries of sets, the fixed point is a dense solve and plans are enumerated.

/// What `ReplyLedger` should answer, from the whole history each time.
struct HistoryOracle {
    struct Ask {
        let event: Int
        let sent: Double
        /// The event that answers it, if one ever does.
        let answer: Int?
        let p: Double
        let g: Bool
    }

    struct Estimate {
        let p, uncalibrated: Double
        let g: Bool
        let n, y, streak, seekerN, seekerY: Int
    }

    let events: [MessageEvent]
    private(set) var asks: [NodeID: [Ask]] = [:]

    /// - Parameter events: In the order of time.
    init(_ events: [MessageEvent]) {
        self.events = events
        for (index, event) in events.enumerated() {
            guard case .outgoing(true, let k, let deg, let approach) = event.direction else { continue }
            if let last = asks[event.person]?.last, last.answer ?? .max > index,
                event.timeDays < last.sent + 7
            {
                continue
            }
            let now = estimate(
                event.person, event.timeDays, before: index, k: k, deg: deg, warm: approach == .warmReferral)
            let later = events.indices.filter { $0 > index && events[$0].person == event.person }
            let superseding = later.first { isAsk($0) && event.timeDays + 7 <= events[$0].timeDays }
            let answer = later.first { $0 < superseding ?? .max && events[$0].direction == .incoming }
            asks[event.person, default: []].append(
                Ask(event: index, sent: event.timeDays, answer: answer, p: now.uncalibrated, g: now.g))
        }
    }

    private func isAsk(_ index: Int) -> Bool {
        if case .outgoing(true, _, _, _) = events[index].direction { true } else { false }
    }

    /// The estimate at a time, from the events before one.
    func estimate(
        _ person: NodeID, _ t: Double, before index: Int = .max, k: Int, deg: Int, warm: Bool
    ) -> Estimate {
        let mine = events.indices.filter { $0 < index && events[$0].person == person }
        let incoming = mine.filter { events[$0].direction == .incoming }
        let lastIncoming = incoming.last
        func isDue(_ ask: Ask) -> Bool { ask.event < index && ask.sent + 7 <= t }
        func answerTime(_ ask: Ask) -> Double? {
            ask.answer.flatMap { $0 < index ? events[$0].timeDays : nil }
        }
        // An ask settles at the end of its window, before a message of that very moment is looked at.
        func isAnsweredBeforeSettling(_ ask: Ask) -> Bool {
            answerTime(ask).map { $0 < ask.sent + 7 } ?? false
        }

        let pairAsks = (asks[person] ?? []).filter { $0.event < index }
        let y = pairAsks.count { ask in answerTime(ask).map { $0 <= ask.sent + 7 } ?? false }
        let n = y + pairAsks.count { isDue($0) && !isAnsweredBeforeSettling($0) }
        let streak = pairAsks.count { isDue($0) && $0.event > lastIncoming ?? -1 }

        let settled = asks.keys.sorted().flatMap { asks[$0]!.filter(isDue) }
        let seekerY = settled.count(where: isAnsweredBeforeSettling)
        let g = mine.last.map { t - events[$0].timeDays >= 7 } ?? true
        let alike = settled.filter { $0.g == g }
        let surplus = alike.reduce(0) { $0 + (isAnsweredBeforeSettling($1) ? 1 : 0) - $1.p }
        let information = alike.reduce(0) { $0 + $1.p * (1 - $1.p) }

        let pe = (Double(seekerY) + 5 * (warm ? 0.6 : 0.4)) / (Double(settled.count) + 5)
        let r = (Double(y) + 3 * pe) / (Double(n) + 3)
        let volume = incoming.reduce(0) { $0 + pow(0.5, (t - events[$1].timeDays) / 90) }
        let recency = min(90, lastIncoming.map { t - events[$0].timeDays } ?? 90)
        var z = 0.31 + 0.39 * log(r / (1 - r)) + 0.23 * log(1 + volume) - 0.26 * log(1 + recency)
        z += -0.23 * log(1 + Double(streak)) - 0.73 * log(Double(k))
        if mine.isEmpty { z += 0.19 * log(1 + Double(deg)) }
        func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
        return Estimate(
            p: sigmoid(z + surplus / (information + 20)), uncalibrated: sigmoid(z), g: g, n: n, y: y,
            streak: streak, seekerN: settled.count, seekerY: seekerY)
    }
}

/// A seeded random network with everything that the value of a contact needs.
struct RandomNetwork {
    var nodeCount: Int
    var edges: [Edge]
    var seeker: NodeID
    var days: [Double]
    var rho: [Double]
    var sigma: [Double]
    var direct: [Double]
    var vbar: Double
    var constants = RankingConstants.standard

    init(seed: UInt64, nodes: ClosedRange<Int> = 1...30) {
        var random = SeededRandom(seed: seed)
        let nodeCount = Int.random(in: nodes, using: &random)
        let density = [0.05, 0.12, 0.3, 0.6].randomElement(using: &random)!
        var edges: [Edge] = []
        for u in 0..<NodeID(nodeCount) {
            for v in 0..<u where random.unit() < density { edges.append(Edge(u, v)) }
        }
        self.nodeCount = nodeCount
        self.edges = edges
        seeker = NodeID.random(in: 0..<NodeID(nodeCount), using: &random)
        days = (0..<nodeCount).map { _ in
            random.unit() < 0.2 ? .infinity : random.unit() * 120 - 5
        }
        rho = (0..<nodeCount).map { _ in random.unit() }
        sigma = (0..<nodeCount).map { _ in random.unit() }
        direct = (0..<nodeCount).map { _ in random.unit() < 0.3 ? 0 : random.unit() }
        vbar = random.unit()
    }

    var graph: CompactGraph { try! CompactGraph(nodeCount: nodeCount, edges: edges) }

    var reach: ReachMeasures {
        try! ReferralReach(constants: constants).measures(in: graph, seeker: seeker, daysSinceContact: days)
    }

    var inputs: ContactValueInputs {
        ContactValueInputs(
            graph: graph, reach: reach, replyProbabilities: rho, introductionProbabilities: sigma,
            directValues: direct, strangerValue: vbar)
    }

    var values: ContactValues { try! ContactValue(constants: constants).values(for: inputs) }

    /// The same network with node `v` called `names[v]`.
    func relabelled(_ names: [NodeID]) -> RandomNetwork {
        var other = self
        other.edges = edges.map { Edge(names[Int($0.source)], names[Int($0.target)]) }
        other.seeker = names[Int(seeker)]
        for v in 0..<nodeCount {
            other.days[Int(names[v])] = days[v]
            other.rho[Int(names[v])] = rho[v]
            other.sigma[Int(names[v])] = sigma[v]
            other.direct[Int(names[v])] = direct[v]
        }
        return other
    }

    func shuffledNames(seed: UInt64) -> [NodeID] {
        var random = SeededRandom(seed: seed)
        return (0..<NodeID(nodeCount)).shuffled(using: &random)
    }
}

/// Reach, value, plan and paths on a dictionary of sets.
struct NetworkOracle {
    let network: RandomNetwork
    let adjacent: [NodeID: Set<NodeID>]
    let contacts: Set<NodeID>

    init(_ network: RandomNetwork) {
        var adjacent: [NodeID: Set<NodeID>] = [:]
        for edge in network.edges where edge.source != edge.target {
            adjacent[edge.source, default: []].insert(edge.target)
            adjacent[edge.target, default: []].insert(edge.source)
        }
        self.network = network
        self.adjacent = adjacent
        contacts = adjacent[network.seeker] ?? []
    }

    func neighbours(_ p: NodeID) -> Set<NodeID> { adjacent[p] ?? [] }

    /// The strangers a person knows.
    func strangers(_ p: NodeID) -> Set<NodeID> {
        neighbours(p).subtracting(contacts).subtracting([network.seeker])
    }

    var lambda: [NodeID: Double] {
        var weight: [NodeID: Double] = [:]
        // The reference counts every contact alike, the standard by the people they know.
        let isWeighted = network.constants.introducerDegreeExponent == -1
        func count(_ p: NodeID) -> Double { isWeighted ? Double(neighbours(p).count) : 1 }
        let mean = contacts.reduce(0) { $0 + count($1) } / Double(contacts.count)
        let floor = (isWeighted ? 0.05 : 0.2) / mean
        for q in contacts.reduce(into: Set<NodeID>(), { $0.formUnion(strangers($1)) }) {
            let activity = neighbours(q).intersection(contacts).reduce(0) {
                $0 + exp(-max(0, network.days[Int($1)]) / 30) / count($1)
            }
            weight[q] = (floor + activity) / Double(neighbours(q).count).squareRoot()
        }
        let sum = weight.values.reduce(0, +)
        return weight.mapValues { $0 / sum }
    }

    private var theta: Double { network.constants.familiarityShare }

    func familiarity(_ p: NodeID) -> Double {
        guard p != network.seeker, !contacts.isEmpty else { return 0 }
        return min(1, (Double(neighbours(p).intersection(contacts).count) + 0.5) / Double(contacts.count))
    }

    func reach(_ p: NodeID) -> Double {
        guard p != network.seeker else { return 0 }
        let lambda = lambda
        return (1 - theta) * strangers(p).reduce(0) { $0 + (lambda[$1] ?? 0) } + theta * familiarity(p)
    }

    /// V by Gaussian elimination with partial pivoting.
    var values: [Double] {
        let lambda = lambda
        let n = network.nodeCount
        var rows = [[Double]](repeating: [Double](repeating: 0, count: n + 1), count: n)
        for p in 0..<NodeID(n) {
            rows[Int(p)][Int(p)] = 1
            guard p != network.seeker else { continue }
            let (rho, sigma) = (network.rho[Int(p)], network.sigma[Int(p)])
            rows[Int(p)][n] =
                rho * (network.direct[Int(p)] + 0.8 * sigma * theta * familiarity(p) * network.vbar)
            for q in strangers(p) {
                rows[Int(p)][Int(q)] -= 0.8 * rho * sigma * (1 - theta) * (lambda[q] ?? 0)
            }
        }
        for column in 0..<n {
            let pivot = (column..<n).max { abs(rows[$0][column]) < abs(rows[$1][column]) }!
            rows.swapAt(column, pivot)
            for row in 0..<n where row != column && rows[row][column] != 0 {
                let factor = rows[row][column] / rows[column][column]
                for k in column...n { rows[row][k] -= factor * rows[column][k] }
            }
        }
        return (0..<n).map { rows[$0][n] / rows[$0][$0] }
    }

    /// F of a set of calls, from its definition.
    func planValue(_ calls: some Sequence<NodeID>, values: [Double], isExploring: Bool = false) -> Double {
        let lambda = lambda
        func rho(_ p: NodeID) -> Double { isExploring ? 1 : network.rho[Int(p)] }
        func led(_ p: NodeID) -> Double { isExploring ? 1 : network.rho[Int(p)] * network.sigma[Int(p)] }
        func value(_ q: NodeID) -> Double { isExploring ? 1 : values[Int(q)] }
        var direct = 0.0
        var reached = 0.0
        for p in calls { direct += rho(p) * network.direct[Int(p)] }
        for q in lambda.keys.sorted() {
            let missed = calls.reduce(1) { $0 * (neighbours($1).contains(q) ? 1 - led($1) : 1) }
            reached += lambda[q]! * value(q) * (1 - missed)
        }
        let missed = calls.reduce(1) { $0 * (1 - led($1) * familiarity($1)) }
        return direct + 0.8 * ((1 - theta) * reached + theta * network.vbar * (1 - missed))
    }
}

/// Every subset of `items` with at most `count` elements.
func subsets(_ items: [NodeID], atMost count: Int) -> [[NodeID]] {
    items.reduce([[]]) { sets, item in sets + sets.filter { $0.count < count }.map { $0 + [item] } }
}

/// ln(p / (1 - p)).
func logOdds(_ p: Double) -> Double { log(p / (1 - p)) }

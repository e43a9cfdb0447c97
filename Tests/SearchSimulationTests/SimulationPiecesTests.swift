import AnalysisTestSupport
import DateLiterals
import Foundation
import GraphAlgorithms
import RankingModel
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralAnalysis
@testable import SearchSimulation

@Suite("Pieces of a played search")
struct SimulationPiecesTests {
    @Test(
        "score intervals are the published ones",
        arguments: [
            // Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I.
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
        ])
    func wilson(count: Int, total: Int, low: Double, high: Double) {
        let interval = IntervalEstimate(share: count, of: total)
        #expect(abs(interval.low - low) < 5e-5 && abs(interval.high - high) < 5e-5)
        let rest = IntervalEstimate(share: total - count, of: total)
        #expect(abs(rest.low - (1 - interval.high)) < 1e-12)
    }

    @Test("of pairs: the other way round the signs change, and 95 of 100 intervals hold the truth")
    func pairs() {
        let (left, right) = (
            IntervalEstimate(onlyFirst: 9, onlySecond: 3, of: 40),
            IntervalEstimate(onlyFirst: 3, onlySecond: 9, of: 40)
        )
        #expect(left.value == 0.15 && right.value == -0.15)
        #expect(abs(left.low + right.high) < 1e-12 && abs(left.high + right.low) < 1e-12)
        var random = SeededRandom(seed: 5)
        var held = 0
        for _ in 0..<2_000 {
            var (first, second) = (0, 0)
            for _ in 0..<60 {
                let u = random.unit()
                if u < 0.2 { first += 1 } else if u < 0.3 { second += 1 }
            }
            let interval = IntervalEstimate(onlyFirst: first, onlySecond: second, of: 60)
            if interval.low <= 0.1 && 0.1 <= interval.high { held += 1 }
        }
        #expect((1_850...1_960).contains(held))
    }

    @Test("a mean of one number has no width; of several, that of the normal interval")
    func means() {
        let one = IntervalEstimate(meanOf: [4])
        #expect(one.value == 4 && one.low == 4 && one.high == 4)
        let three = IntervalEstimate(meanOf: [1, 2, 3])
        #expect(three.value == 2 && abs(three.high - 2 - 1.959963984540054 / 3.0.squareRoot()) < 1e-12)
    }

    @Test("numbers out of range, no strategy, and one strategy twice are refused, from a file as well")
    func validation() throws {
        #expect(throws: SimulationError.outOfRange(.runs, value: 0, range: 1...100_000)) {
            try SimulationParameters(runs: 0)
        }
        #expect(throws: SimulationError.outOfRange(.callsAWeek, value: 1_001, range: 1...1_000)) {
            try SimulationParameters(callsAWeek: 1_001)
        }
        #expect(throws: SimulationError.outOfRange(.weeks, value: -1, range: 1...520)) {
            try SimulationParameters(weeks: -1)
        }
        #expect(throws: SimulationError.noStrategy) { try SimulationParameters(strategies: []) }
        #expect(throws: SimulationError.repeatedStrategy(.atRandom)) {
            try SimulationParameters(strategies: [.atRandom, .asAdvised, .atRandom])
        }
        let simulation = try SimulationParameters(runs: 3, seed: .max, strategies: [.atRandom])
        let data = try JSONEncoder().encode(simulation)
        #expect(try JSONDecoder().decode(SimulationParameters.self, from: data) == simulation)
        let text = String(decoding: data, as: UTF8.self).replacing("\"runs\":3", with: "\"runs\":0")
        #expect(throws: SimulationError.self) {
            try JSONDecoder().decode(SimulationParameters.self, from: Data(text.utf8))
        }
    }

    @Test(
        "lambda and m as time passes and people get in touch are those of the reach measured afresh",
        arguments: 0..<40)
    func shares(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let count = 3 + Int(seed % 20)
        let graph = try EdgeList.erdosRenyi(
            nodeCount: count, edgeProbability: 0.25, seed: seed + 100
        ).compact
        let seeker: NodeID = 0
        var isContact = [Bool](repeating: false, count: count)
        var days = [Double?](repeating: nil, count: count)
        for contact in graph.successors(of: seeker) {
            isContact[Int(contact)] = true
            if random.unit() < 0.8 { days[Int(contact)] = 200 * random.unit() }
        }
        // The seeker's edges to contacts made on the way are not in the graph, and no degree that counts has them.
        var reach = PlayedReach(
            graph: graph, seeker: seeker, isContact: isContact, daysSinceContact: days, constants: .standard)
        for step in 0..<8 {
            let now = Double(7 * step)
            reach.read(on: now)
            let others = graph.nodes.flatMap { node in
                graph.successors(of: node).filter { node < $0 && node != seeker }.map { Edge(node, $0) }
            }
            let known = graph.nodes.filter { isContact[Int($0)] }.map { Edge(seeker, $0) }
            let current = try CompactGraph(nodeCount: count, edges: others + known)
            let fresh = try ReferralReach().measures(
                in: current, seeker: seeker, daysSinceContact: days.map { $0.map { $0 + now } ?? .infinity })
            for node in graph.nodes {
                #expect(abs(reach.share(of: node) - fresh.newContactShares[Int(node)]) < 1e-9)
                #expect(node == seeker || reach.familiarity(of: node) == fresh.familiarity[Int(node)])
            }
            let person = NodeID(1 + Int(random.unit() * Double(count - 1)))
            reach.touch(person, at: now + 1)
            isContact[Int(person)] = true
            days[Int(person)] = -(now + 1)
        }
    }

    @Test("a simulation begins with the lambda and the values of the analysis", arguments: try Story.names())
    func beginning(name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        let world = CallWorld(analysis, weeks: 4)
        for node in analysis.ranking.projection.graph.nodes {
            let reach = analysis.ranking.reach
            #expect(abs(world.reach.share(of: node) - reach.newContactShares[Int(node)]) < 1e-12)
            #expect(
                node == reach.seeker || world.reach.familiarity(of: node) == reach.familiarity[Int(node)])
        }
        #expect(world.day(ofWeek: 0) == 0 && world.values == analysis.ranking.values.values)
    }

    @Test("draws are uniform, and unrelated from run to run and person to person")
    func draws() {
        var counts = [Int](repeating: 0, count: 10)
        var product = 0.0
        let draws = (0..<200).map { SimulationDraws(seed: 9, run: $0) }
        for person in 0..<NodeID(50) {
            for run in 0..<200 {
                let u = draws[run].unit(.answer, of: person, 0)
                counts[Int(u * 10)] += 1
                product += (u - 0.5) * (draws[run].unit(.answer, of: person + 1, 0) - 0.5)
                product += (u - 0.5) * (draws[(run + 1) % 200].unit(.answer, of: person, 0) - 0.5)
                product += (u - 0.5) * (draws[run].unit(.opening, of: person, 0) - 0.5)
                product += (u - 0.5) * (draws[run].unit(.answer, of: person, 1) - 0.5)
            }
        }
        // Of 10,000: standard errors are 30 for a count, and 1/12 x 200 for the sum of products.
        #expect(counts.allSatisfy { abs($0 - 1_000) < 120 })
        #expect(abs(product) < 4 * 200 / 12)
    }
}

import GraphAlgorithms
import RankingModel
import ReboundTestSupport
import Testing

@Suite("Referral reach")
struct ReferralReachTests {
    @Test("agrees with the formulas on sets", arguments: UInt64(0)..<100)
    func oracle(seed: UInt64) {
        var network = RandomNetwork(seed: seed)
        if seed.isMultiple(of: 2) { network.constants = .reference }
        let oracle = NetworkOracle(network)
        let reach = network.reach
        let lambda = oracle.lambda
        for p in network.graph.nodes {
            #expect(abs(reach.newContactShares[Int(p)] - (lambda[p] ?? 0)) < 1e-12)
            #expect(reach.familiarity[Int(p)] == oracle.familiarity(p))
            #expect(abs(reach.reach[Int(p)] - oracle.reach(p)) < 1e-12)
            #expect(reach.isContact[Int(p)] == oracle.contacts.contains(p))
        }
        #expect(reach.contacts == oracle.contacts.sorted())
    }

    @Test(
        "shares of the next new contact sum to 1, or to 0 when no one is two steps away",
        arguments: UInt64(0)..<100)
    func sumsToOne(seed: UInt64) {
        let network = RandomNetwork(seed: seed)
        let sum = network.reach.newContactShares.reduce(0, +)
        #expect(NetworkOracle(network).lambda.isEmpty ? sum == 0 : abs(sum - 1) < 1e-12)
        #expect(network.reach.reach.allSatisfy { (0...1).contains($0) })
    }

    @Test("relabelling changes nothing", arguments: UInt64(0)..<30)
    func relabelling(seed: UInt64) {
        let network = RandomNetwork(seed: seed)
        let names = network.shuffledNames(seed: seed)
        let (reach, renamed) = (network.reach, network.relabelled(names).reach)
        for p in 0..<network.nodeCount {
            #expect(abs(reach.reach[p] - renamed.reach[Int(names[p])]) < 1e-12)
            #expect(abs(reach.newContactShares[p] - renamed.newContactShares[Int(names[p])]) < 1e-12)
        }
    }

    // MARK: Edges

    @Test("without contacts no one is reached")
    func noContacts() throws {
        let graph = try CompactGraph(nodeCount: 3, edges: [Edge(1, 2)])
        let reach = try ReferralReach().measures(
            in: graph, seeker: 0, daysSinceContact: [0, 0, 0])
        #expect(reach.contacts.isEmpty)
        for numbers in [reach.newContactShares, reach.familiarity, reach.reach] {
            #expect(numbers == [0, 0, 0])
        }
    }

    @Test("an isolated person's reach is the familiarity part alone")
    func isolated() throws {
        let graph = try CompactGraph(nodeCount: 5, edges: [Edge(0, 1), Edge(0, 2), Edge(1, 3)])
        let reach = try ReferralReach().measures(
            in: graph, seeker: 0, daysSinceContact: [Double](repeating: 0, count: 5))
        #expect(reach.familiarity[4] == 0.25)
        #expect(reach.reach[4] == 0.2 * 0.25)
    }

    @Test("self-loops and repeated edges are dropped", arguments: UInt64(0)..<20)
    func loopsAndDuplicates(seed: UInt64) {
        let network = RandomNetwork(seed: seed)
        var other = network
        other.edges += network.edges.map { Edge($0.target, $0.source) }
        other.edges += (0..<NodeID(network.nodeCount)).map { Edge($0, $0) }
        #expect(other.reach == network.reach)
        #expect(other.values.values == network.values.values)
    }

    @Test("a contact never dated counts by the floor alone")
    func neverDated() throws {
        // Contacts 1 (never dated) and 2 (today), each of degree 2 and with a stranger of degree 1.
        let graph = try CompactGraph(
            nodeCount: 5, edges: [Edge(0, 1), Edge(0, 2), Edge(1, 3), Edge(2, 4)])
        let reach = try ReferralReach().measures(
            in: graph, seeker: 0, daysSinceContact: [0, .infinity, -2, 0, 0])
        #expect(abs(reach.newContactShares[3] - 0.025 / 0.55) < 1e-12)
        #expect(abs(reach.newContactShares[4] - 0.525 / 0.55) < 1e-12)
    }

    @Test("mistakes of the caller")
    func preconditions() async {
        await #expect(processExitsWith: .failure) {
            let graph = try CompactGraph(nodeCount: 2, edges: [Edge(0, 1)], isDirected: true)
            _ = try ReferralReach().measures(in: graph, seeker: 0, daysSinceContact: [0, 0])
        }
        await #expect(processExitsWith: .failure) {
            let graph = try CompactGraph(nodeCount: 2, edges: [Edge(0, 1)])
            _ = try ReferralReach().measures(in: graph, seeker: 0, daysSinceContact: [0])
        }
        await #expect(processExitsWith: .failure) {
            let graph = try CompactGraph(nodeCount: 2, edges: [Edge(0, 1)])
            _ = try ReferralReach().measures(in: graph, seeker: 2, daysSinceContact: [0, 0])
        }
    }
}

import GraphAlgorithms
import RankingModel
import ReboundTestSupport
import Testing

@Suite("Contact value")
struct ContactValueTests {
    @Test("agrees with a dense solve", arguments: UInt64(0)..<100)
    func oracle(seed: UInt64) {
        let network = RandomNetwork(seed: seed)
        let values = network.values
        let expected = NetworkOracle(network).values
        for p in 0..<network.nodeCount {
            #expect(abs(values.values[p] - expected[p]) <= values.errorBound + 1e-14)
        }
        #expect(values.errorBound < 1e-9)
        #expect(values.values[Int(network.seeker)] == 0)
    }

    @Test("each sweep shrinks the error by .4 at least", arguments: UInt64(0)..<40)
    func contraction(seed: UInt64) throws {
        let network = RandomNetwork(seed: seed)
        let inputs = network.inputs
        let exact = NetworkOracle(network).values
        var errors: [Double] = []
        for sweeps in 1...12 {
            var constants = RankingConstants.standard
            constants.maximumSweeps = sweeps
            constants.valueTolerance = .leastNormalMagnitude
            let values = try ContactValue(constants: constants).values(for: inputs)
            let error = zip(values.values, exact).map { abs($0 - $1) }.max()!
            #expect(error <= values.errorBound + 1e-14)
            errors.append(error)
        }
        for (before, after) in zip(errors, errors.dropFirst()) {
            #expect(after <= 0.4 * before + 1e-14)
        }
        #expect(network.values.sweeps <= 24)
    }

    @Test("the parts of a value sum to it", arguments: UInt64(0)..<60)
    func contributions(seed: UInt64) {
        let values = RandomNetwork(seed: seed).values
        let shares = values.inputs.reach.newContactShares
        for p in values.inputs.graph.nodes {
            let parts = values.contributions(to: p)
            #expect(abs(parts.total - values.values[Int(p)]) < 1e-9)
            #expect(parts.introductions.allSatisfy { shares[Int($0.person)] > 0 })
            #expect(
                zip(parts.introductions, parts.introductions.dropFirst()).allSatisfy { $0.value >= $1.value })
            #expect(parts.familiarity >= 0 && parts.direct >= 0)
        }
    }

    @Test("relabelling changes nothing", arguments: UInt64(0)..<30)
    func relabelling(seed: UInt64) {
        let network = RandomNetwork(seed: seed)
        let names = network.shuffledNames(seed: seed)
        let renamed = network.relabelled(names).values
        for (p, value) in network.values.values.enumerated() {
            #expect(abs(value - renamed.values[Int(names[p])]) < 2e-9)
        }
    }

    /// Changes one thing of a network: 0 a rho, 1 a date, 2 a direct value, 3 vbar, 4 an edge, 5 nothing.
    static func changed(_ network: RandomNetwork, _ kind: Int, seed: UInt64) -> RandomNetwork {
        var random = SeededRandom(seed: seed)
        var other = network
        let person = Int.random(in: 0..<network.nodeCount, using: &random)
        switch kind {
        case 0: other.rho[person] = random.unit()
        case 1: other.days[person] = random.unit() * 60
        case 2: other.direct[person] = random.unit()
        case 3: other.vbar = random.unit()
        case 4: other.edges.append(Edge(NodeID(person), NodeID((person * 7 + 1) % network.nodeCount)))
        default: break
        }
        return other
    }

    @Test("pushing a change gives what computing afresh gives", arguments: UInt64(0)..<60, 0..<6)
    func push(seed: UInt64, kind: Int) throws {
        let network = RandomNetwork(seed: seed)
        let before = network.values
        let after = Self.changed(network, kind, seed: seed)
        let updated = try ContactValue().updated(before, to: after.inputs)
        let exact = NetworkOracle(after).values
        for p in 0..<network.nodeCount {
            #expect(abs(updated.values[p] - exact[p]) <= updated.errorBound + 1e-14)
        }
        #expect(updated.errorBound < 3e-9)
        #expect(updated.inputs == after.inputs)
        if kind == 5 { #expect(updated.pushes == 0 && updated.values == before.values) }
    }

    @Test("a long series of updates stays within its bound", arguments: UInt64(0)..<10)
    func manyPushes(seed: UInt64) throws {
        let model = try ContactValue()
        var network = RandomNetwork(seed: seed, nodes: 20...30)
        var values = network.values
        for step in 0..<60 {
            network = Self.changed(network, step % 5, seed: seed * 100 + UInt64(step))
            values = model.updated(values, to: network.inputs)
        }
        let exact = NetworkOracle(network).values
        #expect(values.errorBound < 2e-7)
        for p in 0..<network.nodeCount {
            #expect(abs(values.values[p] - exact[p]) <= values.errorBound + 1e-14)
        }
    }

    @Test("a changed reply probability moves only those it can reach")
    func locality() throws {
        // Two strangers behind two contacts; each contact's value hangs on its own stranger.
        let edges = [Edge(0, 1), Edge(0, 2), Edge(1, 3), Edge(2, 4)]
        let graph = try CompactGraph(nodeCount: 5, edges: edges)
        let reach = try ReferralReach().measures(
            in: graph, seeker: 0, daysSinceContact: [0, 0, 0, 0, 0])
        func inputs(_ rho: [Double]) -> ContactValueInputs {
            ContactValueInputs(
                graph: graph, reach: reach, replyProbabilities: rho, directValues: [0, 0.2, 0.2, 1, 1],
                strangerValue: 0.1)
        }
        let model = try ContactValue()
        let before = model.values(for: inputs([0, 0.5, 0.5, 0.5, 0.5]))
        let after = model.updated(before, to: inputs([0, 0.5, 0.5, 0.9, 0.5]))
        #expect(after.pushes == 2)
        #expect(after.values[1] > before.values[1] && after.values[3] > before.values[3])
        #expect(after.values[2] == before.values[2] && after.values[4] == before.values[4])
    }

    @Test("a new tie counts even where it changes neither shares nor familiarity")
    func newTie() throws {
        var network = RandomNetwork(seed: 1, nodes: 4...4)
        network.seeker = 0
        network.edges = [Edge(0, 1), Edge(1, 2)]
        let before = network.values
        network.edges.append(Edge(2, 3))
        #expect(network.reach.newContactShares == before.inputs.reach.newContactShares)
        #expect(network.reach.familiarity == before.inputs.reach.familiarity)
        let updated = try ContactValue().updated(before, to: network.inputs)
        #expect(updated.values[3] > before.values[3])
        #expect(abs(updated.values[3] - network.values.values[3]) < 3e-9)
    }

    @Test("with other people, or other constants, an update computes afresh")
    func afresh() throws {
        let small = RandomNetwork(seed: 3, nodes: 5...5).values
        let large = RandomNetwork(seed: 4, nodes: 9...9)
        #expect(try ContactValue().updated(small, to: large.inputs).values == large.values.values)
        var constants = RankingConstants.standard
        constants.introductionDiscount = 0.5
        let model = try ContactValue(constants: constants)
        #expect(
            model.updated(large.values, to: large.inputs).values == model.values(for: large.inputs).values)
    }

    // MARK: Edges

    @Test("without contacts a value is the direct value alone")
    func noContacts() throws {
        let graph = try CompactGraph(nodeCount: 3, edges: [Edge(1, 2)])
        let reach = try ReferralReach().measures(
            in: graph, seeker: 0, daysSinceContact: [0, 0, 0])
        let values = try ContactValue().values(
            for: ContactValueInputs(
                graph: graph, reach: reach, replyProbabilities: [1, 0.5, 0.25], directValues: [1, 1, 0.4],
                strangerValue: 0.7))
        #expect(values.values == [0, 0.5, 0.1])
    }

    @Test("a network of the seeker alone, and one where nobody answers")
    func nothing() throws {
        #expect(RandomNetwork(seed: 0, nodes: 1...1).values.values == [0])
        var silent = RandomNetwork(seed: 5, nodes: 12...12)
        silent.rho = [Double](repeating: 0, count: 12)
        #expect(silent.values.values.allSatisfy { $0 == 0 })
        #expect(silent.values.sweeps == 1)
    }

    @Test("the mean of strangers leaves out contacts, the seeker and the unknown, and has a floor")
    func strangerValue() throws {
        let graph = try CompactGraph(nodeCount: 5, edges: [Edge(0, 1), Edge(1, 2)])
        let reach = try ReferralReach().measures(
            in: graph, seeker: 0, daysSinceContact: [0, 0, 0, 0, 0])
        func mean(_ values: [Double?]) -> Double {
            ContactValueInputs.strangerValue(ofKnown: values, reach: reach)
        }
        #expect(mean([9, 9, 0.2, nil, 0.4]) == (0.2 + 0.4) / 2)
        #expect(mean([9, 9, nil, nil, nil]) == 0.05)
        #expect(mean([9, 9, 0, 0, 0.03]) == 0.05)
    }

    @Test("mistakes of the caller")
    func preconditions() async {
        await #expect(processExitsWith: .failure) {
            let network = RandomNetwork(seed: 1, nodes: 4...4)
            _ = ContactValueInputs(
                graph: network.graph, reach: network.reach, replyProbabilities: [0, 1.5, 0, 0],
                directValues: [0, 0, 0, 0], strangerValue: 0)
        }
        await #expect(processExitsWith: .failure) {
            let network = RandomNetwork(seed: 1, nodes: 4...4)
            _ = ContactValueInputs(
                graph: network.graph, reach: network.reach, replyProbabilities: [0, 0, 0, 0],
                directValues: [0, .nan, 0, 0], strangerValue: 0)
        }
    }
}

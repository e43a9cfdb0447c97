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
        // A move below 1e-9, of which .64 is still to come, and so on.
        #expect(values.errorBound < 1e-9 * 0.64 / 0.36)
        #expect(values.values[Int(network.seeker)] == 0)
    }

    @Test("each sweep shrinks the error to .64 at most", arguments: UInt64(0)..<40)
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
            #expect(after <= 0.64 * before + 1e-14)
        }
        #expect(network.values.sweeps <= 48)
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

    @Test("a network of the seeker alone, and one where no one answers")
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

extension ContactValues {
    /// By how much no value is off: the residual over 1 - GAMMA (1 - THETA).
    fileprivate var errorBound: Double {
        residual / (1 - constants.introductionDiscount * (1 - constants.familiarityShare))
    }
}

import GraphAlgorithms
import RankingModel
import ReboundTestSupport
import Testing

@Suite("Introduction path")
struct IntroductionPathTests {
    @Test("agrees with trying all chains", arguments: UInt64(0)..<60, [false, true])
    func oracle(seed: UInt64, hasTies: Bool) throws {
        var network = RandomNetwork(seed: seed, nodes: 1...11)
        var random = SeededRandom(seed: seed)
        // Powers of two multiply exactly, so equally likely chains tie exactly.
        if hasTies { network.rho = network.rho.map { $0 < 0.2 ? 0 : $0 < 0.6 ? 0.5 : 1 } }
        let graph = network.graph
        let tau = graph.targets.map { _ in
            hasTies ? [0.25, 0.5, 1].randomElement(using: &random)! : random.unit()
        }
        let search = try IntroductionPath()
        let oracle = NetworkOracle(network)
        for target in graph.nodes {
            let best = search.best(
                from: network.seeker, to: target, in: graph, replyProbabilities: network.rho,
                tieProbabilities: tau)
            let expected = oracle.bestPath(to: target, hops: 4) { p, q in
                tau[graph.arcs(of: p).first { graph.targets[$0] == q }!]
            }
            #expect(best?.nodes == expected?.nodes)
            #expect(best?.probability == expected?.probability)
            #expect(best.map { $0.hopProbabilities.reduce(1, *) } == best?.probability)
        }
    }

    func chain(_ nodeCount: Int) throws -> CompactGraph {
        try CompactGraph(
            nodeCount: nodeCount, edges: (1..<NodeID(nodeCount)).map { Edge($0 - 1, $0) })
    }

    func best(_ graph: CompactGraph, to target: NodeID, tau: Double = 1) throws -> IntroductionChain? {
        try IntroductionPath().best(
            from: 0, to: target, in: graph,
            replyProbabilities: [Double](repeating: 0.9, count: graph.nodeCount),
            tieProbabilities: [Double](repeating: tau, count: graph.targets.count))
    }

    @Test("a chain has at most four hops")
    func hopLimit() throws {
        let graph = try chain(6)
        #expect(try best(graph, to: 4)?.nodes == [0, 1, 2, 3, 4])
        #expect(try best(graph, to: 5) == nil)
    }

    @Test("a longer chain is found where the likelier way to its middle is too long")
    func hopsAgainstProbability() throws {
        // To 2: directly (weak) or over 1 (strong); from 2 three more hops lead to 5.
        let graph = try CompactGraph(
            nodeCount: 6, edges: [Edge(0, 1), Edge(1, 2), Edge(0, 2), Edge(2, 3), Edge(3, 4), Edge(4, 5)])
        let chain = try IntroductionPath().best(
            from: 0, to: 5, in: graph, replyProbabilities: [0, 1, 0.1, 0, 0, 0],
            tieProbabilities: [Double](repeating: 1, count: graph.targets.count))
        #expect(chain?.nodes == [0, 2, 3, 4, 5])
    }

    @Test("no chain leads to a disconnected target, nor over a tie of 0")
    func disconnected() throws {
        let graph = try CompactGraph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)])
        #expect(try best(graph, to: 3) == nil)
        #expect(try best(chain(3), to: 2, tau: 0) == nil)
    }

    @Test("the seeker is reached without a hop")
    func seeker() throws {
        let chain = try #require(try best(chain(3), to: 0))
        #expect(chain.nodes == [0] && chain.probability == 1 && chain.hops == 0)
        #expect(chain.weakestHop == nil)
    }

    @Test("the weakest hop is named")
    func weakest() throws {
        #expect(try best(chain(4), to: 3, tau: 0.5)?.weakestHop == 1)
        #expect(try best(chain(4), to: 3, tau: 0.95)?.weakestHop == 0)
    }

    @Test("of ties, a recorded strength goes before dates, and dates before nothing")
    func tieProbability() throws {
        let search = try IntroductionPath()
        #expect(search.tieProbability() == 0.5)
        #expect(search.tieProbability(daysSinceContact: 0) == 1)
        #expect(search.tieProbability(daysSinceContact: -3) == 1)
        #expect(abs(search.tieProbability(daysSinceContact: 30) - (0.2 + 0.36787944117144233) / 1.2) < 1e-12)
        #expect(abs(search.tieProbability(daysSinceContact: .infinity) - 0.2 / 1.2) < 1e-12)
        #expect(search.tieProbability(recordedStrength: 0.7, daysSinceContact: 0) == 0.7)
        #expect(search.tieProbability(recordedStrength: 0) == 1e-6)
        #expect(search.tieProbability(recordedStrength: 3) == 1)
    }

    @Test("a tie that an import guessed counts half, unless somebody recorded its strength")
    func inferredTie() throws {
        let search = try IntroductionPath()
        #expect(search.tieProbability(isInferred: true) == search.tieProbability() / 2)
        #expect(
            search.tieProbability(daysSinceContact: 30, isInferred: true)
                == 0.5 * search.tieProbability(daysSinceContact: 30))
        #expect(search.tieProbability(recordedStrength: 0.7, isInferred: true) == 0.7)
    }
}

import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct LocalPageRankTests {
    private func exact(_ graph: CompactGraph, _ source: Int, dampingFactor: Double, usesWeights: Bool) throws
        -> [Double]
    {
        var personalization = [Double](repeating: 0, count: graph.nodeCount)
        personalization[source] = 1
        return try PageRank(
            dampingFactor: dampingFactor, tolerance: 1e-15, maximumIterations: 3_000, usesWeights: usesWeights
        ).scores(in: graph, personalization: personalization).scores
    }

    private func dense(_ local: LocalPageRankScores, _ count: Int) -> [Double] {
        var scores = [Double](repeating: 0, count: count)
        for (node, score) in zip(local.nodes, local.scores) { scores[Int(node)] = score }
        return scores
    }

    /// The instructor's view of the karate club, as networkx 3.6.1 has it (see ``PageRankTests``).
    @Test func publishedScores() throws {
        let graph = try EdgeList.karateClub.compact
        let local = try LocalPageRank(tolerance: 1e-13, usesWeights: false).scores(around: 0, in: graph)
        let scores = dense(local, 34)
        #expect((scores[0] - 0.266373603148).magnitude < 1e-9)
        #expect((scores[33] - 0.0511999892032).magnitude < 1e-9)
    }

    @Test(arguments: [false, true], UInt64(0)..<8)
    func theErrorIsTheResidual(isDirected: Bool, seed: UInt64) throws {
        let graph = try EdgeList.erdosRenyi(
            nodeCount: 60, edgeProbability: 0.05, isDirected: isDirected, weights: .integers(0...4),
            seed: seed
        ).compact
        for (damping, usesWeights) in [(0.5, false), (0.85, true), (0.95, false)] {
            let expected = try exact(graph, 7, dampingFactor: damping, usesWeights: usesWeights)
            for tolerance in [1e-2, 1e-4, 1e-9] {
                let local = try LocalPageRank(
                    dampingFactor: damping, tolerance: tolerance, usesWeights: usesWeights
                ).scores(around: 7, in: graph)
                let scores = dense(local, 60)
                #expect(zip(scores, expected).allSatisfy { $0 <= $1 + 1e-12 })
                let lacking = expected.reduce(0, +) - scores.reduce(0, +)
                #expect((lacking - local.residual).magnitude < 1e-11)
                #expect(local.nodes == local.nodes.sorted())
                if !isDirected && !usesWeights {
                    for node in graph.nodes where graph.outDegree(of: node) > 0 && graph.outDegree(of: 7) > 0
                    {
                        let bound = tolerance * Double(graph.outDegree(of: node))
                        #expect(expected[Int(node)] - scores[Int(node)] <= bound + 1e-12)
                    }
                }
            }
        }
    }

    @Test func onlyTheSurroundingsAreTouched() throws {
        let chain = try EdgeList.chain(nodeCount: 100_000).compact
        let local = try LocalPageRank(tolerance: 1e-4).scores(around: 50_000, in: chain)
        #expect(local.nodes.count < 200)
        #expect(local.nodes.allSatisfy { $0 > 49_900 && $0 < 50_100 })
    }

    @Test func aNodeOnItsOwnHasItAll() throws {
        let alone = try CompactGraph(nodeCount: 2, edges: [])
        let local = try LocalPageRank(tolerance: 1e-12).scores(around: 1, in: alone)
        #expect(local.nodes == [1])
        #expect((local.scores[0] - 1).magnitude < 1e-11)
    }

    @Test func parametersAreChecked() {
        #expect(throws: GraphError.invalidTolerance(0)) { try LocalPageRank(tolerance: 0) }
        #expect(throws: GraphError.invalidDampingFactor(1)) { try LocalPageRank(dampingFactor: 1) }
    }
}

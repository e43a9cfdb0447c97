import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct ApproximateBetweennessTests {
    /// The karate club's scores as they are published, within the error.
    @Test func published() throws {
        for known in BetweennessTests.published {
            let found = try ApproximateBetweenness(maximumError: 0.01, failureProbability: 0.01)
                .scores(in: try known.graph.compact)
            #expect(difference(found.scores, known.scores) <= 0.01)
        }
    }

    /// With a failure probability of 0.1 at most, all of ten seeds being off would be one in ten thousand million; none of them is.
    @Test(arguments: [false, true], UInt64(0)..<5)
    func noScoreIsOffByMoreThanTheError(isDirected: Bool, seed: UInt64) throws {
        for list in [
            EdgeList.barabasiAlbert(nodeCount: 120, edgesPerNode: 2, isDirected: isDirected, seed: seed),
            .erdosRenyi(nodeCount: 120, edgeProbability: 0.015, isDirected: isDirected, seed: seed),
            .chain(nodeCount: 40, isDirected: isDirected),
        ] {
            let graph = try list.compact
            let exact = Betweenness().scores(in: graph)
            for error in [0.1, 0.03] {
                let found = try ApproximateBetweenness(maximumError: error, seed: seed).scores(in: graph)
                #expect(difference(found.scores, exact) <= error)
                #expect(found.samples > 0)
            }
        }
    }

    /// Where many shortest paths join two nodes, each is drawn alike.
    @Test func pathsAreDrawnEvenly() throws {
        // 0 to 7 over 1 ... 6 in the middle: each of the six is on a sixth of the paths.
        let edges = (1...6).flatMap { [Edge(0, $0), Edge($0, 7)] }
        let graph = try CompactGraph(nodeCount: 8, edges: edges)
        let exact = Betweenness().scores(in: graph)
        let found = try ApproximateBetweenness(maximumError: 0.005, failureProbability: 0.01).scores(
            in: graph)
        #expect(difference(found.scores, exact) <= 0.005)
    }

    @Test func theSeedFixesTheScores() throws {
        let graph = try EdgeList.barabasiAlbert(nodeCount: 300, edgesPerNode: 3, seed: 1).compact
        let measure = try ApproximateBetweenness(maximumError: 0.05)
        #expect(try measure.scores(in: graph) == (try measure.scores(in: graph)))
        let other = try ApproximateBetweenness(maximumError: 0.05, seed: 2)
        #expect(try measure.scores(in: graph) != (try other.scores(in: graph)))
    }

    @Test func degenerateGraphs() throws {
        for nodeCount in 0...2 {
            let graph = try CompactGraph(nodeCount: nodeCount, edges: nodeCount == 2 ? [Edge(0, 1)] : [])
            #expect(
                try ApproximateBetweenness().scores(in: graph).scores == .init(repeating: 0, count: nodeCount)
            )
        }
        let apart = try CompactGraph(nodeCount: 5, edges: [])
        #expect(try ApproximateBetweenness(maximumError: 0.1).scores(in: apart).scores == [0, 0, 0, 0, 0])
        let star = try ApproximateBetweenness(maximumError: 0.05).scores(
            in: try EdgeList.star(nodeCount: 30).compact)
        #expect((star.scores[0] - 1).magnitude <= 0.05 && star.scores[1] == 0)
    }

    @Test func parametersAreChecked() {
        #expect(throws: GraphError.invalidTolerance(0)) { try ApproximateBetweenness(maximumError: 0) }
        #expect(throws: GraphError.invalidProbability(1)) {
            try ApproximateBetweenness(failureProbability: 1)
        }
    }
}

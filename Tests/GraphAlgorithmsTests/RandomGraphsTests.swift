import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct RandomGraphsTests {
    @Test func theSameSeedGivesTheSameGraph() {
        let first = EdgeList.erdosRenyi(nodeCount: 40, edgeProbability: 0.2, weights: .reals(0..<1), seed: 7)
        #expect(
            first == .erdosRenyi(nodeCount: 40, edgeProbability: 0.2, weights: .reals(0..<1), seed: 7))
        #expect(
            first != .erdosRenyi(nodeCount: 40, edgeProbability: 0.2, weights: .reals(0..<1), seed: 8))
        let second = EdgeList.barabasiAlbert(nodeCount: 40, edgesPerNode: 3, isDirected: true, seed: 7)
        #expect(second == .barabasiAlbert(nodeCount: 40, edgesPerNode: 3, isDirected: true, seed: 7))
        #expect(second != .barabasiAlbert(nodeCount: 40, edgesPerNode: 3, isDirected: true, seed: 8))
    }

    @Test(arguments: [false, true])
    func erdosRenyiIsSimpleAndAsDenseAsAsked(isDirected: Bool) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 200, edgeProbability: 0.1, isDirected: isDirected, weights: .integers(2...3), seed: 1)
        #expect(try list.compact.edgeCount == list.edges.count)
        #expect(Set(list.edges.map(\.weight)) == [2, 3])
        // Four standard deviations of the binomial distribution.
        let pairs = Double(isDirected ? 200 * 199 : 200 * 199 / 2)
        let deviation = (pairs * 0.1 * 0.9).squareRoot()
        #expect((Double(list.edges.count) - 0.1 * pairs).magnitude < 4 * deviation)
    }

    @Test func theEndsOfTheProbability() {
        #expect(EdgeList.erdosRenyi(nodeCount: 10, edgeProbability: 0, seed: 1).edges.isEmpty)
        #expect(EdgeList.erdosRenyi(nodeCount: 10, edgeProbability: 1, seed: 1) == .complete(nodeCount: 10))
        #expect(EdgeList.erdosRenyi(nodeCount: 0, edgeProbability: 1, seed: 1).edges.isEmpty)
    }

    @Test(arguments: [false, true])
    func barabasiAlbertIsSimpleConnectedAndHasHubs(isDirected: Bool) throws {
        let list = EdgeList.barabasiAlbert(
            nodeCount: 300, edgesPerNode: 3, isDirected: isDirected, weights: .reals(1..<2), seed: 5)
        let graph = try list.compact
        #expect(graph.edgeCount == list.edges.count)
        #expect(list.edges.count == 3 + 296 * 3)
        #expect(ConnectedComponents().labels(in: graph).count == 1)
        #expect(list.edges.allSatisfy { (1..<2).contains($0.weight) })
        let degrees = graph.symmetrized().nodes.map { graph.symmetrized().outDegree(of: $0) }
        #expect(degrees.min()! >= 3 || isDirected)
        #expect(degrees.max()! > 30)
    }
}

import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct CompactGraphTests {
    @Test func rowsAreAscendingAndSymmetric() throws {
        let graph = try CompactGraph(nodeCount: 5, edges: [Edge(3, 1), Edge(0, 3), Edge(4, 3), Edge(1, 0)])
        #expect(graph.offsets == [0, 2, 4, 4, 7, 8])
        #expect(graph.targets == [1, 3, 0, 3, 0, 1, 4, 3])
        #expect(graph.weights == nil)
        #expect(graph.nodeCount == 5)
        #expect(graph.edgeCount == 4)
        #expect(graph.nodes == 0..<5)
        #expect(graph.successors(of: 3) == [0, 1, 4])
        #expect(graph.outDegree(of: 2) == 0)
        #expect(graph.arcs(of: 3) == 4..<7)
    }

    @Test func directedArcsLeadOneWay() throws {
        let graph = try CompactGraph(
            nodeCount: 3, edges: [Edge(2, 0), Edge(0, 1), Edge(2, 1)], isDirected: true)
        #expect(graph.offsets == [0, 1, 1, 3])
        #expect(graph.targets == [1, 0, 1])
        #expect(graph.edgeCount == 3)
        #expect(graph.hasEdge(from: 2, to: 0))
        #expect(!graph.hasEdge(from: 0, to: 2))
        #expect(!graph.hasEdge(from: 1, to: 2))
    }

    @Test func loopsAreDroppedAndTheFirstOfParallelEdgesIsKept() throws {
        let edges = [
            Edge(1, 0, weight: 5), Edge(0, 1, weight: 7), Edge(2, 2, weight: 9), Edge(1, 0, weight: 3),
            Edge(1, 2, weight: 2), Edge(2, 1, weight: 4),
        ]
        let undirected = try CompactGraph(nodeCount: 3, edges: edges)
        #expect(undirected.targets == [1, 0, 2, 1])
        #expect(undirected.weights == [5, 5, 2, 2])
        let directed = try CompactGraph(nodeCount: 3, edges: edges, isDirected: true)
        #expect(directed.offsets == [0, 1, 3, 4])
        #expect(directed.targets == [1, 0, 2, 1])
        #expect(directed.weights == [7, 5, 2, 4])
    }

    @Test func onlyKeptEdgesMakeAGraphWeighted() throws {
        let loop = try CompactGraph(nodeCount: 2, edges: [Edge(0, 1), Edge(1, 1, weight: 3)])
        #expect(loop.weights == nil)
        let parallel = try CompactGraph(nodeCount: 2, edges: [Edge(0, 1), Edge(1, 0, weight: 3)])
        #expect(parallel.weights == nil)
        let zero = try CompactGraph(nodeCount: 2, edges: [Edge(0, 1, weight: 0)])
        #expect(zero.weights == [0, 0])
    }

    @Test func weightsAreFoundByTheirEnds() throws {
        let weighted = try CompactGraph(nodeCount: 3, edges: [Edge(0, 1, weight: 2.5), Edge(1, 2)])
        #expect(weighted.weight(from: 1, to: 0) == 2.5)
        #expect(weighted.weight(from: 1, to: 2) == 1)
        #expect(weighted.weight(from: 0, to: 2) == nil)
        #expect(weighted.unweighted().weight(from: 1, to: 0) == 1)
    }

    @Test func emptyGraphs() throws {
        let nothing = try CompactGraph(nodeCount: 0, edges: [])
        #expect(nothing.nodeCount == 0)
        #expect(nothing.edgeCount == 0)
        #expect(nothing.nodes.isEmpty)
        let isolated = try CompactGraph(nodeCount: 3, edges: [])
        #expect(isolated.offsets == [0, 0, 0, 0])
    }

    @Test(arguments: [
        (Edge(0, 7), GraphError.nodeOutOfRange(edge: 1, node: 7, nodeCount: 3)),
        (Edge(3, 0), .nodeOutOfRange(edge: 1, node: 3, nodeCount: 3)),
        (Edge(3, 3), .nodeOutOfRange(edge: 1, node: 3, nodeCount: 3)),
        (Edge(0, 1, weight: -0.5), .invalidWeight(edge: 1, weight: -0.5)),
        (Edge(0, 1, weight: .infinity), .invalidWeight(edge: 1, weight: .infinity)),
        (Edge(2, 2, weight: -1), .invalidWeight(edge: 1, weight: -1)),
    ])
    func aBadEdgeIsNamed(edge: Edge, error: GraphError) {
        #expect(throws: error) { try CompactGraph(nodeCount: 3, edges: [Edge(0, 1), edge, Edge(9, 9)]) }
    }

    @Test func aWeightThatIsNoNumberIsNamed() throws {
        let error = #expect(throws: GraphError.self) {
            try CompactGraph(nodeCount: 2, edges: [Edge(0, 1, weight: .nan)])
        }
        guard case .invalidWeight(edge: 0, let weight) = error else {
            Issue.record("not an invalid weight: \(String(describing: error))")
            return
        }
        #expect(weight.isNaN)
    }

    @Test func moreNodesThanNumbersAreRefused() {
        #expect(throws: GraphError.tooLarge(nodes: 1 << 33, arcs: 2)) {
            try CompactGraph(nodeCount: 1 << 33, edges: [Edge(0, 1)])
        }
    }

    @Test(arguments: [false, true], UInt64(0)..<10)
    func rowsAreThoseOfTheMatrix(isDirected: Bool, seed: UInt64) throws {
        var list = EdgeList.erdosRenyi(
            nodeCount: 30, edgeProbability: 0.1, isDirected: isDirected, weights: .integers(0...5), seed: seed
        )
        // Loops and parallel edges, with weights of their own, in random order.
        var random = SeededRandom(seed: seed)
        list.edges += list.edges.prefix(40).map { Edge($0.target, $0.source, weight: 8) }
        list.edges += (0..<10).map { Edge($0, $0, weight: 9) }
        list.edges.shuffle(using: &random)

        let graph = try list.compact
        for (source, row) in list.matrix.enumerated() {
            let targets = row.indices.filter { row[$0] != nil }.map { NodeID($0) }
            #expect(Array(graph.successors(of: NodeID(source))) == targets)
            for (target, weight) in row.enumerated() {
                #expect(graph.weight(from: NodeID(source), to: NodeID(target)) == weight)
            }
        }
    }

    @Test(arguments: UInt64(0)..<10)
    func transposingTurnsEachArc(seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 25, edgeProbability: 0.15, isDirected: true, weights: .integers(1...9), seed: seed)
        var turned = list
        turned.edges = list.edges.map { Edge($0.target, $0.source, weight: $0.weight) }
        let graph = try list.compact
        #expect(graph.transposed() == (try turned.compact))
        #expect(graph.transposed().transposed() == graph)
    }

    @Test func anUndirectedGraphIsItsOwnTranspose() throws {
        let graph = try EdgeList.karateClub.compact
        #expect(graph.transposed() == graph)
        #expect(graph.symmetrized() == graph)
    }

    @Test func symmetrizingAddsOppositeArcs() throws {
        let weighted = try CompactGraph(
            nodeCount: 3, edges: [Edge(0, 1, weight: 2), Edge(1, 0, weight: 3), Edge(2, 1, weight: 0.5)],
            isDirected: true)
        let expected = try CompactGraph(
            nodeCount: 3, edges: [Edge(0, 1, weight: 5), Edge(1, 2, weight: 0.5)])
        #expect(weighted.symmetrized() == expected)

        let mutual = try CompactGraph(
            nodeCount: 3, edges: [Edge(0, 1), Edge(1, 0), Edge(2, 1)], isDirected: true)
        #expect(mutual.symmetrized().weights == [2, 2, 1, 1])
        let oneWay = try CompactGraph(nodeCount: 3, edges: [Edge(0, 1), Edge(2, 1)], isDirected: true)
        #expect(oneWay.symmetrized() == (try CompactGraph(nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2)])))
    }
}

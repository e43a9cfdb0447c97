import GraphAlgorithms
import ReboundTestSupport
import Testing

/// Graphs large enough for several blocks, groups and buckets, built on one thread and on several.
@Suite struct GraphBuildingTests {
    @Test(arguments: [false, true], [false, true])
    func largeGraphsHaveTheRowsOfADictionary(isDirected: Bool, isWeighted: Bool) throws {
        let edges = HubEdges.random(nodeCount: 20_000, count: 300_000, isWeighted: isWeighted, seed: 3)
        let graph = try CompactGraph(
            nodeCount: 20_000, edges: edges, isDirected: isDirected, control: RunControl(threads: 2))
        var weights: [[NodeID: Double]] = .init(repeating: [:], count: 20_000)
        for edge in edges where edge.source != edge.target {
            let (source, target) = (Int(edge.source), Int(edge.target))
            if weights[source][edge.target] == nil { weights[source][edge.target] = edge.weight }
            if !isDirected && weights[target][edge.source] == nil {
                weights[target][edge.source] = edge.weight
            }
        }
        for node in graph.nodes {
            let row = weights[Int(node)].sorted { $0.key < $1.key }
            #expect(Array(graph.successors(of: node)) == row.map(\.key))
            if isWeighted {
                #expect(graph.weights.map { Array($0[graph.arcs(of: node)]) } == row.map(\.value))
            }
        }
    }

    @Test(arguments: [false, true], [false, true])
    func theNumberOfThreadsChangesNothing(isDirected: Bool, isWeighted: Bool) throws {
        let edges = HubEdges.random(nodeCount: 70_000, count: 400_000, isWeighted: isWeighted, seed: 5)
        let graphs = try [1, 2, 3].map {
            try CompactGraph(
                nodeCount: 70_000, edges: edges, isDirected: isDirected, control: RunControl(threads: $0))
        }
        #expect(graphs[0] == graphs[1])
        #expect(graphs[0] == graphs[2])
    }

    @Test(arguments: [false, true], UInt64(0)..<5)
    func orderingByDegreeRenumbersTheNodes(isDirected: Bool, seed: UInt64) throws {
        let list = EdgeList.barabasiAlbert(
            nodeCount: 60, edgesPerNode: 2, isDirected: isDirected, weights: .integers(1...9), seed: seed)
        let graph = try list.compact
        let (ordered, order) = try graph.orderedByDegree()
        let degrees = ordered.nodes.map { ordered.outDegree(of: $0) }
        #expect(degrees == degrees.sorted(by: >))
        #expect(try list.relabelled(by: order.positions).compact == ordered)
        #expect(
            order.originals.enumerated().allSatisfy { order.positions[Int($0.element)] == NodeID($0.offset) })
        #expect(order.restored(degrees) == graph.nodes.map { graph.outDegree(of: $0) })
    }

    @Test func orderingIsTheSameOnAnyNumberOfThreads() throws {
        let edges = HubEdges.random(nodeCount: 30_000, count: 200_000, isWeighted: true, seed: 8)
        let graph = try CompactGraph(nodeCount: 30_000, edges: edges)
        let one = try graph.orderedByDegree(control: RunControl(threads: 1))
        let three = try graph.orderedByDegree(control: RunControl(threads: 3))
        #expect(one.graph == three.graph)
        #expect(one.order == three.order)
    }

    @Test func cancellingStopsTheBuilding() {
        let edges = HubEdges.random(nodeCount: 1_000, count: 1_000, isWeighted: false, seed: 1)
        for threads in [1, 2] {
            #expect(throws: GraphError.cancelled) {
                try CompactGraph(
                    nodeCount: 1_000, edges: edges,
                    control: RunControl(threads: threads, isCancelled: { true }))
            }
        }
    }

    @Test func arraysOfGraphsAreCollections() throws {
        let graph = try CompactGraph(nodeCount: 4, edges: [Edge(0, 1), Edge(0, 2), Edge(0, 3)])
        let row = graph.targets[1..<3]
        #expect(row.startIndex == 1 && row.endIndex == 3 && row[2] == 3)
        #expect(row.map { $0 + 1 } == [3, 4])
        #expect(row == graph.successors(of: 0).dropFirst())
        #expect(row.description == "[2, 3]")
        #expect(GraphArray([1.5, 2]) == [1.5, 2])
    }

    @Test func aPositionOutsideTheArrayIsAProgrammingError() async {
        await #expect(processExitsWith: .failure) {
            let graph = try CompactGraph(nodeCount: 2, edges: [Edge(0, 1)])
            _ = graph.successors(of: 0)[1]
        }
    }
}

import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct DijkstraTests {
    /// networkx 3.6.1, `single_source_dijkstra_path_length(karate_club_graph(), 0)`.
    @Test func distancesInTheKarateClub() throws {
        let tree = Dijkstra().shortestPaths(from: 0, in: try EdgeList.karateClub.compact)
        #expect(
            tree.distances == [
                0, 3, 5, 3, 3, 3, 3, 2, 2, 5, 2, 3, 1, 3, 5, 7, 6, 2, 5, 2, 4, 2, 6, 7, 4, 6, 5, 7, 4, 5,
                5, 2, 5, 3,
            ])
    }

    @Test(arguments: [false, true], UInt64(0)..<8)
    func distancesAndPathsAreThoseOfTheOracle(isDirected: Bool, seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 24, edgeProbability: 0.12, isDirected: isDirected, weights: .integers(1...4),
            seed: seed)
        let graph = try list.compact
        let oracle = ShortestPathOracle(list)
        for source in graph.nodes {
            let tree = Dijkstra().shortestPaths(from: source, in: graph)
            #expect(tree.distances == oracle.distances[Int(source)])
            for node in graph.nodes {
                let paths = oracle.shortestPaths(from: Int(source), to: Int(node))
                if let path = tree.path(to: node) {
                    #expect(paths.contains(path.map { Int($0) }))
                    #expect(
                        tree.predecessor(of: node).map { Int($0) }
                            == paths.compactMap { $0.dropLast().last }.min())
                } else {
                    #expect(paths.isEmpty)
                }
            }
        }
    }

    @Test(arguments: UInt64(0)..<4)
    func pathsAddUpToTheirDistances(seed: UInt64) throws {
        let graph = try EdgeList.barabasiAlbert(
            nodeCount: 150, edgesPerNode: 3, isDirected: true, weights: .reals(0..<10), seed: seed
        ).compact
        let tree = Dijkstra().shortestPaths(from: 140, in: graph)
        for node in graph.nodes {
            guard let path = tree.path(to: node) else { continue }
            let length = zip(path, path.dropFirst()).reduce(0) { $0 + graph.weight(from: $1.0, to: $1.1)! }
            #expect(length == tree.distance(to: node))
        }
        // No arc shortens a distance: the triangle inequality that proves the tree.
        for source in graph.nodes {
            for arc in graph.arcs(of: source) {
                let target = Int(graph.targets[arc])
                #expect(tree.distances[target] <= tree.distances[Int(source)] + graph.weights![arc])
            }
        }
    }

    @Test func withoutWeightsDistancesAreHops() throws {
        let graph = try EdgeList.karateClub.unweighted.compact
        let hops = BreadthFirstSearch().shortestPaths(from: 5, in: graph)
        let tree = Dijkstra().shortestPaths(from: 5, in: graph)
        #expect(tree.distances == hops.distances.map { Double($0) })
        #expect(tree.predecessors == hops.predecessors)
    }

    @Test func aShorterEdgeNeverLengthensAPath() throws {
        var list = EdgeList.erdosRenyi(
            nodeCount: 40, edgeProbability: 0.1, weights: .integers(2...9), seed: 6)
        let before = Dijkstra().shortestPaths(from: 0, in: try list.compact)
        for index in stride(from: 0, to: list.edges.count, by: 3) { list.edges[index].weight -= 1 }
        let after = Dijkstra().shortestPaths(from: 0, in: try list.compact)
        #expect(zip(after.distances, before.distances).allSatisfy { $0 <= $1 })
        #expect(after.distances != before.distances)
    }

    @Test func undirectedDistancesAreSymmetric() throws {
        let graph = try EdgeList.erdosRenyi(
            nodeCount: 30, edgeProbability: 0.1, weights: .integers(0...9), seed: 8
        ).compact
        let trees = graph.nodes.map { Dijkstra().shortestPaths(from: $0, in: graph) }
        for node in graph.nodes {
            #expect(trees.map { $0.distances[Int(node)] } == trees[Int(node)].distances)
        }
    }

    @Test func relabellingChangesNoDistance() throws {
        let list = EdgeList.barabasiAlbert(
            nodeCount: 60, edgesPerNode: 2, isDirected: true, weights: .integers(0...5), seed: 2)
        let permutation = list.permutation(seed: 4)
        let tree = Dijkstra().shortestPaths(from: 9, in: try list.compact)
        let relabelled = Dijkstra().shortestPaths(
            from: permutation[9], in: try list.relabelled(by: permutation).compact)
        #expect(permutation.map { relabelled.distance(to: $0) } == (0..<60).map { tree.distance(to: $0) })
    }

    @Test func edgesOfLengthZeroMakeNoCircles() throws {
        let zeros = EdgeList.complete(nodeCount: 6).edges.map { Edge($0.source, $0.target, weight: 0) }
        let graph = try CompactGraph(nodeCount: 7, edges: zeros + [Edge(5, 6, weight: 2)])
        let tree = Dijkstra().shortestPaths(from: 3, in: graph)
        #expect(tree.distances == [0, 0, 0, 0, 0, 0, 2])
        #expect(tree.path(to: 0) == [3, 0])
        #expect(tree.path(to: 6) == [3, 5, 6])
    }

    @Test func lengthsThatRoundAwayAndSumsThatOverflow() throws {
        let tiny = try CompactGraph(nodeCount: 3, edges: [Edge(0, 1, weight: 1e20), Edge(1, 2)])
        #expect(Dijkstra().shortestPaths(from: 0, in: tiny).path(to: 2) == [0, 1, 2])
        let huge = try CompactGraph(
            nodeCount: 3, edges: [Edge(0, 1, weight: 1e308), Edge(1, 2, weight: 1e308)])
        let tree = Dijkstra().shortestPaths(from: 0, in: huge)
        #expect(tree.distances == [0, 1e308, .infinity])
        #expect(tree.predecessors == [CompactGraph.noNode, 0, CompactGraph.noNode])
    }

    @Test func degenerateGraphs() throws {
        let alone = Dijkstra().shortestPaths(
            from: 0, in: try CompactGraph(nodeCount: 1, edges: [Edge(0, 0, weight: 2)]))
        #expect(alone.distances == [0])
        #expect(alone.path(to: 0) == [0])
        let apart = Dijkstra().shortestPaths(from: 0, in: try CompactGraph(nodeCount: 2, edges: []))
        #expect(apart.distance(to: 1) == nil)
        #expect(apart.path(to: 1) == nil)
        let parallel = try CompactGraph(
            nodeCount: 2, edges: [Edge(0, 1, weight: 4), Edge(0, 1, weight: 1)])
        #expect(Dijkstra().shortestPaths(from: 1, in: parallel).distances == [4, 0])
    }

    @Test func aSourceOutsideTheGraphIsAProgrammingError() async {
        await #expect(processExitsWith: .failure) {
            let graph = try CompactGraph(nodeCount: 2, edges: [])
            _ = Dijkstra().shortestPaths(from: 2, in: graph)
        }
    }
}

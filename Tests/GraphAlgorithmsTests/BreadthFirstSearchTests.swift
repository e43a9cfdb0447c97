import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct BreadthFirstSearchTests {
    /// networkx 3.6.1, `single_source_shortest_path_length(G, 0)`.
    @Test func distancesInPublishedGraphs() throws {
        let search = BreadthFirstSearch()
        #expect(
            search.shortestPaths(from: 0, in: try EdgeList.karateClub.compact).distances == [
                0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 3, 3, 2, 1, 3, 1, 3, 1, 3, 3, 2, 2, 3, 2, 2, 3,
                2, 1, 2, 2,
            ])
        #expect(
            search.shortestPaths(from: 0, in: try EdgeList.krackhardtKite.compact).distances
                == [0, 1, 1, 1, 2, 1, 2, 2, 3, 4])
        #expect(
            search.shortestPaths(from: 0, in: try EdgeList.florentineFamilies.compact).distances
                == [0, 2, 2, 4, 3, 3, 3, 4, 1, 3, 4, 2, 2, 3, 2])
    }

    /// networkx 3.6.1, `single_source_shortest_path_length(G, 0)`: how many, their sum and the greatest.
    @Test(
        .enabled(if: NetworkCorpus.isPresent),
        arguments: [
            ("facebook_combined.txt", 1, false, 4039, 11428, 6), ("wiki-Vote.txt", 0, true, 2316, 6975, 5),
        ] as [(String, Int, Bool, Int, Int, UInt32)])
    func distancesInTheCorpus(
        name: String, headerLines: Int, isDirected: Bool, count: Int, sum: Int, greatest: UInt32
    ) throws {
        let list = try NetworkCorpus.edgeList(name, headerLines: headerLines, isDirected: isDirected)
        let tree = BreadthFirstSearch().shortestPaths(from: 0, in: try list.compact)
        let reached = tree.distances.filter { $0 != tree.unreachable }
        #expect(reached.count == count)
        #expect(reached.reduce(0) { $0 + Int($1) } == sum)
        #expect(reached.max() == greatest)
    }

    @Test(arguments: [false, true], UInt64(0)..<8)
    func distancesAndPathsAreThoseOfTheOracle(isDirected: Bool, seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 24, edgeProbability: 0.08, isDirected: isDirected, seed: seed)
        let graph = try list.compact
        let oracle = ShortestPathOracle(list)
        for source in graph.nodes {
            let tree = BreadthFirstSearch().shortestPaths(from: source, in: graph)
            for node in graph.nodes {
                let distance = oracle.distances[Int(source)][Int(node)]
                #expect(tree.distance(to: node).map { Double($0) } ?? .infinity == distance)
                let paths = oracle.shortestPaths(from: Int(source), to: Int(node))
                if let path = tree.path(to: node) {
                    #expect(paths.contains(path.map { Int($0) }))
                    // Of several predecessors, the smallest number.
                    #expect(
                        tree.predecessor(of: node).map { Int($0) }
                            == paths.compactMap { $0.dropLast().last }.min())
                } else {
                    #expect(paths.isEmpty)
                    #expect(tree.predecessor(of: node) == nil)
                }
            }
        }
    }

    @Test func theHopLimitCutsTheTree() throws {
        let graph = try EdgeList.barabasiAlbert(nodeCount: 200, edgesPerNode: 2, seed: 3).compact
        let whole = BreadthFirstSearch().shortestPaths(from: 150, in: graph)
        for limit in 0...8 {
            let tree = try BreadthFirstSearch(maximumHops: limit).shortestPaths(from: 150, in: graph)
            for node in graph.nodes {
                let isWithin = whole.distances[Int(node)] <= UInt32(limit)
                #expect(tree.distance(to: node) == (isWithin ? whole.distance(to: node) : nil))
                #expect(tree.predecessor(of: node) == (isWithin ? whole.predecessor(of: node) : nil))
            }
        }
    }

    @Test func relabellingChangesNoDistance() throws {
        let list = EdgeList.erdosRenyi(nodeCount: 60, edgeProbability: 0.05, isDirected: true, seed: 2)
        let permutation = list.permutation(seed: 4)
        let tree = BreadthFirstSearch().shortestPaths(from: 9, in: try list.compact)
        let relabelled = BreadthFirstSearch().shortestPaths(
            from: permutation[9], in: try list.relabelled(by: permutation).compact)
        #expect(permutation.map { relabelled.distance(to: $0) } == (0..<60).map { tree.distance(to: $0) })
    }

    @Test func degenerateGraphs() throws {
        let alone = BreadthFirstSearch().shortestPaths(
            from: 0, in: try EdgeList(nodeCount: 1, [(0, 0)]).compact)
        #expect(alone.distances == [0])
        #expect(alone.path(to: 0) == [0])
        let apart = BreadthFirstSearch().shortestPaths(
            from: 2, in: try EdgeList(nodeCount: 4, [(0, 1), (2, 3), (3, 2)]).compact)
        #expect(apart.distances == [.max, .max, 0, 1])
        #expect(apart.path(to: 1) == nil)
        let oneWay = try EdgeList.chain(nodeCount: 4, isDirected: true).compact
        #expect(BreadthFirstSearch().shortestPaths(from: 2, in: oneWay).distances == [.max, .max, 0, 1])
        let star = BreadthFirstSearch().shortestPaths(from: 3, in: try EdgeList.star(nodeCount: 5).compact)
        #expect(star.path(to: 1) == [3, 0, 1])
    }

    @Test func aNegativeHopLimitIsRefused() {
        #expect(throws: GraphError.invalidMaximumHops(-1)) { try BreadthFirstSearch(maximumHops: -1) }
    }

    @Test func aSourceOutsideTheGraphIsAProgrammingError() async {
        await #expect(processExitsWith: .failure) {
            let graph = try CompactGraph(nodeCount: 2, edges: [])
            _ = BreadthFirstSearch().shortestPaths(from: 2, in: graph)
        }
    }
}

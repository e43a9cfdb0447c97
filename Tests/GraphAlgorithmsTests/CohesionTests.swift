import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct CohesionTests {
    /// networkx 3.6.1, `core_number(G)`.
    @Test func publishedCoreNumbers() throws {
        #expect(
            CoreNumbers().numbers(in: try EdgeList.karateClub.compact)
                == [
                    4, 4, 4, 4, 3, 3, 3, 4, 4, 2, 3, 1, 2, 4, 2, 2, 2, 2, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3,
                    4, 3, 4, 4,
                ])
    }

    /// networkx 3.6.1, `biconnected_components(G)`.
    @Test func publishedBlocks() throws {
        let club = BiconnectedComponents().blocks(in: try EdgeList.karateClub.compact)
        #expect(club.map(\.count) == [28, 6, 2])
        #expect(Array(club.dropFirst()) == [[0, 4, 5, 6, 10, 16], [0, 11]])
        #expect(
            BiconnectedComponents().blocks(in: try EdgeList.krackhardtKite.compact)
                == [[0, 1, 2, 3, 4, 5, 6, 7], [7, 8], [8, 9]])
    }

    /// networkx 3.6.1, `triangles(G)`, `average_clustering(G)` and `transitivity(G)`.
    @Test func publishedClustering() throws {
        let club = try Clustering().coefficients(in: try EdgeList.karateClub.compact)
        #expect(
            club.triangles
                == [
                    18, 12, 11, 10, 2, 3, 3, 6, 5, 0, 2, 0, 1, 6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 1, 1, 1, 1, 1,
                    4, 3, 3,
                    13, 15,
                ])
        #expect(club.triangleCount == 45)
        #expect((club.average - 0.5706384782076823).magnitude < 1e-14)
        #expect((club.transitivity - 0.2556818181818182).magnitude < 1e-14)
        #expect(club.coefficient(of: 0) == 0.15)
        #expect(club.coefficient(of: 11) == 0)
    }

    /// networkx 3.6.1, `jaccard_coefficient`, `adamic_adar_index` and `resource_allocation_index` of node 0.
    @Test func publishedScoresOfPairs() throws {
        let scores = CommonNeighbors().scores(of: 0, in: try EdgeList.karateClub.compact)
        #expect(scores.map(\.node) == [9, 16, 24, 25, 27, 28, 30, 32, 33])
        #expect(scores.map(\.count) == [1, 2, 1, 1, 1, 2, 2, 3, 4])
        let jaccard = [
            0.0588235294118, 0.125, 0.0555555555556, 0.0555555555556, 0.0526315789474, 0.117647058824,
            0.111111111111, 0.12, 0.137931034483,
        ]
        let adamicAdar = [
            0.434294481903, 1.44269504089, 0.558110626551, 0.558110626551, 0.434294481903, 0.992405108454,
            1.07645454787, 1.61374004301, 2.7110197223,
        ]
        let allocation = [
            0.1, 0.5, 0.166666666667, 0.166666666667, 0.1, 0.266666666667, 0.311111111111, 0.466666666667,
            0.9,
        ]
        #expect(difference(scores.map(\.jaccard), jaccard) < 1e-11)
        #expect(difference(scores.map(\.adamicAdar), adamicAdar) < 1e-10)
        #expect(difference(scores.map(\.resourceAllocation), allocation) < 1e-11)
        let all = CommonNeighbors().scores(
            of: 0, in: try EdgeList.karateClub.compact, includesNeighbors: true)
        #expect(all.contains { $0.node == 1 && $0.count == 7 })
    }

    @Test(arguments: [false, true], UInt64(0)..<20)
    func measuresAreThoseOfTheDefinitions(isDirected: Bool, seed: UInt64) throws {
        for list in [
            EdgeList.erdosRenyi(
                nodeCount: 24, edgeProbability: isDirected ? 0.06 : 0.12, isDirected: isDirected, seed: seed),
            .barabasiAlbert(nodeCount: 24, edgesPerNode: 2, isDirected: isDirected, seed: seed),
            .barabasiAlbert(nodeCount: 24, edgesPerNode: 1, isDirected: isDirected, seed: seed),
        ] {
            let graph = try list.compact
            let oracle = CohesionOracle(list)
            #expect(CoreNumbers().numbers(in: graph) == oracle.coreNumbers)
            #expect(BiconnectedComponents().blocks(in: graph) == oracle.blocks)
            #expect(try Clustering().coefficients(in: graph).triangles == oracle.triangles)
        }
    }

    @Test(arguments: [false, true], UInt64(0)..<6)
    func scoresOfPairsCountSharedNeighbours(isDirected: Bool, seed: UInt64) throws {
        let graph = try EdgeList.erdosRenyi(
            nodeCount: 20, edgeProbability: 0.2, isDirected: isDirected, seed: seed
        ).compact
        for node in graph.nodes {
            let scores = CommonNeighbors().scores(of: node, in: graph, includesNeighbors: true)
            for other in graph.nodes where other != node {
                let mine = Set(graph.successors(of: node))
                let theirs = Set(graph.successors(of: other))
                let score = scores.first { $0.node == other }
                #expect((score?.count ?? 0) == mine.intersection(theirs).count)
                if let score {
                    #expect(score.jaccard == Double(score.count) / Double(mine.union(theirs).count))
                }
            }
        }
    }

    /// Two blocks share at most one node, which is an articulation point, and every tie is in one block.
    @Test(arguments: UInt64(0)..<10)
    func blocksMeetAtArticulationPoints(seed: UInt64) throws {
        let graph = try EdgeList.erdosRenyi(nodeCount: 120, edgeProbability: 0.015, seed: seed).compact
        let blocks = BiconnectedComponents().blocks(in: graph).map { Set($0) }
        let points = Set(ArticulationPoints().nodes(in: graph))
        var shared: Set<NodeID> = []
        for (index, block) in blocks.enumerated() {
            for other in blocks[..<index] {
                #expect(block.intersection(other).count <= 1)
                shared.formUnion(block.intersection(other))
            }
        }
        #expect(shared == points)
        #expect(blocks.filter { $0.count == 2 }.count == Bridges().edges(in: graph).count)
    }

    @Test func starsCyclesAndCompleteGraphs() throws {
        #expect(
            CoreNumbers().numbers(in: try EdgeList.complete(nodeCount: 6).compact)
                == .init(repeating: 5, count: 6))
        #expect(CoreNumbers().numbers(in: try EdgeList.star(nodeCount: 4).compact) == [1, 1, 1, 1])
        #expect(
            BiconnectedComponents().blocks(in: try EdgeList.star(nodeCount: 4).compact) == [
                [0, 1], [0, 2], [0, 3],
            ])
        #expect(
            BiconnectedComponents().blocks(in: try EdgeList.cycle(nodeCount: 4).compact) == [[0, 1, 2, 3]])
        let complete = try Clustering().coefficients(in: try EdgeList.complete(nodeCount: 6).compact)
        #expect(complete.average == 1 && complete.transitivity == 1 && complete.triangleCount == 20)
        #expect(try Clustering().coefficients(in: try EdgeList.star(nodeCount: 9).compact).transitivity == 0)
    }

    @Test func degenerateGraphs() throws {
        for nodeCount in 0...2 {
            let graph = try CompactGraph(nodeCount: nodeCount, edges: [])
            #expect(CoreNumbers().numbers(in: graph) == .init(repeating: 0, count: nodeCount))
            #expect(BiconnectedComponents().blocks(in: graph).isEmpty)
            #expect(try Clustering().coefficients(in: graph).average == 0)
        }
        #expect(CommonNeighbors().scores(of: 0, in: try CompactGraph(nodeCount: 1, edges: [])).isEmpty)
    }

    @Test func aMillionNodesInAChain() throws {
        let chain = try EdgeList.chain(nodeCount: 1_000_000).compact
        #expect(CoreNumbers().numbers(in: chain).allSatisfy { $0 == 1 })
        #expect(BiconnectedComponents().blocks(in: chain).count == 999_999)
    }
}

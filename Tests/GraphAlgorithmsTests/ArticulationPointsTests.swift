import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct ArticulationPointsTests {
    /// networkx 3.6.1, `articulation_points(G)`.
    @Test func publishedGraphs() throws {
        let measure = ArticulationPoints()
        #expect(measure.nodes(in: try EdgeList.karateClub.compact) == [0])
        #expect(measure.nodes(in: try EdgeList.krackhardtKite.compact) == [7, 8])
        let families = measure.nodes(in: try EdgeList.florentineFamilies.compact)
        #expect(
            families.map { EdgeList.florentineFamilyNames[Int($0)] }
                == ["Albizzi", "Guadagni", "Medici", "Salviati"])
    }

    /// networkx 3.6.1, `articulation_points(G)`, of the undirected graph where the file has directions.
    @Test(.enabled(if: NetworkCorpus.isPresent))
    func networksOfTheCorpus() throws {
        func points(_ name: String, headerLines: Int = 0, isDirected: Bool = false) throws -> [NodeID] {
            let list = try NetworkCorpus.edgeList(name, headerLines: headerLines, isDirected: isDirected)
            return ArticulationPoints().nodes(in: try list.compact)
        }
        #expect(
            try points("facebook_combined.txt", headerLines: 1)
                == [0, 107, 348, 414, 594, 686, 698, 1684, 1912, 3437, 3980])
        #expect(try points("netscience.txt").count == 140)
        #expect(try points("wiki-Vote.txt", isDirected: true).count == 1033)
        #expect(try points("ht_reports.edges.csv", isDirected: true) == [1, 6, 13, 17, 20])
    }

    @Test(arguments: [false, true], UInt64(0)..<25)
    func removalTakesTheGraphApart(isDirected: Bool, seed: UInt64) throws {
        for list in [
            EdgeList.erdosRenyi(
                nodeCount: 30, edgeProbability: isDirected ? 0.035 : 0.07, isDirected: isDirected, seed: seed),
            .barabasiAlbert(nodeCount: 30, edgesPerNode: 1, isDirected: isDirected, seed: seed),
        ] {
            #expect(
                ArticulationPoints().nodes(in: try list.compact)
                    == ConnectivityOracle(list).articulationPoints)
        }
    }

    @Test func relabellingChangesNothing() throws {
        let list = EdgeList.erdosRenyi(nodeCount: 80, edgeProbability: 0.025, seed: 31)
        let permutation = list.permutation(seed: 1)
        let points = ArticulationPoints().nodes(in: try list.compact)
        let relabelled = ArticulationPoints().nodes(in: try list.relabelled(by: permutation).compact)
        #expect(!points.isEmpty)
        #expect(points.map { permutation[Int($0)] }.sorted() == relabelled)
    }

    @Test func starsChainsCyclesAndCompleteGraphs() throws {
        let measure = ArticulationPoints()
        #expect(measure.nodes(in: try EdgeList.star(nodeCount: 5).compact) == [0])
        #expect(measure.nodes(in: try EdgeList.star(nodeCount: 2).compact).isEmpty)
        #expect(measure.nodes(in: try EdgeList.chain(nodeCount: 5).compact) == [1, 2, 3])
        #expect(measure.nodes(in: try EdgeList.cycle(nodeCount: 5).compact).isEmpty)
        #expect(measure.nodes(in: try EdgeList.complete(nodeCount: 5).compact).isEmpty)
    }

    @Test func degenerateGraphs() throws {
        #expect(ArticulationPoints().nodes(in: try CompactGraph(nodeCount: 0, edges: [])).isEmpty)
        #expect(ArticulationPoints().nodes(in: try CompactGraph(nodeCount: 1, edges: [Edge(0, 0)])).isEmpty)
        // Two chains of three; the parallel and the opposite edge change nothing.
        let chains = try EdgeList(
            nodeCount: 7, [(0, 1), (1, 0), (1, 2), (3, 4), (3, 4), (5, 4), (6, 6)], isDirected: true
        ).compact
        #expect(ArticulationPoints().nodes(in: chains) == [1, 4])
    }

    @Test func aMillionNodesInAChain() throws {
        let points = ArticulationPoints().nodes(in: try EdgeList.chain(nodeCount: 1_000_000).compact)
        #expect(points.count == 999_998)
        #expect(points.first == 1)
        #expect(points.last == 999_998)
    }
}

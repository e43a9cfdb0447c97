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

    /// networkx 3.6.1, `triangles(G)` and `average_clustering(G)`.
    @Test func publishedClustering() throws {
        let club = try Clustering().coefficients(in: try EdgeList.karateClub.compact)
        #expect(
            club.triangles
                == [
                    18, 12, 11, 10, 2, 3, 3, 6, 5, 0, 2, 0, 1, 6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 1, 1, 1, 1, 1,
                    4, 3, 3,
                    13, 15,
                ])
        #expect((club.average - 0.5706384782076823).magnitude < 1e-14)
        #expect(club.coefficient(of: 0) == 0.15)
        #expect(club.coefficient(of: 11) == 0)
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
            #expect(try Clustering().coefficients(in: graph).triangles == oracle.triangles)
        }
    }

    @Test func starsCyclesAndCompleteGraphs() throws {
        #expect(
            CoreNumbers().numbers(in: try EdgeList.complete(nodeCount: 6).compact)
                == .init(repeating: 5, count: 6))
        #expect(CoreNumbers().numbers(in: try EdgeList.star(nodeCount: 4).compact) == [1, 1, 1, 1])
        let complete = try Clustering().coefficients(in: try EdgeList.complete(nodeCount: 6).compact)
        #expect(complete.average == 1 && complete.triangles == .init(repeating: 10, count: 6))
        #expect(try Clustering().coefficients(in: try EdgeList.star(nodeCount: 9).compact).average == 0)
    }

    @Test func degenerateGraphs() throws {
        for nodeCount in 0...2 {
            let graph = try CompactGraph(nodeCount: nodeCount, edges: [])
            #expect(CoreNumbers().numbers(in: graph) == .init(repeating: 0, count: nodeCount))
            #expect(try Clustering().coefficients(in: graph).average == 0)
        }
    }

    @Test func aMillionNodesInAChain() throws {
        let chain = try EdgeList.chain(nodeCount: 1_000_000).compact
        #expect(CoreNumbers().numbers(in: chain).allSatisfy { $0 == 1 })
    }
}

extension ClusteringCoefficients {
    /// The mean coefficient of all nodes; 0 in an empty graph.
    fileprivate var average: Double {
        degrees.indices.reduce(0) { $0 + coefficient(of: NodeID($1)) } / Double(max(1, degrees.count))
    }
}

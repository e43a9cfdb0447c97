import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct BridgesTests {
    /// networkx 3.6.1, `bridges(G)`; the weight is that of the club's edge.
    @Test func publishedGraphs() throws {
        #expect(Bridges().edges(in: try EdgeList.karateClub.compact) == [Edge(0, 11, weight: 3)])
        #expect(Bridges().edges(in: try EdgeList.krackhardtKite.compact) == [Edge(7, 8), Edge(8, 9)])
        #expect(
            Bridges().edges(in: try EdgeList.florentineFamilies.compact)
                == [Edge(0, 8), Edge(1, 5), Edge(6, 7), Edge(8, 12), Edge(9, 12)])
    }

    /// networkx 3.6.1, `len(list(bridges(G)))`, of the undirected graph where the file has directions.
    @Test(
        .enabled(if: NetworkCorpus.isPresent),
        arguments: [
            ("facebook_combined.txt", 1, false, 75), ("netscience.txt", 0, false, 214),
            ("wiki-Vote.txt", 0, true, 2306),
        ])
    func bridgesInTheCorpus(name: String, headerLines: Int, isDirected: Bool, count: Int) throws {
        let list = try NetworkCorpus.edgeList(name, headerLines: headerLines, isDirected: isDirected)
        #expect(Bridges().edges(in: try list.compact).count == count)
    }

    @Test(arguments: [false, true], UInt64(0)..<25)
    func removalTakesTheGraphApart(isDirected: Bool, seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 30, edgeProbability: isDirected ? 0.035 : 0.07, isDirected: isDirected, seed: seed)
        let bridges = Bridges().edges(in: try list.compact)
        #expect(bridges.map { [$0.source, $0.target] } == ConnectivityOracle(list).bridges)
    }

    @Test(arguments: [false, true])
    func eachEdgeOfATreeIsABridge(isDirected: Bool) throws {
        let list = EdgeList.barabasiAlbert(
            nodeCount: 60, edgesPerNode: 1, isDirected: isDirected, weights: .integers(2...9), seed: 3)
        let edges = list.edges.map {
            Edge(min($0.source, $0.target), max($0.source, $0.target), weight: $0.weight)
        }
        #expect(
            Bridges().edges(in: try list.compact)
                == edges.sorted { ($0.source, $0.target) < ($1.source, $1.target) })
    }

    @Test func relabellingChangesNothing() throws {
        let list = EdgeList.erdosRenyi(nodeCount: 80, edgeProbability: 0.025, seed: 31)
        let permutation = list.permutation(seed: 1)
        let bridges = Bridges().edges(in: try list.compact).map {
            Set([permutation[Int($0.source)], permutation[Int($0.target)]])
        }
        let relabelled = Bridges().edges(in: try list.relabelled(by: permutation).compact).map {
            Set([$0.source, $0.target])
        }
        #expect(!bridges.isEmpty)
        #expect(Set(bridges) == Set(relabelled))
    }

    @Test func starsCyclesAndCompleteGraphs() throws {
        #expect(
            Bridges().edges(in: try EdgeList.star(nodeCount: 4).compact) == EdgeList.star(nodeCount: 4).edges)
        #expect(Bridges().edges(in: try EdgeList.cycle(nodeCount: 5).compact).isEmpty)
        #expect(Bridges().edges(in: try EdgeList.complete(nodeCount: 5).compact).isEmpty)
    }

    @Test func degenerateGraphs() throws {
        #expect(Bridges().edges(in: try CompactGraph(nodeCount: 0, edges: [])).isEmpty)
        #expect(Bridges().edges(in: try CompactGraph(nodeCount: 1, edges: [Edge(0, 0)])).isEmpty)
        // A simple graph knows no parallel edges, so a doubled edge is a bridge still.
        let doubled = try EdgeList(nodeCount: 4, [(1, 0), (0, 1), (3, 3)]).compact
        #expect(Bridges().edges(in: doubled) == [Edge(0, 1)])
        let mutual = try EdgeList(nodeCount: 2, [(1, 0), (0, 1)], isDirected: true).compact
        #expect(Bridges().edges(in: mutual) == [Edge(0, 1, weight: 2)])
    }

    @Test func aMillionNodesInAChain() throws {
        let bridges = Bridges().edges(in: try EdgeList.chain(nodeCount: 1_000_000).compact)
        #expect(bridges.count == 999_999)
        #expect(bridges.last == Edge(999_998, 999_999))
    }
}

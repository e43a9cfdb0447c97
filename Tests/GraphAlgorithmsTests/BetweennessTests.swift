import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct BetweennessTests {
    /// networkx 3.6.1, `betweenness_centrality(G)`.
    static let published: [(graph: EdgeList, scores: [Double])] = [
        (
            .karateClub,
            [
                0.437635281385, 0.0539366883117, 0.143656806157, 0.0119092712843, 0.000631313131313,
                0.0299873737374, 0.0299873737374, 0, 0.0559268278018, 0.000847763347763, 0.000631313131313,
                0, 0, 0.0458633958634, 0, 0, 0, 0, 0, 0.0324750481, 0, 0, 0, 0.0176136363636,
                0.0022095959596, 0.00384048821549, 0, 0.0223334535835, 0.00179473304473, 0.00292207792208,
                0.014411976912, 0.138275613276, 0.145247113997, 0.30407497595,
            ]
        ),
        (
            .krackhardtKite,
            [
                0.0231481481481, 0.0231481481481, 0, 0.101851851852, 0, 0.231481481481, 0.231481481481,
                0.388888888889, 0.222222222222, 0,
            ]
        ),
        (
            .florentineFamilies,
            [
                0, 0.212454212454, 0.0934065934066, 0.104395604396, 0.0549450549451, 0, 0.254578754579, 0,
                0.521978021978, 0, 0.021978021978, 0.113553113553, 0.142857142857, 0.102564102564,
                0.0915750915751,
            ]
        ),
    ]

    @Test(arguments: published.indices)
    func publishedGraphs(index: Int) throws {
        let (graph, expected) = Self.published[index]
        let scores = Betweenness().scores(in: try graph.compact)
        #expect(difference(scores, expected) < 1e-11)
    }

    /// The bridge of Krackhardt's kite: every path from the seven to the tail, 7 × 2, leads through node 7.
    @Test func theMiddleOfTheKite() throws {
        let scores = Betweenness(isNormalized: false).scores(in: try EdgeList.krackhardtKite.compact)
        #expect((scores[7] - 14).magnitude < 1e-12)
        #expect((scores[8] - 8).magnitude < 1e-12)
    }

    /// networkx 3.6.1, `betweenness_centrality(G)`.
    @Test(.enabled(if: NetworkCorpus.isPresent))
    func krackhardtsManagers() throws {
        let advice = try NetworkCorpus.edgeList("ht_advice.edges.csv", isDirected: true)
        let expected = [
            0.0361758563074, 0.0156203007519, 0.017380952381, 0.0360756056809, 0.0133646616541, 0,
            0.0726963241437, 0.0104594820384, 0.0104051796157, 0.048149540518, 0.0031537176274,
            0.000668337510443, 0.00234962406015, 0.00154970760234, 0.0161382623225, 0.00184210526316,
            0.00666248955723, 0.23399122807, 0.00198412698413, 0.0209983291562, 0.158228905597,
        ]
        #expect(difference(Betweenness().scores(in: try advice.compact), expected) < 1e-11)
    }

    /// networkx 3.6.1, `betweenness_centrality(G, normalized=False)`: the five highest scores and the sum.
    @Test(.enabled(if: NetworkCorpus.isPresent))
    func networkScientists() throws {
        let graph = try NetworkCorpus.edgeList("netscience.txt", isDirected: false).compact
        let scores = Betweenness(isNormalized: false).scores(in: graph)
        let highest = graph.nodes.sorted { scores[Int($0)] > scores[Int($1)] }.prefix(5)
        #expect(Array(highest) == [75, 142, 493, 264, 204])
        let expected = [28300.564474216935, 24592.767656036736, 20379.78598901096, 19249.90431741462, 18200]
        #expect(difference(highest.map { scores[Int($0)] }, expected) < 1e-7)
        #expect((scores.reduce(0, +) - 367_227).magnitude < 1e-6)
    }

    /// networkx 3.6.1, twice `betweenness_centrality_subset(G, [0], list(G), normalized=False)`.
    @Test(.enabled(if: NetworkCorpus.isPresent))
    func dependenciesOfOneFacebookUser() throws {
        let graph = try NetworkCorpus.edgeList("facebook_combined.txt", headerLines: 1, isDirected: false)
            .compact
        let dependencies = Betweenness().dependencies(of: 0, in: graph)
        #expect((dependencies.reduce(0, +) - 7390).magnitude < 1e-8)
        let expected = [107: 2152.3426199796363, 1684: 860.3011904761909, 1085: 624.5952380952381]
        for (node, dependency) in expected { #expect((dependencies[node] - dependency).magnitude < 1e-9) }
    }

    @Test(arguments: [false, true], UInt64(0)..<8)
    func scoresCountPaths(isDirected: Bool, seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 18, edgeProbability: 0.18, isDirected: isDirected, weights: .integers(1...3),
            seed: seed)
        let graph = try list.compact
        let oracle = ShortestPathOracle(list.unweighted)
        for isNormalized in [false, true] {
            let scores = Betweenness(isNormalized: isNormalized).scores(in: graph)
            let expected = oracle.betweenness(isDirected: isDirected, isNormalized: isNormalized)
            #expect(difference(scores, expected) < 1e-12)
        }
    }

    /// Each pair of nodes at distance d adds d - 1 to the sum of all scores, however many paths there are.
    @Test(arguments: [false, true])
    func scoresSumToTheInnerNodesOfAllPaths(isDirected: Bool) throws {
        let graph = try EdgeList.erdosRenyi(
            nodeCount: 70, edgeProbability: 0.04, isDirected: isDirected, seed: 11
        ).compact
        var sum = 0.0
        for source in graph.nodes {
            let tree = BreadthFirstSearch().shortestPaths(from: source, in: graph)
            for node in graph.nodes where node != source {
                if let distance = tree.distance(to: node) { sum += Double(distance) - 1 }
            }
        }
        let scores = Betweenness(isNormalized: false).scores(in: graph)
        #expect((scores.reduce(0, +) - (isDirected ? sum : sum / 2)).magnitude < 1e-9)
    }

    @Test func dependenciesSumToScores() throws {
        let graph = try EdgeList.barabasiAlbert(
            nodeCount: 50, edgesPerNode: 3, isDirected: true, weights: .integers(1...5), seed: 13
        ).compact
        let measure = Betweenness(isNormalized: false)
        var sum = [Double](repeating: 0, count: 50)
        for source in graph.nodes {
            let dependencies = measure.dependencies(of: source, in: graph)
            #expect(dependencies[Int(source)] == 0)
            for node in sum.indices { sum[node] += dependencies[node] }
        }
        #expect(difference(sum, measure.scores(in: graph)) < 1e-9)
    }

    @Test func relabellingChangesNothing() throws {
        let list = EdgeList.barabasiAlbert(
            nodeCount: 50, edgesPerNode: 2, weights: .integers(1...4), seed: 17)
        let permutation = list.permutation(seed: 1)
        let measure = Betweenness()
        let scores = measure.scores(in: try list.compact)
        let relabelled = measure.scores(in: try list.relabelled(by: permutation).compact)
        #expect(difference(permutation.map { relabelled[Int($0)] }, scores) < 1e-14)
    }

    @Test func turningAllArcsChangesNothing() throws {
        let graph = try EdgeList.barabasiAlbert(
            nodeCount: 50, edgesPerNode: 2, isDirected: true, seed: 19
        ).compact
        let scores = Betweenness().scores(in: graph)
        #expect(difference(Betweenness().scores(in: graph.transposed()), scores) < 1e-14)
    }

    @Test func starsChainsAndCompleteGraphs() throws {
        #expect(Betweenness().scores(in: try EdgeList.star(nodeCount: 6).compact) == [1, 0, 0, 0, 0, 0])
        #expect(
            Betweenness(isNormalized: false).scores(in: try EdgeList.chain(nodeCount: 5).compact)
                == [0, 3, 4, 3, 0])
        #expect(
            Betweenness(isNormalized: false).scores(
                in: try EdgeList.chain(nodeCount: 5, isDirected: true).compact)
                == [0, 3, 4, 3, 0])
        #expect(
            Betweenness().scores(in: try EdgeList.complete(nodeCount: 6).compact)
                == [0, 0, 0, 0, 0, 0])
    }

    @Test func degenerateGraphs() throws {
        for nodeCount in 0...2 {
            let edges = nodeCount == 2 ? [Edge(0, 1), Edge(1, 0)] : []
            let graph = try CompactGraph(nodeCount: nodeCount, edges: edges)
            let zeros = [Double](repeating: 0, count: nodeCount)
            #expect(Betweenness().scores(in: graph) == zeros)
            #expect(Betweenness(isNormalized: false).scores(in: graph) == zeros)
        }
        let apart = try EdgeList(nodeCount: 6, [(0, 1), (1, 2), (1, 2), (3, 4), (5, 5)]).compact
        #expect(Betweenness(isNormalized: false).scores(in: apart) == [0, 1, 0, 0, 0, 0])
    }

    @Test func aSourceOutsideTheGraphIsAProgrammingError() async {
        await #expect(processExitsWith: .failure) {
            let graph = try CompactGraph(nodeCount: 2, edges: [])
            _ = Betweenness().dependencies(of: 2, in: graph)
        }
    }
}

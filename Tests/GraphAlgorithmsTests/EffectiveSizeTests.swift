import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct EffectiveSizeTests {
    /// networkx 3.6.1, `effective_size(G, nodes=list(G))`, with `weight="weight"` for the weighted club.
    ///
    /// Without `nodes`, networkx 3.6.1 divides by the strongest tie of the wrong contact where weights or
    /// directions make a difference (networkx pull request 8906); its sum over `nodes` is Burt's.
    static let published: [(graph: EdgeList, usesWeights: Bool, scores: [Double])] = [
        (
            .karateClub, false,
            [
                13.75, 6.33333333333, 7.8, 2.66666666667, 1.66666666667, 2.5, 2.5, 1, 3, 2, 1.66666666667,
                1, 1, 2.6, 1, 1, 1, 1, 1, 2.33333333333, 1, 1, 1, 3.4, 2.33333333333, 2.33333333333, 1,
                3.5, 2.33333333333, 2, 2.5, 5, 9.83333333333, 15.2352941176,
            ]
        ),
        (
            .karateClub, true,
            [
                13.775, 6.46724137931, 7.94696969697, 3.63333333333, 2.225, 2.94285714286, 2.78461538462,
                1.46153846154, 3.39607843137, 2, 2.15, 1, 1.3, 2.92352941176, 1, 1, 1, 1.28888888889, 1,
                2.41333333333, 1, 1.26666666667, 1, 3.72380952381, 2.42857142857, 2.62585034014,
                1.56666666667, 3.50769230769, 2.54285714286, 2.49230769231, 2.69090909091, 5.1410430839,
                10.0892857143, 15.2289186508,
            ]
        ),
        (
            .krackhardtKite, false,
            [
                2, 2, 1, 3.33333333333, 1, 3, 3, 2.33333333333, 2, 1,
            ]
        ),
        (
            .florentineFamilies, false,
            [
                1, 3, 2, 2.33333333333, 2.33333333333, 1, 4, 1, 5.66666666667, 1, 1.66666666667,
                2.33333333333, 2, 3, 2.33333333333,
            ]
        ),
    ]

    @Test(arguments: published.indices)
    func publishedGraphs(index: Int) throws {
        let (graph, usesWeights, expected) = Self.published[index]
        let scores = EffectiveSize(usesWeights: usesWeights).scores(in: try graph.compact)
        #expect(difference(scores, expected) < 1e-10)
    }

    /// networkx 3.6.1, `effective_size(G, nodes=list(G))` of the directed graph.
    @Test(.enabled(if: NetworkCorpus.isPresent))
    func krackhardtsManagers() throws {
        let advice = try NetworkCorpus.edgeList("ht_advice.edges.csv", isDirected: true)
        let expected = [
            8.26315789474, 10.4523809524, 8.875, 7.525, 9.075, 5.04545454545, 8.2380952381, 6.52777777778,
            9.29411764706, 8.21739130435, 6.28571428571, 3.72222222222, 3.65, 5.03571428571, 11.375,
            3.79166666667, 5.78571428571, 9.734375, 5, 9.2, 8.51923076923,
        ]
        #expect(difference(EffectiveSize().scores(in: try advice.compact), expected) < 1e-10)
    }

    /// networkx 3.6.1, `effective_size(G)`: how many are defined, their sum and the greatest. The directed
    /// graph's come from NumPy instead, with the row maximum put right.
    @Test(
        .enabled(if: NetworkCorpus.isPresent),
        arguments: [
            ("facebook_combined.txt", 1, false, 4039, 77925.38922909005, 993.8038277511971),
            ("netscience.txt", 0, false, 1461, 2335.691706501846, 29.588235294117634),
            ("email-Eu-core.txt", 0, true, 986, 22769.9234970242, 317.0882352941176),
        ])
    func sumsInTheCorpus(
        name: String, headerLines: Int, isDirected: Bool, count: Int, sum: Double, greatest: Double
    ) throws {
        let list = try NetworkCorpus.edgeList(name, headerLines: headerLines, isDirected: isDirected)
        let scores = EffectiveSize().scores(in: try list.compact).compactMap { $0 }
        #expect(scores.count == count)
        #expect((scores.reduce(0, +) - sum).magnitude < 1e-7)
        #expect((scores.max()! - greatest).magnitude < 1e-9)
    }

    @Test(arguments: [false, true], UInt64(0)..<8)
    func scoresAreTheDoubleSum(isDirected: Bool, seed: UInt64) throws {
        for list in [
            EdgeList.erdosRenyi(
                nodeCount: 20, edgeProbability: 0.2, isDirected: isDirected, weights: .integers(0...5),
                seed: seed),
            .barabasiAlbert(
                nodeCount: 20, edgesPerNode: 3, isDirected: isDirected, weights: .reals(0.1..<2), seed: seed),
        ] {
            let graph = try list.compact
            let expected = StructuralHolesOracle(list).effectiveSize
            #expect(difference(EffectiveSize().scores(in: graph), expected) < 1e-12)
            let expectedUnweighted = StructuralHolesOracle(list.unweighted).effectiveSize
            #expect(
                difference(EffectiveSize(usesWeights: false).scores(in: graph), expectedUnweighted) < 1e-12)
        }
    }

    /// Borgatti 1997: without weights, the degree less 2t / n for t ties among n contacts.
    @Test func withoutWeightsItIsBorgattisFormula() throws {
        let graph = try EdgeList.barabasiAlbert(nodeCount: 80, edgesPerNode: 4, seed: 29).compact
        for (node, score) in EffectiveSize().scores(in: graph).enumerated() {
            let contacts = Array(graph.successors(of: NodeID(node)))
            let arcs = contacts.reduce(0) { sum, contact in
                sum + contacts.filter { graph.hasEdge(from: contact, to: $0) }.count
            }
            let expected = Double(contacts.count) - Double(arcs) / Double(contacts.count)
            #expect((score! - expected).magnitude < 1e-12)
        }
    }

    @Test(arguments: [false, true])
    func relabellingChangesNothing(isDirected: Bool) throws {
        let list = EdgeList.barabasiAlbert(
            nodeCount: 60, edgesPerNode: 4, isDirected: isDirected, weights: .reals(0.5..<2), seed: 23)
        let permutation = list.permutation(seed: 1)
        let scores = EffectiveSize().scores(in: try list.compact)
        let relabelled = EffectiveSize().scores(in: try list.relabelled(by: permutation).compact)
        #expect(difference(permutation.map { relabelled[Int($0)] }, scores) < 1e-12)
    }

    @Test func itLiesBetweenOneAndTheDegreeAndFallsAsTriadsClose() throws {
        var list = EdgeList.star(nodeCount: 6)
        var size = 5.0
        #expect(EffectiveSize().scores(in: try list.compact)[0] == size)
        for edge in EdgeList.complete(nodeCount: 6).edges where edge.source > 0 {
            list.edges.append(edge)
            let next = EffectiveSize().scores(in: try list.compact)[0]!
            #expect(next < size)
            size = next
        }
        // A complete graph: everybody leads to everybody.
        #expect((size - 1).magnitude < 1e-14)
    }

    @Test func degenerateGraphs() throws {
        #expect(EffectiveSize().scores(in: try CompactGraph(nodeCount: 0, edges: [])).isEmpty)
        let graph = try EdgeList(nodeCount: 5, [(0, 0), (1, 2), (2, 1), (1, 2), (3, 3)]).compact
        #expect(EffectiveSize().scores(in: graph) == [nil, 1, 1, nil, nil])
        let zero = try CompactGraph(
            nodeCount: 3, edges: [Edge(0, 1, weight: 0), Edge(1, 2, weight: 2)])
        #expect(EffectiveSize().scores(in: zero) == [nil, 1, 1])
        #expect(EffectiveSize(usesWeights: false).scores(in: zero) == [1, 2, 1])
    }
}

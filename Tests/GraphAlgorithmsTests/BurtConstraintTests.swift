import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct BurtConstraintTests {
    /// networkx 3.6.1, `constraint(G)`, with `weight="weight"` for the weighted club.
    static let published: [(graph: EdgeList, usesWeights: Bool, scores: [Double])] = [
        (
            .karateClub, false,
            [
                0.155423297647, 0.279535108025, 0.18517663966, 0.396659647205, 0.529417438272,
                0.477484809028, 0.477484809028, 0.442711588542, 0.303600713668, 0.5, 0.529417438272, 1,
                0.622504340278, 0.323335416667, 0.573679594387, 0.573679594387, 0.78125, 0.590868537809,
                0.573679594387, 0.373719350137, 0.573679594387, 0.590868537809, 0.573679594387,
                0.305823721646, 0.45987654321, 0.45987654321, 0.670901816609, 0.285069204152,
                0.386913153061, 0.449409001346, 0.34600646386, 0.244575403691, 0.249223362275,
                0.156418685121,
            ]
        ),
        (
            .karateClub, true,
            [
                0.190623489056, 0.340901983129, 0.255653839096, 0.412222615612, 0.508088569655,
                0.491129227775, 0.531404721652, 0.527081950416, 0.334414756359, 0.555555555556,
                0.530497648278, 1, 0.730229591837, 0.382748624316, 0.641126692829, 0.632394347397,
                0.939749124502, 0.665331407588, 0.667077583701, 0.43910936392, 0.723821347073,
                0.623608381125, 0.639834227839, 0.312773961166, 0.512471655329, 0.456314498589,
                0.653162438819, 0.322210146386, 0.398982741245, 0.438925197354, 0.394491170724,
                0.275498835127, 0.258256140484, 0.186287285632,
            ]
        ),
        (
            .krackhardtKite, false,
            [
                0.541197916667, 0.541197916667, 0.664135802469, 0.470169753086, 0.664135802469,
                0.445088888889, 0.445088888889, 0.431111111111, 0.5, 1,
            ]
        ),
        (
            .florentineFamilies, false,
            [
                1, 0.333333333333, 0.5, 0.48225308642, 0.48225308642, 1, 0.25, 1, 0.20987654321, 1,
                0.655864197531, 0.45987654321, 0.5, 0.458333333333, 0.45987654321,
            ]
        ),
    ]

    @Test(arguments: published.indices)
    func publishedGraphs(index: Int) throws {
        let (graph, usesWeights, expected) = Self.published[index]
        let scores = BurtConstraint(usesWeights: usesWeights).scores(in: try graph.compact)
        #expect(difference(scores, expected) < 1e-11)
    }

    /// networkx 3.6.1, `constraint(G)` of the directed graph.
    @Test(.enabled(if: NetworkCorpus.isPresent))
    func krackhardtsManagers() throws {
        let advice = try NetworkCorpus.edgeList("ht_advice.edges.csv", isDirected: true)
        let expected = [
            0.216332207355, 0.202126577373, 0.209973054804, 0.212622851869, 0.205315846699, 0.226597710066,
            0.200783380099, 0.220859122345, 0.195668193338, 0.21078357314, 0.213848618458, 0.262169374979,
            0.263148911349, 0.238091234593, 0.200769703749, 0.256620128657, 0.213512367045, 0.192313617552,
            0.237417912392, 0.204996043943, 0.202903933776,
        ]
        #expect(difference(BurtConstraint().scores(in: try advice.compact), expected) < 1e-11)
    }

    /// networkx 3.6.1, `constraint(G)`: how many are defined and their sum.
    @Test(
        .enabled(if: NetworkCorpus.isPresent),
        arguments: [
            ("facebook_combined.txt", 1, false, 4039, 565.0479302547528),
            ("netscience.txt", 0, false, 1461, 1112.8715162346516),
            ("wiki-Vote.txt", 0, true, 7115, 3041.3636560904943),
            ("email-Eu-core.txt", 0, true, 986, 197.38627228395464),
        ])
    func sumsInTheCorpus(name: String, headerLines: Int, isDirected: Bool, count: Int, sum: Double) throws {
        let list = try NetworkCorpus.edgeList(name, headerLines: headerLines, isDirected: isDirected)
        let scores = BurtConstraint().scores(in: try list.compact).compactMap { $0 }
        #expect(scores.count == count)
        #expect((scores.reduce(0, +) - sum).magnitude < 1e-9)
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
            let expected = StructuralHolesOracle(list).constraint
            #expect(difference(BurtConstraint().scores(in: graph), expected) < 1e-12)
            let expectedUnweighted = StructuralHolesOracle(list.unweighted).constraint
            #expect(
                difference(BurtConstraint(usesWeights: false).scores(in: graph), expectedUnweighted) < 1e-12)
        }
    }

    @Test(arguments: [false, true])
    func relabellingChangesNothing(isDirected: Bool) throws {
        let list = EdgeList.barabasiAlbert(
            nodeCount: 60, edgesPerNode: 4, isDirected: isDirected, weights: .reals(0.5..<2), seed: 23)
        let permutation = list.permutation(seed: 1)
        let scores = BurtConstraint().scores(in: try list.compact)
        let relabelled = BurtConstraint().scores(in: try list.relabelled(by: permutation).compact)
        #expect(difference(permutation.map { relabelled[Int($0)] }, scores) < 1e-13)
    }

    @Test func theUnitOfTheWeightsDoesNotMatter() throws {
        var list = EdgeList.karateClub
        let scores = BurtConstraint().scores(in: try list.compact)
        for index in list.edges.indices { list.edges[index].weight *= 0.3 }
        #expect(difference(BurtConstraint().scores(in: try list.compact), scores) < 1e-14)
    }

    @Test func closingATriadConstrainsItsEnds() throws {
        let open = BurtConstraint().scores(in: try EdgeList.star(nodeCount: 5).compact)
        var list = EdgeList.star(nodeCount: 5)
        list.edges.append(Edge(1, 2))
        let closed = BurtConstraint().scores(in: try list.compact)
        #expect(open[0]! < closed[0]!)
        // A star's hub spreads its ties evenly: n (1/n)².
        #expect(open == [0.25, 1, 1, 1, 1])
    }

    @Test func completeGraphs() throws {
        // Each of n - 1 ties: (p + (n - 2) p²)², p = 1 / (n - 1).
        for nodeCount in 2...7 {
            let share = 1 / Double(nodeCount - 1)
            let invested = share + Double(nodeCount - 2) * share * share
            let expected = [Double](repeating: Double(nodeCount - 1) * invested * invested, count: nodeCount)
            let scores = BurtConstraint().scores(in: try EdgeList.complete(nodeCount: nodeCount).compact)
            #expect(difference(scores, expected) < 1e-14)
        }
    }

    @Test func degenerateGraphs() throws {
        #expect(BurtConstraint().scores(in: try CompactGraph(nodeCount: 0, edges: [])).isEmpty)
        let graph = try EdgeList(nodeCount: 5, [(0, 0), (1, 2), (2, 1), (1, 2), (3, 3)]).compact
        #expect(BurtConstraint().scores(in: graph) == [nil, 1, 1, nil, nil])
        let zero = try CompactGraph(
            nodeCount: 3, edges: [Edge(0, 1, weight: 0), Edge(1, 2, weight: 2)])
        #expect(BurtConstraint().scores(in: zero) == [nil, 1, 1])
        #expect(BurtConstraint(usesWeights: false).scores(in: zero) == [1, 0.5, 1])
    }
}

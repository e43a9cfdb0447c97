import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct PageRankTests {
    static let exact = try! PageRank(tolerance: 1e-14, maximumIterations: 1_000)

    /// networkx 3.6.1, `pagerank(G, tol=1e-15 / n, max_iter=10000)`, with `weight=None` but for the weighted
    /// club.
    static let published: [(graph: EdgeList, scores: [Double])] = [
        (
            .karateClub.unweighted,
            [
                0.0969972853883, 0.0528769240611, 0.0570785094885, 0.0358598577864, 0.0219779523646,
                0.0291111546784, 0.0291111546784, 0.0244904970353, 0.029766056081, 0.014309397129,
                0.0219779523646, 0.00956474549214, 0.0146448920119, 0.0295364561519, 0.0145359939979,
                0.0145359939979, 0.0167840054442, 0.014558677209, 0.0145359939979, 0.0196046363257,
                0.0145359939979, 0.014558677209, 0.0145359939979, 0.0315225147767, 0.0210760335592,
                0.0210061973945, 0.0150440380827, 0.0256397674828, 0.0195734594638, 0.0262885376951,
                0.0245901552486, 0.0371580870691, 0.0716932260058, 0.100919182333,
            ]
        ),
        (
            .karateClub,
            [
                0.088500315428, 0.0574123193629, 0.0627656238481, 0.037210034818, 0.0205008010806,
                0.0338038730516, 0.0315230189645, 0.026463202686, 0.0333824834655, 0.00946349495084,
                0.0206856846949, 0.00978499814258, 0.0114742641173, 0.0334729249655, 0.0129424038483,
                0.016377443782, 0.0167522601383, 0.00967669520823, 0.00954533770917, 0.013076990053,
                0.0112248838815, 0.0113594700861, 0.0129613907456, 0.041149758203, 0.0166357327558,
                0.0286764488536, 0.0152417174085, 0.0272377267897, 0.0144792282238, 0.0282746664692,
                0.0230328460908, 0.041988177762, 0.0759344195808, 0.0969893628344,
            ]
        ),
        (
            .krackhardtKite,
            [
                0.101919912977, 0.101919912977, 0.0794181140081, 0.147147916328, 0.0794181140081,
                0.128906927573, 0.128906927573, 0.0952482868083, 0.0856939563142, 0.0514199314335,
            ]
        ),
        (
            .florentineFamilies,
            [
                0.0306574373747, 0.0791222528638, 0.0503009871125, 0.0688617956136, 0.0693301755454,
                0.0324179716447, 0.0983978333698, 0.0309095395911, 0.145817204998, 0.0360538722258,
                0.0678753100137, 0.0695742665421, 0.0613032287666, 0.0880984385192, 0.0712796858194,
            ]
        ),
    ]

    @Test(arguments: published.indices)
    func publishedGraphs(index: Int) throws {
        let (graph, expected) = Self.published[index]
        let result = Self.exact.scores(in: try graph.compact)
        #expect(result.converged)
        #expect(difference(result.scores, expected) < 1e-11)
    }

    /// networkx 3.6.1, `pagerank(karate_club_graph(), weight=None, personalization={0: 1}, ...)`.
    @Test func theInstructorsViewOfTheKarateClub() throws {
        let expected = [
            0.266373603148, 0.0648879079868, 0.0549477535128, 0.0462314163195, 0.0309433559199,
            0.0377645838839, 0.0377645838839, 0.0314994097821, 0.0270616426834, 0.00723055850875,
            0.0309433559199, 0.0141510976673, 0.0207005483125, 0.0340594092423, 0.0049155627721,
            0.0049155627721, 0.0160499481507, 0.0202794000882, 0.0049155627721, 0.0228393995484,
            0.0049155627721, 0.0202794000882, 0.0049155627721, 0.0115864705134, 0.00863013170072,
            0.00823665576102, 0.00442252729265, 0.0116454624779, 0.0110523103006, 0.00876483685876,
            0.0156443444493, 0.026977071472, 0.0332550114628, 0.0511999892032,
        ]
        let graph = try EdgeList.karateClub.compact
        let result = try PageRank(tolerance: 1e-14, maximumIterations: 1_000, usesWeights: false)
            .scores(in: graph, personalization: [3] + [Double](repeating: 0, count: 33))
        #expect(difference(result.scores, expected) < 1e-11)
    }

    /// networkx 3.6.1, `pagerank(G, tol=1e-15 / n, max_iter=10000)`: managers who ask for advice, and who they ask.
    @Test(.enabled(if: NetworkCorpus.isPresent))
    func krackhardtsManagers() throws {
        let advice = try NetworkCorpus.edgeList("ht_advice.edges.csv", isDirected: true)
        let expected = [
            0.0494099820626, 0.0939176979692, 0.0269701009696, 0.046052312777, 0.0163174642565,
            0.0716009902839, 0.104048169898, 0.0418850744657, 0.0149586767714, 0.0295491634613,
            0.0388272334626, 0.0396160303895, 0.0141451828123, 0.0439812876358, 0.0159508470699,
            0.0277002311325, 0.0423347430504, 0.0721140401616, 0.0141451828123, 0.0326851018208,
            0.163790486737,
        ]
        #expect(difference(Self.exact.scores(in: try advice.compact).scores, expected) < 1e-11)
        // The president alone reports to no one: a dangling node.
        let reports = try NetworkCorpus.edgeList("ht_reports.edges.csv", isDirected: true)
        let chain = [
            0.0201775625504, 0.0716303470541, 0.0201775625504, 0.0201775625504, 0.0201775625504,
            0.0201775625504, 0.322033898305, 0.0201775625504, 0.0201775625504, 0.0201775625504,
            0.0201775625504, 0.0201775625504, 0.0201775625504, 0.140234059726, 0.0201775625504,
            0.0201775625504, 0.0201775625504, 0.0544794188862, 0.0201775625504, 0.0201775625504,
            0.088781275222,
        ]
        #expect(difference(Self.exact.scores(in: try reports.compact).scores, chain) < 1e-11)
    }

    /// networkx 3.6.1, `pagerank(G, tol=1e-14 / n, max_iter=10000)`: the three highest scores.
    @Test(
        .enabled(if: NetworkCorpus.isPresent),
        arguments: [
            (
                "facebook_combined.txt", 1, false,
                [(3437, 0.007574566524615), (107, 0.006888375869722), (1684, 0.006308488792188)]
            ),
            (
                "wiki-Vote.txt", 0, true,
                [(3649, 0.004607173515797), (12, 0.003679864060445), (5806, 0.003586852275823)]
            ),
            (
                "email-Eu-core.txt", 0, true,
                [(160, 0.007496148774374), (62, 0.005894149709230), (86, 0.005708520880994)]
            ),
        ] as [(String, Int, Bool, [(NodeID, Double)])])
    func theHighestScoresInTheCorpus(
        name: String, headerLines: Int, isDirected: Bool, expected: [(NodeID, Double)]
    ) throws {
        let list = try NetworkCorpus.edgeList(name, headerLines: headerLines, isDirected: isDirected)
        let graph = try list.compact
        let scores = try PageRank(tolerance: 1e-12, maximumIterations: 1_000).scores(in: graph).scores
        let highest = graph.nodes.sorted { scores[Int($0)] > scores[Int($1)] }.prefix(3)
        #expect(Array(highest) == expected.map(\.0))
        #expect(difference(highest.map { scores[Int($0)] }, expected.map(\.1)) < 1e-11)
    }

    @Test(arguments: [false, true], UInt64(0)..<8)
    func scoresSolveTheEquations(isDirected: Bool, seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 30, edgeProbability: 0.06, isDirected: isDirected, weights: .integers(0...4),
            seed: seed)
        let graph = try list.compact
        var random = SeededRandom(seed: seed)
        let weights = (0..<30).map { _ in random.unit() < 0.3 ? 0 : random.unit() }
        let jump = weights.map { $0 / weights.reduce(0, +) }
        for damping in [0, 0.5, 0.85, 0.97] {
            let expected = PageRankOracle.scores(
                of: list, dampingFactor: damping, jump: jump)
            let result = try PageRank(dampingFactor: damping, tolerance: 1e-14, maximumIterations: 5_000)
                .scores(in: graph, personalization: weights)
            #expect(difference(result.scores, expected) < 1e-11)
        }
    }

    @Test func theErrorIsBoundedByTheTolerance() throws {
        let graph = try EdgeList.erdosRenyi(
            nodeCount: 50, edgeProbability: 0.05, isDirected: true, seed: 3
        ).compact
        let exact = Self.exact.scores(in: graph).scores
        for tolerance in [1e-2, 1e-4, 1e-8] {
            let result = try PageRank(tolerance: tolerance).scores(in: graph)
            let error = zip(result.scores, exact).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
            #expect(result.converged && result.residual <= tolerance)
            #expect(error <= tolerance * 0.85 / 0.15)
        }
    }

    /// On a chain the power method takes 118 steps, as many as the damping factor lets it.
    @Test func anUndirectedGraphTakesFewerSteps() throws {
        let graph = try EdgeList.chain(nodeCount: 400).compact
        for source in [0, 3, 200] {
            var jump = [Double](repeating: 0, count: 400)
            jump[source] = 1
            let exact = try Self.exact.scores(in: graph, personalization: jump).scores
            let plain = try PageRank(tolerance: 0, maximumIterations: 250)
                .scores(in: graph, personalization: jump)
            #expect(difference(plain.scores, exact) < 1e-13)
            let result = try PageRank(tolerance: 1e-8).scores(in: graph, personalization: jump)
            #expect(result.converged && result.iterations < 50)
            let error = zip(result.scores, exact).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
            #expect(error <= 1e-8 * 0.85 / 0.15)
            #expect(result.scores.allSatisfy { $0 >= 0 })
        }
    }

    @Test func scoresSumToOneAfterEachIteration() throws {
        let graph = try EdgeList.barabasiAlbert(
            nodeCount: 100, edgesPerNode: 2, isDirected: true, weights: .reals(0..<3), seed: 9
        ).compact
        var residuals: [Double] = []
        for iterations in 1...20 {
            let result = try PageRank(tolerance: 0, maximumIterations: iterations).scores(in: graph)
            #expect((result.scores.reduce(0, +) - 1).magnitude < 1e-13)
            #expect(result.iterations == iterations && !result.converged)
            residuals.append(result.residual)
        }
        // Each step contracts the change by the damping factor.
        #expect(zip(residuals, residuals.dropFirst()).allSatisfy { $1 <= 0.85 * $0 + 1e-15 })
    }

    @Test func defaultsConverge() throws {
        let result = PageRank().scores(in: try EdgeList.karateClub.compact)
        #expect(result.converged)
        #expect(result.iterations < 200)
        #expect(PageRank() == (try PageRank(dampingFactor: 0.85)))
    }

    @Test(arguments: [false, true])
    func relabellingChangesNothing(isDirected: Bool) throws {
        let list = EdgeList.barabasiAlbert(
            nodeCount: 80, edgesPerNode: 3, isDirected: isDirected, weights: .integers(1...5), seed: 12)
        let permutation = list.permutation(seed: 1)
        let scores = Self.exact.scores(in: try list.compact).scores
        let relabelled = Self.exact.scores(in: try list.relabelled(by: permutation).compact).scores
        #expect(difference(permutation.map { relabelled[Int($0)] }, scores) < 1e-14)
    }

    @Test func onARegularGraphAllScoresAreEqual() throws {
        for list in [
            EdgeList.complete(nodeCount: 7), .cycle(nodeCount: 7), .cycle(nodeCount: 7, isDirected: true),
        ] {
            let scores = Self.exact.scores(in: try list.compact).scores
            #expect(difference(scores, [Double](repeating: 1.0 / 7, count: 7)) < 1e-14)
        }
    }

    @Test func degenerateGraphs() throws {
        let nothing = PageRank().scores(in: try CompactGraph(nodeCount: 0, edges: []))
        #expect(
            nothing == (try PageRank().scores(in: CompactGraph(nodeCount: 0, edges: []), personalization: []))
        )
        #expect(nothing.scores.isEmpty && nothing.converged)
        let alone = PageRank().scores(in: try CompactGraph(nodeCount: 1, edges: [Edge(0, 0)]))
        #expect(alone.scores == [1])
        let isolated = PageRank().scores(in: try CompactGraph(nodeCount: 4, edges: []))
        #expect(isolated.scores == [0.25, 0.25, 0.25, 0.25])
        // The hub of an inward star: x = 0.15/4 + 0.85 (3 l + x/4), l = 0.15/4 + 0.85 x/4.
        let star = try CompactGraph(
            nodeCount: 4, edges: [Edge(1, 0), Edge(2, 0), Edge(3, 0)], isDirected: true)
        let hub = Self.exact.scores(in: star).scores
        #expect((hub[0] - (0.0375 + 0.85 * (3 * hub[1] + hub[0] / 4))).magnitude < 1e-14)
        #expect((hub[1] - (0.0375 + 0.85 * hub[0] / 4)).magnitude < 1e-14)
    }

    @Test func weightsOfAnySizeArePossible() throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 12, edgeProbability: 0.4, isDirected: true, weights: .integers(1...4), seed: 2)
        let expected = Self.exact.scores(in: try list.compact).scores
        for scale in [0x1p-1060, 1e-300, 0x1p1020] {
            var scaled = list
            for index in scaled.edges.indices { scaled.edges[index].weight *= scale }
            #expect(difference(Self.exact.scores(in: try scaled.compact).scores, expected) < 1e-12)
        }
    }

    @Test func badParametersAreRefused() {
        #expect(throws: GraphError.invalidDampingFactor(1)) { try PageRank(dampingFactor: 1) }
        #expect(throws: GraphError.invalidDampingFactor(-0.1)) { try PageRank(dampingFactor: -0.1) }
        #expect(throws: GraphError.self) { try PageRank(dampingFactor: .nan) }
        #expect(throws: GraphError.invalidTolerance(-1)) { try PageRank(tolerance: -1) }
        #expect(throws: GraphError.invalidTolerance(.infinity)) { try PageRank(tolerance: .infinity) }
        #expect(throws: GraphError.invalidMaximumIterations(0)) { try PageRank(maximumIterations: 0) }
    }

    @Test func badPersonalizationsAreRefused() throws {
        let graph = try EdgeList.chain(nodeCount: 3).compact
        #expect(throws: GraphError.personalizationCount(expected: 3, actual: 2)) {
            try PageRank().scores(in: graph, personalization: [1, 1])
        }
        #expect(throws: GraphError.invalidPersonalization(node: 1, value: -1)) {
            try PageRank().scores(in: graph, personalization: [1, -1, 1])
        }
        #expect(throws: GraphError.invalidPersonalization(node: 2, value: .infinity)) {
            try PageRank().scores(in: graph, personalization: [1, 1, .infinity])
        }
        #expect(throws: GraphError.invalidPersonalizationSum(0)) {
            try PageRank().scores(in: graph, personalization: [0, 0, 0])
        }
        #expect(throws: GraphError.invalidPersonalizationSum(.infinity)) {
            try PageRank().scores(in: graph, personalization: [1e308, 1e308, 0])
        }
    }
}

import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct ClosenessTests {
    /// networkx 3.6.1, `closeness_centrality(G)` and `harmonic_centrality(G)`.
    @Test func publishedScores() throws {
        let club = try EdgeList.karateClub.compact
        let closeness = [
            0.568965517241, 0.485294117647, 0.559322033898, 0.464788732394, 0.379310344828, 0.383720930233,
            0.383720930233, 0.44, 0.515625, 0.434210526316, 0.379310344828, 0.366666666667, 0.370786516854,
            0.515625,
            0.370786516854, 0.370786516854, 0.284482758621, 0.375, 0.370786516854, 0.5, 0.370786516854, 0.375,
            0.370786516854, 0.392857142857, 0.375, 0.375, 0.362637362637, 0.458333333333, 0.452054794521,
            0.383720930233, 0.458333333333, 0.540983606557, 0.515625, 0.55,
        ]
        let harmonic = [
            23.1666666667, 19.1666666667, 21.0, 17.6666666667, 14.6666666667, 15.1666666667, 15.1666666667,
            16.4166666667, 18.5, 15.5833333333, 14.6666666667, 13.5, 14.0, 18.5, 14.2, 14.2, 11.1,
            14.1666666667, 14.2,
            17.5, 14.2, 14.1666666667, 14.2, 16.0333333333, 13.9166666667, 13.9166666667, 13.95,
            16.9166666667,
            16.4166666667, 15.3666666667, 16.9166666667, 19.3333333333, 20.9166666667, 23.25,
        ]
        #expect(difference(try Closeness().scores(in: club), closeness) < 1e-11)
        #expect(difference(try Closeness().harmonicScores(in: club), harmonic) < 1e-9)
        let directed = try EdgeList(nodeCount: 5, [(0, 1), (1, 2), (2, 0), (2, 3), (4, 3)], isDirected: true)
            .compact
        #expect(
            difference(try Closeness().scores(in: directed), [1.0 / 3, 1.0 / 3, 1.0 / 3, 4.0 / 7, 0]) < 1e-14)
        #expect(
            difference(try Closeness().harmonicScores(in: directed), [1.5, 1.5, 1.5, 17.0 / 6, 0]) < 1e-14)
    }

    /// More nodes than a batch has bits.
    @Test(arguments: [false, true], UInt64(0)..<6)
    func scoresAreThoseOfAllDistances(isDirected: Bool, seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 150, edgeProbability: 0.012, isDirected: isDirected, seed: seed)
        let distances = ShortestPathOracle(list.unweighted).distances
        let closeness = (0..<150).map { node in
            let reaching = distances.map { $0[node] }.filter { $0 > 0 && $0 < .infinity }
            let sum = reaching.reduce(0, +)
            return sum == 0 ? 0 : Double(reaching.count) / sum * Double(reaching.count) / 149
        }
        let harmonic = (0..<150).map { node in distances.reduce(0) { $0 + ($1[node] > 0 ? 1 / $1[node] : 0) }
        }
        #expect(difference(try Closeness().scores(in: try list.compact), closeness) < 1e-13)
        #expect(difference(try Closeness().harmonicScores(in: try list.compact), harmonic) < 1e-11)
    }

    @Test func starsChainsAndDegenerateGraphs() throws {
        #expect(try Closeness().scores(in: try EdgeList.star(nodeCount: 5).compact)[0] == 1)
        #expect(
            try Closeness().harmonicScores(in: try EdgeList.chain(nodeCount: 4).compact) == [
                11.0 / 6, 2.5, 2.5, 11.0 / 6,
            ])
        for nodeCount in 0...2 {
            let graph = try CompactGraph(nodeCount: nodeCount, edges: [])
            #expect(try Closeness().scores(in: graph) == .init(repeating: 0, count: nodeCount))
        }
    }
}

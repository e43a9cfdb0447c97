import GraphAlgorithms
import ReboundTestSupport
import Synchronization
import Testing

/// What holds for all kernels: the threads change nothing, and the caller can stop them and hears from them.
@Suite struct RunControlTests {
    typealias Kernel = @Sendable (CompactGraph, RunControl) throws -> [Double?]

    /// Every measure that takes a ``RunControl``.
    static let kernels: [(name: String, run: Kernel)] = [
        ("PageRank", { try PageRank().scores(in: $0, control: $1).scores }),
        (
            "PageRank, single",
            { try PageRank(tolerance: 1e-5, precision: .single).scores(in: $0, control: $1).scores }
        ),
        (
            "PageRank, personalised",
            { graph, control in
                let personalization = graph.nodes.map { Double($0 % 5) }
                return try PageRank(danglingPolicy: .uniform)
                    .scores(in: graph, personalization: personalization, control: control).scores
            }
        ),
        (
            "LocalPageRank",
            { try LocalPageRank(tolerance: 1e-4).scores(around: 3, in: $0, control: $1).scores }
        ),
        ("Betweenness", { try Betweenness().scores(in: $0, control: $1) }),
        (
            "Betweenness, some sources",
            { try Betweenness().dependencies(ofEach: Array($0.nodes.prefix(40)), in: $0, control: $1) }
        ),
        ("Closeness", { try Closeness().scores(in: $0, control: $1) }),
        ("Closeness, harmonic", { try Closeness().harmonicScores(in: $0, control: $1) }),
        (
            "ConnectedComponents",
            { try ConnectedComponents().labels(in: $0, control: $1).labels.map { Double($0) } }
        ),
        ("Clustering", { try Clustering().coefficients(in: $0, control: $1).triangles.map { Double($0) } }),
        ("BurtConstraint", { try BurtConstraint().scores(in: $0, control: $1) }),
        (
            "ApproximateBetweenness",
            { try ApproximateBetweenness(maximumError: 0.05).scores(in: $0, control: $1).scores }
        ),
        ("Leiden", { try Leiden().communities(in: $0, control: $1).labels.map { Double($0) } }),
        ("EffectiveSize", { try EffectiveSize().scores(in: $0, control: $1) }),
    ]

    /// Large enough for several pieces of each kernel.
    static let graphs: [CompactGraph] = [false, true].map { isDirected in
        let list = EdgeList.barabasiAlbert(
            nodeCount: 1_600, edgesPerNode: 5, isDirected: isDirected, weights: .reals(0.5..<3), seed: 21)
        return try! list.compact
    }

    @Test(arguments: kernels.indices)
    func theNumberOfThreadsChangesNothing(index: Int) throws {
        for graph in Self.graphs {
            let one = try Self.kernels[index].run(graph, RunControl(threads: 1))
            for threads in [2, 3] {
                let several = try Self.kernels[index].run(graph, RunControl(threads: threads))
                #expect(several == one, "\(Self.kernels[index].name) on \(threads) threads")
            }
        }
    }

    @Test(arguments: kernels.indices)
    func theCallerCanStop(index: Int) throws {
        for threads in [1, 2] {
            #expect(throws: GraphError.cancelled, "\(Self.kernels[index].name)") {
                try Self.kernels[index].run(
                    Self.graphs[0], RunControl(threads: threads, isCancelled: { true }))
            }
        }
    }

    @Test(arguments: kernels.indices)
    func progressRisesToOne(index: Int) throws {
        for threads in [1, 2] {
            let heard = Mutex<[Double]>([])
            let control = RunControl(
                threads: threads, progress: { share in heard.withLock { $0.append(share) } })
            _ = try Self.kernels[index].run(Self.graphs[0], control)
            let shares = heard.withLock { $0 }
            #expect(
                shares == shares.sorted() && Set(shares).count == shares.count, "\(Self.kernels[index].name)")
            #expect(shares.first.map { $0 > 0 } == true && shares.last == 1, "\(Self.kernels[index].name)")
        }
    }

    @Test func stoppingInTheMiddle() throws {
        let asked = Atomic<Int>(0)
        let control = RunControl(
            threads: 2, isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > 5 })
        #expect(throws: GraphError.cancelled) {
            try Betweenness().scores(in: Self.graphs[0], control: control)
        }
    }

    @Test func theNumberOfThreadsIsClamped() {
        #expect(RunControl(threads: 0).threads == 1)
        #expect(RunControl(threads: 1_000_000).threads == 256)
        #expect(RunControl().threads == nil)
    }

    /// Nodes without ties, anywhere among the numbers, leave the scores of the others as they are, to the last bit.
    @Test(arguments: ["Betweenness", "Closeness, harmonic", "BurtConstraint", "EffectiveSize", "Clustering"])
    func isolatedNodesChangeNothing(name: String) throws {
        let kernel = try #require(Self.kernels.first { $0.name == name }).run
        for nodeCount in [14, 90, 700] {
            let list = EdgeList.erdosRenyi(
                nodeCount: nodeCount, edgeProbability: 4 / Double(nodeCount), seed: UInt64(nodeCount))
            // Every third number is nobody's.
            let spread = EdgeList(
                nodeCount: 2 * nodeCount,
                edges: list.edges.map { Edge($0.source + $0.source / 2, $0.target + $0.target / 2) })
            var scores = try kernel(try list.compact, RunControl())
            var spreadScores = try kernel(try spread.compact, RunControl())
            if name == "Betweenness" {
                // The number of pairs is all that differs.
                let measure = Betweenness(isNormalized: false)
                scores = try measure.scores(in: try list.compact)
                spreadScores = try measure.scores(in: try spread.compact)
            }
            #expect(scores.indices.allSatisfy { scores[$0] == spreadScores[$0 + $0 / 2] })
        }
    }
}

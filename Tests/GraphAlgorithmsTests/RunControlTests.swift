import Glibc
import ReboundTestSupport
import Synchronization
import Testing

@testable import GraphAlgorithms

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
                return try PageRank()
                    .scores(in: graph, personalization: personalization, control: control).scores
            }
        ),
        (
            "PageRank, made ready",
            { graph, control in
                let run = KernelRun(control, work: graph.nodeCount + graph.targets.count)
                let ready = try PageRankGraph(graph, usesWeights: true, run, share: 0...1)
                return ready.near.sources.map { Double($0) } + (ready.near.weights ?? []) + ready.shares
            }
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
        (
            "BreadthFirstSearch",
            { try tree(BreadthFirstSearch().shortestPaths(from: 3, in: $0, control: $1)) }
        ),
        ("Dijkstra", { try tree(Dijkstra().shortestPaths(from: 3, in: $0, control: $1)) }),
        (
            "ShortestSimplePaths",
            { graph, control in
                try ShortestSimplePaths(count: 4, maximumHops: 5)
                    .paths(from: 700, to: 2, in: graph, control: control)
                    .flatMap { [$0.length] + $0.nodes.map { Double($0) } }
            }
        ),
        ("ArticulationPoints", { try numbers(ArticulationPoints().nodes(in: $0, control: $1)) }),
        (
            "Bridges",
            {
                try Bridges().edges(in: $0, control: $1)
                    .flatMap { [Double($0.source), Double($0.target), $0.weight] }
            }
        ),
        ("Gatekeepers", { try numbers(Gatekeepers().nodes(from: 3, in: $0, control: $1)) }),
        ("CoreNumbers", { try numbers(CoreNumbers().numbers(in: $0, control: $1)) }),
        ("a graph put in order", { try arrays(of: $0.orderedByDegree(control: $1).graph) }),
        (
            "a graph built from edges",
            { graph, control in
                let edges = graph.nodes.flatMap { node in
                    graph.arcs(of: node).map {
                        Edge(node, graph.targets[$0], weight: graph.weights?[$0] ?? 1)
                    }
                }
                return try arrays(
                    of: CompactGraph(
                        nodeCount: graph.nodeCount, edges: edges, isDirected: true, control: control))
            }
        ),
    ]

    private static func numbers(_ nodes: [UInt32]) -> [Double] { nodes.map { Double($0) } }

    private static func tree<Distance: BinaryInteger>(_ tree: ShortestPathTree<Distance>) -> [Double] {
        tree.distances.map { Double($0) } + numbers(tree.predecessors)
    }

    private static func tree(_ tree: ShortestPathTree<Double>) -> [Double] {
        tree.distances + numbers(tree.predecessors)
    }

    private static func arrays(of graph: CompactGraph) -> [Double] {
        graph.offsets.map { Double($0) } + graph.targets.map { Double($0) } + (graph.weights ?? [])
    }

    /// Those that look at each node and arc a few times at most, and so need a larger graph to be asked often.
    static let quick: Set = [
        "BreadthFirstSearch", "Dijkstra", "ArticulationPoints", "Bridges",
        "Gatekeepers", "CoreNumbers", "a graph put in order", "PageRank, made ready",
        "a graph built from edges",
    ]

    /// Large enough for several pieces of each kernel.
    static let graphs = graphs(nodeCount: 1_600, edgesPerNode: 5)
    /// Large enough for several looks at what the caller wants.
    static let largeGraphs = graphs(nodeCount: 15_000, edgesPerNode: 2)

    private static func graphs(nodeCount: Int, edgesPerNode: Int) -> [CompactGraph] {
        [false, true].map { isDirected in
            let list = EdgeList.barabasiAlbert(
                nodeCount: nodeCount, edgesPerNode: edgesPerNode, isDirected: isDirected,
                weights: .reals(0.5..<3), seed: 21)
            return try! list.compact
        }
    }

    private func graphs(for index: Int) -> [CompactGraph] {
        Self.quick.contains(Self.kernels[index].name) ? Self.largeGraphs : Self.graphs
    }

    @Test(arguments: kernels.indices)
    func theNumberOfThreadsChangesNothing(index: Int) throws {
        for graph in graphs(for: index) {
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
            _ = try Self.kernels[index].run(graphs(for: index)[1], control)
            let shares = heard.withLock { $0 }
            #expect(
                shares == shares.sorted() && Set(shares).count == shares.count, "\(Self.kernels[index].name)")
            #expect(shares.first.map { $0 > 0 } == true && shares.last == 1, "\(Self.kernels[index].name)")
            // Beside other threads, how often the caller gets to look is the system's to decide.
            #expect(threads > 1 || shares.count > 2)
        }
    }

    /// Whenever it is asked, the caller can still stop a kernel; and being asked changes nothing.
    @Test(arguments: kernels.indices)
    func theCallerIsAskedAgainAndAgain(index: Int) throws {
        let (name, kernel) = Self.kernels[index]
        let graph = graphs(for: index)[1]
        let asked = Atomic<Int>(0)
        func run(stoppingAt limit: Int) throws -> [Double?] {
            asked.store(0, ordering: .relaxed)
            return try kernel(
                graph,
                RunControl(
                    threads: 1, isCancelled: { asked.wrappingAdd(1, ordering: .relaxed).newValue > limit }))
        }
        #expect(try run(stoppingAt: .max) == kernel(graph, RunControl()))
        let count = asked.load(ordering: .relaxed)
        #expect(count >= 3, "\(name)")
        for limit in Set([count / 2, count - 1]) {
            #expect(throws: GraphError.cancelled, "\(name) stopped at question \(limit)") {
                try run(stoppingAt: limit)
            }
        }
    }

    /// What is asked for without a control is the same.
    @Test func whatCannotBeStoppedIsTheSame() throws {
        for graph in Self.largeGraphs {
            let control = RunControl(threads: 2)
            #expect(
                BreadthFirstSearch().shortestPaths(from: 3, in: graph)
                    == (try BreadthFirstSearch().shortestPaths(from: 3, in: graph, control: control)))
            #expect(
                Dijkstra().shortestPaths(from: 3, in: graph)
                    == (try Dijkstra().shortestPaths(from: 3, in: graph, control: control)))
            #expect(
                ArticulationPoints().nodes(in: graph)
                    == (try ArticulationPoints().nodes(in: graph, control: control)))
            #expect(Bridges().edges(in: graph) == (try Bridges().edges(in: graph, control: control)))
            #expect(
                Gatekeepers().nodes(from: 3, in: graph)
                    == (try Gatekeepers().nodes(from: 3, in: graph, control: control)))
            #expect(
                CoreNumbers().numbers(in: graph) == (try CoreNumbers().numbers(in: graph, control: control)))
        }
        let paths = try ShortestSimplePaths(count: 3, maximumHops: 4)
        #expect(
            paths.paths(from: 700, to: 2, in: Self.graphs[1])
                == (try paths.paths(from: 700, to: 2, in: Self.graphs[1], control: RunControl(threads: 2))))
    }

    /// The calling thread has no piece left, and still hears that the others shall stop.
    @Test func theOthersAreStoppedWhileTheCallerWaits() throws {
        let isHelped = Atomic<Bool>(false)
        let isLate = Atomic<Bool>(false)
        let run = KernelRun(
            RunControl(threads: 2, isCancelled: { isLate.load(ordering: .relaxed) }), work: 0)
        #expect(throws: GraphError.cancelled) {
            try run.forEachPiece(of: 2) { _, worker in
                if worker == 0 {
                    while !isHelped.load(ordering: .relaxed) { usleep(1_000) }
                    return
                }
                isHelped.store(true, ordering: .relaxed)
                usleep(100_000)
                isLate.store(true, ordering: .relaxed)
                while run.goesOn(worker) { usleep(1_000) }
            }
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
            // Every third number is no one's.
            let spread = EdgeList(
                nodeCount: 2 * nodeCount,
                edges: list.edges.map { Edge($0.source + $0.source / 2, $0.target + $0.target / 2) })
            var scores = try kernel(try list.compact, RunControl())
            var spreadScores = try kernel(try spread.compact, RunControl())
            if name == "Betweenness" {
                // The number of pairs is all that differs.
                let measure = Betweenness(isNormalized: false)
                scores = measure.scores(in: try list.compact)
                spreadScores = measure.scores(in: try spread.compact)
            }
            #expect(scores.indices.allSatisfy { scores[$0] == spreadScores[$0 + $0 / 2] })
        }
    }
}

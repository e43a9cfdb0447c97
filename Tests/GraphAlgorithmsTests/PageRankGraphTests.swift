import ReboundTestSupport
import Testing

@testable import GraphAlgorithms

/// Graphs that are packed: so large that nodes are numbered anew, and larger than 16 bits can name.
@Suite struct PageRankGraphTests {
    /// A random network whose hubs come neither first nor last, with nodes that no one knows among them.
    static func network(nodeCount: Int, isDirected: Bool, isWeighted: Bool) throws -> CompactGraph {
        let list = EdgeList.barabasiAlbert(
            nodeCount: nodeCount - 500, edgesPerNode: 2, isDirected: isDirected,
            weights: isWeighted ? .reals(0.1..<4) : .unit, seed: UInt64(nodeCount))
        let spread = EdgeList(nodeCount: nodeCount, edges: list.edges, isDirected: isDirected)
        return try spread.relabelled(by: spread.permutation(seed: 5)).compact
    }

    static let networks: [CompactGraph] = [
        (17_000, false, false), (17_000, true, false), (17_000, false, true), (17_000, true, true),
        (70_000, false, false), (100_000, true, true),
    ].map { try! network(nodeCount: $0.0, isDirected: $0.1, isWeighted: $0.2) }

    private func packed(_ graph: CompactGraph) throws -> PageRankGraph {
        try PageRankGraph(graph, usesWeights: true, KernelRun(RunControl(), work: 0), share: 0...1)
    }

    /// Some steps of the power method, pushed along the arcs of the graph as they are.
    static func pushed(_ steps: Int, in graph: CompactGraph, jump: [Double]) -> [Double] {
        let total = jump.reduce(0, +)
        let jump = jump.map { $0 / total }
        var scores = jump
        for _ in 0..<steps {
            var next = [Double](repeating: 0, count: graph.nodeCount)
            var dangling = 0.0
            for node in graph.nodes {
                let arcs = graph.arcs(of: node)
                let sum = arcs.reduce(0) { $0 + (graph.weights?[$1] ?? 1) }
                if sum == 0 { dangling += scores[Int(node)] }
                for arc in arcs {
                    next[Int(graph.targets[arc])] += scores[Int(node)] * (graph.weights?[arc] ?? 1) / sum
                }
            }
            for node in jump.indices {
                scores[node] = 0.85 * (next[node] + dangling * jump[node]) + 0.15 * jump[node]
            }
        }
        return scores
    }

    @Test(arguments: networks.indices)
    func eachStepIsThatOfThePowerMethod(index: Int) throws {
        let graph = Self.networks[index]
        let ready = try packed(graph)
        #expect(ready.order != nil && (ready.far.sources.count > 0) == (graph.nodeCount > 65_536))
        #expect(ready.near.sources.count + ready.far.sources.count == graph.targets.count)
        let uniform = [Double](repeating: 1, count: graph.nodeCount)
        let personal = graph.nodes.map { $0 % 7 == 3 ? Double($0 % 11) : 0 }
        for steps in [1, 3] {
            let measure = try PageRank(tolerance: 0, maximumIterations: steps)
            let expected = Self.pushed(steps, in: graph, jump: uniform)
            let found = measure.scores(in: graph)
            #expect(zip(found.scores, expected).allSatisfy { abs($0 - $1) < 1e-12 * $1 })
            #expect(abs(found.scores.reduce(0, +) - 1) < 1e-12)
            let around = try measure.scores(in: graph, personalization: personal).scores
            let expectedAround = Self.pushed(steps, in: graph, jump: personal)
            #expect(zip(around, expectedAround).allSatisfy { abs($0 - $1) <= 1e-12 * $1 })
            let single = try PageRank(tolerance: 0, maximumIterations: steps, precision: .single)
                .scores(in: graph).scores
            #expect(zip(single, expected).allSatisfy { abs($0 - $1) < 1e-5 * $1 })
        }
    }

    /// Threads change nothing, to the last bit.
    @Test(arguments: networks.indices)
    func askedAgainItSaysTheSame(index: Int) throws {
        let graph = Self.networks[index]
        let personalization = graph.nodes.map { Double($0 % 5) }
        for (usesWeights, tolerance) in [(false, 0.0), (true, 0), (true, 1e-6)] {
            let measure = try PageRank(
                tolerance: tolerance, maximumIterations: tolerance > 0 ? 200 : 3, usesWeights: usesWeights)
            let expected = measure.scores(in: graph)
            let expectedAround = try measure.scores(in: graph, personalization: personalization)
            for threads in [1, 3] {
                let control = RunControl(threads: threads)
                #expect(try measure.scores(in: graph, control: control) == expected)
                #expect(
                    try measure.scores(in: graph, personalization: personalization, control: control)
                        == expectedAround)
            }
        }
    }

    /// Weights so large that a row's sum is no number are replaced, and then no longer the same in both directions.
    @Test func weightsOfAnySizeInLargeGraphs() throws {
        let graph = Self.networks[2]
        let edges = graph.nodes.flatMap { node in
            graph.arcs(of: node).map {
                Edge(node, graph.targets[$0], weight: (graph.weights?[$0] ?? 1) * 0x1p1020)
            }
        }
        let huge = try CompactGraph(nodeCount: graph.nodeCount, edges: edges)
        let measure = try PageRank(tolerance: 1e-4)
        #expect(difference(measure.scores(in: huge).scores, measure.scores(in: graph).scores) < 1e-15)
    }

    @Test func aGraphInOrderKeepsItsNumbers() throws {
        let (ordered, order) = try Self.networks[4].orderedByDegree()
        let ready = try packed(ordered)
        #expect(ready.order == nil)
        #expect(ready.activeCount <= ready.nodeCount - 500)
        let measure = try PageRank(tolerance: 1e-3)
        let scores = measure.scores(in: ordered).scores
        let expected = measure.scores(in: Self.networks[4]).scores
        #expect(zip(order.restored(scores), expected).allSatisfy { abs($0 - $1) < 1e-12 * $1 })
    }
}

import GraphAlgorithms

/// What a kernel found, and what it took.
struct Outcome {
    let time: Stopwatch
    /// The answer in short.
    var summary: [String: Double] = [:]
    /// The answer in full, by the node numbers of the files.
    var values: [Double] = []
}

/// The kernels by their names in requests.
///
/// Only the call of the library is timed: the graph is loaded, and answers are put into the order of the files, outside.
enum Kernels {
    typealias Kernel = @Sendable (LabelledGraph, Request) throws -> Outcome

    static let all: [String: Kernel] = [
        "pagerank-20": { graph, request in
            let measure = try PageRank(tolerance: 0, maximumIterations: 20, precision: .single)
            return try pageRank(graph) { try measure.scores(in: graph.graph, control: request.control) }
        },
        "pagerank": { graph, request in
            let measure = try PageRank(tolerance: 1e-8, maximumIterations: 1_000)
            return try pageRank(graph) { try measure.scores(in: graph.graph, control: request.control) }
        },
        "pagerank-personal": { graph, request in
            let measure = try PageRank(tolerance: 1e-8, maximumIterations: 1_000)
            var jump = [Double](repeating: 0, count: graph.graph.nodeCount)
            jump[Int(try graph.sources(request)[0])] = 1
            return try pageRank(graph) {
                try measure.scores(in: graph.graph, personalization: jump, control: request.control)
            }
        },
        "betweenness": { graph, request in
            let measure = Betweenness(isNormalized: false)
            return try perNode(graph) { try measure.scores(in: graph.graph, control: request.control) }
        },
        "betweenness-sources": { graph, request in
            let sources = try graph.sources(request)
            return try perNode(graph) {
                try Betweenness().dependencies(ofEach: sources, in: graph.graph, control: request.control)
            }
        },
        "betweenness-approximate": { graph, request in
            let measure = try ApproximateBetweenness(maximumError: 0.01, failureProbability: 0.1)
            return try perNode(graph) {
                try measure.scores(in: graph.graph, control: request.control).scores
            }
        },
        "components": components,
        "hops": { graph, request in
            let source = try graph.sources(request)[0]
            let (tree, time) = Stopwatch.timed {
                BreadthFirstSearch().shortestPaths(from: source, in: graph.graph)
            }
            let reached = tree.distances.count { $0 != tree.unreachable }
            return Outcome(time: time, summary: ["reached": Double(reached)])
        },
        "distances": { graph, request in
            let source = try graph.sources(request)[0]
            return perNode(graph) { Dijkstra().shortestPaths(from: source, in: graph.graph).distances }
        },
        "paths": shortestPaths,
        "constraint": { graph, request in
            try perNode(graph) {
                try BurtConstraint().scores(in: graph.graph, control: request.control).map { $0 ?? .nan }
            }
        },
        "effective-size": { graph, request in
            try perNode(graph) {
                try EffectiveSize().scores(in: graph.graph, control: request.control).map { $0 ?? .nan }
            }
        },
        "articulation": { graph, _ in
            let (nodes, time) = Stopwatch.timed { ArticulationPoints().nodes(in: graph.graph) }
            return Outcome(time: time, values: nodes.map { Double(graph.number(of: $0)) }.sorted())
        },
        "communities": { graph, request in
            try perNode(graph) {
                try Leiden().communities(in: graph.graph, control: request.control).labels.map { Double($0) }
            }
        },
    ]

    private static func perNode(_ graph: LabelledGraph, _ work: () throws -> [Double]) rethrows -> Outcome {
        let (values, time) = try Stopwatch.timed(work)
        return Outcome(time: time, values: graph.inFileOrder(values))
    }

    private static func pageRank(
        _ graph: LabelledGraph, _ work: () throws -> PageRankScores
    ) rethrows -> Outcome {
        let (found, time) = try Stopwatch.timed(work)
        return Outcome(
            time: time, summary: ["iterations": Double(found.iterations)],
            values: graph.inFileOrder(found.scores))
    }

    private static let components: Kernel = { graph, request in
        let (found, time) = try Stopwatch.timed {
            try ConnectedComponents().labels(in: graph.graph, control: request.control)
        }
        return Outcome(
            time: time,
            summary: ["count": Double(found.count), "largest": Double(found.sizes.max() ?? 0)])
    }

    private static let shortestPaths: Kernel = { graph, request in
        let ends = try graph.sources(request)
        let search = try ShortestSimplePaths(
            count: request.required(\.count, "count"), maximumHops: graph.graph.nodeCount)
        let (paths, time) = Stopwatch.timed { search.paths(from: ends[0], to: ends[1], in: graph.graph) }
        return Outcome(time: time, values: paths.map(\.length))
    }
}

extension LabelledGraph {
    /// The node's number in the files.
    fileprivate func number(of node: NodeID) -> UInt32 { labels.number(of: node) ?? node }

    /// One value for each number of the files, of one value for each node.
    fileprivate func inFileOrder(_ values: [Double]) -> [Double] {
        var ordered = values
        for node in graph.nodes { ordered[Int(number(of: node))] = values[Int(node)] }
        return ordered
    }

    /// The nodes to start from.
    fileprivate func sources(_ request: Request) throws -> [NodeID] {
        try request.required(\.sources, "sources").map { number in
            guard let node = graph.nodes.first(where: { self.number(of: $0) == number }) else {
                throw RaceError.unknown("node \(number)")
            }
            return node
        }
    }
}

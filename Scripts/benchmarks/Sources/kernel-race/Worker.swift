import GraphAlgorithms
import GraphFiles

/// Answers requests; graphs that were asked about stay loaded.
struct Worker {
    private struct Key: Hashable {
        let folder: String
        let isWeighted: Bool
    }

    private var graphs: [Key: LabelledGraph] = [:]
    /// What ``Request/Action/load`` brought.
    private var loaded: LabelledGraph?

    mutating func reply(to request: Request) throws -> Reply {
        switch request.action {
        case .generate:
            let seed = try request.required(\.seed, "seed")
            let edges = try RandomGraph.edges(
                scale: request.required(\.scale, "scale"),
                edgeFactor: request.required(\.edgeFactor, "edge factor"), seed: seed)
            try files(of: request).write(edges, seed: seed)
            return Reply()
        case .adopt:
            let graph = try EdgeListText(readsWeights: false).graph(
                fromFile: request.required(\.file, "file")
            ).graph
            try files(of: request).write(RandomGraph.pairs(of: graph), seed: 1)
            return Reply()
        case .load: return try load(request)
        case .run: return try run(request)
        case .limits: return limits(nodes: try request.required(\.count, "count"))
        }
    }

    private func files(of request: Request) throws -> GraphFiles {
        GraphFiles(folder: try request.required(\.graph, "graph"))
    }

    private mutating func load(_ request: Request) throws -> Reply {
        let files = try files(of: request)
        let task = try request.required(\.task, "task")
        let before = ProcessMemory.residentBytes
        let (graph, time) = try Stopwatch.timed {
            switch task {
            case "load-text", "load-text-ordered":
                try EdgeListText(
                    labels: .nodeNumbers, readsWeights: false, ordersByDegree: task == "load-text-ordered"
                ).graph(fromFile: files.path("edges.txt"), control: request.control)
            case "load-binary":
                try LabelledGraph(mapping: files.path("graph.rebound"), control: request.control)
            default: throw RaceError.unknown(task)
            }
        }
        loaded = graph
        var reply = Reply(time)
        reply.residentBefore = before
        reply.residentBytes = ProcessMemory.residentBytes
        reply.summary = [
            "nodes": Double(graph.graph.nodeCount), "edges": Double(graph.graph.edgeCount),
        ]
        return reply
    }

    private mutating func run(_ request: Request) throws -> Reply {
        let name = try request.required(\.task, "task")
        guard let kernel = Kernels.all[name] else { throw RaceError.unknown(name) }
        let graph = try graph(for: request)
        let outcome = try kernel(graph, request)
        var reply = Reply(outcome.time)
        reply.summary = outcome.summary
        if let answer = request.answer { try GraphFiles.write(outcome.values, toFile: answer) }
        return reply
    }

    /// The graph that was loaded last, or that of the folder.
    private mutating func graph(for request: Request) throws -> LabelledGraph {
        guard request.graph != nil else {
            guard let loaded else { throw RaceError.missing("graph") }
            return loaded
        }
        let files = try files(of: request)
        let key = Key(folder: files.folder, isWeighted: request.isWeighted ?? false)
        if let known = graphs[key] { return known }
        let graph = try files.graph(isWeighted: key.isWeighted)
        graphs[key] = graph
        return graph
    }

    private func limits(nodes: Int) -> Reply {
        var reply = Reply()
        reply.summary = [
            "copy1": MemoryLimits.copiedBytesPerSecond(threads: 1),
            "copy2": MemoryLimits.copiedBytesPerSecond(threads: 2),
            "gather": MemoryLimits.secondsPerGather(among: nodes),
        ]
        return reply
    }
}

extension Request {
    func required<Value>(_ field: KeyPath<Request, Value?>, _ name: String) throws -> Value {
        guard let value = self[keyPath: field] else { throw RaceError.missing(name) }
        return value
    }

    var control: RunControl { RunControl(threads: threads ?? 1) }
}

extension Reply {
    init(_ time: Stopwatch) {
        wall = time.wall
        processor = time.processor
    }
}

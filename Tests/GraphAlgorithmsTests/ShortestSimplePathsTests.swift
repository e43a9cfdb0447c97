import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite("Shortest simple paths")
struct ShortestSimplePathsTests {
    /// All simple paths of at most `hops` hops, in the order that the search promises.
    static func enumerated(
        from source: NodeID, to target: NodeID, hops: Int, in graph: CompactGraph
    ) -> [SimplePathOracle] {
        var found: [SimplePathOracle] = []
        func walk(_ nodes: [NodeID]) {
            let last = nodes[nodes.count - 1]
            if last == target {
                let lengths = zip(nodes, nodes.dropFirst()).map { graph.weight(from: $0, to: $1)! }
                found.append(SimplePathOracle(nodes: nodes, length: lengths.reversed().reduce(0) { $1 + $0 }))
                return
            }
            guard nodes.count <= hops else { return }
            for next in graph.successors(of: last) where !nodes.contains(next) { walk(nodes + [next]) }
        }
        walk([source])
        return found.sorted { left, right in
            if left.length != right.length { return left.length < right.length }
            if left.nodes.count != right.nodes.count { return left.nodes.count < right.nodes.count }
            return left.nodes.lexicographicallyPrecedes(right.nodes)
        }
    }

    struct SimplePathOracle: Equatable {
        var nodes: [NodeID]
        var length: Double
    }

    func found(
        _ count: Int, _ hops: Int, from source: NodeID, to target: NodeID, in graph: CompactGraph
    ) throws -> [SimplePathOracle] {
        try ShortestSimplePaths(count: count, maximumHops: hops).paths(from: source, to: target, in: graph)
            .map { SimplePathOracle(nodes: $0.nodes, length: $0.length) }
    }

    /// The example by which Yen's algorithm is taught: C, D, E, F, G, H are 0 to 5.
    static let example = try! CompactGraph(
        nodeCount: 6,
        edges: [
            Edge(0, 1, weight: 3), Edge(0, 2, weight: 2), Edge(1, 3, weight: 4), Edge(2, 1, weight: 1),
            Edge(2, 3, weight: 2), Edge(2, 4, weight: 3), Edge(3, 4, weight: 2), Edge(3, 5, weight: 1),
            Edge(4, 5, weight: 2),
        ], isDirected: true)

    @Test("the textbook example has its three shortest paths")
    func textbook() throws {
        let paths = try found(3, 5, from: 0, to: 5, in: Self.example)
        #expect(paths.map(\.nodes) == [[0, 2, 3, 5], [0, 2, 4, 5], [0, 1, 3, 5]])
        #expect(paths.map(\.length) == [5, 7, 8])
        #expect(try found(100, 5, from: 0, to: 5, in: Self.example).count == 7)
    }

    @Test(
        "with whole lengths, the paths are those of an enumeration, ties included", arguments: UInt64(0)..<120
    )
    func enumeration(seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 7, edgeProbability: 0.45, isDirected: seed % 2 == 0, weights: .integers(0...3),
            seed: seed)
        let graph = try CompactGraph(nodeCount: 7, edges: list.edges, isDirected: list.isDirected)
        for hops in [1, 2, 4, 6] {
            let all = Self.enumerated(from: 0, to: 6, hops: hops, in: graph)
            #expect(try found(1000, hops, from: 0, to: 6, in: graph) == all)
            #expect(try found(4, hops, from: 0, to: 6, in: graph) == Array(all.prefix(4)))
        }
    }

    @Test("with real lengths, too", arguments: UInt64(0)..<60)
    func realLengths(seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 8, edgeProbability: 0.4, weights: .reals(0.01..<3), seed: seed)
        let graph = try CompactGraph(nodeCount: 8, edges: list.edges)
        let all = Self.enumerated(from: 1, to: 5, hops: 4, in: graph)
        let paths = try found(10, 4, from: 1, to: 5, in: graph)
        #expect(paths == Array(all.prefix(10)))
    }

    /// The best paths by growing all beginnings, the most promising first, until the last wanted one is surely known.
    private func grown(
        _ count: Int, _ hops: Int, from source: NodeID, to target: NodeID, in graph: CompactGraph
    ) -> [SimplePathOracle] {
        let rest = Dijkstra().shortestPaths(from: target, in: graph.isDirected ? graph.transposed() : graph)
            .distances
        var open = [(bound: rest[Int(source)], length: 0.0, nodes: [source])]
        var found: [SimplePathOracle] = []
        while let next = open.popLast() {
            if found.count >= count, next.bound > found.map(\.length).sorted()[count - 1] { break }
            let last = next.nodes[next.nodes.count - 1]
            if last == target {
                found.append(SimplePathOracle(nodes: next.nodes, length: next.length))
                continue
            }
            guard next.nodes.count <= hops else { continue }
            for node in graph.successors(of: last) where !next.nodes.contains(node) {
                let length = next.length + graph.weight(from: last, to: node)!
                let bound = length + rest[Int(node)]
                guard bound < .infinity else { continue }
                let place = open.firstIndex { $0.bound <= bound } ?? open.count
                open.insert((bound, length, next.nodes + [node]), at: place)
            }
        }
        let sorted = found.sorted { left, right in
            if left.length != right.length { return left.length < right.length }
            if left.nodes.count != right.nodes.count { return left.nodes.count < right.nodes.count }
            return left.nodes.lexicographicallyPrecedes(right.nodes)
        }
        return Array(sorted.prefix(count))
    }

    @Test(
        "in larger graphs, with ties, loose and tight limits, and both kinds of direction",
        arguments: UInt64(0)..<60)
    func larger(seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 40, edgeProbability: 0.12, isDirected: seed % 2 == 0, weights: .integers(0...9),
            seed: seed)
        let graph = try CompactGraph(nodeCount: 40, edges: list.edges, isDirected: list.isDirected)
        for hops in [4, 40] {
            for target in [NodeID(1), 20, 39] {
                #expect(
                    try found(12, hops, from: 0, to: target, in: graph)
                        == grown(12, hops, from: 0, to: target, in: graph))
            }
        }
    }

    @Test("among hubs, where most paths tie, they are those of an enumeration", arguments: UInt64(0)..<12)
    func hubs(seed: UInt64) throws {
        for weights in [RandomWeights.unit, .integers(0...2), .reals(0.5..<2)] {
            let list = EdgeList.barabasiAlbert(
                nodeCount: 90, edgesPerNode: 3, isDirected: seed % 2 == 0, weights: weights, seed: seed)
            let graph = try list.compact
            let (source, target) = (NodeID(seed), NodeID(89 - seed))
            for hops in [2, 3, 4] {
                let all = Self.enumerated(from: source, to: target, hops: hops, in: graph)
                for count in [1, 3, 40] {
                    #expect(
                        try found(count, hops, from: source, to: target, in: graph)
                            == Array(all.prefix(count)))
                }
            }
        }
    }

    @Test("a limit that the shortest paths keep changes nothing", arguments: UInt64(0)..<6)
    func noLimit(seed: UInt64) throws {
        let list = EdgeList.barabasiAlbert(
            nodeCount: 2_000, edgesPerNode: 3, weights: seed % 2 == 0 ? .unit : .reals(0.5..<2), seed: seed)
        let graph = try list.compact
        let paths = try found(10, 1_999, from: 1_900, to: 1_000 + NodeID(seed), in: graph)
        #expect(paths.count == 10)
        let hops = paths.map(\.nodes.count).max()! - 1
        #expect(try found(10, hops, from: 1_900, to: 1_000 + NodeID(seed), in: graph) == paths)
        #expect(Set(paths.map(\.nodes)).count == 10)
        #expect(paths.allSatisfy { Set($0.nodes).count == $0.nodes.count })
        #expect(paths.map(\.length) == paths.map(\.length).sorted())
    }

    @Test("the first path is Dijkstra's", arguments: UInt64(0)..<20)
    func first(seed: UInt64) throws {
        let list = EdgeList.barabasiAlbert(nodeCount: 40, edgesPerNode: 2, weights: .reals(0..<1), seed: seed)
        let graph = try CompactGraph(nodeCount: 40, edges: list.edges)
        let tree = Dijkstra().shortestPaths(from: 0, in: graph)
        for target in graph.nodes {
            let path = try #require(try found(1, 39, from: 0, to: target, in: graph).first)
            #expect(abs(path.length - tree.distance(to: target)!) < 1e-12)
        }
    }

    @Test("no path, no hops and no count give nothing; a node reaches itself")
    func degenerate() throws {
        let graph = try CompactGraph(nodeCount: 3, edges: [Edge(0, 1)])
        #expect(try found(3, 4, from: 0, to: 2, in: graph) == [])
        #expect(try found(3, 0, from: 0, to: 1, in: graph) == [])
        #expect(try found(0, 4, from: 0, to: 1, in: graph) == [])
        #expect(try found(3, 4, from: 0, to: 1, in: graph) == [SimplePathOracle(nodes: [0, 1], length: 1)])
        #expect(try found(3, 0, from: 2, to: 2, in: graph) == [SimplePathOracle(nodes: [2], length: 0)])
    }

    @Test("negative limits are refused")
    func limits() {
        #expect(throws: GraphError.invalidPathCount(-1)) {
            try ShortestSimplePaths(count: -1, maximumHops: 1)
        }
        #expect(throws: GraphError.invalidMaximumHops(-1)) {
            try ShortestSimplePaths(count: 1, maximumHops: -1)
        }
    }
}

import GraphAlgorithms
import ReboundTestSupport
import Testing

/// How many nodes a set of nodes reaches in one step, itself included: what group degree centrality counts (Everett and
/// Borgatti 1999, doi:10.1080/0022250X.1999.9990219).
private struct NeighborhoodCoverage: SubmodularGain {
    let graph: CompactGraph
    let values: [Double]?
    var isCovered: Set<NodeID> = []

    init(of graph: CompactGraph, values: [Double]? = nil) { (self.graph, self.values) = (graph, values) }

    func reach(of item: Int) -> Set<NodeID> { Set(graph.successors(of: NodeID(item))).union([NodeID(item)]) }

    func gain(of item: Int) -> Double {
        reach(of: item).subtracting(isCovered).reduce(0) { $0 + (values?[Int($1)] ?? 1) }
    }

    mutating func add(_ item: Int) { isCovered.formUnion(reach(of: item)) }
}

@Suite struct LazyGreedyTests {
    /// What a set of nodes covers, by counting.
    private func coverage(_ graph: CompactGraph, _ items: some Sequence<Int>, _ values: [Double]?) -> Double {
        let covered = items.reduce(into: Set<NodeID>()) { covered, item in
            covered.insert(NodeID(item))
            covered.formUnion(graph.successors(of: NodeID(item)))
        }
        return covered.reduce(0) { $0 + (values?[Int($1)] ?? 1) }
    }

    /// Greedy without laziness.
    private func plainGreedy(_ graph: CompactGraph, _ count: Int, _ values: [Double]?) -> [Int] {
        var items: [Int] = []
        for _ in 0..<count {
            let before = coverage(graph, items, values)
            let gains = graph.nodes.map { coverage(graph, items + [Int($0)], values) - before }
            guard let best = gains.indices.max(by: { (gains[$0], $1) < (gains[$1], $0) }), gains[best] > 0
            else { break }
            items.append(best)
        }
        return items
    }

    /// The least that two picks can come to, 1 - (1 - 1/2)^2 of the best: the tight example of Cornuejols, Fisher and
    /// Nemhauser 1977, doi:10.1287/mnsc.23.8.789. The first item shares half with each of the two that are best.
    @Test func published() throws {
        let covers: [[NodeID]] = [[3, 5], [3, 4], [5, 6]]
        let edges = covers.enumerated().flatMap { item, covered in covered.map { Edge(NodeID(item), $0) } }
        let graph = try CompactGraph(nodeCount: 7, edges: edges, isDirected: true)
        let function = NeighborhoodCoverage(of: graph, values: [0, 0, 0, 1, 1, 1, 1])
        let chosen = try LazyGreedy(budget: 2).select(from: 3, function: function)
        #expect(chosen.items == [0, 1] && chosen.value == 3)
        #expect(coverage(graph, [1, 2], [0, 0, 0, 1, 1, 1, 1]) == 4)
    }

    @Test(arguments: [false, true], UInt64(0)..<10)
    func lazyIsGreedy(isDirected: Bool, seed: UInt64) throws {
        let graph = try EdgeList.barabasiAlbert(
            nodeCount: 50, edgesPerNode: 2, isDirected: isDirected, seed: seed
        ).compact
        let values = graph.nodes.map { Double($0 % 4) }
        for worth in [nil, values] {
            let chosen = try LazyGreedy(budget: 6).select(
                from: 50, function: NeighborhoodCoverage(of: graph, values: worth))
            #expect(chosen.items == plainGreedy(graph, 6, worth))
            #expect(chosen.value == coverage(graph, chosen.items, worth))
            #expect(chosen.gains == chosen.gains.sorted(by: >))
            #expect(chosen.cost == 6)
        }
    }

    /// The guarantees, against the best of all selections.
    @Test(arguments: UInt64(0)..<10)
    func theValueIsNearTheBest(seed: UInt64) throws {
        let graph = try EdgeList.erdosRenyi(nodeCount: 11, edgeProbability: 0.2, seed: seed).compact
        var random = SeededRandom(seed: seed)
        let costs = graph.nodes.map { _ in 0.5 + random.unit() * 2 }
        func best(_ fits: ([Int]) -> Bool) -> Double {
            (0..<1 << 11).map { bits in (0..<11).filter { bits >> $0 & 1 == 1 } }.filter(fits)
                .map { coverage(graph, $0, nil) }.max()!
        }
        let three = try LazyGreedy(budget: 3).select(from: 11, function: NeighborhoodCoverage(of: graph))
        #expect(three.value >= (1 - 0.3679) * best { $0.count <= 3 })
        let costly = try LazyGreedy(budget: 3).select(
            from: 11, costs: costs, function: NeighborhoodCoverage(of: graph))
        #expect(costly.cost <= 3)
        #expect((costly.cost - costly.items.reduce(0) { $0 + costs[$1] }).magnitude < 1e-12)
        #expect(costly.value >= (1 - 0.3679) / 2 * best { $0.reduce(0) { $0 + costs[$1] } <= 3 })
    }

    @Test func theClubIsCoveredByItsLeaders() throws {
        let chosen = try LazyGreedy(budget: 2).select(
            from: 34, function: NeighborhoodCoverage(of: try EdgeList.karateClub.compact))
        // 18 with the president, then 13 more with the instructor, whose four common acquaintances count once.
        #expect(chosen.items == [33, 0])
        #expect(chosen.gains == [18, 13])
    }

    @Test func degenerateSelections() throws {
        let graph = try EdgeList.star(nodeCount: 5).compact
        #expect(
            try LazyGreedy(budget: 0).select(from: 5, function: NeighborhoodCoverage(of: graph)).items.isEmpty
        )
        #expect(
            try LazyGreedy(budget: 9).select(from: 5, function: NeighborhoodCoverage(of: graph)).items == [0])
        #expect(throws: GraphError.invalidBudget(-1)) { try LazyGreedy(budget: -1) }
        #expect(throws: GraphError.invalidCost(item: 1, cost: 0)) {
            try LazyGreedy(budget: 1).select(
                from: 5, costs: [1, 0, 1, 1, 1], function: NeighborhoodCoverage(of: graph))
        }
        #expect(throws: GraphError.cancelled) {
            try LazyGreedy(budget: 1).select(
                from: 5, function: NeighborhoodCoverage(of: graph),
                control: RunControl(threads: 1, isCancelled: { true }))
        }
    }
}

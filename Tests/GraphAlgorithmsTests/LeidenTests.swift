import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct LeidenTests {
    /// The optimum of the karate club, 0.4198 with four communities (Brandes et al. 2008, doi:10.1109/TKDE.2007.190689), which igraph
    /// 1.0.0 finds too.
    @Test func theKarateClub() throws {
        let found = try Leiden(usesWeights: false).communities(in: try EdgeList.karateClub.compact)
        #expect(found.count == 4)
        #expect((found.modularity - 0.41978961209730437).magnitude < 1e-12)
        #expect(found.labels[0] == 0 && found.labels[11] == 0 && found.labels[33] == found.labels[32])
        #expect(found.sizes.reduce(0, +) == 34)
    }

    @Test(.enabled(if: NetworkCorpus.isPresent))
    func facebook() throws {
        let list = try NetworkCorpus.edgeList("facebook_combined.txt", headerLines: 1, isDirected: false)
        // networkx 3.6.1 has about 0.8356 as the best of several runs of its Leiden and Louvain.
        #expect(try Leiden(maximumIterations: 10).communities(in: try list.compact).modularity > 0.834)
    }

    /// Modularity by its definition, over all pairs.
    private func modularity(_ list: EdgeList, _ labels: [UInt32], resolution: Double) -> Double {
        let matrix = list.matrix
        let mutual = matrix.indices.map { node in
            matrix.indices.map { other in
                list.isDirected
                    ? (matrix[node][other] ?? 0) + (matrix[other][node] ?? 0) : matrix[node][other] ?? 0
            }
        }
        let strengths = mutual.map { $0.reduce(0, +) }
        let total = strengths.reduce(0, +)
        if total == 0 { return 0 }
        var sum = 0.0
        for node in matrix.indices {
            for other in matrix.indices where labels[node] == labels[other] {
                sum += mutual[node][other] - resolution * strengths[node] * strengths[other] / total
            }
        }
        return sum / total
    }

    @Test(arguments: [false, true], UInt64(0)..<10)
    func communitiesAreConnectedAndNoNodeWouldRatherGo(isDirected: Bool, seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 40, edgeProbability: 0.08, isDirected: isDirected, weights: .integers(1...3),
            seed: seed)
        let graph = try list.compact
        for resolution in [0.5, 1, 2] {
            let found = try Leiden(resolution: resolution, maximumIterations: 100).communities(in: graph)
            let value = modularity(list, found.labels, resolution: resolution)
            #expect((found.modularity - value).magnitude < 1e-12)
            for community in 0..<UInt32(found.count) {
                let inside = list.edges.filter {
                    found.labels[Int($0.source)] == community && found.labels[Int($0.target)] == community
                }
                let labels = ConnectedComponents().labels(
                    in: try CompactGraph(nodeCount: 40, edges: inside)
                ).labels
                let members = graph.nodes.filter { found.labels[Int($0)] == community }
                #expect(Set(members.map { labels[Int($0)] }).count == 1)
            }
            for node in 0..<40 {
                for community in 0..<UInt32(found.count) {
                    var other = found.labels
                    other[node] = community
                    #expect(modularity(list, other, resolution: resolution) <= value + 1e-9)
                }
            }
        }
    }

    @Test func cliquesInARingAreCommunities() throws {
        var edges: [Edge] = []
        for clique in 0..<NodeID(6) {
            for first in 0..<NodeID(5) {
                for second in first + 1..<5 { edges.append(Edge(5 * clique + first, 5 * clique + second)) }
            }
            edges.append(Edge(5 * clique, (5 * clique + 5) % 30 + 1))
        }
        let found = try Leiden().communities(in: try CompactGraph(nodeCount: 30, edges: edges))
        #expect(found.labels == (0..<30).map { UInt32($0 / 5) })
    }

    @Test func degenerateGraphs() throws {
        for nodeCount in 0...2 {
            let found = try Leiden().communities(in: try CompactGraph(nodeCount: nodeCount, edges: []))
            #expect(found.count == nodeCount && found.modularity == 0)
        }
        let weightless = try CompactGraph(nodeCount: 2, edges: [Edge(0, 1, weight: 0)])
        #expect(try Leiden().communities(in: weightless).count == 2)
        let complete = try EdgeList.complete(nodeCount: 8).compact
        #expect(try Leiden().communities(in: complete).count == 1)
        #expect(try Leiden(resolution: 3).communities(in: complete).count == 8)
        #expect(
            try Leiden(resolution: 0).communities(in: try EdgeList.chain(nodeCount: 9).compact).count == 1)
    }

    /// Another order of the nodes finds communities that are hardly better or worse; the same order the same.
    @Test func theSeedFixesTheResult() throws {
        let graph = try EdgeList.barabasiAlbert(nodeCount: 3_000, edgesPerNode: 2, seed: 4).compact
        let found = try (UInt64(1)...3).map { try Leiden(seed: $0).communities(in: graph) }
        #expect(try Leiden().communities(in: graph) == found[0])
        #expect(found[0].labels != found[1].labels)
        let values = found.map(\.modularity)
        #expect(values.max()! - values.min()! < 0.02 && values.min()! > 0.5)
    }

    @Test func parametersAreChecked() {
        #expect(throws: GraphError.invalidResolution(-1)) { try Leiden(resolution: -1) }
        #expect(throws: GraphError.invalidMaximumIterations(0)) { try Leiden(maximumIterations: 0) }
    }

    /// Large graphs are put in order first, which must not show.
    @Test func largeGraphs() throws {
        let list = EdgeList.barabasiAlbert(nodeCount: 20_000, edgesPerNode: 1, seed: 6)
        let graph = try list.compact
        let found = try Leiden().communities(in: graph)
        #expect(found.modularity > 0.9)
        var smallest = [Int](repeating: .max, count: found.count)
        for (node, label) in found.labels.enumerated() {
            smallest[Int(label)] = min(smallest[Int(label)], node)
        }
        #expect(smallest == smallest.sorted())
        let inside = list.edges.filter { found.labels[Int($0.source)] == found.labels[Int($0.target)] }
        let parts = try CompactGraph(nodeCount: 20_000, edges: inside)
        #expect(ConnectedComponents().labels(in: parts).labels == found.labels)
    }
}

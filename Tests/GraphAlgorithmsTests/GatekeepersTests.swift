import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct GatekeepersTests {
    /// Who the root reaches without one node, by a plain search.
    private func reached(from root: NodeID, without banned: NodeID?, in graph: CompactGraph) -> Set<NodeID> {
        var seen: Set<NodeID> = [root]
        var waiting = [root]
        while let node = waiting.popLast() {
            for next in graph.successors(of: node) where next != banned && seen.insert(next).inserted {
                waiting.append(next)
            }
        }
        return seen
    }

    /// The karate club's one articulation point (Zachary 1977, node 1) keeps the gate of node 12, and of the circle of 5,
    /// 6, 7, 11 and 17 that hangs on it alone.
    @Test func published() throws {
        let club = try EdgeList.karateClub.compact
        var expected = Array(club.nodes)
        expected[33] = CompactGraph.noNode
        for node in [4, 5, 6, 10, 11, 16] { expected[node] = 0 }
        #expect(Gatekeepers().nodes(from: 33, in: club) == expected)
    }

    @Test(arguments: UInt64(0)..<40)
    func removalCutsOff(seed: UInt64) throws {
        for list in [
            EdgeList.erdosRenyi(nodeCount: 26, edgeProbability: 0.08, seed: seed),
            .barabasiAlbert(nodeCount: 26, edgesPerNode: 1, seed: seed),
        ] {
            let graph = try list.compact
            let root = NodeID(seed % 26)
            let all = reached(from: root, without: nil, in: graph)
            var cutOffBy: [NodeID: Set<NodeID>] = [:]
            for node in graph.nodes where node != root {
                cutOffBy[node] = all.subtracting(reached(from: root, without: node, in: graph))
            }
            let gatekeepers = Gatekeepers().nodes(from: root, in: graph)
            for node in graph.nodes {
                let gatekeeper = gatekeepers[Int(node)]
                guard node != root, all.contains(node) else {
                    #expect(gatekeeper == CompactGraph.noNode)
                    continue
                }
                #expect(cutOffBy[gatekeeper]?.contains(node) == true)
                // None of the others who cut the node off cuts the gatekeeper off.
                let others = graph.nodes.filter { $0 != gatekeeper && cutOffBy[$0]?.contains(node) == true }
                #expect(!others.contains { cutOffBy[$0]?.contains(gatekeeper) == true })
                // A pair is cut off by one node exactly when it shares its gatekeeper.
                for other in all where other != root {
                    let isCutByOne = cutOffBy.values.contains { $0.contains(node) && $0.contains(other) }
                    #expect(isCutByOne == (gatekeepers[Int(other)] == gatekeeper))
                }
            }
        }
    }

    @Test func chainsCyclesAndLonelyRoots() throws {
        let measure = Gatekeepers()
        let chain = measure.nodes(from: 1, in: try EdgeList.chain(nodeCount: 5).compact)
        #expect(chain == [0, CompactGraph.noNode, 2, 2, 2])
        let cycle = measure.nodes(from: 0, in: try EdgeList.cycle(nodeCount: 4).compact)
        #expect(cycle == [CompactGraph.noNode, 1, 2, 3])
        let star = measure.nodes(from: 1, in: try EdgeList.star(nodeCount: 4).compact)
        #expect(star == [0, CompactGraph.noNode, 0, 0])
        let lonely = measure.nodes(from: 2, in: try CompactGraph(nodeCount: 3, edges: [Edge(0, 1)]))
        #expect(lonely == [CompactGraph.noNode, CompactGraph.noNode, CompactGraph.noNode])
    }

    @Test func directionsDoNotMatter() throws {
        let edges = [Edge(0, 1), Edge(2, 1), Edge(3, 2)]
        let directed = try CompactGraph(nodeCount: 4, edges: edges, isDirected: true)
        #expect(Gatekeepers().nodes(from: 0, in: directed) == [CompactGraph.noNode, 1, 1, 1])
    }
}

import GraphAlgorithms
import ReboundTestSupport
import Testing

@Suite struct ConnectedComponentsTests {
    /// networkx 3.6.1, `number_connected_components` and the size of the largest; weak for directed graphs.
    @Test(
        .enabled(if: NetworkCorpus.isPresent),
        arguments: [
            ("facebook_combined.txt", 1, false, 1, 4039), ("netscience.txt", 0, false, 268, 379),
            ("wiki-Vote.txt", 0, true, 24, 7066), ("email-Eu-core.txt", 0, true, 20, 986),
        ])
    func componentsInTheCorpus(name: String, headerLines: Int, isDirected: Bool, count: Int, largest: Int)
        throws
    {
        let list = try NetworkCorpus.edgeList(name, headerLines: headerLines, isDirected: isDirected)
        let components = ConnectedComponents().labels(in: try list.compact)
        #expect(components.count == count)
        #expect(components.sizes.max() == largest)
    }

    @Test func publishedGraphsAreConnected() throws {
        for list in [EdgeList.karateClub, .krackhardtKite, .florentineFamilies] {
            let components = ConnectedComponents().labels(in: try list.compact)
            #expect(components.labels == [UInt32](repeating: 0, count: list.nodeCount))
            #expect(components.sizes == [list.nodeCount])
        }
    }

    @Test(arguments: [false, true], UInt64(0)..<20)
    func labelsAreThoseOfFlooding(isDirected: Bool, seed: UInt64) throws {
        let list = EdgeList.erdosRenyi(
            nodeCount: 60, edgeProbability: isDirected ? 0.01 : 0.02, isDirected: isDirected, seed: seed)
        let components = ConnectedComponents().labels(in: try list.compact)
        #expect(components.labels == ConnectivityOracle(list).labels)
        #expect(components.sizes.reduce(0, +) == 60)
        for component in 0..<UInt32(components.count) {
            let nodes = components.nodes(of: component)
            #expect(nodes.count == components.sizes[Int(component)])
            #expect(
                nodes
                    == components.labels.indices.filter { components.labels[$0] == component }.map(
                        NodeID.init))
        }
    }

    @Test func relabellingKeepsThePartition() throws {
        let list = EdgeList.erdosRenyi(nodeCount: 80, edgeProbability: 0.015, seed: 3)
        let permutation = list.permutation(seed: 5)
        let labels = ConnectedComponents().labels(in: try list.compact).labels
        let relabelled = ConnectedComponents().labels(in: try list.relabelled(by: permutation).compact).labels
        for (node, label) in labels.enumerated() {
            for (other, otherLabel) in labels.enumerated() {
                let isTogether = relabelled[Int(permutation[node])] == relabelled[Int(permutation[other])]
                #expect(isTogether == (label == otherLabel))
            }
        }
    }

    @Test func anEdgeJoinsAtMostTwoComponents() throws {
        var list = EdgeList(nodeCount: 30, [])
        var count = 30
        for edge in EdgeList.erdosRenyi(nodeCount: 30, edgeProbability: 0.2, seed: 1).edges {
            list.edges.append(edge)
            let next = ConnectedComponents().labels(in: try list.compact).count
            #expect(next == count || next == count - 1)
            count = next
        }
        #expect(count == 1)
    }

    @Test func degenerateGraphs() throws {
        let nothing = ConnectedComponents().labels(in: try CompactGraph(nodeCount: 0, edges: []))
        #expect(nothing.count == 0)
        #expect(nothing.largest == nil)
        let apart = ConnectedComponents().labels(
            in: try EdgeList(nodeCount: 6, [(5, 5), (4, 2), (2, 4), (1, 3)], isDirected: true).compact)
        #expect(apart.labels == [0, 1, 2, 1, 2, 3])
        #expect(apart.sizes == [1, 2, 2, 1])
        #expect(apart.largest == 1)
        let inward = ConnectedComponents().labels(
            in: try EdgeList(nodeCount: 3, [(0, 2), (1, 2)], isDirected: true).compact)
        #expect(inward.labels == [0, 0, 0])
    }

    @Test func aMillionNodesInAChain() throws {
        let components = ConnectedComponents().labels(in: try EdgeList.chain(nodeCount: 1_000_000).compact)
        #expect(components.sizes == [1_000_000])
    }
}

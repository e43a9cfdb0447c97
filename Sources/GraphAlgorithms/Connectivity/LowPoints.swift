/// The depth-first forest of an undirected graph with its low points.
///
/// Hopcroft and Tarjan 1973, doi:10.1145/362248.362272. The search follows the parent pointers back instead
/// of calling itself, so the depth of the forest is limited by memory alone.
struct LowPoints {
    /// When each node was found, counted from 0 over the whole forest.
    private(set) var discovery: [UInt32]
    /// The earliest discovery that a node's subtree reaches by tree arcs and one further edge.
    private(set) var low: [UInt32]
    /// The parent in the forest; ``CompactGraph/noNode`` at the roots.
    private(set) var parents: [NodeID]

    /// - Complexity: O(n + m) time, O(n) space.
    init(undirected graph: CompactGraph) {
        let unseen = UInt32.max
        let offsets = graph.offsets
        let targets = graph.targets
        var discovery = [UInt32](repeating: unseen, count: graph.nodeCount)
        var low = discovery
        var parents = [NodeID](repeating: CompactGraph.noNode, count: graph.nodeCount)
        // The next arc to follow from each node on the current path.
        var nextArc = Array(offsets)
        var clock: UInt32 = 0
        for root in graph.nodes where discovery[Int(root)] == unseen {
            discovery[Int(root)] = clock
            low[Int(root)] = clock
            clock += 1
            var node = root
            while node != CompactGraph.noNode {
                let arc = nextArc[Int(node)]
                if arc < offsets[Int(node) + 1] {
                    nextArc[Int(node)] += 1
                    let target = targets[Int(arc)]
                    if discovery[Int(target)] == unseen {
                        discovery[Int(target)] = clock
                        low[Int(target)] = clock
                        clock += 1
                        parents[Int(target)] = node
                        node = target
                    } else if target != parents[Int(node)] {
                        // The graph is simple: only one edge joins a node to its parent.
                        low[Int(node)] = min(low[Int(node)], discovery[Int(target)])
                    }
                } else {
                    let parent = parents[Int(node)]
                    if parent != CompactGraph.noNode {
                        low[Int(parent)] = min(low[Int(parent)], low[Int(node)])
                    }
                    node = parent
                }
            }
        }
        self.discovery = discovery
        self.low = low
        self.parents = parents
    }
}

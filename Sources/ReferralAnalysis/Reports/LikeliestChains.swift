import GraphAlgorithms

/// The likeliest chain of introductions to every person at once, of at most so many hops.
///
/// Shortest walks by number of hops, as in the algorithm of Bellman and Ford. Of equally likely chains the one with
/// fewer hops goes first, then the one whose node numbers come first, as ``IntroductionMap/chains(to:count:avoiding:isDirectWayOpen:)``
/// has it.
struct LikeliestChains {
    /// For each number of hops, from 1 on, the length of the shortest walk of just as many hops to each node.
    private var lengths: [[Double]] = []
    /// The node before the last one of that walk.
    private var previous: [[NodeID]] = []

    /// - Parameter hops: With lengths as weights, of 0 or more; none leads to the source.
    /// - Complexity: O(maximumHops x (n + m)).
    init(from source: NodeID, over hops: [Edge], nodeCount: Int, maximumHops: Int) {
        var last = [Double](repeating: .infinity, count: nodeCount)
        last[Int(source)] = 0
        for _ in 0..<maximumHops {
            var next = [Double](repeating: .infinity, count: nodeCount)
            var before = [NodeID](repeating: CompactGraph.noNode, count: nodeCount)
            for hop in hops where last[Int(hop.source)] < .infinity {
                let length = last[Int(hop.source)] + hop.weight
                let target = Int(hop.target)
                if length < next[target]
                    || length == next[target]
                        && precedes(hop.source, before[target], afterHops: lengths.count)
                {
                    next[target] = length
                    before[target] = hop.source
                }
            }
            lengths.append(next)
            previous.append(before)
            last = next
        }
    }

    /// The nodes of the likeliest chain to any of some people, the source first; `nil` when there is none.
    /// - Complexity: O(people x hops).
    func best(to people: [NodeID]) -> [NodeID]? {
        var best: (length: Double, nodes: [NodeID])?
        for hops in lengths.indices {
            for node in people {
                let length = lengths[hops][Int(node)]
                guard length < .infinity, length <= best?.length ?? .infinity else { continue }
                let nodes = walk(to: node, afterHops: hops + 1)
                if let best, length == best.length,
                    best.nodes.count < nodes.count || !nodes.lexicographicallyPrecedes(best.nodes)
                {
                    continue
                }
                best = (length, nodes)
            }
        }
        return best?.nodes
    }

    /// The shortest walk of just so many hops.
    private func walk(to node: NodeID, afterHops hops: Int) -> [NodeID] {
        var nodes = [node]
        for hop in stride(from: hops - 1, through: 0, by: -1) {
            nodes.append(previous[hop][Int(nodes[nodes.count - 1])])
        }
        return nodes.reversed()
    }

    private func precedes(_ left: NodeID, _ right: NodeID, afterHops hops: Int) -> Bool {
        walk(to: left, afterHops: hops).lexicographicallyPrecedes(walk(to: right, afterHops: hops))
    }
}

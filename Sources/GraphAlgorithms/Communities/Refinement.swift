/// The second phase of ``Leiden``: communities come apart into parts that are well connected within them.
///
/// Each node starts as a part of its own; a node that is still alone, and well connected to its community, joins the
/// well-connected part of it that gains most (Traag et al. 2019, algorithm A.2, MergeNodesSubset, with the best part in
/// place of a random one).
struct Refinement {
    let graph: CommunityGraph
    let communities: [UInt32]
    let resolution: Double
    /// In which order nodes come.
    let order: [UInt32]

    /// The part of each node, by the number of one of its nodes.
    /// - Parameter share: The share of the run's work that this is.
    func parts(_ run: KernelRun, share: ClosedRange<Double>) throws(GraphError) -> [UInt32] {
        let nodeCount = graph.nodeCount
        let factor = resolution / graph.totalWeight
        var strengthOfCommunity = [Double](repeating: 0, count: nodeCount)
        for node in 0..<nodeCount { strengthOfCommunity[Int(communities[node])] += graph.strengths[node] }

        var part = (0..<nodeCount).map { UInt32($0) }
        var isAlone = [Bool](repeating: true, count: nodeCount)
        var strengthOf = graph.strengths
        // The weight of arcs from a part to the rest of its community.
        var outward = [Double](repeating: 0, count: nodeCount)
        var sums = NeighborSums(count: nodeCount)
        try graph.rows.withPointers { rows throws(GraphError) in
            for node in 0..<nodeCount {
                try run.tick(node, of: nodeCount, share: share.part(0, 0.3))
                for arc in rows.row(node) where communities[Int(rows.targets[arc])] == communities[node] {
                    outward[node] += rows.weights?[arc] ?? 1
                }
            }
            func isWellConnected(_ part: Int, in community: Int) -> Bool {
                let rest = strengthOfCommunity[community] - strengthOf[part]
                return outward[part] >= factor * strengthOf[part] * rest
            }
            for (step, node) in order.lazy.map({ Int($0) }).enumerated() {
                try run.tick(step, of: nodeCount, share: share.part(0.3, 1))
                let community = Int(communities[node])
                if !isAlone[node] || !isWellConnected(node, in: community) { continue }
                for arc in rows.row(node) where Int(communities[Int(rows.targets[arc])]) == community {
                    sums.add(rows.weights?[arc] ?? 1, to: Int(part[Int(rows.targets[arc])]))
                }
                var best = node
                var bestGain = 0.0
                sums.forEach { candidate, sum in
                    let gain = sum - factor * graph.strengths[node] * strengthOf[candidate]
                    if (gain > bestGain || (gain == bestGain && gain > 0 && candidate < best))
                        && isWellConnected(candidate, in: community)
                    {
                        best = candidate
                        bestGain = gain
                    }
                }
                if best != node {
                    part[node] = UInt32(best)
                    isAlone[best] = false
                    // Arcs between the two are inside now, counted from both ends before.
                    outward[best] += outward[node] - 2 * sums[best]
                    strengthOf[best] += graph.strengths[node]
                    isAlone[node] = false
                }
                sums.clear()
            }
        }
        return part
    }
}

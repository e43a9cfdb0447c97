/// What one source after another adds to ``Betweenness`` in a graph whose weights are positive lengths.
struct WeightedBrandesSearch {
    let graph: CompactGraph
    let lengths: GraphArray<Double>

    /// Adds the dependency of `source` on each other node to `scores`.
    func addDependencies(of source: NodeID, to scores: UnsafeMutablePointer<Double>) {
        let (tree, settled) = RunControl.unstoppable { control throws(GraphError) in
            try Dijkstra().search(from: source, in: graph, KernelRun(control, work: 0))
        }
        let distances = tree.distances
        var rank = [UInt32](repeating: .max, count: graph.nodeCount)
        var pathCount = [Double](repeating: 0, count: graph.nodeCount)
        var share = pathCount
        for (position, node) in settled.enumerated() { rank[Int(node)] = UInt32(position) }
        pathCount[Int(source)] = 1

        graph.withPointers { rows in
            let lengths = rows.weights!
            // An arc lies on a shortest path when it spans the difference of distances. The comparison of ranks
            // matters when a length is so small that adding it rounds to the same distance.
            func isOnShortestPath(_ arc: Int, from node: Int) -> Bool {
                let target = Int(rows.targets[arc])
                return distances[node] + lengths[arc] == distances[target] && rank[node] < rank[target]
                    && distances[target] < .infinity
            }
            for node in settled.lazy.map({ Int($0) }) {
                for arc in rows.row(node) where isOnShortestPath(arc, from: node) {
                    pathCount[Int(rows.targets[arc])] += pathCount[node]
                }
            }
            for node in settled.reversed().lazy.map({ Int($0) }) {
                var sum = 0.0
                for arc in rows.row(node) where isOnShortestPath(arc, from: node) {
                    sum += share[Int(rows.targets[arc])]
                }
                let dependency = pathCount[node] * sum
                share[node] = (1 + dependency) / pathCount[node]
                if node != Int(source) { scores[node] += dependency }
            }
        }
    }
}

/// The best ways to a target by their numbers of hops, for where only so many are allowed.
struct LayeredSearch {
    private let graph: CompactGraph
    private let target: NodeID
    private let isBanned: [Bool]
    private let maximumHops: Int
    /// For each number of hops, the length of the shortest walk of just as many hops from each node to the target.
    private var distances: [[Double]] = []

    init(
        to target: NodeID, within maximumHops: Int, in graph: CompactGraph, isBanned: [Bool], _ run: KernelRun
    ) throws(GraphError) {
        self.graph = graph
        self.target = target
        self.isBanned = isBanned
        self.maximumHops = maximumHops
        guard maximumHops > 0 else { return }
        var layer = [Double](repeating: .infinity, count: graph.nodeCount)
        layer[Int(target)] = 0
        distances.append(layer)
        for _ in 1..<max(1, maximumHops) {
            var next = [Double](repeating: .infinity, count: graph.nodeCount)
            var isEmpty = true
            for node in graph.nodes where node != target && !isBanned[Int(node)] {
                if node & 4_095 == 0 { try run.check() }
                for arc in graph.arcs(of: node) {
                    let length = weight(arc) + layer[Int(graph.targets[arc])]
                    if length < next[Int(node)] {
                        next[Int(node)] = length
                        isEmpty = false
                    }
                }
            }
            if isEmpty { break }
            distances.append(next)
            layer = next
        }
    }

    /// The nodes after the spur.
    func steps(from spur: NodeID, without taken: Set<NodeID>) -> [NodeID]? {
        // Walks of just so many hops may go round in a circle, but the first of the shortest ones never does: without
        // the circle it were no longer and had fewer hops.
        var best: (length: Double, hops: Int, next: NodeID)?
        for hops in 0..<min(maximumHops, distances.count) {
            for arc in graph.arcs(of: spur) {
                let next = graph.targets[arc]
                guard !taken.contains(next), !isBanned[Int(next)] else { continue }
                let length = weight(arc) + distances[hops][Int(next)]
                if length < best?.length ?? .infinity { best = (length, hops, next) }
            }
        }
        guard let best else { return nil }
        var steps = [best.next]
        for hops in stride(from: best.hops, to: 0, by: -1) {
            let node = steps[steps.count - 1]
            let step = graph.arcs(of: node).first {
                !isBanned[Int(graph.targets[$0])]
                    && weight($0) + distances[hops - 1][Int(graph.targets[$0])] == distances[hops][Int(node)]
            }
            steps.append(graph.targets[step!])
        }
        return steps
    }

    private func weight(_ arc: Int) -> Double { graph.weights?[arc] ?? 1 }
}

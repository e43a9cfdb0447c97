import GraphAlgorithms

/// A recursive-matrix graph (Chakrabarti, Zhan and Faloutsos 2004, doi:10.1137/1.9781611972740.43) with the parameters
/// of Graph 500: 0.57, 0.19, 0.19, 0.05. Loops and repetitions are dropped and labels permuted.
enum RandomGraph {
    /// The edges of a graph of `2^scale` nodes, each once, in random order; the same for the same seed.
    static func edges(scale: Int, edgeFactor: Int, seed: UInt64) throws -> [(UInt32, UInt32)] {
        var random = SplitMix64(seed: seed)
        let count = 1 << scale
        var names = (0..<UInt32(count)).map { $0 }
        shuffle(&names, &random)
        var drawn: [Edge] = []
        drawn.reserveCapacity(count * edgeFactor)
        for _ in 0..<(count * edgeFactor) {
            let (source, target) = cell(scale, &random)
            drawn.append(Edge(names[source], names[target]))
        }
        var edges = pairs(of: try CompactGraph(nodeCount: count, edges: drawn))
        shuffle(&edges, &random)
        return edges
    }

    /// Each edge of an undirected graph once, the smaller node first.
    static func pairs(of graph: CompactGraph) -> [(UInt32, UInt32)] {
        var pairs: [(UInt32, UInt32)] = []
        pairs.reserveCapacity(graph.edgeCount)
        for node in graph.nodes {
            for target in graph.successors(of: node) where node < target { pairs.append((node, target)) }
        }
        return pairs
    }

    static func shuffle<Element>(_ items: inout [Element], _ random: inout SplitMix64) {
        for index in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(index, random.next(below: index + 1))
        }
    }

    /// A cell of the adjacency matrix: at each level one of its quarters is drawn.
    private static func cell(_ scale: Int, _ random: inout SplitMix64) -> (Int, Int) {
        var row = 0
        var column = 0
        for _ in 0..<scale {
            let number = random.unit()
            row = row << 1 | (number >= 0.76 ? 1 : 0)
            column = column << 1 | (number >= 0.57 && number < 0.76 || number >= 0.95 ? 1 : 0)
        }
        return (row, column)
    }
}

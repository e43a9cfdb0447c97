/// The rows of a graph cut into pieces of about equally many nodes and arcs.
///
/// The cuts depend on the graph alone, so that sums made piece by piece are the same on any number of threads.
struct RowChunks {
    /// The first row of each chunk, and the end of the last.
    let bounds: [Int]

    var count: Int { bounds.count - 1 }

    /// Graphs below this many nodes and arcs are one chunk.
    private static let smallest = 1 << 12

    /// - Parameters:
    ///   - rows: The rows; only their lengths matter.
    ///   - count: How many chunks a large graph is cut into; 16 balance two to eight threads.
    /// - Complexity: O(count · log n).
    init(_ rows: ArcPointers, count: Int = 16) {
        self.init(nodeCount: rows.nodeCount, count: count) { Int(rows.offsets[$0]) }
    }

    /// - Parameters:
    ///   - nodeCount: The number of rows.
    ///   - count: How many chunks a large graph is cut into.
    ///   - arcsBefore: How many arcs the rows before one have, up to that of `nodeCount`.
    /// - Complexity: O(count · log n).
    init(nodeCount: Int, count: Int = 16, arcsBefore: (Int) -> Int) {
        let total = nodeCount + arcsBefore(nodeCount)
        let count = max(1, min(count, total / Self.smallest))
        var bounds = [0]
        for chunk in 1..<max(count, 1) {
            let goal = total / count * chunk
            var low = bounds[bounds.count - 1]
            var high = nodeCount
            while low < high {
                let middle = (low + high) / 2
                if middle + arcsBefore(middle) < goal { low = middle + 1 } else { high = middle }
            }
            bounds.append(low)
        }
        bounds.append(nodeCount)
        self.bounds = bounds
    }

    /// The rows of a chunk.
    subscript(chunk: Int) -> Range<Int> { bounds[chunk]..<bounds[chunk + 1] }

    /// The numbers `0 ..< total` cut evenly, in pieces of at least `smallest`.
    static func even(_ total: Int, pieces: Int = 64, smallest: Int = 1 << 14) -> [Range<Int>] {
        let count = max(1, min(pieces, total / smallest))
        return (0..<count).map { total * $0 / count..<total * ($0 + 1) / count }
    }
}

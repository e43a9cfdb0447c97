/// Draws shortest paths at random: two ends, and one of the shortest paths between them.
///
/// Searches go out from both ends in turn, always from the side whose next level has fewer arcs, until they meet; that
/// touches a small part of a network with hubs (Borassi and Natale 2019, doi:10.1145/3284359). A sampler belongs to one
/// thread.
struct PathSampler {
    /// A search from one end.
    private struct Side {
        let rows: ArcPointers
        let level: UnsafeMutablePointer<UInt32>
        let pathCount: UnsafeMutablePointer<Double>
        /// The reached nodes, nearest first; `start ..< end` is the last level.
        let order: UnsafeMutablePointer<NodeID>
        var start = 0
        var end = 0
        var depth: UInt32 = 0
        var arcsAhead = 0

        init(_ rows: ArcPointers) {
            self.rows = rows
            level = LargeMemory.allocate(repeating: .max, count: rows.nodeCount)
            pathCount = LargeMemory.allocate(repeating: 0, count: rows.nodeCount)
            order = LargeMemory.allocate(count: rows.nodeCount)
        }

        func deallocate() {
            LargeMemory.deallocate(level)
            LargeMemory.deallocate(pathCount)
            LargeMemory.deallocate(order)
        }

        mutating func begin(at node: Int) {
            for position in 0..<end { level[Int(order[position])] = .max }
            level[node] = 0
            pathCount[node] = 1
            order[0] = NodeID(node)
            (start, end, depth, arcsAhead) = (0, 1, 0, rows.degree(node))
        }

        /// Goes one level on.
        mutating func advance() {
            depth += 1
            let last = start..<end
            start = end
            arcsAhead = 0
            for position in last {
                let node = Int(order[position])
                let count = pathCount[node]
                for arc in rows.row(node) {
                    let target = Int(rows.targets[arc])
                    if level[target] == .max {
                        level[target] = depth
                        pathCount[target] = count
                        order[end] = NodeID(target)
                        end &+= 1
                        arcsAhead &+= rows.degree(target)
                    } else if level[target] == depth {
                        pathCount[target] += count
                    }
                }
            }
        }
    }

    private var forward: Side
    private var backward: Side

    init(outgoing: ArcPointers, incoming: ArcPointers) {
        forward = Side(outgoing)
        backward = Side(incoming)
    }

    func deallocate() {
        forward.deallocate()
        backward.deallocate()
    }

    /// Draws a path between two different nodes and counts its inner nodes.
    mutating func sample(_ random: inout SplitMix64, counts: UnsafeMutablePointer<UInt32>) {
        let nodeCount = forward.rows.nodeCount
        let source = random.next(below: nodeCount)
        let other = random.next(below: nodeCount - 1)
        let target = other < source ? other : other + 1
        forward.begin(at: source)
        backward.begin(at: target)
        while true {
            if forward.start == forward.end || backward.start == backward.end { return }
            let goesForward = forward.arcsAhead <= backward.arcsAhead
            if goesForward { forward.advance() } else { backward.advance() }
            // Until now there was no shorter path, so all that meet, meet at the last levels.
            let (moved, waiting) = goesForward ? (forward, backward) : (backward, forward)
            var paths = 0.0
            for position in moved.start..<moved.end {
                let node = Int(moved.order[position])
                if waiting.level[node] != .max { paths += moved.pathCount[node] * waiting.pathCount[node] }
            }
            if paths == 0 { continue }
            var left = random.unit() * paths
            var middle = 0
            for position in moved.start..<moved.end {
                let node = Int(moved.order[position])
                if waiting.level[node] == .max { continue }
                middle = node
                left -= moved.pathCount[node] * waiting.pathCount[node]
                if left < 0 { break }
            }
            if middle != source && middle != target { counts[middle] += 1 }
            Self.walk(from: middle, back: forward, along: backward.rows, &random, counts)
            Self.walk(from: middle, back: backward, along: forward.rows, &random, counts)
            return
        }
    }

    /// Goes back to where a search began, each node before drawn in proportion to its number of paths.
    private static func walk(
        from middle: Int, back side: Side, along rows: ArcPointers, _ random: inout SplitMix64,
        _ counts: UnsafeMutablePointer<UInt32>
    ) {
        var node = middle
        while side.level[node] > 1 {
            var left = random.unit() * side.pathCount[node]
            var previous = node
            for arc in rows.row(node) {
                let candidate = Int(rows.targets[arc])
                guard side.level[candidate] == side.level[node] - 1 else { continue }
                previous = candidate
                left -= side.pathCount[candidate]
                if left < 0 { break }
            }
            node = previous
            counts[node] += 1
        }
    }
}

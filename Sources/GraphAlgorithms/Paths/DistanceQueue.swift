/// A priority queue of (distance, node) pairs: nearest first, of equal distances the smaller number.
///
/// A 4-ary heap (Johnson, "Priority queues with update and finding minimum spanning trees", 1975,
/// doi:10.1016/0020-0190(75)90001-0): half the depth of a binary one, and the four children share a cache
/// line. There is no decrease-key; a nearer pair is pushed again and the owner skips the stale one.
struct DistanceQueue {
    struct Entry: Equatable {
        var distance: Double
        var node: NodeID

        static func < (left: Entry, right: Entry) -> Bool {
            left.distance < right.distance || (left.distance == right.distance && left.node < right.node)
        }
    }

    private var entries: [Entry] = []

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        entries.withUnsafeMutableBufferPointer { heap in
            var hole = heap.count - 1
            while hole > 0 {
                let parent = (hole - 1) / 4
                guard entry < heap[parent] else { break }
                heap[hole] = heap[parent]
                hole = parent
            }
            heap[hole] = entry
        }
    }

    mutating func popNearest() -> Entry? {
        guard let last = entries.popLast() else { return nil }
        if entries.isEmpty { return last }
        return entries.withUnsafeMutableBufferPointer { heap in
            let nearest = heap[0]
            var hole = 0
            while 4 * hole + 1 < heap.count {
                let firstChild = 4 * hole + 1
                var child = firstChild
                for other in (firstChild + 1)..<max(firstChild + 1, min(firstChild + 4, heap.count))
                where heap[other] < heap[child] {
                    child = other
                }
                guard heap[child] < last else { break }
                heap[hole] = heap[child]
                hole = child
            }
            heap[hole] = last
            return nearest
        }
    }
}

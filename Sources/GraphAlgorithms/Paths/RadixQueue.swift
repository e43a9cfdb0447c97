/// A priority queue for distances that are taken out in rising order, as Dijkstra's algorithm does.
///
/// The radix heap of Ahuja, Mehlhorn, Orlin and Tarjan 1990, doi:10.1145/77600.77615, on the bit patterns of `Double`s,
/// which rise with the numbers from 0 on. A pair lies in the bucket of the highest bit in which its distance differs from
/// the last one taken out, so it moves at most 64 times, and a few times in practice; nothing is compared on the way.
struct RadixQueue {
    struct Entry {
        var bits: UInt64
        var node: NodeID

        var distance: Double { Double(bitPattern: bits) }
    }

    private var buckets = [[Entry]](repeating: [], count: 65)
    /// Which of the buckets from 1 on hold something: bucket b is bit b - 1.
    private var filled: UInt64 = 0
    private var last: UInt64 = 0

    /// Adds a pair.
    /// - Precondition: The distance is no less than the last one taken out.
    @inline(__always)
    mutating func push(distance: Double, node: NodeID) { place(Entry(bits: distance.bitPattern, node: node)) }

    @inline(__always)
    private mutating func place(_ entry: Entry) {
        let bucket = 64 - (entry.bits ^ last).leadingZeroBitCount
        buckets[bucket].append(entry)
        if bucket > 0 { filled |= 1 << UInt64(bucket - 1) }
    }

    /// Takes out a pair of the least distance.
    /// - Parameter distances: The distances known by now; pairs with a longer one are stale and are dropped.
    @inline(__always)
    mutating func popNearest(_ distances: UnsafeMutableBufferPointer<Double>) -> Entry? {
        while true {
            if let nearest = buckets[0].popLast() {
                if nearest.distance == distances[Int(nearest.node)] { return nearest }
                continue
            }
            if filled == 0 { return nil }
            spread(1 + filled.trailingZeroBitCount, distances)
        }
    }

    /// Moves the pairs of a bucket to those below.
    private mutating func spread(_ bucket: Int, _ distances: UnsafeMutableBufferPointer<Double>) {
        var entries: [Entry] = []
        swap(&entries, &buckets[bucket])
        filled &= ~(1 << UInt64(bucket - 1))
        var least = UInt64.max
        for entry in entries where entry.distance == distances[Int(entry.node)] {
            least = min(least, entry.bits)
        }
        guard least < .max else { return }
        last = least
        for entry in entries where entry.distance == distances[Int(entry.node)] { place(entry) }
        entries.removeAll(keepingCapacity: true)
        if buckets[bucket].isEmpty { swap(&entries, &buckets[bucket]) }
    }
}

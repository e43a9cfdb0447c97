/// Breadth-first searches from 64 sources at a time, one bit of a word each.
///
/// MS-BFS (Then et al. 2014, doi:10.14778/2735496.2735507): searches that meet at a node go on together, so an arc is
/// followed once a level for all of them.
struct BatchedSearch {
    private let outgoing: ArcPointers
    /// The searches that have reached each node.
    private let seen: UnsafeMutablePointer<UInt64>
    /// Those that reached it in the last level, and in the one that is being made.
    private let front: UnsafeMutablePointer<UInt64>
    private let next: UnsafeMutablePointer<UInt64>
    /// The nodes of the last level, and those that the next one touches.
    private let frontNodes: UnsafeMutablePointer<NodeID>
    private let nextNodes: UnsafeMutablePointer<NodeID>

    /// How many sources a batch has at most.
    static let width = 64

    init(outgoing: ArcPointers) {
        self.outgoing = outgoing
        let count = outgoing.nodeCount
        seen = LargeMemory.allocate(repeating: 0, count: count)
        front = LargeMemory.allocate(repeating: 0, count: count)
        next = LargeMemory.allocate(repeating: 0, count: count)
        frontNodes = LargeMemory.allocate(count: count)
        nextNodes = LargeMemory.allocate(count: count)
    }

    func deallocate() {
        LargeMemory.deallocate(seen)
        LargeMemory.deallocate(front)
        LargeMemory.deallocate(next)
        LargeMemory.deallocate(frontNodes)
        LargeMemory.deallocate(nextNodes)
    }

    /// Searches from some nodes.
    /// - Parameters:
    ///   - sources: At most ``width`` nodes.
    ///   - goesOn: Whether to go on; asked at each level.
    ///   - reached: Called for each node and each number of hops above 0 in which some sources reach it, with how many.
    @inline(__always)
    func search(
        from sources: ArraySlice<NodeID>, goesOn: () -> Bool,
        reached: (_ node: Int, _ hops: Int, _ sourceCount: Int) -> Void
    ) {
        seen.update(repeating: 0, count: outgoing.nodeCount)
        var frontCount = 0
        for (bit, source) in sources.lazy.map({ Int($0) }).enumerated() {
            seen[source] = 1 << UInt64(bit)
            front[source] = 1 << UInt64(bit)
            frontNodes[frontCount] = NodeID(source)
            frontCount += 1
        }
        var hops = 0
        while frontCount > 0 && goesOn() {
            hops += 1
            var touched = 0
            for position in 0..<frontCount {
                let node = Int(frontNodes[position])
                let bits = front[node]
                front[node] = 0
                for arc in outgoing.row(node) {
                    let target = Int(outgoing.targets[arc])
                    let before = next[target]
                    let new = bits & ~seen[target]
                    if new == 0 { continue }
                    if before == 0 {
                        nextNodes[touched] = NodeID(target)
                        touched &+= 1
                    }
                    next[target] = before | new
                }
            }
            for position in 0..<touched {
                let node = Int(nextNodes[position])
                let bits = next[node]
                next[node] = 0
                front[node] = bits
                seen[node] |= bits
                frontNodes[position] = NodeID(node)
                reached(node, hops, bits.nonzeroBitCount)
            }
            frontCount = touched
        }
    }
}

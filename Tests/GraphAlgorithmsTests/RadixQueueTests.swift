import ReboundTestSupport
import Testing

@testable import GraphAlgorithms

@Suite struct RadixQueueTests {
    /// Distances that never fall below the last one taken out, as a search pushes them; some pairs go stale.
    @Test(arguments: UInt64(0)..<20)
    func distancesComeOutInOrder(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var queue = RadixQueue()
        var known = [Double](repeating: .infinity, count: 200)
        var taken = [Bool](repeating: false, count: 200)
        var last = 0.0
        for _ in 0..<2_000 {
            let node = Int.random(in: 0..<200, using: &random)
            let isWhole = random.unit() < 0.5
            let distance =
                last + (isWhole ? Double(Int.random(in: 0..<9, using: &random)) : random.unit() * 1e-3)
            if !taken[node] && distance < known[node] {
                known[node] = distance
                queue.push(distance: distance, node: NodeID(node))
            }
            if random.unit() < 0.3, let entry = known.withUnsafeMutableBufferPointer({ queue.popNearest($0) })
            {
                let least = known.indices.filter { !taken[$0] }.map { known[$0] }.min()
                #expect(entry.distance == least && entry.distance == known[Int(entry.node)])
                taken[Int(entry.node)] = true
                last = entry.distance
            }
        }
        while let entry = known.withUnsafeMutableBufferPointer({ queue.popNearest($0) }) {
            #expect(entry.distance >= last && !taken[Int(entry.node)])
            taken[Int(entry.node)] = true
            last = entry.distance
        }
        #expect(known.indices.allSatisfy { taken[$0] == (known[$0] < .infinity) })
    }
}

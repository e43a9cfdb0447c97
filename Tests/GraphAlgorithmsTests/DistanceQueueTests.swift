import ReboundTestSupport
import Testing

@testable import GraphAlgorithms

@Suite struct DistanceQueueTests {
    @Test(arguments: UInt64(0)..<20)
    func entriesComeOutInOrder(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var queue = DistanceQueue()
        var waiting: [DistanceQueue.Entry] = []
        for _ in 0..<400 {
            if Int.random(in: 0..<3, using: &random) < 2 {
                let entry = DistanceQueue.Entry(
                    distance: Double(Int.random(in: 0..<20, using: &random)),
                    node: NodeID.random(in: 0..<10, using: &random))
                queue.push(entry)
                waiting.append(entry)
                waiting.sort { $0 < $1 }
            } else {
                #expect(queue.popNearest() == (waiting.isEmpty ? nil : waiting.removeFirst()))
            }
        }
        while let entry = queue.popNearest() { #expect(entry == waiting.removeFirst()) }
        #expect(waiting.isEmpty)
    }
}

import Dispatch
import Glibc
import GraphAlgorithms

/// What the memory of this machine can do, measured.
enum MemoryLimits {
    private static let copiedBytes = 256 << 20
    private static let gathers = 1 << 24
    private static let attempts = 5

    /// The bytes read and written each second by a plain copy, the best of several.
    static func copiedBytesPerSecond(threads: Int) -> Double {
        let source = UnsafeMutableRawPointer.allocate(byteCount: copiedBytes, alignment: 4_096)
        let target = UnsafeMutableRawPointer.allocate(byteCount: copiedBytes, alignment: 4_096)
        defer {
            source.deallocate()
            target.deallocate()
        }
        memset(source, 1, copiedBytes)
        memset(target, 2, copiedBytes)
        let share = copiedBytes / threads
        nonisolated(unsafe) let (from, to) = (source, target)
        let best = fastest {
            DispatchQueue.concurrentPerform(iterations: threads) { piece in
                memcpy(to + piece * share, from + piece * share, share)
            }
        }
        return Double(2 * copiedBytes) / best
    }

    /// The seconds that it takes to fetch a 32-bit number from anywhere among `count`, on one thread: what
    /// PageRank does for each arc of a graph whose nodes are in no particular order.
    static func secondsPerGather(among count: Int) -> Double {
        var random = SplitMix64(seed: 5)
        let values = (0..<max(count, 1)).map { _ in Float(random.unit()) }
        let places = (0..<gathers).map { _ in UInt32(random.next(below: values.count)) }
        var sum: Float = 0
        let best = values.withUnsafeBufferPointer { values in
            places.withUnsafeBufferPointer { places in
                fastest { sum += gathered(values, places) }
            }
        }
        withExtendedLifetime(sum) {}
        return best / Double(gathers)
    }

    /// Four sums, so that no addition waits for the one before.
    private static func gathered(
        _ values: UnsafeBufferPointer<Float>, _ places: UnsafeBufferPointer<UInt32>
    ) -> Float {
        var sums: (Float, Float, Float, Float) = (0, 0, 0, 0)
        for start in stride(from: 0, to: places.count - 3, by: 4) {
            sums.0 += values[Int(places[start])]
            sums.1 += values[Int(places[start + 1])]
            sums.2 += values[Int(places[start + 2])]
            sums.3 += values[Int(places[start + 3])]
        }
        return sums.0 + sums.1 + sums.2 + sums.3
    }

    private static func fastest(_ work: () -> Void) -> Double {
        (0..<attempts).map { _ in Stopwatch.timed(work).time.wall }.min() ?? .infinity
    }
}

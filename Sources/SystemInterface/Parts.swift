internal import Dispatch
internal import Synchronization

/// Work done in parts, on all processors; what comes out does not depend on how many there are.
public enum Parts {
    /// What `body` makes of each number below a count, in order.
    public static func map<Result: Sendable>(
        _ count: Int, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        guard count > 1, ProcessStart.hasWorkerThreads else { return (0..<count).map(body) }
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let result = body(number)
            results.withLock { $0[number] = result }
        }
        return results.withLock { $0.map { $0! } }
    }

    /// The lists that `body` makes of ranges of numbers below a count, one after the other; few numbers are one range.
    @inlinable
    public static func join<Element: Sendable>(
        _ count: Int, _ body: @Sendable (Range<Int>) -> [Element]
    ) -> [Element] {
        guard count > size else { return body(0..<count) }
        let lists = map((count + size - 1) / size) { part in
            body(part * size..<min((part + 1) * size, count))
        }
        return Array(lists.joined())
    }

    /// How many numbers a range has: enough to be worth the start of a thread.
    @usableFromInline static var size: Int { 4096 }
}

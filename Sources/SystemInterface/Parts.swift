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

/// Work on pieces that begins while further pieces are made.
public final class Pipeline<Piece: Sendable, Result: Sendable>: Sendable {
    private let work: @Sendable (Piece) -> Result
    private let results = Mutex<[Result?]>([])
    private let group = DispatchGroup()
    private let hasThreads = ProcessStart.hasWorkerThreads

    /// Makes a pipeline.
    /// - Parameter work: What is done with a piece; it may be called from several threads at a time.
    public init(_ work: @escaping @Sendable (Piece) -> Result) { self.work = work }

    /// Hands a piece over.
    public func add(_ piece: Piece) {
        let number = results.withLock { results in
            results.append(nil)
            return results.count - 1
        }
        let task = { @Sendable [self] in
            let result = work(piece)
            results.withLock { $0[number] = result }
        }
        if hasThreads { DispatchQueue.global().async(group: group, execute: task) } else { task() }
    }

    /// Waits for all pieces.
    /// - Parameter first: How many results to leave out.
    /// - Returns: What became of the others, in the order in which they were handed over.
    public func results(from first: Int) -> [Result] {
        group.wait()
        return results.withLock { $0[first...].map { $0! } }
    }
}

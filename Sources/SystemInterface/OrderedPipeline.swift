internal import Dispatch
internal import Synchronization

/// Work on items that come one after the other: several at a time, the results in the order of the items, and never
/// more under way than a limit allows.
///
/// The thread that adds items does not work on them, so that it may wait for the next one.
public final class OrderedPipeline<Item: Sendable, Result: Sendable>: Sendable {
    private let mostItems: Int
    private let mostBytes: Int
    private let deliver: @Sendable (Result) -> Bool
    private let state = Mutex(State())
    /// Counts what there is to take, and one more for each worker at the end.
    private let available = DispatchSemaphore(value: 0)
    /// Counts deliveries.
    private let progress = DispatchSemaphore(value: 0)
    private let group = DispatchGroup()
    private let workers: Int

    private struct State {
        var waiting: [(number: Int, item: Item)] = []
        var sizes: [Int: Int] = [:]
        var results: [Int: Result] = [:]
        var added = 0
        var delivered = 0
        var bytes = 0
        var isDelivering = false
        var hasEnded = false
    }

    /// Starts the workers.
    /// - Parameters:
    ///   - workers: How many items are worked on at a time.
    ///   - mostBytes: How large all items under way may be together; a larger one goes alone.
    ///   - work: What is done with an item, on several threads at a time.
    ///   - deliver: Takes the results, one at a time; `false` when there is no point in going on.
    public init(
        workers: Int, mostBytes: Int, work: @escaping @Sendable (Item) -> Result,
        deliver: @escaping @Sendable (Result) -> Bool
    ) {
        (self.workers, self.mostBytes, self.deliver) = (workers, mostBytes, deliver)
        mostItems = 4 * workers
        for worker in 0..<workers {
            // A queue of its own is a thread of its own, however many wait for something.
            DispatchQueue(label: "worker \(worker)").async(group: group) { self.work(work) }
        }
    }

    /// Hands an item over, once there is room for it.
    /// - Returns: `false` when deliveries have ended, and nothing was handed over.
    public func add(_ item: Item, bytes: Int) -> Bool {
        while true {
            let isTaken = state.withLock { state -> Bool? in
                if state.hasEnded { return false }
                let underWay = state.added - state.delivered
                guard underWay == 0 || underWay < mostItems && state.bytes + bytes <= mostBytes else {
                    return nil
                }
                state.waiting.append((state.added, item))
                state.sizes[state.added] = bytes
                state.bytes += bytes
                state.added += 1
                return true
            }
            if let isTaken {
                if isTaken { available.signal() }
                return isTaken
            }
            progress.wait()
        }
    }

    /// Waits until everything has been delivered, or deliveries have ended.
    public func finish() {
        for _ in 0..<workers { available.signal() }
        group.wait()
    }

    private func work(_ work: @Sendable (Item) -> Result) {
        while true {
            available.wait()
            let next = state.withLock { state in
                state.waiting.isEmpty ? nil : state.waiting.removeFirst()
            }
            guard let (number, item) = next else { return }
            if state.withLock({ $0.hasEnded }) { continue }
            let result = work(item)
            state.withLock { $0.results[number] = result }
            deliverFinished()
        }
    }

    /// Delivers the results whose turn has come, unless another worker is at it.
    private func deliverFinished() {
        var isMine = false
        while true {
            let result = state.withLock { state -> Result? in
                if state.hasEnded || state.isDelivering && !isMine { return nil }
                let result = state.results.removeValue(forKey: state.delivered)
                state.isDelivering = result != nil
                return result
            }
            guard let result else { return }
            isMine = true
            let goesOn = deliver(result)
            state.withLock { state in
                state.bytes -= state.sizes.removeValue(forKey: state.delivered) ?? 0
                state.delivered += 1
                if !goesOn { state.hasEnded = true }
            }
            progress.signal()
        }
    }
}

internal import Synchronization

/// Whether anyone uses the server: requests under way, open streams of news among them, and when the last one ended.
final class Activity: Sendable {
    private let state = Mutex((underway: 0, last: ContinuousClock.now))

    func begin() { state.withLock { $0.underway += 1 } }

    func end() {
        state.withLock {
            $0.underway -= 1
            $0.last = .now
        }
    }

    /// Waits until nothing has been asked for a time, or the task is cancelled.
    func wait(untilIdleFor time: Duration) async {
        while !Task.isCancelled {
            let rest = state.withLock { $0.underway > 0 ? time : time - (ContinuousClock.now - $0.last) }
            if rest <= .zero { return }
            try? await Task.sleep(for: rest)
        }
    }
}

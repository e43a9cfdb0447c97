internal import Synchronization

/// The jobs that wait for a worker and the workers that wait for a job, first come, first served.
final class RenderQueue: Sendable {
    /// A job and the caller who waits for its answer.
    struct Entry: Sendable {
        let job: RenderJob
        let caller: CheckedContinuation<RenderAnswer, any Error>
    }

    private struct State {
        var entries: [Entry] = []
        var idleWorkers: [CheckedContinuation<Entry?, Never>] = []
        var isClosed = false
    }

    private enum Placement {
        case handed(to: CheckedContinuation<Entry?, Never>)
        case queued
        case refused
    }

    private enum Turn {
        case entry(Entry?)
        case wait
    }

    private let state = Mutex(State())

    /// Waits for a worker's answer to `job`.
    ///
    /// - Throws: `RenderError.workerUnavailable` when the queue is closed or no worker could answer.
    func answer(to job: RenderJob) async throws -> RenderAnswer {
        try await withCheckedThrowingContinuation { caller in
            let entry = Entry(job: job, caller: caller)
            let placement: Placement = state.withLock { state in
                if state.isClosed { return .refused }
                // The last to fall idle is the warmest, and a lone caller keeps to one process.
                if let worker = state.idleWorkers.popLast() { return .handed(to: worker) }
                state.entries.append(entry)
                return .queued
            }
            switch placement {
            case .handed(let worker): worker.resume(returning: entry)
            case .queued: break
            case .refused:
                caller.resume(throwing: RenderError.workerUnavailable(reason: "the pool is closed"))
            }
        }
    }

    /// The next job; `nil` once the queue is closed and empty.
    func next() async -> Entry? {
        await withCheckedContinuation { worker in
            let turn: Turn = state.withLock { state in
                if !state.entries.isEmpty { return .entry(state.entries.removeFirst()) }
                if state.isClosed { return .entry(nil) }
                state.idleWorkers.append(worker)
                return .wait
            }
            if case .entry(let entry) = turn { worker.resume(returning: entry) }
        }
    }

    /// Takes no more jobs; the workers finish what is queued and end.
    func close() {
        let idleWorkers = state.withLock { state in
            state.isClosed = true
            defer { state.idleWorkers = [] }
            return state.idleWorkers
        }
        for worker in idleWorkers { worker.resume(returning: nil) }
    }
}

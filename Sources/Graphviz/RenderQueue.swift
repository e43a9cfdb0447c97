internal import Dispatch
internal import Synchronization

/// The jobs that wait for a worker and the workers that wait for a job, first come, first served.
final class RenderQueue: Sendable {
    /// A job and the caller who waits for its answer.
    struct Entry: Sendable {
        let job: RenderJob
        let caller: CheckedContinuation<RenderAnswer, any Error>
    }

    /// A worker without a job.
    private final class IdleWorker: Sendable {
        let handover = DispatchSemaphore(value: 0)
        let entry = Mutex<Entry?>(nil)

        func resume(with entry: Entry?) {
            self.entry.withLock { $0 = entry }
            handover.signal()
        }
    }

    private struct State {
        var entries: [Entry] = []
        var idleWorkers: [IdleWorker] = []
        /// Why there are no more answers.
        var refusal: RenderError?
    }

    private enum Placement {
        case handed(to: IdleWorker)
        case queued
        case refused(RenderError)
    }

    private enum Turn {
        case entry(Entry?)
        case wait(IdleWorker)
    }

    private let state = Mutex(State())

    /// Waits for a worker's answer to `job`.
    ///
    /// - Throws: `RenderError.workerUnavailable` when the queue is closed or no worker could answer.
    func answer(to job: RenderJob) async throws -> RenderAnswer {
        try await withCheckedThrowingContinuation { caller in
            let entry = Entry(job: job, caller: caller)
            let placement: Placement = state.withLock { state in
                if let refusal = state.refusal { return .refused(refusal) }
                // The last to fall idle is the warmest, and a lone caller keeps to one process.
                if let worker = state.idleWorkers.popLast() { return .handed(to: worker) }
                state.entries.append(entry)
                return .queued
            }
            switch placement {
            case .handed(let worker): worker.resume(with: entry)
            case .queued: break
            case .refused(let refusal): caller.resume(throwing: refusal)
            }
        }
    }

    /// The next job, blocking until there is one; `nil` once the queue is closed and empty.
    func next() -> Entry? {
        let turn: Turn = state.withLock { state in
            if !state.entries.isEmpty { return .entry(state.entries.removeFirst()) }
            if state.refusal != nil { return .entry(nil) }
            let worker = IdleWorker()
            state.idleWorkers.append(worker)
            return .wait(worker)
        }
        switch turn {
        case .entry(let entry): return entry
        case .wait(let worker):
            worker.handover.wait()
            return worker.entry.withLock { $0 }
        }
    }

    /// Takes no more jobs; the workers finish what is queued and end.
    ///
    /// - Parameter refusal: What later callers are told.
    func close(_ refusal: RenderError = .workerUnavailable(reason: "the pool is closed")) {
        let idleWorkers = state.withLock { state in
            if state.refusal == nil { state.refusal = refusal }
            defer { state.idleWorkers = [] }
            return state.idleWorkers
        }
        for worker in idleWorkers { worker.resume(with: nil) }
    }
}

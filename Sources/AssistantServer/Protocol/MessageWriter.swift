internal import Dispatch
internal import Glibc
internal import Synchronization
internal import SystemInterface

/// Writes the answers of a session, each once, and none to a request that was cancelled.
final class MessageWriter: Sendable {
    private let descriptor: Int32
    private let state = Mutex(State())
    private let work = DispatchGroup()
    /// Called once when no one reads any more.
    private let onBroken: @Sendable () -> Void

    private struct State {
        var running: [MessageID: Running] = [:]
        var started = 0
        var isBroken = false
    }

    private struct Running {
        var number: Int
        var token: MessageID?
        var progress = -1
        var task: Task<Void, Never>?
    }

    init(descriptor: Int32, onBroken: @escaping @Sendable () -> Void) {
        (self.descriptor, self.onBroken) = (descriptor, onBroken)
    }

    /// Writes a line that answers nothing that runs.
    func write(_ line: [UInt8]) { state.withLock { write(line, &$0) } }

    /// Starts work on a request.
    /// - Parameters:
    ///   - token: What progress is told under; `nil` where the client does not want to know.
    ///   - body: The work; its line is written unless the request was cancelled meanwhile.
    /// - Returns: Whether it was started; not where a request of that identifier still runs.
    func start(
        _ id: MessageID, token: MessageID?,
        _ body: @escaping @Sendable (RunningRequest) async -> [UInt8]
    ) -> Bool {
        let number: Int? = state.withLock { state in
            guard state.running[id] == nil else { return nil }
            state.started += 1
            state.running[id] = Running(number: state.started, token: token)
            return state.started
        }
        guard let number else { return false }
        work.enter()
        let task = Task {
            let line = await body(
                RunningRequest { done, total, words in self.progress(id, number, done, total, words) })
            finish(id, number, line)
            work.leave()
        }
        let isOver = state.withLock { state in
            guard state.running[id]?.number == number else { return true }
            state.running[id]?.task = task
            return false
        }
        // Done already, or cancelled before the task was known.
        if isOver { task.cancel() }
        return true
    }

    /// Ends work on a request: nothing is written about it from here on.
    func cancel(_ id: MessageID) {
        let task = state.withLock { $0.running.removeValue(forKey: id)?.task }
        task?.cancel()
    }

    /// Ends all work.
    func cancelAll() {
        let tasks = state.withLock { state in
            defer { state.running = [:] }
            return state.running.values.compactMap(\.task)
        }
        for task in tasks { task.cancel() }
    }

    /// Waits until nothing runs any more.
    func finished() async {
        await withCheckedContinuation { caller in work.notify(queue: .global()) { caller.resume() } }
    }

    private func finish(_ id: MessageID, _ number: Int, _ line: [UInt8]) {
        state.withLock { state in
            guard state.running[id]?.number == number else { return }
            state.running[id] = nil
            write(line, &state)
        }
    }

    private func progress(_ id: MessageID, _ number: Int, _ done: Int, _ total: Int, _ words: String) {
        state.withLock { state in
            guard let running = state.running[id], running.number == number, let token = running.token,
                done > running.progress
            else { return }
            state.running[id]?.progress = done
            write(OutgoingMessage.progress(done, of: total, words, token: token), &state)
        }
    }

    private func write(_ line: [UInt8], _ state: inout State) {
        guard !state.isBroken else { return }
        if line.withUnsafeBytes({ writeAll($0, to: descriptor) }) != 0 {
            state.isBroken = true
            onBroken()
        }
    }
}

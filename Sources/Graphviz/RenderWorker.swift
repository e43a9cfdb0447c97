internal import CGraphviz
internal import Glibc

/// Keeps one worker process alive for as long as there are jobs, and replaces it when it dies.
///
/// It blocks, so it runs in a thread of its own: on the threads that tasks share, a busy program would keep it from
/// reading what a healthy process has answered.
struct RenderWorker: Sendable {
    let executable: String
    let arguments: [String]
    let queue: RenderQueue

    /// A job that dies with its worker is tried once more: the worker may have been killed from outside.
    private static let mostAttempts = 2

    /// Serves the queue until it is closed and empty.
    func run() {
        var process: WorkerProcess?
        while let entry = queue.next() {
            entry.caller.resume(with: answer(to: entry.job, from: &process))
        }
        _ = process?.end()
    }

    private func answer(
        to job: RenderJob, from process: inout WorkerProcess?
    ) -> Result<RenderAnswer, any Error> {
        var failure = RenderError.workerUnavailable(reason: "the process ended before it answered")
        for _ in 0..<Self.mostAttempts {
            do throws(RenderError) {
                if process == nil {
                    process = try WorkerProcess(executable: executable, arguments: arguments)
                }
                if let answer = process?.answer(to: job) { return .success(answer) }
            } catch {
                return .failure(error)
            }
            let status = process?.end()
            process = nil
            if let reason = status.flatMap(RenderError.init(workerStatus:)) { failure = reason }
        }
        return .failure(failure)
    }
}

/// A worker process and the pipes to it.
private struct WorkerProcess {
    private var worker = rebound_worker()

    /// Starts a process.
    ///
    /// - Throws: ``RenderError/tooFewDescriptors`` or ``RenderError/workerUnavailable(reason:)``.
    init(executable: String, arguments: [String]) throws(RenderError) {
        var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        let error = rebound_start_worker(&worker, executable, words)
        switch error {
        case 0: return
        case EMFILE, ENFILE: throw .tooFewDescriptors
        default: throw .workerUnavailable(reason: String(cString: strerror(error)))
        }
    }

    /// The answer to `job`; `nil` if the process has died or got stuck.
    func answer(to job: RenderJob) -> RenderAnswer? {
        let frame = job.frame
        return withUnsafePointer(to: worker) { worker in
            guard rebound_write_job(worker, frame, frame.count) else { return nil }
            return RenderAnswer(to: job) { count in
                guard count > 0 else { return [] }
                var isComplete = false
                let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                    isComplete = rebound_read_answer(worker, buffer.baseAddress, count)
                    filled = isComplete ? count : 0
                }
                return isComplete ? bytes : nil
            }
        }
    }

    /// Ends the process; the status if it has ended by itself, else -1.
    mutating func end() -> Int32 { rebound_end_worker(&worker) }
}

extension RenderError {
    /// What a worker means that ends with `status`; `nil` if it means nothing.
    fileprivate init?(workerStatus status: Int32) {
        switch rebound_worker_status(rawValue: status) {
        case REBOUND_GRAPHVIZ_MISSING: self = .graphvizMissing
        case REBOUND_GRAPHVIZ_INCOMPLETE: self = .graphvizIncomplete
        case REBOUND_NO_FONT: self = .noFont
        case REBOUND_TOO_FEW_DESCRIPTORS: self = .tooFewDescriptors
        default: return nil
        }
    }
}

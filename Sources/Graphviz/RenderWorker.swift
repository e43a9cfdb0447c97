internal import Subprocess
internal import SystemPackage

/// Keeps one worker process alive for as long as there are jobs, and replaces it when it dies.
struct RenderWorker: Sendable {
    let executable: String
    let arguments: [String]
    let queue: RenderQueue

    /// How much longer than a job's own deadline a worker may be silent; it covers a slow, cold start.
    private static let graceSeconds = 15.0

    /// A job that dies with its worker is tried once more: the worker may have been killed from outside.
    private static let mostAttempts = 2

    private struct Attempt {
        let entry: RenderQueue.Entry
        var deaths = 0
    }

    private struct WorkerEnded: Error {}

    /// Serves the queue until it is closed and empty.
    func run() async {
        var retry: Attempt?
        while true {
            if let attempt = retry {
                retry = await serve(attempt)
            } else if let entry = await queue.next() {
                retry = await serve(Attempt(entry: entry))
            } else {
                return
            }
        }
    }

    /// Starts a process and serves jobs with it until the queue is closed or the process dies.
    ///
    /// - Returns: The job to try again with another process.
    private func serve(_ first: Attempt) async -> Attempt? {
        var current: Attempt? = first
        let failure: any Error
        do {
            let ended = try await Subprocess.run(
                .path(FilePath(executable)), arguments: Arguments(arguments),
                environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]),
                input: .inputWriter, output: .sequence, error: .discarded
            ) { execution -> (any Error)? in
                var output = ByteReader(execution.standardOutput)
                do {
                    while let attempt = current {
                        let answer = try await self.answer(to: attempt.entry.job, from: execution, &output)
                        current = nil
                        attempt.entry.caller.resume(returning: answer)
                        current = await queue.next().map { Attempt(entry: $0) }
                    }
                    return nil
                } catch {
                    // Does nothing to a worker that has ended by itself, and its status stays.
                    try? execution.send(signal: .kill)
                    return error
                }
            }
            guard let error = ended.closureResult else { return nil }
            failure =
                ended.terminationStatus == .exited(RenderWorkerProcess.statusWithoutGraphviz)
                ? RenderError.graphvizMissing : error
        } catch {
            failure = error
        }
        guard var attempt = current else { return nil }
        attempt.deaths += 1
        if attempt.deaths < Self.mostAttempts, failure as? RenderError == nil { return attempt }
        attempt.entry.caller.resume(
            throwing: failure as? RenderError ?? .workerUnavailable(reason: Self.reason(failure)))
        return nil
    }

    private func answer(
        to job: RenderJob, from execution: Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>,
        _ output: inout ByteReader
    ) async throws -> RenderAnswer {
        let watchdog = Task {
            try await Task.sleep(for: .seconds(job.seconds + Self.graceSeconds))
            try execution.send(signal: .kill)
        }
        defer { watchdog.cancel() }
        let frame = job.frame
        guard try await execution.standardInputWriter.write(frame) == frame.count else { throw WorkerEnded() }
        return try await RenderAnswer(to: job) { try await output.read($0) ?? { throw WorkerEnded() }() }
    }

    private static func reason(_ error: any Error) -> String {
        error is WorkerEnded ? "the process ended before it answered" : String(describing: error)
    }

    /// Cuts a stream of buffers into pieces of a wanted length.
    private struct ByteReader {
        private var buffers: SubprocessOutputSequence.Iterator
        private var pending: [UInt8] = []

        init(_ output: SubprocessOutputSequence) { buffers = output.makeAsyncIterator() }

        /// The next `count` bytes; `nil` if the stream ends before.
        mutating func read(_ count: Int) async throws -> [UInt8]? {
            while pending.count < count {
                guard let buffer = try await buffers.next() else { return nil }
                buffer.withUnsafeBytes { pending.append(contentsOf: $0) }
            }
            defer { pending.removeFirst(count) }
            return Array(pending.prefix(count))
        }
    }
}

internal import CGraphviz

/// One attempt at a picture: what goes over the pipe to a worker.
struct RenderJob: Sendable {
    var dot: String
    var format: RenderFormat
    var engine: LayoutEngine
    var seconds: Double
    var memoryBytes: Int

    var deadlineMilliseconds: UInt32 { UInt32((seconds * 1000).rounded(.up)) }

    /// The job as the worker reads it: the C struct, then the document.
    var frame: [UInt8] {
        var dot = dot
        return dot.withUTF8 { document in
            let header = rebound_render_job(
                dot_length: UInt64(document.count), memory_limit_bytes: UInt64(memoryBytes),
                deadline_milliseconds: deadlineMilliseconds, format: format.wireValue,
                engine: engine.wireValue, reserved: 0)
            return withUnsafeBytes(of: header) { Array($0) } + document
        }
    }
}

/// What a worker says of a job.
struct RenderAnswer: Sendable {
    let outcome: Result<[UInt8], RenderError>
    let warnings: [String]

    /// Reads an answer from a worker's output.
    ///
    /// - Parameter read: Gives exactly the number of bytes it is asked for, or throws.
    init(to job: RenderJob, read: (Int) async throws -> [UInt8]) async throws {
        let header = try await read(MemoryLayout<rebound_render_answer>.size).withUnsafeBytes {
            $0.loadUnaligned(as: rebound_render_answer.self)
        }
        let text = String(decoding: try await read(Int(header.warnings_length)), as: UTF8.self)
        let payload = try await read(Int(header.payload_length))
        warnings = Self.messages(in: text)
        outcome = Self.outcome(of: job, header: header, payload: payload, warnings: warnings)
    }

    private static func outcome(
        of job: RenderJob, header: rebound_render_answer, payload: [UInt8], warnings: [String]
    ) -> Result<[UInt8], RenderError> {
        let message = warnings.first { $0.hasPrefix("Error:") } ?? warnings.first ?? "no reason given"
        switch rebound_render_status(rawValue: header.status) {
        case REBOUND_RENDERED: return .success(payload)
        case REBOUND_PARSE_FAILED: return .failure(.invalidDocument(message: message))
        case REBOUND_LAYOUT_FAILED: return .failure(.layoutFailed(message: message))
        case REBOUND_CRASHED: return .failure(.crashed(signal: header.detail))
        case REBOUND_EXITED: return .failure(.exited(status: header.detail))
        case REBOUND_TIMED_OUT: return .failure(.timedOut(seconds: job.seconds))
        case REBOUND_OUT_OF_MEMORY: return .failure(.outOfMemory(limitBytes: job.memoryBytes))
        default: return .failure(.workerUnavailable(reason: "no child process, errno \(header.detail)"))
        }
    }

    /// Graphviz hands messages over in pieces; here they are lines again.
    private static func messages(in text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(whereSeparator: \.isNewline).map(String.init).filter { seen.insert($0).inserted }
    }
}

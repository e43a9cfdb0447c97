internal import CGraphviz
internal import Glibc

/// One attempt at a picture: what goes over the pipe to a worker.
struct RenderJob: Sendable {
    var dot: String
    var format: RenderFormat
    var engine: LayoutEngine
    var seconds: Double
    var memoryBytes: Int

    var limitMilliseconds: UInt32 { UInt32((seconds * 1000).rounded(.up)) }

    /// The job as the worker reads it: the C struct, then the document.
    var frame: [UInt8] {
        var dot = dot
        return dot.withUTF8 { document in
            let header = rebound_render_job(
                dot_length: UInt64(document.count), memory_limit_bytes: UInt64(memoryBytes),
                limit_milliseconds: limitMilliseconds, format: format.wireValue,
                engine: engine.wireValue, reserved: 0)
            return withUnsafeBytes(of: header) { Array($0) } + document
        }
    }
}

/// What a worker says of a job.
struct RenderAnswer: Sendable {
    let outcome: Result<[UInt8], RenderError>
    let warnings: [String]
    /// The processor time it took, in seconds.
    let seconds: Double

    /// Reads an answer from a worker's output; `nil` if it is cut off.
    ///
    /// - Parameter read: Gives exactly the number of bytes it is asked for, or `nil`.
    init?(to job: RenderJob, read: (Int) -> [UInt8]?) {
        guard let head = read(MemoryLayout<rebound_render_answer>.size) else { return nil }
        let header = head.withUnsafeBytes { $0.loadUnaligned(as: rebound_render_answer.self) }
        guard let said = read(Int(header.warnings_length)), let payload = read(Int(header.payload_length))
        else { return nil }
        let text = String(decoding: said, as: UTF8.self)
        seconds = Double(header.used_milliseconds) / 1000
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
        case REBOUND_NOT_STARTED where header.detail == EMFILE || header.detail == ENFILE:
            return .failure(.tooFewDescriptors)
        default:
            return .failure(.workerUnavailable(reason: String(cString: strerror(header.detail))))
        }
    }

    /// Graphviz hands messages over in pieces; here they are lines again.
    private static func messages(in text: String) -> [String] {
        var seen: Set<String> = []
        return text.split(whereSeparator: \.isNewline).map(String.init).filter { seen.insert($0).inserted }
    }
}

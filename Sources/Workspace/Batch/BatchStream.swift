internal import Foundations
internal import Glibc
internal import NetworkFiles
internal import ReferralGraph
internal import Reporting
internal import Synchronization
internal import SystemInterface

/// Answers a stream of networks, one a line, with a line each in the same order: what an engine such as Spark pipes
/// its partitions through.
///
/// An answer depends on its line and the question alone: no store is opened, no setting read, nothing drawn, and it does not
/// matter which lines stand before it. A line that is no network is answered by its errors.
public struct BatchStream: Sendable {
    /// What is asked of each network.
    public let question: BatchQuestion
    /// How many networks are worked on at a time, 1 to 64.
    public let jobs: Int

    /// Plans a run.
    public init(_ question: BatchQuestion, jobs: Int) {
        self.question = question
        self.jobs = min(max(jobs, 1), 64)
    }

    /// What a run has come to.
    public struct Outcome: Sendable, Equatable {
        /// How many networks were analyzed.
        public var analyzedCount = 0
        /// How many lines could not be.
        public var errorCount = 0
    }

    /// How many bytes of lines are kept at a time, unless a single line has more.
    private static let mostBytes = 128 << 20

    /// Answers everything up to the end of the input.
    ///
    /// The calling thread waits for the input. Memory is bounded by the longest lines, however many there are.
    /// - Parameters:
    ///   - input: The descriptor to read.
    ///   - output: The descriptor to write.
    /// - Returns: `nil` when whoever read the output has gone away.
    /// - Throws: ``WorkspaceError/unreadable(_:)``, after everything read before was answered;
    ///   ``WorkspaceError/unwritable(_:)``.
    public func run(from input: Int32, to output: Int32) throws(WorkspaceError) -> Outcome? {
        let delivery = Delivery(output: output)
        let pipeline = OrderedPipeline(workers: jobs, mostBytes: Self.mostBytes) { line in
            answer(to: line)
        } deliver: { answer in
            delivery.take(answer)
        }
        var lines = LineReader(descriptor: input, name: "-", limit: NetworkLineReader.mostBytes)
        var failure: ReadError?
        do throws(ReadError) {
            while let line = try lines.next() {
                guard pipeline.add(line, bytes: line.size) else { break }
            }
        } catch {
            failure = error
        }
        pipeline.finish()
        let (outcome, code) = delivery.result
        if code == EPIPE { return nil }
        if code != 0 { throw .unwritable(WriteError(path: "standard output", code: code)) }
        if let failure { throw .unreadable(failure) }
        return outcome
    }

    /// The line that answers a line, and whether it is an analysis.
    func answer(to line: LineReader.Line) -> (line: String, isAnalyzed: Bool) {
        let read = NetworkLineReader.read(line, asOf: question.asOf)
        func record(_ outcome: BatchLineRecord.Outcome) throws -> String {
            try StableJSON.line(of: BatchLineRecord(id: read.id, asOf: question.asOf, outcome: outcome))
        }
        var findings: [BatchLineRecord.Finding]
        do {
            return (try record(.answer(try analyzed(read))), true)
        } catch WorkspaceError.invalid(let diagnostics) {
            findings = diagnostics.filter { $0.severity == .error }.map { .init($0) }
        } catch let error as WorkspaceError {
            findings = [.init(notAnalyzable: error.explanation)]
        } catch {
            findings = [.init(notAnalyzable: "\(error)")]
        }
        // Of texts alone: there is nothing that JSON does not have.
        return (try! record(.findings(findings)), false)
    }

    private func analyzed(_ line: NetworkLineReader.Line) throws(WorkspaceError) -> BatchAnswer {
        let name = line.id.map(\.words) ?? "network"
        var read = line.result
        // What is called after its file elsewhere has no file here.
        if let network = read.network {
            read.network?.title = network.title ?? name
            for index in read.diagnostics.indices {
                (read.diagnostics[index].file, read.diagnostics[index].column) = (name, nil)
            }
        }
        return try question.answer(about: read, name: name, source: "-")
    }
}

/// Writes the answers and counts them.
private final class Delivery: Sendable {
    private let output: Int32
    private let state = Mutex((outcome: BatchStream.Outcome(), code: Int32(0)))

    init(output: Int32) { self.output = output }

    /// What has been written, and the number of the error that ended it, else 0.
    var result: (BatchStream.Outcome, code: Int32) { state.withLock { ($0.outcome, $0.code) } }

    /// Returns whether there is a point in going on.
    func take(_ answer: (line: String, isAnalyzed: Bool)) -> Bool {
        let code = Array(answer.line.utf8).withUnsafeBytes { writeAll($0, to: output) }
        return state.withLock { state in
            state.code = code
            guard code == 0 else { return false }
            if answer.isAnalyzed { state.outcome.analyzedCount += 1 } else { state.outcome.errorCount += 1 }
            return true
        }
    }
}

extension LineReader.Line {
    /// How many bytes are kept of it.
    fileprivate var size: Int {
        switch self {
        case .whole(let bytes, _): bytes.count
        case .tooLong: 0
        }
    }
}

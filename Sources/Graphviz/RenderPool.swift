internal import CGraphviz
internal import Dispatch

/// Draws graphs with Graphviz in processes of its own, several at a time.
///
/// A process is started when it is first needed, stays warm, and is replaced should it die. The processes end
/// when the pool is closed or no longer referenced, and with the program in any case.
public final class RenderPool: Sendable {
    private let queue: RenderQueue
    private let workers = DispatchGroup()

    /// Makes a pool.
    ///
    /// From here on a write to a broken pipe is an error for the whole program, not its end (`SIGPIPE` is
    /// ignored unless the program handles it).
    ///
    /// - Parameters:
    ///   - workerCount: The number of processes, 1 through 64; one a core is best.
    ///   - executable: The path of an executable that calls ``RenderWorkerProcess/run()``: by default, this one.
    ///   - arguments: The arguments that make it do so.
    public init(
        workerCount: Int, executable: String = "/proc/self/exe",
        arguments: [String] = [RenderWorkerProcess.argument]
    ) {
        rebound_ignore_broken_pipes()
        let queue = RenderQueue()
        self.queue = queue
        let worker = RenderWorker(executable: executable, arguments: arguments, queue: queue)
        for count in 0..<min(max(workerCount, 1), 64) {
            do throws(RenderError) {
                workers.enter()
                try BlockingThread.start { [workers] in
                    worker.run()
                    workers.leave()
                }
            } catch {
                workers.leave()
                // One worker is enough to draw.
                if count == 0 { queue.close(error) }
                break
            }
        }
    }

    deinit { queue.close() }

    /// Finishes what is queued, then ends the processes and waits until they are gone.
    public func close() async {
        queue.close()
        await withCheckedContinuation { caller in workers.notify(queue: .global()) { caller.resume() } }
    }

    /// Draws a graph.
    ///
    /// An SVG holds every node, edge and cluster of the graph, or there is none; for another format an SVG is
    /// drawn and checked first. The same graph gives the same bytes.
    ///
    /// - Parameters:
    ///   - graph: What to draw.
    ///   - format: The kind of picture.
    ///   - limits: What it may cost.
    ///   - ladder: The layouts to try, best first; `nil` is ``LayoutRung/ladder(for:)``.
    /// - Returns: The picture of the first rung that succeeds.
    /// - Throws: What went wrong on the last rung.
    /// - Complexity: Grows steeply with the size for ``LayoutEngine/dot``; one or two jobs a rung.
    public func render(
        _ graph: DotGraph, as format: RenderFormat, limits: RenderLimits = .interactive,
        ladder: [LayoutRung]? = nil
    ) async throws(RenderError) -> Rendering {
        let ladder = ladder ?? LayoutRung.ladder(for: graph)
        var secondsLeft = limits.seconds
        var setbacks: [RenderError] = []
        for (index, rung) in ladder.enumerated() {
            // A rung that overran its share leaves the last its own all the same.
            let isLast = index == ladder.count - 1
            let rest = max(secondsLeft, limits.seconds / Double(ladder.count + 1))
            do throws(RenderError) {
                return try await render(
                    graph, as: format, rung: rung, seconds: isLast ? rest : rest / 2,
                    memoryBytes: limits.memoryBytes, setbacks: setbacks, secondsLeft: &secondsLeft)
            } catch {
                if isLast || !error.concernsLayout { throw error }
                setbacks.append(error)
            }
        }
        throw .layoutFailed(message: "no layout to try")
    }

    private func render(
        _ graph: DotGraph, as format: RenderFormat, rung: LayoutRung, seconds: Double, memoryBytes: Int,
        setbacks: [RenderError], secondsLeft: inout Double
    ) async throws(RenderError) -> Rendering {
        var job = RenderJob(
            dot: graph.source(for: rung), format: .svg, engine: rung.engine, seconds: max(seconds, 0.001),
            memoryBytes: memoryBytes)
        let answer = try await answer(to: job)
        secondsLeft -= answer.seconds
        let drawing = SVGDrawing(try answer.outcome.get(), of: graph, rung: rung)
        guard drawing.missing.isEmpty else { throw .incomplete(missing: drawing.missing) }
        var bytes = drawing.bytes
        if format != .svg {
            job.format = format
            let picture = try await self.answer(to: job)
            secondsLeft -= picture.seconds
            bytes = try picture.outcome.get()
            if format == .pdf { PDFDates.erase(in: &bytes) }
        }
        return Rendering(
            bytes: bytes, format: format, rung: rung, setbacks: setbacks, warnings: answer.warnings,
            missingCharacters: format == .svg ? nil : MissingCharacters(in: drawing.textLines))
    }

    /// One attempt at a document, as the worker answers it.
    func answer(to job: RenderJob) async throws(RenderError) -> RenderAnswer {
        guard !Task.isCancelled else { throw .cancelled }
        do {
            return try await queue.answer(to: job)
        } catch {
            throw error as? RenderError ?? .workerUnavailable(reason: String(describing: error))
        }
    }
}

internal import Glibc
internal import Synchronization

/// One run of a kernel: its threads, its progress and the question whether to go on.
///
/// Work is cut into numbered pieces whose number and bounds depend on the graph alone, never on the threads,
/// and whatever the pieces leave behind is put together in the order of their numbers. That is what makes
/// results independent of the number of threads. A run belongs to the thread that made it.
final class KernelRun {
    /// How many threads take part, the calling one included.
    let threads: Int
    private let control: RunControl
    private var reported = 0.0

    /// What one thread alone does faster than two that have to be started first, in steps over arcs or nodes.
    private static let smallWork = 1 << 18

    /// - Parameters:
    ///   - control: What the caller wants.
    ///   - work: About how many arcs and nodes are visited; decides whether threads are worth their start.
    init(_ control: RunControl, work: Int) {
        self.control = control
        threads = control.threads ?? (work < Self.smallWork ? 1 : Self.coreCount)
    }

    /// The number of processor cores of the machine.
    static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Throws when the caller wants to stop.
    func check() throws(GraphError) {
        if let isCancelled = control.isCancelled, isCancelled() { throw .cancelled }
    }

    /// Tells the caller how far the work is; a share that was told already is not told again.
    func report(_ share: Double) {
        guard let progress = control.progress, share > reported else { return }
        reported = min(share, 1)
        progress(reported)
    }

    /// Does the pieces `0 ..< count`, several at a time, in no order.
    /// - Parameters:
    ///   - count: The number of pieces.
    ///   - share: The shares of the whole work at the start and at the end, for the progress.
    ///   - body: Does the piece of a number as one of the workers `0 ..< threads`. It may write to what belongs to its
    ///     piece or its worker only.
    func forEachPiece(
        of count: Int, share: ClosedRange<Double>? = nil, _ body: (_ piece: Int, _ worker: Int) -> Void
    ) throws(GraphError) {
        let helpers = min(threads, count) - 1
        if helpers <= 0 {
            for piece in 0..<count {
                try check()
                if let share {
                    report(
                        share.lowerBound + (share.upperBound - share.lowerBound) * Double(piece)
                            / Double(count))
                }
                body(piece, 0)
            }
            if let share { report(share.upperBound) }
            return
        }
        let isComplete = withoutActuallyEscaping(body) { body in
            let pieces = SharedPieces(count: count, body: body)
            let started = (1...helpers).compactMap { Helper(pieces: pieces, worker: $0) }
            var isCancelled = false
            while let piece = pieces.take() {
                if control.isCancelled?() == true {
                    pieces.stop()
                    isCancelled = true
                    break
                }
                if let share {
                    report(
                        share.lowerBound + (share.upperBound - share.lowerBound) * Double(piece)
                            / Double(count))
                }
                body(piece, 0)
            }
            for helper in started { helper.join() }
            return !isCancelled
        }
        guard isComplete else { throw .cancelled }
        if let share { report(share.upperBound) }
    }
}

/// The pieces that nobody has taken yet.
///
/// `@unchecked`: `body` is called from several threads at a time, which ``KernelRun/forEachPiece(of:share:_:)`` demands
/// of it.
private final class SharedPieces: @unchecked Sendable {
    private let next = Atomic<Int>(0)
    private let count: Int
    let body: (Int, Int) -> Void

    init(count: Int, body: @escaping (Int, Int) -> Void) {
        self.count = count
        self.body = body
    }

    func take() -> Int? {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return piece < count ? piece : nil
    }

    func stop() { next.store(count, ordering: .relaxed) }
}

/// A thread that takes part in one parallel loop.
private struct Helper {
    private let thread: pthread_t

    private final class Start {
        let pieces: SharedPieces
        let worker: Int
        init(_ pieces: SharedPieces, _ worker: Int) { (self.pieces, self.worker) = (pieces, worker) }
    }

    /// `nil` when the system has no thread left; the others do its share.
    init?(pieces: SharedPieces, worker: Int) {
        let start = Unmanaged.passRetained(Start(pieces, worker))
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                while let piece = start.pieces.take() { start.pieces.body(piece, start.worker) }
                return nil
            }, start.toOpaque())
        guard failure == 0 else {
            start.release()
            return nil
        }
        self.thread = thread
    }

    func join() { pthread_join(thread, nil) }
}

extension RunControl {
    /// What a computation that nobody can stop returns.
    static func unstoppable<Result>(_ body: (RunControl) throws(GraphError) -> Result) -> Result {
        do { return try body(RunControl()) } catch { fatalError("stopped without being asked to: \(error)") }
    }
}

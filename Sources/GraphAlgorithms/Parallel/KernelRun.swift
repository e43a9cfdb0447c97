internal import Glibc
internal import Synchronization

/// One run of a kernel: its threads, its progress and the question whether to go on.
///
/// Work is cut into numbered pieces whose number and bounds depend on the graph alone, never on the threads,
/// and whatever the pieces leave behind is put together in the order of their numbers. That is what makes
/// results independent of the number of threads. A run belongs to the thread that made it.
package final class KernelRun {
    /// How many threads take part, the calling one included.
    package let threads: Int
    private let control: RunControl
    private var reported = 0.0
    /// Whether the caller wanted to stop when it was last asked, for the other threads.
    fileprivate let isStopped = Atomic<Bool>(false)
    /// Where the calling thread's piece starts, and how much it is, in shares of the whole work.
    private var piece: (start: Double, length: Double)?

    /// What one thread alone does faster than two that have to be started first, in steps over arcs or nodes.
    private static let smallWork = 1 << 18

    /// - Parameters:
    ///   - control: What the caller wants.
    ///   - work: About how many arcs and nodes are visited; decides whether threads are worth their start.
    package init(_ control: RunControl, work: Int) {
        self.control = control
        threads = control.threads ?? (work < Self.smallWork ? 1 : Self.coreCount)
    }

    /// The number of processor cores of the machine.
    static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Throws when the caller wants to stop.
    package func check() throws(GraphError) {
        if let isCancelled = control.isCancelled, isCancelled() { throw .cancelled }
    }

    /// Tells the caller how far the work is; a share that was told already is not told again.
    package func report(_ share: Double) {
        guard let progress = control.progress, share > reported else { return }
        reported = min(share, 1)
        progress(reported)
    }

    /// Asks and tells after some of the steps of a loop on the calling thread.
    /// - Parameters:
    ///   - done: How many steps are done.
    ///   - total: How many there are.
    ///   - share: The shares of the whole work at the start and at the end of the loop.
    package func check(
        after done: Int, of total: Int, share: ClosedRange<Double> = 0...1
    ) throws(GraphError) {
        try check()
        report(share.part(0, Double(done) / Double(max(total, 1))).upperBound)
    }

    /// ``check(after:of:share:)`` at one of 4,096 steps, the first included: often enough for steps that look at one
    /// node each, and too seldom to be noticed.
    @inline(__always)
    func tick(_ step: Int, of total: Int, share: ClosedRange<Double> = 0...1) throws(GraphError) {
        if step & 4_095 == 0 { try check(after: step, of: total, share: share) }
    }

    /// Whether to go on within a piece that takes long; otherwise its results will not be asked for.
    /// - Parameters:
    ///   - worker: Who asks.
    ///   - done: The share of the piece that is done.
    func goesOn(_ worker: Int, done: Double = 0) -> Bool {
        if worker > 0 { return !isStopped.load(ordering: .relaxed) }
        if control.isCancelled?() == true {
            isStopped.store(true, ordering: .relaxed)
            return false
        }
        if let piece { report(piece.start + piece.length * done) }
        return true
    }

    /// Does the pieces `0 ..< count`, several at a time, in no order.
    /// - Parameters:
    ///   - count: The number of pieces.
    ///   - share: The shares of the whole work at the start and at the end, for the progress.
    ///   - body: Does the piece of a number as one of the workers `0 ..< threads`. It may write to what belongs to its
    ///     piece or its worker only. In pieces that can take longer than a fraction of a second it asks
    ///     ``goesOn(_:done:)``.
    package func forEachPiece(
        of count: Int, share: ClosedRange<Double>? = nil, _ body: (_ piece: Int, _ worker: Int) -> Void
    ) throws(GraphError) {
        let length = share.map { ($0.upperBound - $0.lowerBound) / Double(max(count, 1)) }
        withoutActuallyEscaping(body) { body in
            let pieces = SharedPieces(count: count, run: self, body: body)
            let helpers = (1..<max(min(threads, count), 1)).compactMap { Helper(pieces: pieces, worker: $0) }
            while let number = pieces.take() {
                if let share, let length { piece = (share.lowerBound + length * Double(number), length) }
                if goesOn(0) { body(number, 0) }
            }
            piece = nil
            // The caller may change its mind while others are still at work.
            while !pieces.areDone { _ = goesOn(0) }
            for helper in helpers { helper.join() }
        }
        if isStopped.load(ordering: .relaxed) { throw .cancelled }
        if let share { report(share.upperBound) }
    }
}

/// The pieces that no one has taken yet, and how many helpers are at work.
///
/// `@unchecked`: `body` is called from several threads at a time, which ``KernelRun/forEachPiece(of:share:_:)`` demands
/// of it, of the run they read nothing but `isStopped`, and the lock guards the number.
private final class SharedPieces: @unchecked Sendable {
    private let next = Atomic<Int>(0)
    private let count: Int
    private let run: KernelRun
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let lastLeft = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var helperCount = 0
    let body: (Int, Int) -> Void

    init(count: Int, run: KernelRun, body: @escaping (Int, Int) -> Void) {
        self.count = count
        self.run = run
        self.body = body
        pthread_mutex_init(lock, nil)
        pthread_cond_init(lastLeft, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        pthread_cond_destroy(lastLeft)
        lock.deallocate()
        lastLeft.deallocate()
    }

    /// Says that a helper comes (1) or leaves (-1).
    func add(_ helpers: Int) {
        pthread_mutex_lock(lock)
        helperCount += helpers
        if helperCount == 0 { pthread_cond_signal(lastLeft) }
        pthread_mutex_unlock(lock)
    }

    /// Waits until all helpers have left, a twentieth of a second at most, and tells whether they have.
    var areDone: Bool {
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        deadline.tv_nsec += 50_000_000
        if deadline.tv_nsec >= 1_000_000_000 {
            deadline.tv_sec += 1
            deadline.tv_nsec -= 1_000_000_000
        }
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while helperCount > 0 {
            if pthread_cond_timedwait(lastLeft, lock, &deadline) != 0 { break }
        }
        return helperCount == 0
    }

    func take() -> Int? {
        if run.isStopped.load(ordering: .relaxed) { return nil }
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return piece < count ? piece : nil
    }
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
        pieces.add(1)
        let failure = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                while let piece = start.pieces.take() { start.pieces.body(piece, start.worker) }
                start.pieces.add(-1)
                return nil
            }, start.toOpaque())
        guard failure == 0 else {
            start.release()
            pieces.add(-1)
            return nil
        }
        self.thread = thread
    }

    func join() { pthread_join(thread, nil) }
}

extension ClosedRange<Double> {
    /// A part of a share of the work: from and to so much of it, each 0 ... 1.
    package func part(_ from: Double, _ to: Double) -> ClosedRange<Double> {
        let length = upperBound - lowerBound
        return lowerBound + length * from...lowerBound + length * to
    }
}

extension RunControl {
    /// What a computation returns whose input is in order and which is not stopped.
    package static func unstoppable<Result>(_ body: (RunControl) throws(GraphError) -> Result) -> Result {
        do { return try body(RunControl()) } catch { fatalError("the input was in order: \(error)") }
    }
}

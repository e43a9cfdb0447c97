/// How a long computation runs: on how many threads, who may stop it, and who hears how far it is.
///
/// The results of this module never depend on the number of threads, to the last bit. Both closures are called
/// on the thread that asked for the computation, so `{ Task.isCancelled }` means what it says; they are asked
/// several times a second on graphs that take that long.
public struct RunControl: Sendable {
    /// The number of threads, at least 1; `nil` for one on a small graph and all processor cores on a large one.
    public let threads: Int?
    let isCancelled: (@Sendable () -> Bool)?
    let progress: (@Sendable (Double) -> Void)?

    /// Decides about the threads itself, and cannot be stopped.
    public init() { self.init(threads: nil) }

    /// Makes a control.
    /// - Parameters:
    ///   - threads: The number of threads; below 1 counts as 1, `nil` leaves the choice to the measure.
    ///   - isCancelled: Whether to stop, in which case the measure throws ``GraphError/cancelled``.
    ///   - progress: Hears the share of the work that is done, 0 ... 1, never falling.
    public init(
        threads: Int?, isCancelled: (@Sendable () -> Bool)? = nil,
        progress: (@Sendable (Double) -> Void)? = nil
    ) {
        self.threads = threads.map { min(max($0, 1), 256) }
        self.isCancelled = isCancelled
        self.progress = progress
    }
}

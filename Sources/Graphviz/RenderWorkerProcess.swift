internal import CGraphviz

/// The process at the other end of a ``RenderPool``'s pipes: the same executable under a hidden argument.
///
/// ```swift
/// if ProcessStart.arguments.dropFirst().first == RenderWorkerProcess.argument {
///     exit(RenderWorkerProcess.run())
/// }
/// ```
public enum RenderWorkerProcess {
    /// The hidden first argument.
    public static let argument = "render-worker"

    /// Serves pictures from standard input to standard output until the pool closes its end.
    ///
    /// Call it before anything that may start a thread: it forks.
    /// - Returns: The exit status for the process.
    public static func run() -> Int32 { rebound_render_worker() }
}

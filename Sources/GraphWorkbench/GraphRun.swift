internal import GraphAlgorithms
internal import Synchronization

/// How a run on a large graph goes: on how many threads, who may stop it, and who hears how far it is.
public struct GraphRun: Sendable {
    /// The number of threads; `nil` for one on a small graph and all processor cores on a large one. Results never
    /// depend on it.
    public var threads: Int?
    /// Whether to stop, asked several times a second.
    public var isCancelled: (@Sendable () -> Bool)?
    /// Hears what is being done and how many percent of it are, 0 ... 100, each percent once.
    public var progress: (@Sendable (_ step: String, _ percent: Int) -> Void)?

    /// Makes a run.
    public init(
        threads: Int? = nil, isCancelled: (@Sendable () -> Bool)? = nil,
        progress: (@Sendable (_ step: String, _ percent: Int) -> Void)? = nil
    ) {
        self.threads = threads
        self.isCancelled = isCancelled
        self.progress = progress
    }

    /// The control of one step; says that it begins.
    func control(_ step: String) -> RunControl {
        guard let progress else { return RunControl(threads: threads, isCancelled: isCancelled) }
        progress(step, 0)
        let told = LastPercent()
        return RunControl(threads: threads, isCancelled: isCancelled) { share in
            let percent = Int(share * 100)
            if told.rises(to: percent) { progress(step, percent) }
        }
    }
}

/// The last percent that was told.
private final class LastPercent: Sendable {
    private let percent = Atomic<Int>(0)

    func rises(to other: Int) -> Bool {
        guard other > percent.load(ordering: .relaxed) else { return false }
        percent.store(other, ordering: .relaxed)
        return true
    }
}

internal import Glibc
internal import ReferralGraph
internal import SystemInterface
internal import Workspace

/// The network that the pages show, read again when something was recorded, by whichever program, and when a day ends.
actor LiveNetwork {
    private let view: WebView
    private var shown: ShownNetwork?
    /// When the store's file was written; forgetting someone makes no entry, and writes it.
    private var written = Written()
    private var policy: NamedPolicy

    init(_ view: WebView) throws(WorkspaceError) {
        self.view = view
        policy = try view.settings.policy(option: nil)
    }

    /// The network as it is now.
    /// - Throws: ``WorkspaceError``.
    func current() throws(WorkspaceError) -> ShownNetwork {
        let now = view.clock()
        switch view.source {
        case .file:
            if let shown, shown.now.day == now.day { return shown }
            let opened = try OpenedNetwork(
                view.source, asOf: Timestamp(now.day), policy: policy.policy, isQuiet: view.settings.isQuiet,
                zone: view.settings.zone,
                region: view.settings.region)
            return keep(ShownNetwork(opened: opened, entry: 0, now: now, own: nil))
        case .store(let path):
            let own = OwnNetwork(path: path, now: now)
            let written = Written(path)
            if let shown, written == self.written, shown.now.day == now.day,
                try own.latestEntry() == shown.entry
            {
                return ShownNetwork(opened: shown.opened, entry: shown.entry, now: now, own: own)
            }
            self.written = written
            let (network, entry) = try own.current()
            let opened = try OpenedNetwork(
                own, network, asOf: Timestamp(now.day), policy: policy.policy,
                isQuiet: view.settings.isQuiet, zone: view.settings.zone,
                region: view.settings.region)
            return keep(ShownNetwork(opened: opened, entry: entry, now: now, own: own))
        }
    }

    private func keep(_ network: ShownNetwork) -> ShownNetwork {
        shown = network
        return network
    }

    /// What tells an open page whether it is out of date: the last entry and the day.
    /// - Throws: ``WorkspaceError``.
    func state() throws(WorkspaceError) -> SiteState {
        let now = view.clock()
        guard case .store(let path) = view.source else { return SiteState(entry: 0, day: now.day) }
        return SiteState(entry: try OwnNetwork(path: path, now: now).latestEntry(), day: now.day)
    }
}

/// When a file was last written.
private struct Written: Equatable {
    private var seconds = 0
    private var nanoseconds = 0

    init() {}

    init(_ path: String) {
        guard let time = status(ofFile: path)?.st_mtim else { return }
        (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec)
    }
}

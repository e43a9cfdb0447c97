internal import Glibc
internal import ReferralGraph
internal import SystemInterface
internal import Workspace

/// The network that the pages show, read again when something was recorded or set, by whichever program, and when a day
/// ends.
actor LiveNetwork {
    private let view: WebView
    private var shown: ShownNetwork?
    /// When the store's file was written; forgetting someone makes no entry, and writes it.
    private var written = Written()

    init(_ view: WebView) throws(WorkspaceError) {
        self.view = view
        _ = try view.settings.policy(option: nil)
    }

    /// The network as it is now.
    /// - Throws: ``WorkspaceError``.
    func current() throws(WorkspaceError) -> ShownNetwork {
        let now = view.clock()
        let look = view.liveSettings.current
        let settings = look.settings
        let isFresh = shown.map { $0.now.day == now.day && $0.settingsVersion == look.version } ?? false
        switch view.source {
        case .file:
            if isFresh, let shown { return shown }
            let opened = try OpenedNetwork(
                view.source, asOf: Timestamp(now.day), policy: settings.policy(option: nil).policy,
                isQuiet: settings.isQuiet, zone: settings.zone, region: settings.region)
            return keep(
                ShownNetwork(opened: opened, entry: 0, settingsVersion: look.version, now: now, own: nil))
        case .store(let path):
            let own = OwnNetwork(path: path, now: now)
            let written = Written(path)
            if isFresh, written == self.written, let shown, try own.latestEntry() == shown.entry {
                return ShownNetwork(
                    opened: shown.opened, entry: shown.entry, settingsVersion: look.version, now: now,
                    own: own)
            }
            self.written = written
            let (network, entry) = try own.current()
            let opened = try OpenedNetwork(
                own, network, asOf: Timestamp(now.day), policy: settings.policy(option: nil).policy,
                isQuiet: settings.isQuiet, zone: settings.zone, region: settings.region)
            return keep(
                ShownNetwork(opened: opened, entry: entry, settingsVersion: look.version, now: now, own: own))
        }
    }

    private func keep(_ network: ShownNetwork) -> ShownNetwork {
        shown = network
        return network
    }

    /// What tells an open page whether it is out of date: the last entry, the day, and the state of the settings.
    /// - Throws: ``WorkspaceError``.
    func state() throws(WorkspaceError) -> SiteState {
        let now = view.clock()
        let settings = view.liveSettings.current.version
        guard case .store(let path) = view.source else {
            return SiteState(entry: 0, day: now.day, settings: settings)
        }
        return SiteState(
            entry: try OwnNetwork(path: path, now: now).latestEntry(), day: now.day, settings: settings)
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

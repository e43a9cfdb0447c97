internal import ReferralGraph
internal import Workspace

/// The network that the pages show, read again when something was recorded or set, by whichever program, and when a day
/// ends.
actor LiveNetwork {
    private let view: WebView
    private var shown: ShownNetwork?
    private var reading = 0
    /// When the store's file was written; forgetting someone makes no entry, and writes it.
    private var written = FileTime()

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
                ShownNetwork(
                    opened: opened, entry: 0, settingsVersion: look.version, reading: reading + 1, now: now,
                    own: nil))
        case .store(let path):
            let own = OwnNetwork(path: path, now: now)
            let written = FileTime(path)
            if isFresh, written == self.written, let shown, try own.latestEntry() == shown.entry {
                return ShownNetwork(
                    opened: shown.opened, entry: shown.entry, settingsVersion: look.version,
                    reading: reading, now: now, own: own)
            }
            self.written = written
            let (network, entry) = try own.current()
            let opened = try OpenedNetwork(
                own, network, asOf: Timestamp(now.day), policy: settings.policy(option: nil).policy,
                isQuiet: settings.isQuiet, zone: settings.zone, region: settings.region)
            return keep(
                ShownNetwork(
                    opened: opened, entry: entry, settingsVersion: look.version, reading: reading + 1,
                    now: now, own: own))
        }
    }

    private func keep(_ network: ShownNetwork) -> ShownNetwork {
        shown = network
        reading = network.reading
        return network
    }

    /// What tells an open page whether it is out of date: the last entry, the day, and the state of the settings.
    /// - Throws: ``WorkspaceError``.
    func state() throws(WorkspaceError) -> SiteState {
        let now = view.clock()
        let settings = view.liveSettings.current.version
        guard case .store(let path) = view.source else {
            return SiteState(entry: 0, day: now.day, settings: settings, written: FileTime())
        }
        return SiteState(
            entry: try OwnNetwork(path: path, now: now).latestEntry(), day: now.day, settings: settings,
            written: FileTime(path))
    }
}

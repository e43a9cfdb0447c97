package import ReferralGraph

/// A network as it is now, read again when something was recorded or set, by whichever program, and when a day ends.
package actor LiveNetwork {
    private let source: NetworkSource
    private let settings: LiveSettings
    private let look: Look
    private let clock: @Sendable () -> Timestamp
    private var shown: ShownNetwork?
    private var reading = 0
    /// When the file was written; forgetting someone makes no entry, and writes it.
    private var written = FileTime()

    /// What goes before the user's settings, and what of the network is shown at all.
    package struct Look: Sendable {
        /// A policy in place of the one that the user has set.
        package var policy: String?
        /// Whether rejections are not spoken of, in place of what the user has set.
        package var isQuiet: Bool?
        /// What may be seen.
        package var limits = NetworkLimits()

        /// The network as the user has set.
        package init() {}
    }

    /// Says which network it is.
    /// - Parameters:
    ///   - clock: What time it is.
    /// - Throws: ``WorkspaceError`` for a policy that cannot be used.
    package init(
        _ source: NetworkSource, settings: LiveSettings, look: Look = Look(),
        clock: @escaping @Sendable () -> Timestamp
    ) throws(WorkspaceError) {
        (self.source, self.settings, self.look, self.clock) = (source, settings, look, clock)
        _ = try settings.current.settings.policy(option: look.policy)
    }

    /// The network as it is now.
    /// - Throws: ``WorkspaceError``.
    package func current() throws(WorkspaceError) -> ShownNetwork {
        let (now, current) = (clock(), settings.current)
        let written = FileTime(source.path)
        var own: OwnNetwork?
        if case .store(let path) = source { own = OwnNetwork(path: path, now: now) }
        if written == self.written, let shown, shown.now.day == now.day,
            shown.settingsVersion == current.version, try own?.latestEntry() ?? 0 == shown.entry
        {
            return ShownNetwork(
                opened: shown.opened, entry: shown.entry, settingsVersion: current.version,
                policy: shown.policy, reading: reading, now: now, own: own)
        }
        let policy = try current.settings.policy(option: look.policy)
        let (opened, entry) = try opened(own, now, policy, current.settings)
        (self.written, reading) = (written, reading + 1)
        let network = ShownNetwork(
            opened: opened, entry: entry, settingsVersion: current.version, policy: policy,
            reading: reading, now: now, own: own)
        shown = network
        return network
    }

    private func opened(
        _ own: OwnNetwork?, _ now: Timestamp, _ policy: NamedPolicy, _ settings: Settings
    ) throws(WorkspaceError) -> (OpenedNetwork, entry: Int) {
        let (asOf, isQuiet) = (Timestamp(now.day), look.isQuiet ?? settings.isQuiet)
        guard let own else {
            let opened = try OpenedNetwork(
                source, limits: look.limits, asOf: asOf, policy: policy.policy, isQuiet: isQuiet,
                zone: settings.zone, region: settings.region)
            return (opened, 0)
        }
        let (network, entry) = try own.current()
        let opened = try OpenedNetwork(
            own, look.limits.applied(to: network), asOf: asOf, policy: policy.policy, isQuiet: isQuiet,
            zone: settings.zone, region: settings.region)
        return (opened, entry)
    }

    /// What tells an open page whether it is out of date: the last entry, the day, and the state of the settings.
    /// - Throws: ``WorkspaceError``.
    package func state() throws(WorkspaceError) -> SiteState {
        let (now, version) = (clock(), settings.current.version)
        guard case .store(let path) = source else {
            return SiteState(entry: 0, day: now.day, settings: version, written: FileTime())
        }
        return SiteState(
            entry: try OwnNetwork(path: path, now: now).latestEntry(), day: now.day, settings: version,
            written: FileTime(path))
    }
}

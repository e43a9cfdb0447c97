public import ReferralGraph
public import Workspace

/// What to show, and how.
public struct WebView: Sendable {
    /// The network.
    public let source: NetworkSource
    /// Whether nothing can be recorded.
    public let isReadOnly: Bool
    /// What time it is.
    public let clock: @Sendable () -> Timestamp
    let liveSettings: LiveSettings
    /// The files that were sent to be imported.
    let imports = ImportDesk()

    /// The user's settings, as their file has them now.
    public var settings: Settings { liveSettings.current.settings }

    /// Says what to show.
    public init(
        of source: NetworkSource, settings: Settings, isReadOnly: Bool = false,
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.source = source
        liveSettings = LiveSettings(settings)
        self.isReadOnly = isReadOnly || { if case .file = source { true } else { false } }()
        self.clock = clock
    }
}

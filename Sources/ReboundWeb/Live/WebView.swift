public import ReferralGraph
public import Workspace

/// What to show, and how.
public struct WebView: Sendable {
    /// The network.
    public let source: NetworkSource
    /// The user's settings.
    public let settings: Settings
    /// Whether nothing can be recorded.
    public let isReadOnly: Bool
    /// What time it is.
    public let clock: @Sendable () -> Timestamp

    /// Says what to show.
    public init(
        of source: NetworkSource, settings: Settings, isReadOnly: Bool = false,
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.source = source
        self.settings = settings
        self.isReadOnly = isReadOnly || { if case .file = source { true } else { false } }()
        self.clock = clock
    }
}

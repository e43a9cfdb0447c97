public import ReferralGraph
public import Workspace

/// Which network an assistant is shown, and what of it.
public struct AssistantView: Sendable {
    /// The network.
    public var source: NetworkSource
    /// The user's settings.
    public var settings: Settings
    /// What time it is.
    public var clock: @Sendable () -> Timestamp
    /// A policy in place of the one that the user has set.
    public var policy: String?
    /// Whether rejections are not spoken of; `nil` for what the user has set.
    public var isQuiet: Bool?
    /// Whether what the user noted is shown.
    public var showsNotes = false
    /// Whether names are hidden, of people and of companies.
    public var isRedacted = false
    /// The people who are there at all; everyone for an empty filter.
    public var people = TagFilter()
    /// Whether something can be recorded; not in a file.
    public var allowsRecording = false
    /// Templates of the user's for drafts: a file or a folder.
    public var templates: String?

    /// A network of which everything but notes is shown, and in which nothing is recorded.
    public init(
        of source: NetworkSource, settings: Settings, clock: @escaping @Sendable () -> Timestamp
    ) {
        (self.source, self.settings, self.clock) = (source, settings, clock)
    }
}

internal import NetworkFiles
internal import NetworkRedaction
internal import ReferralAnalysis
public import ReferralGraph
internal import Reporting

/// How a batch looks at each network: the day, the policy, and the people it lists.
public struct BatchQuestion: Sendable {
    /// The moment to look from.
    public let asOf: Timestamp
    /// The numbers to use.
    public let policy: NamedPolicy
    /// Whether rejections are not shown and not spoken of.
    public let isQuiet: Bool
    /// Who the results are about; an empty filter for everyone.
    public let filter: TagFilter
    /// Whether the results say who no one is, the clients included, for a supervisor.
    public let isRedacted: Bool

    /// Makes a question.
    public init(
        asOf: Timestamp, policy: NamedPolicy = .standard, isQuiet: Bool = false,
        showing filter: TagFilter = TagFilter(), isRedacted: Bool = false
    ) {
        self.asOf = asOf
        self.policy = policy
        self.isQuiet = isQuiet
        self.filter = filter
        self.isRedacted = isRedacted
    }

    /// The answer for one network. It depends on the arguments alone: no file is read, and no setting.
    /// - Parameters:
    ///   - read: The network, and what was found wrong with it.
    ///   - name: The name that its results get.
    ///   - source: What it was read from.
    /// - Throws: ``WorkspaceError/invalid(_:)`` for a network with errors; ``WorkspaceError/analysis(_:)``.
    func answer(
        about read: ReadResult, name: String, source: String
    ) throws(WorkspaceError) -> BatchAnswer {
        var read = read
        // The results are made to be handed on.
        if !isRedacted { read.network = read.network?.withoutConfidentialNames() }
        var opened = try OpenedNetwork(
            .file(path: source), read, asOf: asOf, policy: policy.policy, isQuiet: isQuiet
        ).narrowed(to: filter)
        if isRedacted { opened = try opened.redacted(companies: true, calling: name) }
        return BatchAnswer(opened, name: name, source: source)
    }
}

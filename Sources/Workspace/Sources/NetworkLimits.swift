internal import NetworkFiles
internal import NetworkRedaction
internal import ReferralAnalysis
public import ReferralGraph

/// What of a network someone else may see.
public struct NetworkLimits: Sendable, Equatable {
    /// Whether notes are shown.
    public var showsNotes = true
    /// Whether people who asked not to be named are named.
    public var namesConfidential = true
    /// Whether names are hidden, of people and of companies.
    public var isRedacted = false
    /// The people who are there at all; everyone for an empty filter.
    public var people = TagFilter()

    /// All of it.
    public init() {}

    /// The network with nothing else in it.
    /// - Throws: ``WorkspaceError/request(_:)`` for a tag that no one has.
    func applied(to original: ReferralNetwork) throws(WorkspaceError) -> ReferralNetwork {
        var network = original
        if !people.isEmpty {
            let used = Set(network.people.lazy.flatMap(\.tags).compactMap { Tag($0) })
            if let unknown = people.tags.first(where: { !used.contains($0) }) {
                throw .request(network.noOneIsTagged(unknown))
            }
            network = network.keeping(
                Set(network.people.lazy.filter { people.includes($0.tags) }.map(\.id)))
        }
        if !showsNotes { network = network.withoutNotes() }
        if isRedacted { return network.redacted(companies: true) }
        return namesConfidential ? network : network.withoutConfidentialNames()
    }
}

extension OpenedNetwork {
    /// Reads and analyses as much of a network as someone else may see.
    /// - Throws: ``WorkspaceError``.
    init(
        _ source: NetworkSource, limits: NetworkLimits, asOf: Timestamp, policy: AnalysisPolicy,
        isQuiet: Bool, zone: String?, region: String?
    ) throws(WorkspaceError) {
        let result = try Self.read(source, asOf: asOf)
        guard let network = result.network else { throw .invalid(result.diagnostics) }
        try self.init(
            source,
            ReadResult(network: try limits.applied(to: network), diagnostics: result.diagnostics),
            asOf: asOf, policy: policy, isQuiet: isQuiet, zone: zone, region: region)
    }
}

private import FoundationEssentials
public import Foundations
internal import NetworkEditing
internal import NetworkFiles
internal import NetworkRedaction
internal import Playbook
public import ReferralAnalysis
public import ReferralGraph
internal import ReferralStore

/// A network that was read without errors, and its analysis.
public struct OpenedNetwork: Sendable {
    /// Where it came from.
    public let source: NetworkSource
    /// The network as it stands there.
    public let network: ReferralNetwork
    /// Warnings.
    public let diagnostics: [Diagnostic]
    /// Notes on it.
    public let analysis: NetworkAnalysis
    /// Who reports are about; an empty filter for everyone.
    public private(set) var filter = TagFilter()

    /// Whether rejections are not shown and not spoken of.
    public let isQuiet: Bool
    /// Whether the policy makes no calls.
    public var avoidsCalls: Bool { analysis.policy.playbook.avoidsCalls }

    /// What to call it: its title, else the file's name, else whose it is, and who of it is shown.
    public var title: String {
        filter.isEmpty ? ownTitle : "\(ownTitle), \(filter.words)"
    }

    private var ownTitle: String {
        if let title = network.title { return title }
        switch source {
        case .file(let path): return fileStem(of: path)
        case .store:
            let name = network.people.first { $0.id == network.seeker }?.name
            guard let name, name != OwnNetwork.founder.name else { return "Your network" }
            return "\(name)’s network"
        }
    }

    /// Reads and analyses a network.
    /// - Parameters:
    ///   - source: Where it is.
    ///   - asOf: The moment to look from.
    ///   - policy: The numbers to use.
    ///   - isQuiet: Whether rejections are not shown and not spoken of.
    ///   - zone: The seeker's time zone, where the network does not say; an IANA name.
    ///   - region: Whose public holidays the seeker has, where the network does not say; a code such as `DE-BY`.
    /// - Throws: ``WorkspaceError``.
    public init(
        _ source: NetworkSource, asOf: Timestamp, policy: AnalysisPolicy = .standard, isQuiet: Bool = false,
        zone: String? = nil, region: String? = nil
    ) throws(WorkspaceError) {
        let result = try Self.read(source, asOf: asOf)
        try self.init(
            source, result, asOf: asOf, policy: policy, isQuiet: isQuiet, zone: zone, region: region)
    }

    /// Analyses the user's own network, which was read already.
    /// - Throws: ``WorkspaceError``.
    public init(
        _ own: OwnNetwork, _ network: ReferralNetwork, asOf: Timestamp,
        policy: AnalysisPolicy = .standard, isQuiet: Bool = false, zone: String? = nil,
        region: String? = nil
    ) throws(WorkspaceError) {
        try self.init(
            .store(path: own.path), ReadResult(network: network, diagnostics: []), asOf: asOf,
            policy: policy, isQuiet: isQuiet, zone: zone, region: region)
    }

    /// The same, with reports that list only the people a filter lets through. Ranks and numbers stay those of the whole
    /// network.
    /// - Throws: ``WorkspaceError/request(_:)`` for a tag that no one has.
    public func showing(_ filter: TagFilter) throws(WorkspaceError) -> OpenedNetwork {
        let used = Set(network.people.lazy.flatMap(\.tags).compactMap { Tag($0) })
        if let unknown = filter.tags.first(where: { !used.contains($0) }) {
            throw .request(network.noOneIsTagged(unknown))
        }
        return narrowed(to: filter)
    }

    /// The same, also for tags that no one here has.
    func narrowed(to filter: TagFilter) -> OpenedNetwork {
        if filter.isEmpty { return self }
        let people = network.people.lazy.filter { filter.includes($0.tags) }
        return OpenedNetwork(showing: Set(people.map(\.id)), as: filter, of: self)
    }

    private init(showing people: Set<PersonID>, as filter: TagFilter, of opened: OpenedNetwork) {
        source = opened.source
        network = opened.network
        diagnostics = opened.diagnostics
        isQuiet = opened.isQuiet
        analysis = opened.analysis.showing(people)
        self.filter = filter
    }

    /// Plays the network's history through under a policy.
    /// - Throws: ``WorkspaceError/analysis(_:)``.
    /// - Complexity: O(days x size of the network).
    public func replay(
        over days: ClosedRange<CalendarDay>, policy: NamedPolicy
    ) throws(WorkspaceError) -> SilenceReplay {
        do {
            return try SilenceReplay(of: network, over: days, policy: policy.policy)
        } catch {
            throw .analysis(error)
        }
    }

    /// What has changed since the end of a day.
    /// - Throws: ``WorkspaceError/analysis(_:)``.
    public func changes(since day: CalendarDay) throws(WorkspaceError) -> NetworkChanges {
        do { return try analysis.changes(since: day) } catch { throw .analysis(error) }
    }

    /// The same with no one's name in it, for other eyes.
    /// - Parameters:
    ///   - companies: Whether companies are numbered, too.
    ///   - name: What to call the seeker and the network; `nil` for initials, and a network without a name.
    /// - Throws: ``WorkspaceError/analysis(_:)``.
    public func redacted(
        companies: Bool = false, calling name: String? = nil
    ) throws(WorkspaceError) -> OpenedNetwork {
        var hidden = network.redacted(companies: companies)
        if let name {
            hidden.title = name
            for index in hidden.people.indices where hidden.people[index].id == hidden.seeker {
                hidden.people[index].name = name
            }
        }
        let redacted = try OpenedNetwork(
            source, ReadResult(network: hidden, diagnostics: []),
            asOf: analysis.asOf, policy: analysis.policy, isQuiet: isQuiet)
        guard let shown = analysis.shown else { return redacted }
        // Redaction keeps the order of the people, and none of their tags, which are not named here either.
        let people = zip(network.people, redacted.network.people).filter { shown.contains($0.0.id) }
        return OpenedNetwork(showing: Set(people.map(\.1.id)), as: TagFilter(), of: redacted)
    }

    /// The same without the names of those who asked not to be named, for pictures and pages.
    /// - Throws: ``WorkspaceError/analysis(_:)``.
    public func withoutConfidentialNames() throws(WorkspaceError) -> OpenedNetwork {
        guard network.people.contains(where: \.isConfidential) else { return self }
        return try OpenedNetwork(
            source, ReadResult(network: network.withoutConfidentialNames(), diagnostics: diagnostics),
            asOf: analysis.asOf, policy: analysis.policy, isQuiet: isQuiet)
    }

    /// The network of a source, read and not analysed; `nil` where it has errors.
    /// - Throws: ``WorkspaceError``.
    public static func network(
        of source: NetworkSource, asOf: Timestamp
    ) throws(WorkspaceError) -> ReferralNetwork? { try read(source, asOf: asOf).network }

    static func read(
        _ source: NetworkSource, asOf: Timestamp
    ) throws(WorkspaceError) -> ReadResult {
        switch source {
        case .file(let path):
            do { return try NetworkReader.read(path: path, asOf: asOf) } catch { throw .unreadable(error) }
        case .store(let path):
            do {
                let network = try NetworkStore.openForReading(path: path).network()
                return ReadResult(network: network, diagnostics: [])
            } catch {
                throw .store(error)
            }
        }
    }

    /// Analyses a network that was read already.
    /// - Parameters:
    ///   - zone: The seeker's time zone, where the network does not say.
    ///   - region: The region of the seeker's public holidays, where the network does not say.
    /// - Throws: ``WorkspaceError``.
    init(
        _ source: NetworkSource, _ result: ReadResult, asOf: Timestamp, policy: AnalysisPolicy,
        isQuiet: Bool = false, zone: String? = nil, region: String? = nil
    ) throws(WorkspaceError) {
        guard var network = result.network else { throw .invalid(result.diagnostics) }
        if let seeker = network.people.firstIndex(where: { $0.id == network.seeker }) {
            if let zone, network.people[seeker].timeZone == nil { network.people[seeker].timeZone = zone }
            if let region, network.people[seeker].region == nil { network.people[seeker].region = region }
        }
        self.source = source
        self.network = network
        self.isQuiet = isQuiet
        diagnostics = result.diagnostics
        do {
            analysis = try NetworkAnalysis(of: network, asOf: asOf, policy: policy, isQuiet: isQuiet)
        } catch {
            throw .analysis(error)
        }
    }
}

/// The last part of a path without its extension, for people to read.
func fileStem(of path: String) -> String {
    if path == "-" { return "standard input" }
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name == "." || name == ".." { name = URL(filePath: path).resolvingSymlinksInPath().lastPathComponent }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
}

/// Where a path leads in the end.
func resolvedPath(_ path: String) -> String { SystemFile.resolved(path) }

private import FoundationEssentials
public import ReferralAnalysis
public import ReferralFormats
public import ReferralGraph

/// A network that was read without errors, and its analysis.
public struct OpenedNetwork: Sendable {
    /// Where it came from, as the user named it.
    public let path: String
    /// The network as it stands in the file.
    public let network: ReferralNetwork
    /// Warnings.
    public let diagnostics: [Diagnostic]
    /// What there is to say about it.
    public let analysis: NetworkAnalysis

    /// What to call it: its title, else the file's name.
    public var title: String { network.title ?? fileStem(of: path) }

    /// Reads and analyses a network.
    /// - Parameters:
    ///   - path: A JSON file, a folder of CSV tables, or `-` for standard input.
    ///   - asOf: The moment to look from.
    ///   - policy: The numbers to use.
    /// - Throws: ``WorkspaceError``.
    public init(path: String, asOf: Timestamp, policy: AnalysisPolicy = .standard) throws(WorkspaceError) {
        let result: ReadResult
        do { result = try NetworkReader.read(path: path, asOf: asOf) } catch { throw .unreadable(error) }
        try self.init(path: path, result, asOf: asOf, policy: policy)
    }

    /// Analyses a network that was read already.
    /// - Throws: ``WorkspaceError``.
    init(
        path: String, _ result: ReadResult, asOf: Timestamp, policy: AnalysisPolicy
    ) throws(WorkspaceError) {
        guard let network = result.network else { throw .invalid(result.diagnostics) }
        self.path = path
        self.network = network
        diagnostics = result.diagnostics
        do {
            analysis = try NetworkAnalysis(of: network, asOf: asOf, policy: policy)
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
func resolvedPath(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }

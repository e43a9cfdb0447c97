public import Foundations
internal import NetworkFiles
public import ReferralGraph
public import SourceReaders
internal import SystemInterface

/// What a file or folder holds that is to be brought into the user's network.
public enum ImportSource: Equatable, Sendable {
    /// A whole network, from a JSON file or a folder of CSV tables.
    case network(ReferralNetwork, path: String)
    /// What an archive, an address book, a mailbox or a spreadsheet says.
    case records(SourceRecords)

    /// Reads everything at a path: one source, the address books, calendars and mailboxes in a zip of Google Takeout, or the
    /// cards and events of a folder that has both.
    /// - Parameter path: A file, a folder, a pipe, or `-` for standard input. Pipes are read once.
    /// - Returns: At least one source.
    /// - Throws: ``WorkspaceError``.
    /// - Complexity: O(bytes).
    public static func all(path: String, options: SourceOptions = SourceOptions()) throws(WorkspaceError)
        -> [ImportSource]
    {
        let input = try sourced { () throws(SourceError) in try SourceInput(path: path) }
        let parts = try sourced { () throws(SourceError) in try input.parts() } ?? [input]
        var sources: [ImportSource] = []
        for part in parts {
            let readers =
                options.format.flatMap(SourceReader.of).map { [$0] }
                ?? SourceReader.allRecognising(part, options)
            if readers.isEmpty {
                sources.append(try ImportSource(networkIn: part))
                if options.asOf != nil {
                    throw .request(
                        "--dated: \(shownPath(part.path)) is a network, and its facts have days of their own; import it without --dated."
                    )
                }
            }
            for reader in readers {
                let records = try sourced { () throws(SourceError) in try reader.read(part, options) }
                if records.hasErrors { throw .invalid(records.diagnostics) }
                sources.append(.records(records))
            }
        }
        return sources
    }

    private init(networkIn input: SourceInput) throws(WorkspaceError) {
        if let refusal = RefusedKind.refusal(of: input) { throw .invalid([refusal]) }
        let result = try readable { () throws(ReadError) in
            if let bytes = input.bytes {
                return NetworkJSONReader.read(bytes: bytes, file: input.path, asOf: nil)
            }
            return try NetworkReader.read(path: input.path, asOf: nil)
        }
        guard let network = result.network else {
            throw .invalid(
                Self.unknownKind(result.diagnostics, input.path).map { [$0] } ?? result.diagnostics)
        }
        self = .network(network, path: input.path)
    }

    /// What to say about something that is no network and does not look like one either; `nil` for what looks like one.
    private static func unknownKind(_ diagnostics: [Diagnostic], _ path: String) -> Diagnostic? {
        guard let first = diagnostics.first, !path.lowercased().hasSuffix(".json") else { return nil }
        let isStrange =
            switch first.identifier {
            case .fileEmpty, .encodingInvalid, .formatUnknown, .tableMissing: true
            case .syntax: first.line == 1 && first.column == 1
            default: false
            }
        guard isStrange else { return nil }
        let isEmpty = first.identifier == .fileEmpty
        return Diagnostic(
            isEmpty ? .fileEmpty : .formatUnknown, file: path,
            found: isEmpty ? "nothing" : "nothing that can be imported", expected: SourceReader.nouns,
            hint: isEmpty ? "was it saved completely?" : "say what it is with --as")
    }

    /// Whether it calls talks off.
    var callsOff: Bool {
        guard case .records(let records) = self else { return false }
        return records.talks.contains { $0.event?.isOff == true }
    }

    /// Warnings.
    public var diagnostics: [Diagnostic] {
        switch self {
        case .network: []
        case .records(let records): records.diagnostics
        }
    }
}

/// Lets a source that was not read be a failure of the workspace.
func sourced<Value>(_ body: () throws(SourceError) -> Value) throws(WorkspaceError) -> Value {
    do { return try body() } catch {
        switch error {
        case .unreadable(let error): throw .unreadable(error)
        case .invalid(let diagnostics): throw .invalid(diagnostics)
        case .mappingNeeded(let path, let guess): throw .mappingNeeded(path: path, guess: guess)
        }
    }
}

/// Lets a failed reading be a failure of the workspace.
func readable<Value>(_ body: () throws(ReadError) -> Value) throws(WorkspaceError) -> Value {
    do { return try body() } catch { throw .unreadable(error) }
}

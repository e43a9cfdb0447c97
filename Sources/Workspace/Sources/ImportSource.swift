public import Foundations
internal import NetworkFiles
public import ReferralGraph
public import SourceReaders

/// What a file or folder holds that is to be brought into the user's network.
public enum ImportSource: Equatable, Sendable {
    /// A whole network, from a JSON file or a folder of CSV tables.
    case network(ReferralNetwork, path: String)
    /// What an archive, an address book, a mailbox or a spreadsheet says.
    case records(SourceRecords)

    /// How to read a source.
    public struct Options: Equatable, Sendable {
        /// What it is; `nil` to find out.
        public var format: SourceFormat?
        /// What the columns of a table mean that no program is known to write.
        public var mapping: ColumnMapping?
        /// Names, profile pages or e-mail addresses of the user, where a source does not tell.
        public var owners: [String] = []
        /// Whether to keep the texts of messages.
        public var keepsText = false

        /// Makes options that say nothing.
        public init() {}
    }

    /// Finds out what a path leads to, and reads it.
    /// - Throws: ``WorkspaceError``; ``WorkspaceError/invalid(_:)`` with everything that is wrong in it.
    /// - Complexity: O(bytes).
    public init(path: String, options: Options = Options()) throws(WorkspaceError) {
        let all = try Self.all(path: path, options: options)
        self = all[0]
    }

    /// Reads everything at a path: one source, or the address books and mailboxes in a zip of Google Takeout.
    /// - Parameter path: A file, a folder, a pipe, or `-` for standard input. Pipes are read once.
    /// - Returns: At least one source.
    /// - Throws: ``WorkspaceError``.
    /// - Complexity: O(bytes).
    public static func all(path: String, options: Options = Options()) throws(WorkspaceError)
        -> [ImportSource]
    {
        let input = try ImportInput(path: path)
        if let parts = try TakeoutArchive.parts(of: input) {
            var sources: [ImportSource] = []
            for part in parts { sources.append(try ImportSource(part, options)) }
            return sources
        }
        return [try ImportSource(input, options)]
    }

    private init(_ input: ImportInput, _ options: Options) throws(WorkspaceError) {
        if let format = options.format ?? input.recognisedFormat(hasMapping: options.mapping != nil) {
            let records = try Self.records(of: format, input, options)
            if records.hasErrors { throw .invalid(records.diagnostics) }
            self = .records(records)
        } else {
            if let refusal = input.refusal { throw .invalid([refusal]) }
            let result = try readable { () throws(ReadError) in
                if let bytes = input.bytes {
                    return NetworkJSONReader.read(bytes: bytes, file: input.path, asOf: nil)
                }
                return try NetworkReader.read(path: input.path, asOf: nil)
            }
            guard let network = result.network else {
                throw .invalid(input.unknownKind(result.diagnostics).map { [$0] } ?? result.diagnostics)
            }
            self = .network(network, path: input.path)
        }
    }

    /// Warnings.
    public var diagnostics: [Diagnostic] {
        switch self {
        case .network: []
        case .records(let records): records.diagnostics
        }
    }

    private static func records(
        of format: SourceFormat, _ input: ImportInput, _ options: Options
    ) throws(WorkspaceError) -> SourceRecords {
        let path = input.path
        switch format {
        case .linkedIn:
            var reading = LinkedInArchiveReader.Options()
            reading.keepText = options.keepsText
            reading.ownerURL = options.owners.first { $0.contains("/") }
            reading.ownerName = options.owners.first { !$0.contains("/") && !$0.contains("@") }
            return try readable { () throws(ReadError) in
                try LinkedInArchiveReader.read(path: path, bytes: input.bytes, options: reading)
            }
        case .mail:
            let reading = MailReader.Options(
                ownerAddresses: options.owners.filter { $0.contains("@") }, keepText: options.keepsText)
            return try readable { () throws(ReadError) in
                try MailReader.read(path: path, bytes: input.bytes, options: reading)
            }
        case .vCard:
            if input.isFolder {
                return try readable { () throws(ReadError) in try VCardReader.read(folder: path) }
            }
            return VCardReader.read(bytes: try input.contents(), file: path)
        case .googleContacts: return GoogleContactsReader.read(bytes: try input.contents(), file: path)
        case .applications:
            return JobTrackerReader.read(
                bytes: try input.contents(), file: path, dates: options.mapping?.dates ?? .iso)
        case .csv:
            let bytes = try input.contents()
            if let mapping = options.mapping {
                return MappedCSVReader.read(bytes: bytes, file: path, mapping: mapping)
            }
            let (guess, diagnostics) = MappedCSVReader.guess(bytes: bytes, file: path)
            let errors = diagnostics.filter { $0.severity == .error }
            guard errors.isEmpty, let guess else { throw .invalid(diagnostics) }
            throw .mappingNeeded(path: path, guess: guess)
        }
    }
}

/// Lets a failed reading be a failure of the workspace.
func readable<Value>(_ body: () throws(ReadError) -> Value) throws(WorkspaceError) -> Value {
    do { return try body() } catch { throw .unreadable(error) }
}

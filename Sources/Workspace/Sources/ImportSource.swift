public import ReferralFormats
public import ReferralGraph

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
        if let format = options.format ?? Self.recognisedFormat(path) {
            let records = try Self.records(of: format, path: path, options)
            if records.hasErrors { throw .invalid(records.diagnostics) }
            self = .records(records)
        } else {
            let result = try readable { () throws(ReadError) in try NetworkReader.read(path: path, asOf: nil)
            }
            guard let network = result.network else {
                throw .invalid(Self.unknownKind(path, result.diagnostics).map { [$0] } ?? result.diagnostics)
            }
            self = .network(network, path: path)
        }
    }

    /// Warnings.
    public var diagnostics: [Diagnostic] {
        switch self {
        case .network: []
        case .records(let records): records.diagnostics
        }
    }

    /// What a path seems to hold; `nil` for what may be a network.
    private static func recognisedFormat(_ path: String) -> SourceFormat? {
        if LinkedInArchiveReader.recognises(path: path) { return .linkedIn }
        if MailReader.recognises(path) { return .mail }
        guard let bytes = try? FileBytes.read(path: path) else { return nil }
        if VCardReader.recognises(bytes: bytes) { return .vCard }
        let name = path.lowercased()
        guard name.hasSuffix(".csv") || name.hasSuffix(".tsv") else { return nil }
        let header = MappedCSVReader.header(bytes: bytes, file: path).header
        return GoogleContactsReader.recognises(header: header) ? .googleContacts : .csv
    }

    /// What to say about something that is no network and does not look like one either; `nil` for what looks like one.
    private static func unknownKind(_ path: String, _ diagnostics: [Diagnostic]) -> Diagnostic? {
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
            found: isEmpty ? "nothing" : "nothing that can be brought in",
            expected:
                "a LinkedIn archive, vCards, a CSV of contacts, mail (mbox, Maildir, .eml) or a network",
            hint: isEmpty ? "was it saved completely?" : "what it is can be said with --as")
    }

    private static func records(
        of format: SourceFormat, path: String, _ options: Options
    ) throws(WorkspaceError) -> SourceRecords {
        switch format {
        case .linkedIn:
            var reading = LinkedInArchiveReader.Options()
            reading.keepText = options.keepsText
            reading.ownerURL = options.owners.first { $0.contains("/") }
            reading.ownerName = options.owners.first { !$0.contains("/") && !$0.contains("@") }
            return try readable { () throws(ReadError) in
                try LinkedInArchiveReader.read(path: path, options: reading)
            }
        case .mail:
            let reading = MailReader.Options(
                ownerAddresses: options.owners.filter { $0.contains("@") }, keepText: options.keepsText)
            return try readable { () throws(ReadError) in try MailReader.read(path: path, options: reading) }
        case .vCard: return VCardReader.read(bytes: try bytes(of: path), file: path)
        case .googleContacts: return GoogleContactsReader.read(bytes: try bytes(of: path), file: path)
        case .csv:
            let bytes = try bytes(of: path)
            if let mapping = options.mapping {
                return MappedCSVReader.read(bytes: bytes, file: path, mapping: mapping)
            }
            let (header, diagnostics) = MappedCSVReader.header(bytes: bytes, file: path)
            if !diagnostics.isEmpty { throw .invalid(diagnostics) }
            throw .mappingNeeded(path: path, guess: .guessed(from: header))
        }
    }

    private static func bytes(of path: String) throws(WorkspaceError) -> [UInt8] {
        try readable { () throws(ReadError) in try FileBytes.read(path: path) }
    }
}

/// Lets a failed reading be a failure of the workspace.
private func readable<Value>(_ body: () throws(ReadError) -> Value) throws(WorkspaceError) -> Value {
    do { return try body() } catch { throw .unreadable(error) }
}

public import Foundations
internal import ReferralGraph

extension SourceFormat {
    /// An archive of LinkedIn's.
    public static let linkedIn = SourceFormat(rawValue: "linkedin")
}

extension SourceReader {
    /// LinkedIn's archive of a member's data.
    static let linkedIn = SourceReader(
        .linkedIn, title: "LinkedIn archive",
        summary: "LinkedIn's data archive (the zip, its folder or one of its files)",
        noun: "a LinkedIn archive",
        recognises: { input, _ in
            input.bytes.map(LinkedInArchiveReader.recognises(bytes:))
                ?? LinkedInArchiveReader.recognises(path: input.path)
        },
        read: { input, options throws(SourceError) in
            var reading = LinkedInArchiveReader.Options()
            reading.keepText = options.keepsText
            reading.ownerURL = options.owners.first { $0.contains("/") }
            reading.ownerName = options.owners.first { !$0.contains("/") && !$0.contains("@") }
            return try SourceError.reading { () throws(ReadError) in
                try LinkedInArchiveReader.read(path: input.path, bytes: input.bytes, options: reading)
            }
        })
}

/// Reads the archive of their data that LinkedIn gives its members: a zip, the folder it was unpacked to, or
/// one of its CSV files.
///
/// Read are connections, messages, invitations, job applications, endorsements, recommendations and notes, the
/// owner's own jobs and schools, and what they follow, save and look for, of all the forms that these files have
/// had since about 2016, and what a spreadsheet makes of them.
public enum LinkedInArchiveReader {
    /// What to read, and whose archive it is.
    public struct Options: Equatable, Sendable {
        /// Whether to keep the text of messages.
        public var keepText = false
        /// The name of the archive's owner, where the archive does not show it.
        public var ownerName: String?
        /// The address of the owner's profile page, likewise.
        public var ownerURL: String?
        /// What a zip may ask of the machine.
        public var limits = ArchiveLimits.standard

        /// Makes options that leave everything to the archive.
        public init() {}
    }

    /// Reads an archive.
    /// - Parameters:
    ///   - path: A zip, a folder or a CSV file.
    ///   - bytes: What is in the zip or file, where it was read already; `path` is its name then.
    /// - Returns: The records; with an error among the diagnostics they hold no contacts and nothing about
    ///   them.
    /// - Throws: ``ReadError`` when there is nothing to read; bad data is in the diagnostics.
    /// - Complexity: O(bytes), and for each employer or group thread the square of its people, of which
    ///   there are at most 12.
    public static func read(
        path: String, bytes: [UInt8]? = nil, options: Options = Options()
    ) throws(ReadError) -> SourceRecords {
        let source = try LinkedInSource(path: path, bytes: bytes, limits: options.limits)
        var records = SourceRecords(format: .linkedIn, path: path)
        records.unusedFiles = source.ignored.map(UnusedFile.linkedIn)
        records.diagnostics = source.diagnostics
        guard !records.hasErrors else { return records }
        guard
            LinkedInFileKind.areTelling(source.files.map(\.kind))
                || source.isSingleFile && !source.files.isEmpty
        else {
            records.diagnostics.append(notLinkedIn(path, source))
            return records
        }
        var tables: [LinkedInTable] = []
        for file in source.files {
            let name = source.isSingleFile ? path : path + "/" + file.name
            let (table, diagnostics) = LinkedInTable.read(file, name: name)
            records.diagnostics += diagnostics
            if let table { tables.append(table) }
        }
        guard !records.hasErrors else { return records }
        var reading = LinkedInImport(options: options)
        reading.read(tables)
        reading.give(to: &records, dateOfName: day(inName: path) ?? source.folder.flatMap(day(inName:)))
        if records.hasErrors { records.forgetEverything() }
        return records
    }

    /// Whether a path looks like an archive of LinkedIn's, or one of its files, without reading all of it.
    /// - Complexity: O(entries) for a zip or folder.
    public static func recognises(path: String) -> Bool {
        guard let shape = try? LinkedInSource.shape(path: path) else { return false }
        switch shape {
        case .folder:
            let names = try? filePaths(under: path, limit: ArchiveLimits.standard.entries)
            return LinkedInFileKind.areTelling((names ?? []).compactMap(LinkedInFileKind.init(path:)))
        case .zip: return recognisesZip(path)
        case .file:
            if LinkedInFileKind(path: path)?.isTelling == true { return true }
            guard [".csv", ".tsv", ".txt"].contains(where: path.lowercased().hasSuffix),
                let bytes = try? FileBytes.read(path: path)
            else { return false }
            return LinkedInSource.kind(ofTable: bytes) != nil
        }
    }

    /// Whether bytes are a zip of LinkedIn's or one of its tables.
    public static func recognises(bytes: [UInt8]) -> Bool {
        guard ZipArchive.recognises(bytes: bytes) else { return LinkedInSource.kind(ofTable: bytes) != nil }
        guard let archive = try? ZipArchive(bytes: bytes) else { return false }
        return (try? isLinkedIn(archive)) ?? false
    }

    private static func isLinkedIn(_ archive: ZipArchive) throws -> Bool {
        var kinds: [LinkedInFileKind] = []
        while let entry = try archive.next() {
            guard entry.isFile, let kind = LinkedInFileKind(path: entry.name) else { continue }
            if kind.isTelling { return true }
            kinds.append(kind)
        }
        return LinkedInFileKind.areTelling(kinds)
    }

    private static func recognisesZip(_ path: String) -> Bool {
        do {
            return try isLinkedIn(try ZipArchive(path: path))
        } catch {
            // A damaged one is recognised by its name, so that the damage is what the user hears about.
            return path.lowercased().contains("linkedin")
        }
    }

    private static func notLinkedIn(_ path: String, _ source: LinkedInSource) -> Diagnostic {
        let count = source.ignored.count
        return Diagnostic(
            .formatUnknown, file: path,
            found: source.isSingleFile
                ? "a file that is none of LinkedIn's, by its name and its columns"
                : "\(count) \(count == 1 ? "file" : "files"), none of them one that LinkedIn's archives have",
            expected: "an archive of LinkedIn's, with Connections.csv or messages.csv",
            hint: "ask LinkedIn for a copy of your data, then name the zip, its folder or a CSV file in it")
    }

    /// The day in a name such as `Basic_LinkedInDataExport_06-07-2026.zip`, month first.
    static func day(inName path: String) -> CalendarDay? {
        let base = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
        let bytes = Array(base)
        guard bytes.count >= 10 else { return nil }
        for start in 0...(bytes.count - 10) {
            let piece = bytes[start..<start + 10].map { Character(Unicode.Scalar($0)) }
            let isWhole = start + 10 == bytes.count || !(48...57).contains(bytes[start + 10])
            guard piece[2] == "-", piece[5] == "-", isWhole,
                start == 0 || !(48...57).contains(bytes[start - 1])
            else { continue }
            let parts = String(piece).split(separator: "-").map { Int($0) ?? 0 }
            if parts.count == 3, let day = CalendarDay(year: parts[2], month: parts[0], day: parts[1]) {
                return day
            }
        }
        return nil
    }
}

extension SourceRecords {
    /// Leaves what was understood of a source with errors, so that no half of it can be used.
    mutating func forgetEverything() {
        contacts = []
        talks = []
        applications = []
        acquaintances = []
        ownJobs = []
        ownEducation = []
        proposals = []
    }
}

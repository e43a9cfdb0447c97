internal import ReferralFormats

/// What a path of `import` leads to: a file or folder, or the bytes of a pipe or of a part of an archive, which were read
/// once and cannot be read again.
struct ImportInput {
    /// The path as the user named it; of a part of an archive with its name there.
    let path: String
    /// The content, where the path alone does not lead to it.
    let bytes: [UInt8]?
    let isFolder: Bool

    /// A part of an archive.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        isFolder = false
    }

    /// Reads a pipe, a device or, for `-`, standard input to its end; files are left for their readers.
    init(path: String) throws(WorkspaceError) {
        self.path = path
        var isFolder = false
        bytes = try readable { () throws(ReadError) in
            if path == "-" { return try FileBytes.readStandardInput() }
            switch try FileBytes.kind(of: path) {
            case .folder:
                isFolder = true
                return nil
            case .file: return nil
            case .stream: return try FileBytes.read(path: path)
            }
        }
        self.isFolder = isFolder
    }

    /// The whole content of a file.
    func contents() throws(WorkspaceError) -> [UInt8] {
        if let bytes { return bytes }
        return try readable { () throws(ReadError) in try FileBytes.read(path: path) }
    }

    /// What it seems to hold; `nil` for what may be a network.
    /// - Parameter hasMapping: Whether the user says what columns mean, so that it is a table of contacts.
    func recognisedFormat(hasMapping: Bool) -> SourceFormat? {
        if let bytes {
            if LinkedInArchiveReader.recognises(bytes: bytes) { return .linkedIn }
            if MailReader.recognises(bytes: bytes) { return .mail }
            return recognisedTable(bytes, isNamedTable: false, hasMapping: hasMapping)
        }
        if LinkedInArchiveReader.recognises(path: path) { return .linkedIn }
        if MailReader.recognises(path) { return .mail }
        if isFolder { return VCardReader.recognises(folder: path) ? .vCard : nil }
        guard let bytes = try? FileBytes.read(path: path) else { return nil }
        let name = path.lowercased()
        let isNamedTable = name.hasSuffix(".csv") || name.hasSuffix(".tsv")
        return recognisedTable(bytes, isNamedTable: isNamedTable, hasMapping: hasMapping)
    }

    private func recognisedTable(_ bytes: [UInt8], isNamedTable: Bool, hasMapping: Bool) -> SourceFormat? {
        if VCardReader.recognises(bytes: bytes) { return .vCard }
        let start = bytes.first { $0 > 0x20 && $0 < 0x80 }
        let looksLikeTable =
            self.bytes != nil && refusal == nil && start != UInt8(ascii: "{") && start != UInt8(ascii: "[")
            && !bytes.isEmpty && !ZipArchive.recognises(bytes: bytes)
        guard isNamedTable || looksLikeTable else { return nil }
        let header = MappedCSVReader.header(bytes: bytes, file: path).header
        guard isNamedTable || header.count > 1 else { return nil }
        if GoogleContactsReader.recognises(header: header) { return .googleContacts }
        return !hasMapping && JobTrackerReader.recognises(header: header) ? .applications : .csv
    }

    /// What to say of a kind of file that is known and not read; `nil` for others.
    var refusal: Diagnostic? {
        guard !isFolder else { return nil }
        let start: [UInt8]
        if let bytes {
            start = Array(bytes.prefix(512))
        } else {
            guard let read = try? FileBytes.start(ofFile: path, count: 512) else { return nil }
            start = read
        }
        let text = String(decoding: start, as: UTF8.self)
        if text.uppercased().contains("BEGIN:VCALENDAR") {
            return Diagnostic(
                .formatUnknown, file: path, found: "a calendar", expected: Self.expected,
                hint:
                    "calendars cannot be imported; record a meeting with `rebound log meeting NAME --on DAY`")
        }
        if start.starts(with: [0x21, 0x42, 0x44, 0x4E]) {
            return Diagnostic(
                .formatUnknown, file: path, found: "an Outlook data file (PST)", expected: Self.expected,
                hint: "make an mbox of it, for example with `readpst -o FOLDER FILE`, and import the folder")
        }
        if ZipArchive.recognises(bytes: start) {
            let isWorkbook = path.lowercased().hasSuffix(".xlsx") || path.lowercased().hasSuffix(".ods")
            return Diagnostic(
                .formatUnknown, file: path,
                found: isWorkbook
                    ? "a spreadsheet" : "a zip without a LinkedIn archive, address books or mail",
                expected: Self.expected,
                hint: isWorkbook
                    ? "save it as CSV UTF-8 and import that" : "unpack it and name the files in it")
        }
        return nil
    }

    private static let expected =
        "a LinkedIn archive, vCards, a CSV of contacts, mail (mbox, Maildir, .eml) or a network"

    /// What to say about something that is no network and does not look like one either; `nil` for what looks like one.
    func unknownKind(_ diagnostics: [Diagnostic]) -> Diagnostic? {
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
            found: isEmpty ? "nothing" : "nothing that can be imported", expected: Self.expected,
            hint: isEmpty ? "was it saved completely?" : "say what it is with --as")
    }
}

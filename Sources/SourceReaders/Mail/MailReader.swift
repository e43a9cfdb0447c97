public import Foundations
internal import MailFiles
public import ReferralGraph

extension SourceFormat {
    /// Mailboxes and mails.
    public static let mail = SourceFormat(rawValue: "mail")
}

extension SourceReader {
    /// Mailboxes, folders of them, and single mails.
    static let mail = SourceReader(
        .mail, title: "mail",
        summary: "mail (mbox, Maildir, .eml, .emlx, folders of Thunderbird and Apple Mail)",
        noun: "mail (mbox, Maildir, .eml)", endingsInZips: [".mbox", ".eml"],
        recognises: { input, _ in
            input.bytes.map(MailReader.recognises(bytes:)) ?? MailReader.recognises(input.path)
        },
        read: { input, options throws(SourceError) in
            var reading = MailReader.Options(
                ownerAddresses: options.owners.filter { $0.contains("@") }, keepText: options.keepsText)
            reading.applicationsSince = options.applicationsSince
            return try SourceError.reading { () throws(ReadError) in
                try MailReader.read(path: input.path, bytes: input.bytes, options: reading)
            }
        })
}

/// Reads mailboxes: mbox files, Google Takeout's among them, Maildir folders, folders of Thunderbird and Apple Mail, and
/// single mails (`.eml`, `.emlx`).
///
/// Mails between the owner and people become talks. Those of machines, mailing lists and senders of spam are counted and
/// left out, and so are what offices send about applications, drafts, deleted mails, and texts unless they are asked for. An answer to the owner's own mail, from
/// an address to which they wrote, is an answer whatever it says of lists.
public enum MailReader {
    /// What to read, and how.
    public struct Options: Equatable, Sendable {
        /// The owner's addresses; found out from the mailbox when there is none.
        public var ownerAddresses: [String]
        /// Whether to keep the texts.
        public var keepText: Bool
        /// The most mails to read; `nil` for all.
        public var limit: Int?
        /// The first day of the mails in which to look for how applications go; `nil` to look in none.
        public var applicationsSince: CalendarDay?

        /// Makes options.
        public init(ownerAddresses: [String] = [], keepText: Bool = false, limit: Int? = nil) {
            self.ownerAddresses = ownerAddresses
            self.keepText = keepText
            self.limit = limit
        }
    }

    /// Reads a mailbox.
    ///
    /// Of a mailbox's file only a window of about 1 MiB is in memory at a time; what is kept of a mail is who wrote when
    /// to who about what.
    /// - Parameters:
    ///   - path: An mbox file, a Maildir folder with those in it, a folder of Thunderbird or Apple Mail, a folder of such
    ///     files, or a mail.
    ///   - bytes: What is there, where it was read already, of a pipe or an archive; `path` is its name then.
    /// - Throws: ``ReadError`` when the path leads nowhere, or when gmime is not installed.
    /// - Complexity: O(n log n) for a mailbox of n bytes.
    public static func read(
        path: String, bytes: [UInt8]? = nil, options: Options = Options()
    ) throws(ReadError) -> SourceRecords {
        var records = SourceRecords(format: .mail, path: path)
        let folders =
            if let bytes {
                [MailFolder(path, bytes: bytes)].compactMap(\.self)
            } else {
                try MailFolder.list(at: path)
            }
        guard !folders.isEmpty else {
            records.diagnostics = [try diagnosticOfNoMail(path, bytes)]
            return records
        }
        let parser = try MailParser(toRead: path)
        var collection = MailCollection(options)
        for folder in folders { try collection.read(folder, parser, bytes: bytes) }
        records.tallies = collection.tallies
        let certain = collection.envelopes.filter { $0.doubt == nil }
        if certain.isEmpty, !collection.hiringMails.isEmpty {
            records.hiringMails = collection.hiringMails
            return records
        }
        guard !certain.isEmpty else {
            records.diagnostics = [diagnosticOfNobody(path, collection.count)]
            return records
        }
        guard let owner = owner(of: certain, collection.addresses, options) else {
            records.diagnostics = [diagnosticOfNoOwner(path, options, certain.count)]
            return records
        }
        if let guess = owner.guess {
            records.diagnostics = [diagnosticOfGuess(path, owner, guess, collection.addresses)]
        }
        var assembly = MailAssembly(collection, owner, into: records)
        assembly.assemble()
        if assembly.records.talks.isEmpty {
            assembly.records.diagnostics.append(diagnosticOfNobody(path, collection.count))
        }
        return assembly.records
    }

    /// Whether bytes are those of a mailbox or a mail.
    public static func recognises(bytes: [UInt8]) -> Bool {
        MailFile.kind(of: Array(bytes.prefix(1 << 16))) != nil
    }

    /// Whether a path leads to a mailbox: an mbox file, a mail, a Maildir folder, or a folder with files of mail.
    public static func recognises(_ path: String) -> Bool {
        switch try? FileBytes.isFolder(path: path) {
        case nil: false
        case true: MailFolder.isMailFolder(path)
        case false: MailFile.kind(of: path) != nil
        }
    }

    private static func owner(
        of envelopes: [MailEnvelope], _ addresses: MailAddresses, _ options: Options
    ) -> MailOwner? {
        options.ownerAddresses.isEmpty
            ? MailOwner.guessed(envelopes, addresses) : MailOwner.named(options.ownerAddresses, in: addresses)
    }

    private static func diagnosticOfNoMail(_ path: String, _ bytes: [UInt8]?) throws(ReadError) -> Diagnostic
    {
        let isFolder = bytes == nil ? try FileBytes.isFolder(path: path) : false
        let content = if let bytes { bytes } else { isFolder ? [1] : try FileBytes.read(path: path) }
        if content.allSatisfy({ $0 == 10 || $0 == 13 }) {
            return Diagnostic(
                .fileEmpty, file: path, found: "nothing", expected: "mails",
                hint: "was it exported completely?")
        }
        return Diagnostic(
            .formatUnknown, file: path, found: isFolder ? "a folder without mail" : "no mail",
            expected: "an mbox file, a Maildir folder or a mail",
            hint: "an mbox file begins with the word \"From\" and the header of a mail")
    }

    private static func diagnosticOfNobody(_ path: String, _ count: Int) -> Diagnostic {
        Diagnostic(
            .listEmpty, file: path,
            found: count == 1 ? "one mail, which is not used" : "\(count) mails, none of which is used",
            expected: "mails between you and people", hint: "the list of what was skipped says why")
    }

    private static func diagnosticOfNoOwner(_ path: String, _ options: Options, _ count: Int) -> Diagnostic {
        let isNamed = !options.ownerAddresses.isEmpty
        return Diagnostic(
            .seekerUnclear, file: path,
            found: isNamed
                ? "no mail from or to \(listed(options.ownerAddresses))"
                : "no address that clearly takes part most in \(count == 1 ? "its one mail" : "its \(count) mails")",
            expected: "the owner's address", hint: "name your own addresses with --owner")
    }

    private static func diagnosticOfGuess(
        _ path: String, _ owner: MailOwner, _ guess: String, _ addresses: MailAddresses
    ) -> Diagnostic {
        let spellings = owner.addresses.map { addresses.entries[$0].spelling }
        let named =
            spellings.count == 1 ? clipped(spellings[0]) : spellings.map(clipped).joined(separator: " and ")
        return Diagnostic(
            .ownerGuessed, file: path,
            found: "no word on whose mailbox it is, and took it for that of \(named), \(guess)",
            expected: "the owner's address", hint: "if that is wrong, name your own addresses with --owner")
    }
}

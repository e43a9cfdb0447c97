public import Foundations
public import ReferralGraph

/// A mail that may be about an application: who wrote to who, when, and what it means.
public struct HiringMail: Equatable, Sendable {
    /// What it means.
    public var meaning: MailMeaning
    /// When it was written; `nil` where that cannot be read.
    public var date: Timestamp?
    /// Those in From, mostly one.
    public var writers: [Mailbox]
    /// Those in Cc, and those invited by an appointment in the mail.
    public var others: [Mailbox]
    /// Those in To.
    public var readers: [Mailbox]
    /// The subject on one line.
    public var subject: String
    /// What the writer says, without what is quoted or forwarded.
    public var text: String
    /// The lines below the farewell, the name first; at most six.
    public var signature: [String]
    /// The names under which ``SourceReaders`` stores the mails before it, the one that it answers last.
    public var references: [String]

    /// A name with an address; either may be empty.
    public struct Mailbox: Hashable, Sendable {
        /// The name, the given name first.
        public var name: String
        /// The address.
        public var address: String
        /// Whether a machine or an office is behind it, and no one person.
        public var isOffice: Bool {
            name.isEmpty || !MailName.isPerson(name) || MailName.isOffice(name, address)
        }

        /// Makes one.
        public init(name: String, address: String) {
            self.name = name
            self.address = address
        }
    }

    /// Reads a mail that is taken apart.
    package init(_ mail: ParsedMail, _ header: MailHeader) {
        func mailboxes(_ field: ParsedMail.AddressField) -> [Mailbox] {
            mail.addresses(field).map(Mailbox.init)
        }
        let body = NewMailText(mail.shownText)
        let subject = header.subject
        writers = header.senders.map(Mailbox.init)
        readers = mailboxes(.to)
        let invited = mail.calendar.map { InvitedPeople($0).people.map(Mailbox.init) } ?? []
        others = (mailboxes(.cc) + invited).uniqued()
        (text, signature) = (body.text, body.signature)
        self.subject = subject
        date = header.date
        references = header.references.map(MailIdentifier.name)
        meaning = MailMeaning(
            MailClues(
                subject: MailSubject(subject).isOfAnother ? "" : subject, text: body.text,
                isAutomaticAnswer: header.isAutomaticAnswer, isOfList: header.isOfList))
    }

    /// Every mail in a file or what was read of one.
    /// - Parameter bytes: What is there, where it was read already; `path` is its name then.
    /// - Throws: ``ReadError`` when the path leads nowhere, or when gmime is not installed.
    /// - Complexity: O(bytes).
    public static func all(path: String, bytes: [UInt8]) throws(ReadError) -> [HiringMail] {
        let isMailbox = MailFile.kind(of: Array(bytes.prefix(1 << 16))) == .mbox
        let parser = try MailParser(toRead: path)
        let splitter = try MboxSplitter(bytes: bytes, path: path, isMailbox: isMailbox, keepsText: true)
        var mails: [HiringMail] = []
        while let raw = try splitter.next() {
            let mail = parser.parse(raw.bytes) { HiringMail($0, MailHeader($0, role: nil)) }
            if let mail { mails.append(mail) }
        }
        return mails
    }
}

extension HiringMail.Mailbox {
    fileprivate init(_ pair: (name: String, address: String)) {
        self.init(name: MailName.cleaned(pair.name), address: composed(pair.address))
    }
}

extension ParsedMail {
    /// What a mail program shows: the plain text, or that of the HTML where the plain one is missing or only points to it.
    var shownText: String {
        let plain = text ?? ""
        guard plain.utf8.count < 200, let html else { return plain }
        let shown = HTMLText(html).text
        return shown.utf8.count > plain.utf8.count ? shown : plain
    }
}

internal import Foundations
internal import MailFiles
internal import ReferralGraph

/// The mails of a mailbox that people wrote, as far as they can be judged without knowing whose mailbox it is.
struct MailCollection {
    private(set) var envelopes: [MailEnvelope] = []
    private(set) var addresses = MailAddresses()
    /// What is known about the conversations, from mails that are not used as well.
    private(set) var threads: [MailThreads<String>.Message] = []
    private(set) var tallies: [SourceTally] = []
    /// Mails that say how an application goes.
    private(set) var hiringMails: [HiringMail] = []
    /// How many mails there are, used or not.
    private(set) var count = 0
    private let options: MailReader.Options
    private var seen: Set<String> = []
    private var seenHiring: Set<String> = []

    init(_ options: MailReader.Options) { self.options = options }

    /// Reads a folder or an mbox file.
    /// - Parameter bytes: What is in the one file, where it was read already.
    mutating func read(_ folder: MailFolder, _ parser: MailParser, bytes: [UInt8]? = nil) throws(ReadError) {
        var tally = SourceTally(file: folder.path)
        var number = 0
        for file in folder.files where !isFull {
            let splitter: MboxSplitter
            do throws(ReadError) {
                splitter =
                    if let bytes {
                        try MboxSplitter(
                            bytes: bytes, path: file, isMailbox: folder.isMbox, keepsText: true)
                    } else {
                        try MboxSplitter(path: file, isMailbox: folder.isMbox, keepsText: true)
                    }
            } catch {
                // One bad file does not stop a folder; a mailbox that cannot be read is an error.
                guard folder.files.count > 1 else { throw error }
                number += 1
                tally.skip(number, MailSkip.unreadable)
                continue
            }
            var role = folder.role
            if !folder.isMbox, let own = MailRole(ofMail: file) { role = own }
            let first = number + 1
            while !isFull, let raw = try splitter.next() {
                number += 1
                count += 1
                let place = SourcePlace(file: file, line: folder.isMbox ? number : 1)
                let bytes = options.keepText ? raw.bytes : Array(raw.bytes.prefix(raw.headerCount))
                let reason =
                    parser.parse(bytes) { mail in
                        let header = MailHeader(mail, role: role)
                        return add(mail, header, place, number, hiringMail(raw, header, parser))
                    } ?? .noHeader
                if let reason {
                    tally.skip(number, reason)
                }
            }
            if number < first, !isFull {
                number += 1
                tally.skip(number, MailSkip.noHeader)
            }
        }
        tallies.append(tally)
    }

    /// What a mail says of an application, where that is asked for, or decides whether it is a talk.
    private func hiringMail(_ raw: RawMail, _ header: MailHeader, _ parser: MailParser) -> HiringMail? {
        let isWorthReading =
            switch header.reasonToSkip {
            case nil: header.isOfOffice || isRecent(header.date)
            case .machine, .list: isRecent(header.date)
            default: false
            }
        return isWorthReading ? parser.parse(raw.bytes) { HiringMail($0, header) } : nil
    }

    private func isRecent(_ date: Timestamp?) -> Bool {
        guard let since = options.applicationsSince, let day = date?.day else { return false }
        return day >= since
    }

    private var isFull: Bool { options.limit.map { count >= $0 } ?? false }

    /// - Returns: Why the mail is not used.
    private mutating func add(
        _ mail: ParsedMail, _ header: MailHeader, _ place: SourcePlace, _ number: Int, _ hiring: HiringMail?
    ) -> MailSkip? {
        if let list = header.listAddress { addresses.markAsList(list) }
        // What a list or a program seems to have sent may be someone's answer; that shows when the owner is known.
        var doubt = header.reasonToSkip
        if let hiring,
            seenHiring.insert("\(header.id ?? hiring.text)\n\(hiring.subject)\n\(hiring.writers)").inserted
        {
            if hiring.meaning.kind.isDecision, isRecent(hiring.date) { hiringMails.append(hiring) }
        }
        if doubt == nil, header.isOfOffice, hiring?.meaning.kind.isOfNobody ?? false { doubt = .office }
        if let doubt, !header.mayBeAnswer(in: doubt) {
            if let id = header.id { thread(id, header) }
            return doubt
        }
        guard let date = header.date else {
            if let id = header.id { thread(id, header) }
            return .undated
        }
        let senders = header.senders
        let subject = header.subject
        // Without a Message-ID the mail itself is the name of its copies; no real one has line breaks.
        let id = header.id ?? "\(date)\n\(senders.first?.address.lowercased() ?? "")\n\(subject)"
        // Some senders give many mails one Message-ID: a copy has the same sender and day as well.
        let fullID = "\(id)\n\(senders.first?.address.lowercased() ?? "")\n\(date.day)"
        guard seen.insert(fullID).inserted else { return .repeated }
        thread(id, header)
        let hidden = mail.addresses(.bcc)
        let open = mail.addresses(.to) + mail.addresses(.cc)
        guard open.count + hidden.count <= 20 else { return .manyRecipients }
        envelopes.append(
            MailEnvelope(
                place: place, tally: tallies.count, number: number, thread: threads.count - 1,
                id: MailIdentifier.name(of: id), messageID: header.id, date: date, subject: subject.isEmpty ? nil : subject,
                text: options.keepText ? Self.text(of: mail) : nil,
                senders: addresses.positions(of: senders, areOwn: true, countsNames: doubt == nil),
                recipients: addresses.positions(of: open, areOwn: false, countsNames: doubt == nil),
                hidden: addresses.positions(of: hidden, areOwn: false, countsNames: doubt == nil),
                deliveredTo: header.deliveredTo.flatMap { addresses.known($0) },
                isSent: header.isSent, fullID: MailIdentifier.name(of: fullID), doubt: doubt,
                answers: doubt == nil ? [] : header.references,
                senderName: senders.first?.name ?? ""))
        return nil
    }

    /// The text with line feeds only; `nil` when there is none.
    private static func text(of mail: ParsedMail) -> String? {
        let text = trimmed(
            composed(String(decoding: (mail.text ?? "").utf8.filter { $0 != 13 }, as: UTF8.self)))
        return text.isEmpty ? nil : text
    }

    /// Puts who wrote a mail in the place of an address from which several people write.
    mutating func nameWriter(of envelope: inout MailEnvelope) {
        guard let sender = envelope.senders.first else { return }
        envelope.senders[0] = addresses.writer(named: envelope.senderName, at: sender)
    }

    /// Takes the name of a sender into account whose mail was in doubt.
    mutating func countName(of envelope: MailEnvelope) {
        guard let sender = envelope.senders.first else { return }
        addresses.countOwnName(envelope.senderName, of: sender)
    }

    private mutating func thread(_ id: String, _ header: MailHeader) {
        threads.append(MailThreads.Message(id: id, references: header.references))
    }
}

/// A mail that a person wrote to people; people are positions in ``MailAddresses``.
struct MailEnvelope {
    var place: SourcePlace
    /// The position of its file's tally, and its number there.
    var tally: Int
    var number: Int
    /// Its position among the messages of the threads.
    var thread: Int
    var id: String
    /// What its header gives as its identifier, without brackets.
    var messageID: String?
    var date: Timestamp
    var subject: String?
    var text: String?
    /// Who wrote, usually one.
    var senders: [Int]
    /// Those in To and Cc, and in Bcc.
    var recipients: [Int]
    var hidden: [Int]
    /// The mailbox into which it was put.
    var deliveredTo: Int?
    /// Whether it lies in the sent items.
    var isSent: Bool
    /// A name for it that no other mail with the same Message-ID has.
    var fullID: String
    /// Why it is not used unless it answers a mail of the owner's.
    var doubt: MailSkip?
    /// The mails that it refers to; known where there is a doubt.
    var answers: [String] = []
    /// The name that its sender wrote before the address.
    var senderName = ""
}

extension MailMeaning.Kind {
    /// Whether there is something to record.
    fileprivate var isDecision: Bool { self == .rejection || self == .invitation || self == .receipt }

    /// Whether it is no one's word to answer when an office sends it.
    fileprivate var isOfNobody: Bool { self == .rejection || self == .receipt || self == .noise }
}

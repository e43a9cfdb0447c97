internal import Foundations
package import ReferralGraph

/// What the header of one mail says, besides who received it.
package struct MailHeader {
    private let mail: ParsedMail
    private let roles: [MailRole]
    /// The Message-ID without its brackets.
    package let id: String?

    /// - Parameter role: What the mail's folder is for.
    package init(_ mail: ParsedMail, role: MailRole?) {
        self.mail = mail
        // Google Takeout keeps everything in one file and says so in a field.
        roles =
            [role].compactMap(\.self)
            + Self.labels(mail["X-Gmail-Labels"] ?? "").compactMap { MailRole(name: $0) }
        let written = mail["Message-ID"] ?? ""
        let bare = String(written.filter { !$0.isWhitespace })
        id = MailIdentifier.bracketed(written).first ?? (bare.isEmpty ? nil : bare)
    }

    /// The labels between commas; those that have a comma themselves stand in quotes.
    static func labels(_ field: String) -> [String] {
        piecesOutsideQuotes(Array(field.utf8)[...], at: UInt8(ascii: ",")).map { label in
            trimmed(String(decoding: label.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
        }.filter { !$0.isEmpty }
    }

    /// Whether the mail lies in the sent items.
    package var isSent: Bool { roles.contains(.sent) }

    /// Those in From, or if there is no one the one in Sender.
    package var senders: [(name: String, address: String)] {
        let senders = mail.addresses(.from)
        if !senders.isEmpty { return senders }
        return senderByName.map { [($0, "")] } ?? mail.addresses(.sender)
    }

    /// The name before a ``LegacyAddress`` that is no address to gmime either.
    private var senderByName: String? {
        guard let written = mail["From"], let bracket = written.lastIndex(of: "<") else { return nil }
        let name = trimmed(String(written[..<bracket])).trimmingQuotes
        let address = written[written.index(after: bracket)...].prefix { $0 != ">" }
        return LegacyAddress.isLegacy(trimmed(String(address))) && MailName.isPerson(name) ? name : nil
    }

    /// The subject on one line; empty when there is none.
    package var subject: String {
        let words = composed(mail["Subject"] ?? "").unicodeScalars.split { $0.isSpace || $0.isControlCode }
        return words.map { String($0) }.joined(separator: " ")
    }

    /// The mailbox into which the mail was put, by what the last server wrote.
    package var deliveredTo: String? {
        (mail["Delivered-To"] ?? mail["X-Original-To"]).map { trimmed($0) }
    }

    /// The address of the mailing list (RFC 2369).
    package var listAddress: String? {
        MailIdentifier.bracketed(mail["List-Post"] ?? "").first { $0.lowercased().hasPrefix("mailto:") }.map {
            String($0.dropFirst(7).prefix { $0 != "?" })
        }
    }

    /// The mails before this one, the one that it answers last: References, and the first of In-Reply-To if it is not
    /// among them.
    package var references: [String] {
        var references = MailIdentifier.bracketed(mail["References"] ?? "")
        // Both ends matter and the middle can be left out (RFC 5537, 3.4.4).
        if references.count > 100 { references = Array(references.prefix(1) + references.suffix(99)) }
        if let answered = MailIdentifier.bracketed(mail["In-Reply-To"] ?? "").first,
            !references.contains(answered)
        {
            references.append(answered)
        }
        return references
    }

    /// When the mail was written, or if that cannot be read when the last server received it.
    package var date: Timestamp? {
        if let date = Self.timestamp(mail["Date"] ?? "") { return date }
        guard let received = mail["Received"], let semicolon = received.lastIndex(of: ";") else { return nil }
        return Self.timestamp(String(received[received.index(after: semicolon)...]))
    }

    private static func timestamp(_ text: String) -> Timestamp? {
        guard let date = MailDate(trimmed(text)) else { return nil }
        let local = date.seconds + date.offsetMinutes * 60
        let number = local >= 0 ? local / 86_400 : (local + 1) / 86_400 - 1
        let day = CalendarDay(number: number)
        // The format is of 1982 (RFC 822); before that, and beyond four digits, a clock was wrong.
        guard (1982...9999).contains(day.parts.year) else { return nil }
        return Timestamp(day, secondOfDay: local - number * 86_400, utcOffsetMinutes: date.offsetMinutes)
    }

    /// Why the mail is not from a person to people.
    package var reasonToSkip: MailSkip? {
        if roles.contains(.drafts) || isMarkedAsDraft { return .draft }
        if roles.contains(.spam) || says("X-Spam-Flag", "yes") || says("X-Spam-Status", "yes") {
            return .spam
        }
        if roles.contains(.trash) || isMarkedAsDeleted { return .deleted }
        if isOfMachine { return .machine }
        if isOfList { return .list }
        if senders.isEmpty { return isBlank(mail["From"] ?? "") ? .noSender : .noAddress }
        return nil
    }

    /// Whether a mail that seems to be of a list or a program may be an answer all the same: it refers to another mail and
    /// is neither an automatic answer (RFC 3834) nor a report on delivery.
    ///
    /// Tools of recruiters put the fields of lists on single mails since large providers demand them (RFC 8058).
    package func mayBeAnswer(in doubt: MailSkip) -> Bool {
        guard doubt == .list || doubt == .machine || doubt == .office, !isAutomaticAnswer,
            let sender = senders.first, !MailName.isMachine(sender.address)
        else { return false }
        return !references.isEmpty || MailSubject(subject).isAnswer
    }

    /// Whether the mail says that it went to many (RFC 2369, RFC 2919).
    var isOfList: Bool {
        ["List-Id", "List-Post", "List-Unsubscribe"].contains { mail[$0] != nil }
            || ["bulk", "list", "junk"].contains { says("Precedence", $0) }
    }

    /// Whether an office wrote the mail, and no person by name.
    package var isOfOffice: Bool {
        senders.first.map { MailName.isOffice(MailName.cleaned($0.name), $0.address) } ?? false
    }

    /// Marks of Thunderbird, Apple Mail and Outlook on drafts, and of mbox programs (T in X-Status).
    private var isMarkedAsDraft: Bool {
        statusFlags("X-Status").contains("T") || mail["X-Mozilla-Draft-Info"] != nil || says("X-Unsent", "1")
            || says("X-Uniform-Type-Identifier", "com.apple.mail-draft")
    }

    /// D in the status of mbox programs, and Thunderbird's mark for mails that it only has not cut out of the file yet.
    private var isMarkedAsDeleted: Bool {
        if statusFlags("X-Status").contains("D") || statusFlags("Status").contains("D") { return true }
        let mark = mail["X-Mozilla-Status"].flatMap { Int(trimmed($0), radix: 16) } ?? 0
        return mark & 0x0008 != 0
    }

    /// The letters of a status; none for a field of that name with words in it.
    private func statusFlags(_ name: String) -> String {
        let flags = trimmed(mail[name] ?? "")
        return flags.allSatisfy { "ROADFTNUS".contains($0) } ? flags : ""
    }

    /// Answers without a person (RFC 3834), reports on delivery (RFC 3464, RFC 5321 4.5.5), and senders named so.
    private var isOfMachine: Bool {
        if let kind = mail["Auto-Submitted"], !isWord("no", atStartOf: kind) { return true }
        return isAutomaticAnswer || senders.first.map { MailName.isMachine($0.address) } ?? false
    }

    /// Whether a machine answers for someone who has not read what it answers.
    var isAutomaticAnswer: Bool {
        if says("Auto-Submitted", "auto-replied") || says("Auto-Submitted", "auto-notified") { return true }
        if MailSubject(subject).isAutomatic || mail["X-Autoreply"] != nil || mail["X-Autorespond"] != nil {
            return true
        }
        if says("Precedence", "auto_reply") || says("Content-Type", "multipart/report") { return true }
        return mail["Return-Path"].map { $0.filter { !$0.isWhitespace } == "<>" } ?? false
    }

    private func says(_ name: String, _ word: String) -> Bool {
        mail[name].map { isWord(word, atStartOf: $0) } ?? false
    }

    private func isWord(_ word: String, atStartOf field: String) -> Bool {
        let first = trimmed(field).prefix { !$0.isWhitespace && !";,(".contains($0) }
        return first.lowercased() == word
    }
}

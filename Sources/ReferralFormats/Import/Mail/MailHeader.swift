internal import ReferralGraph

/// What the header of one mail says, besides who received it.
struct MailHeader {
    private let mail: ParsedMail
    private let roles: [MailRole]
    /// The Message-ID without its brackets.
    let id: String?

    /// - Parameter role: What the mail's folder is for.
    init(_ mail: ParsedMail, role: MailRole?) {
        self.mail = mail
        // Google Takeout keeps everything in one file and says so in a field.
        let labels = mail["X-Gmail-Labels"]?.split(separator: ",") ?? []
        roles =
            [role].compactMap(\.self)
            + labels.compactMap { MailRole(name: trimmed(String($0)).trimmingQuotes) }
        let written = mail["Message-ID"] ?? ""
        let bare = String(written.filter { !$0.isWhitespace })
        id = MailIdentifier.bracketed(written).first ?? (bare.isEmpty ? nil : bare)
    }

    /// Whether the mail lies in the sent items.
    var isSent: Bool { roles.contains(.sent) }

    /// Those in From, or if there is nobody the one in Sender.
    var senders: [(name: String, address: String)] {
        let senders = mail.addresses(.from)
        return senders.isEmpty ? mail.addresses(.sender) : senders
    }

    /// The subject on one line; empty when there is none.
    var subject: String {
        let words = composed(mail["Subject"] ?? "").unicodeScalars.split { $0.isSpace || $0.isControlCode }
        return words.map { String($0) }.joined(separator: " ")
    }

    /// The mailbox into which the mail was put, by what the last server wrote.
    var deliveredTo: String? {
        (mail["Delivered-To"] ?? mail["X-Original-To"]).map { trimmed($0) }
    }

    /// The address of the mailing list (RFC 2369).
    var listAddress: String? {
        MailIdentifier.bracketed(mail["List-Post"] ?? "").first { $0.lowercased().hasPrefix("mailto:") }.map {
            String($0.dropFirst(7).prefix { $0 != "?" })
        }
    }

    /// The mails before this one, the one that it answers last: References, and the first of In-Reply-To if it is not
    /// among them.
    var references: [String] {
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
    var date: Timestamp? {
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
    var reasonToSkip: MailSkip? {
        if roles.contains(.drafts) || mail["X-Status"]?.contains("T") == true { return .draft }
        if roles.contains(.spam) || says("X-Spam-Flag", "yes") || says("X-Spam-Status", "yes") {
            return .spam
        }
        if isOfMachine { return .machine }
        let isOfList = ["List-Id", "List-Post", "List-Unsubscribe"].contains { mail[$0] != nil }
        if isOfList || ["bulk", "list", "junk"].contains(where: { says("Precedence", $0) }) { return .list }
        return senders.isEmpty ? .noSender : nil
    }

    /// Answers without a person (RFC 3834), reports on delivery (RFC 3464, RFC 5321 4.5.5), and senders named so.
    private var isOfMachine: Bool {
        if let kind = mail["Auto-Submitted"], !isWord("no", atStartOf: kind) { return true }
        if mail["X-Autoreply"] != nil || mail["X-Autorespond"] != nil { return true }
        if says("Precedence", "auto_reply") || says("Content-Type", "multipart/report") { return true }
        if let path = mail["Return-Path"], path.filter({ !$0.isWhitespace }) == "<>" { return true }
        return senders.first.map { MailName.isMachine($0.address) } ?? false
    }

    private func says(_ name: String, _ word: String) -> Bool {
        mail[name].map { isWord(word, atStartOf: $0) } ?? false
    }

    private func isWord(_ word: String, atStartOf field: String) -> Bool {
        let first = trimmed(field).prefix { !$0.isWhitespace && !";,(".contains($0) }
        return first.lowercased() == word
    }
}

internal import Foundations
internal import ReferralGraph

extension LinkedInImport {
    /// Reads `messages.csv`. Who is the owner decides the direction: their own messages lie in the inbox too.
    mutating func readMessages(_ table: LinkedInTable, _ tally: Int) {
        let columns = MessageColumns(table)
        rows(table, tally) { $0.readMessage(table, $1, columns) }
    }

    private mutating func readMessage(
        _ table: LinkedInTable, _ row: CSVDocument.Row, _ columns: MessageColumns
    ) -> SkipReason? {
        for column in columns.drafts
        where ["yes", "true", "1"].contains(table.text(row, column).lowercased()) {
            return .draft
        }
        if table.text(row, columns.folder).uppercased() == "SPAM" { return .spam }
        guard let found = date(table, row, columns.date), let date = found else { return .date }
        let (from, address) = (table.text(row, columns.from), table.text(row, columns.sender))
        if isSponsored(table, row, columns, from: from, address: address) { return .sponsored }
        let sender: Int?
        switch mention(name: from, url: address, table: table, row: row) {
        case .owner: sender = nil
        case .contact(let position): sender = position
        case .nobody(let reason): return reason
        }
        let (others, missing) = recipients(table, row, columns, besides: sender)
        guard sender != nil || !others.isEmpty else { return missing ?? .nobodyElse }
        let content = Fingerprint(ofText: table.document, row, columns.content)
        let conversation = table.text(row, columns.conversation)
        let id = Fingerprint([conversation, "\(date)", senderKey(sender), content.hexadecimal]).hexadecimal
        guard knownTalks.insert(id).inserted else { return .sameMessage }
        if others.count + (sender == nil ? 0 : 1) == 1 {
            knownTalks.insert(textBetween(sender ?? others[0], isOutgoing: sender == nil, content))
        }
        let thread = conversation.isEmpty ? nil : "linkedin-" + Fingerprint([conversation]).hexadecimal
        talks.append(
            TalkRecord(
                id: "linkedin-" + id, date: date, sender: sender, others: others, channel: .message,
                thread: thread, subject: table.value(row, columns.subject),
                text: options.keepText ? keptText(table, row, columns.content) : nil, place: table.place(row))
        )
        if let thread { groups.add(others + [sender].compactMap { $0 }, thread: thread, day: date.day) }
        return nil
    }

    /// Advertisements come without the address of a sender, or as a page's markup.
    private func isSponsored(
        _ table: LinkedInTable, _ row: CSVDocument.Row, _ columns: MessageColumns, from: String,
        address: String
    ) -> Bool {
        if let content = columns.content, contains("spinmail", table.document.bytes(row, content)) {
            return true
        }
        guard columns.sender != nil, address.isEmpty else { return false }
        return !LinkedInName.isHidden(from) && !owner.isMeant(key: nil, name: from)
            && !contacts.isKnown(name: from)
    }

    /// The others a message went to; and why some of them are left out.
    private mutating func recipients(
        _ table: LinkedInTable, _ row: CSVDocument.Row, _ columns: MessageColumns, besides sender: Int?
    ) -> (others: [Int], missing: SkipReason?) {
        let addresses = LinkedInName.addresses(table.text(row, columns.recipients))
        let names = LinkedInName.list(
            table.text(row, columns.to), count: addresses.isEmpty ? nil : addresses.count
        ) { contacts.isKnown(name: $0) || owner.isMeant(key: nil, name: $0) }
        var others: [Int] = []
        var known: Set<Int> = sender.map { [$0] } ?? []
        var missing: SkipReason?
        for index in 0..<max(names.count, addresses.count) {
            let name = index < names.count ? names[index] : ""
            let address = index < addresses.count ? addresses[index] : ""
            switch mention(name: name, url: address, table: table, row: row) {
            case .owner: break
            case .contact(let position):
                if known.insert(position).inserted { others.append(position) }
            case .nobody(let reason): missing = missing ?? reason
            }
        }
        return (others, missing)
    }

    /// Reads `Invitations.csv`. Only one with a message is a talk; one that went out without it still shows
    /// that the owner asked a stranger.
    mutating func readInvitations(_ table: LinkedInTable, _ tally: Int) {
        let columns = InvitationColumns(table)
        rows(table, tally) { $0.readInvitation(table, $1, columns) }
    }

    private mutating func readInvitation(
        _ table: LinkedInTable, _ row: CSVDocument.Row, _ columns: InvitationColumns
    ) -> SkipReason? {
        guard let isOutgoing = isOutgoing(table, row, columns) else { return .noDirection }
        guard let found = date(table, row, columns.sentAt), let date = found else { return .date }
        let name = table.text(row, isOutgoing ? columns.to : columns.from)
        let address = table.text(row, isOutgoing ? columns.invitee : columns.inviter)
        let message = table.text(row, columns.message)
        // Whoever asked and got no answer is no one the owner knows.
        let isNew = contacts.match(key: profileURLKey(address), name: name) == .nobody
        if message.isEmpty, !(isNew && isOutgoing) { return .noMessage }
        let position: Int
        switch mention(name: name, url: address, table: table, row: row) {
        case .owner: return .nobodyElse
        case .nobody(let reason): return reason
        case .contact(let found): position = found
        }
        if isNew {
            contacts[position].how = isOutgoing ? "invited by you on LinkedIn" : "has invited you on LinkedIn"
        }
        guard !message.isEmpty else { return nil }
        if contacts[position].isAcquaintance {
            let made = isOutgoing ? \Praise.gotWrittenInvitation : \.hasWrittenInvitation
            praise[position, default: Praise()][keyPath: made] = true
        }
        let content = Fingerprint(ofText: table.document, row, columns.message)
        // An invitation that was accepted begins the conversation and stands among the messages too.
        guard knownTalks.insert(textBetween(position, isOutgoing: isOutgoing, content)).inserted else {
            return .sameMessage
        }
        let sender = isOutgoing ? nil : position
        let id = Fingerprint(["invitation", "\(date)", senderKey(position), content.hexadecimal]).hexadecimal
        var talk = TalkRecord(
            id: "linkedin-" + id, date: date, sender: sender, others: isOutgoing ? [position] : [],
            channel: .message, text: options.keepText ? keptText(table, row, columns.message) : nil,
            place: table.place(row))
        talk.purposes = [.invitation]
        if isOutgoing, contacts[position].isAcquaintance { talk.expectsReply = false }
        talks.append(talk)
        return nil
    }

    private func isOutgoing(
        _ table: LinkedInTable, _ row: CSVDocument.Row, _ columns: InvitationColumns
    ) -> Bool? {
        switch table.text(row, columns.direction).uppercased() {
        case "OUTGOING": return true
        case "INCOMING": return false
        default: return nil
        }
    }

    /// What identifies a sender wherever the archive is read.
    private func senderKey(_ sender: Int?) -> String {
        guard let sender else { return "" }
        return contacts[sender].profileURLs.first.flatMap(profileURLKey) ?? foldedName(contacts[sender].name)
    }

    private func textBetween(_ contact: Int, isOutgoing: Bool, _ content: Fingerprint) -> String {
        "\(isOutgoing ? "to" : "from") \(contact): \(content.hexadecimal)"
    }

    private func keptText(_ table: LinkedInTable, _ row: CSVDocument.Row, _ column: Int?) -> String? {
        let text = column.map { composed(trimmed(table.document.text(row, $0))) }
        return text?.isEmpty == false ? text : nil
    }

    private func contains(_ word: StaticString, _ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            word.withUTF8Buffer { word in
                bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
            }
        }
    }
}

/// Where the parts of a message stand, which has changed several times.
private struct MessageColumns {
    let conversation, from, sender, to, recipients, date, subject, content, folder: Int?
    let drafts: [Int]

    init(_ table: LinkedInTable) {
        conversation = table.column("Conversation ID")
        from = table.column("From")
        sender = table.column("Sender Profile URL")
        to = table.column("To")
        recipients = table.column("Recipient Profile URLs")
        date = table.column("Date")
        subject = table.column("Subject")
        content = table.column("Content")
        folder = table.column("Folder")
        drafts = [table.column("Is Message Draft"), table.column("Is Conversation Draft")].compactMap { $0 }
    }
}

/// Where the parts of an invitation stand; addresses came late in 2023.
private struct InvitationColumns {
    let from, to, sentAt, message, direction, inviter, invitee: Int?

    init(_ table: LinkedInTable) {
        from = table.column("From")
        to = table.column("To")
        sentAt = table.column("Sent At")
        message = table.column("Message")
        direction = table.column("Direction")
        inviter = table.column("inviterProfileUrl")
        invitee = table.column("inviteeProfileUrl")
    }
}

extension Fingerprint {
    /// The fingerprint of a cell's text without its white space, which programs change when they save a
    /// table.
    init(ofText document: CSVDocument, _ row: CSVDocument.Row, _ column: Int?) {
        let bytes = column.map { document.bytes(row, $0) } ?? []
        self.init(bytes: bytes.lazy.filter { $0 > 0x20 })
    }
}

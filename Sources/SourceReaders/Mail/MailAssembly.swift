internal import MailFiles
internal import ReferralGraph

/// Turns the mails of a known owner into records.
struct MailAssembly {
    private(set) var collection: MailCollection
    var records: SourceRecords
    private var isOwner: [Bool]
    private let owner: MailOwner
    private var contacts: [Int: Int] = [:]
    private var acquaintances: [Pair: AcquaintanceRecord] = [:]
    /// The smallest group of a pair so far.
    private var groups: [Pair: Int] = [:]

    private struct Pair: Hashable {
        var first: Int
        var second: Int
    }

    /// The largest group in which people seem to know each other, the owner included.
    private static let largestGroup = 8

    init(_ collection: MailCollection, _ owner: MailOwner, into records: SourceRecords) {
        self.collection = collection
        self.owner = owner
        self.records = records
        var isOwner = Array(repeating: false, count: collection.addresses.entries.count)
        for position in owner.addresses { isOwner[position] = true }
        self.isOwner = isOwner
    }

    /// Fills in the records.
    mutating func assemble() {
        let threads = MailThreads(collection.threads)
        let own = OwnMails(collection.envelopes, isOwner)
        for envelope in collection.envelopes {
            if let doubt = envelope.doubt {
                guard own.areAnswered(by: envelope) else {
                    records.tallies[envelope.tally].skip(envelope.number, doubt)
                    continue
                }
                collection.countName(of: envelope)
            }
            add(envelope, root: threads.roots[envelope.thread])
        }
        for position in records.tallies.indices {
            records.tallies[position].skipped.sort { $0.line < $1.line }
        }
        records.acquaintances = acquaintances.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
        addNames()
        records.hiringMails = collection.hiringMails.filter { mail in
            !mail.writers.contains { writer in
                collection.addresses.known(writer.address).map { isOwner[$0] } ?? false
            }
        }
        records.owner = ownerRecord()
    }

    private mutating func add(_ envelope: MailEnvelope, root: String) {
        var envelope = envelope
        if let sender = envelope.senders.first, !isOwner[sender] {
            collection.nameWriter(of: &envelope)
            while isOwner.count < collection.addresses.entries.count { isOwner.append(false) }
        }
        let isOutgoing = envelope.senders.contains { isOwner[$0] }
        let open = people(envelope.senders + envelope.recipients)
        let everybody = isOutgoing ? people(envelope.senders + envelope.recipients + envelope.hidden) : open
        let sender = isOutgoing ? nil : envelope.senders.first
        guard !everybody.isEmpty, sender.map({ everybody.contains($0) }) ?? true else {
            records.tallies[envelope.tally].skip(envelope.number, MailSkip.alone)
            return
        }
        records.tallies[envelope.tally].read += 1
        let positions = everybody.map { contact($0, envelope.place) }
        if isOutgoing { for position in positions { markAsAcquainted(position, envelope.date.day) } }
        let senderPosition = sender.map { contact($0, envelope.place) }
        var talk = TalkRecord(
            id: envelope.id, date: envelope.date, sender: senderPosition,
            others: positions.filter { $0 != senderPosition }, channel: .email,
            thread: MailIdentifier.name(of: root), subject: envelope.subject, text: envelope.text,
            place: envelope.place)
        talk.fullID = envelope.fullID
        talk.messageID = envelope.messageID
        records.talks.append(talk)
        // Those in Bcc are not seen by the others.
        acquaint(open.map { contact($0, envelope.place) }, envelope.date.day)
    }

    /// People without repetition; no owner, machine or mailing list.
    private func people(_ positions: [Int]) -> [Int] {
        var people: [Int] = []
        for position in positions where !isOwner[position] && !people.contains(position) {
            let entry = collection.addresses.entries[position]
            if !entry.isMachine, !entry.isList { people.append(position) }
        }
        return people
    }

    private mutating func contact(_ address: Int, _ place: SourcePlace) -> Int {
        if let known = contacts[address] { return known }
        var record = ContactRecord(name: "", place: place)
        record.emails = [collection.addresses.entries[address].spelling].filter { !$0.isEmpty }
        contacts[address] = records.contacts.count
        records.contacts.append(record)
        return records.contacts.count - 1
    }

    private mutating func markAsAcquainted(_ position: Int, _ day: CalendarDay) {
        records.contacts[position].isAcquaintance = true
        let first = records.contacts[position].connectedOn
        records.contacts[position].connectedOn = first.map { min($0, day) } ?? day
    }

    private mutating func acquaint(_ positions: [Int], _ day: CalendarDay) {
        let size = positions.count + 1
        guard positions.count > 1, size <= Self.largestGroup else { return }
        let sorted = positions.sorted()
        for (index, first) in sorted.enumerated() {
            for second in sorted[(index + 1)...] {
                let pair = Pair(first: first, second: second)
                let smallest = min(groups[pair] ?? size, size)
                let last = acquaintances[pair]?.lastContact.map { max($0, day) } ?? day
                groups[pair] = smallest
                acquaintances[pair] = AcquaintanceRecord(
                    first: first, second: second, how: "in a mail thread of \(smallest)", lastContact: last)
            }
        }
    }

    private mutating func addNames() {
        for (address, position) in contacts {
            let names = collection.addresses.names(of: address)
            records.contacts[position].name = names.first ?? ""
            records.contacts[position].otherNames = Array(names.dropFirst())
        }
    }

    private func ownerRecord() -> ContactRecord? {
        let addresses = Set(owner.addresses)
        let first = collection.envelopes.first { envelope in
            (envelope.senders + envelope.recipients + envelope.hidden).contains { addresses.contains($0) }
        }
        let names = owner.addresses.flatMap { collection.addresses.names(of: $0) }
        var record = ContactRecord(
            name: names.first ?? "", place: first?.place ?? SourcePlace(file: records.path, line: 1))
        record.emails = owner.addresses.map { collection.addresses.entries[$0].spelling }.filter {
            !$0.isEmpty
        }
        return record
    }
}

/// The owner's own mails, by which an answer to them is known.
private struct OwnMails {
    private var identifiers: Set<String> = []
    private var writtenTo: Set<Int> = []
    private var topics: Set<String> = []

    init(_ envelopes: [MailEnvelope], _ isOwner: [Bool]) {
        for envelope in envelopes where envelope.senders.contains(where: { isOwner[$0] }) {
            identifiers.insert(envelope.id)
            writtenTo.formUnion(envelope.recipients + envelope.hidden)
            for recipient in envelope.recipients { topics.insert(Self.key(recipient, envelope)) }
        }
    }

    /// Whether a mail answers one of them: it comes from an address to which the owner wrote, and refers to the mail, or
    /// has its subject where a tool has lost the reference.
    func areAnswered(by envelope: MailEnvelope) -> Bool {
        guard let sender = envelope.senders.first, writtenTo.contains(sender) else { return false }
        if envelope.answers.contains(where: { identifiers.contains(MailIdentifier.name(of: $0)) }) {
            return true
        }
        return MailSubject(envelope.subject ?? "").isAnswer && topics.contains(Self.key(sender, envelope))
    }

    private static func key(_ address: Int, _ envelope: MailEnvelope) -> String {
        "\(address) \(MailSubject(envelope.subject ?? "").topic)"
    }
}

import GraphAlgorithms
import RankingModel
import ReferralGraph

/// Reads an event list message by message and knows at every moment who is in touch with who.
///
/// Like ``AskReplay`` it never sees a message before its time. Two people know each other once one wrote to
/// the other with at most two more recipients.
struct AcquaintanceReplay {
    private(set) var seekers: [SeekerReplay]
    /// Everybody's acquaintances by ascending number.
    private(set) var contacts: [[Contact]]
    /// The network as it is.
    private(set) var present: NetworkSnapshot
    /// As it was a day ago at most, for the personalised PageRanks.
    private(set) var daily: NetworkSnapshot
    /// As it was two weeks ago at most, for what is slow to compute.
    private(set) var fortnightly: NetworkSnapshot

    /// One acquaintance.
    struct Contact: Equatable, Sendable {
        let person: Int
        /// The last direct message either way, days.
        var lastContact: Double
        /// Direct messages either way.
        var messages: Int
    }

    private static let dailyAgeDays = 1.0
    private static let fortnightlyAgeDays = 14.0

    init(peopleCount: Int, variants: [ModelVariant]) throws(RankingError) {
        seekers = Array(repeating: try SeekerReplay(variants), count: peopleCount)
        contacts = Array(repeating: [], count: peopleCount)
        present = NetworkSnapshot(contacts, days: -.infinity)
        daily = present
        fortnightly = present
    }

    func knows(_ person: Int, _ other: Int) -> Bool { position(of: other, in: contacts[person]).isFound }

    /// How two people stand; `nil` when they never wrote directly.
    func contact(of person: Int, with other: Int) -> Contact? {
        let slot = position(of: other, in: contacts[person])
        return slot.isFound ? contacts[person][slot.index] : nil
    }

    /// Brings the slow baselines up to date, by the clock and by nothing that is yet to come.
    mutating func refresh(at time: Double) {
        if time - daily.days > Self.dailyAgeDays { daily = NetworkSnapshot(contacts, days: time) }
        if time - fortnightly.days > Self.fortnightlyAgeDays {
            fortnightly = NetworkSnapshot(contacts, days: time)
        }
    }

    /// Takes in the next message.
    mutating func observe(_ message: MessageEventList.Message) {
        let (time, sender) = (message.days, message.sender)
        let tieCount = contacts[sender].count
        let isDirect = message.recipients.count <= MessageOutcomes.mostDirectRecipients
        for person in message.recipients {
            seekers[sender].recordOutgoing(
                to: person, at: time, expectsReply: isDirect && message.expectsReply,
                recipients: message.recipients.count, knownBy: contacts[person].count)
            seekers[person].recordIncoming(from: sender, at: time)
            guard isDirect else { continue }
            note(sender, person, at: time)
            note(person, sender, at: time)
        }
        if contacts[sender].count > tieCount { present = NetworkSnapshot(contacts, days: time) }
    }

    private mutating func note(_ person: Int, _ other: Int, at time: Double) {
        let slot = position(of: other, in: contacts[person])
        if slot.isFound {
            contacts[person][slot.index].lastContact = time
            contacts[person][slot.index].messages += 1
        } else {
            contacts[person].insert(Contact(person: other, lastContact: time, messages: 1), at: slot.index)
        }
    }

    private func position(of person: Int, in contacts: [Contact]) -> (index: Int, isFound: Bool) {
        var (low, high) = (0, contacts.count)
        while low < high {
            let middle = (low + high) / 2
            if contacts[middle].person < person { low = middle + 1 } else { high = middle }
        }
        return (low, low < contacts.count && contacts[low].person == person)
    }
}

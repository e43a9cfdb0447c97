import GraphAlgorithms
import ReferralGraph

/// Reads an event list message by message and knows at every moment who is in touch with whom.
///
/// Like ``AskReplay`` it never sees a message before its time. Two people know each other once one wrote to
/// the other with at most two more recipients.
struct AcquaintanceReplay {
    private(set) var seekers: [SeekerReplay]
    /// Everybody's acquaintances by ascending number.
    private(set) var contacts: [[Contact]]
    private var acquaintanceCache: CompactGraph?
    private(set) var centralities: Centralities
    /// The messages of a day ago at most, for the personalised PageRanks.
    private(set) var correspondence: CompactGraph
    private var correspondenceTime = -Double.infinity

    /// One acquaintance.
    struct Contact: Equatable, Sendable {
        let person: Int
        /// The last direct message either way, days.
        var lastContact: Double
        /// Direct messages either way.
        var messages: Int
    }

    /// After how many days the walks are given the newest messages.
    private static let correspondenceAgeDays = 1.0

    init(peopleCount: Int, variants: [ModelVariant]) throws(RankingError) {
        seekers = Array(repeating: try SeekerReplay(variants), count: peopleCount)
        contacts = Array(repeating: [], count: peopleCount)
        correspondence = Self.graph(peopleCount, [])
        centralities = Centralities(graph: correspondence, correspondence: [], days: -.infinity)
    }

    /// Who knows whom: an undirected graph of everybody in the list.
    var acquaintance: CompactGraph {
        mutating get {
            if let acquaintanceCache { return acquaintanceCache }
            let graph = Self.graph(contacts.count, edges { _ in 1 })
            acquaintanceCache = graph
            return graph
        }
    }

    func knows(_ person: Int, _ other: Int) -> Bool { position(of: other, in: contacts[person]).isFound }

    /// How two people stand; `nil` when they never wrote directly.
    func contact(of person: Int, with other: Int) -> Contact? {
        let slot = position(of: other, in: contacts[person])
        return slot.isFound ? contacts[person][slot.index] : nil
    }

    /// Brings the slow baselines up to date, by the clock and by nothing that is yet to come.
    mutating func refresh(at time: Double) {
        if time - correspondenceTime > Self.correspondenceAgeDays {
            correspondenceTime = time
            correspondence = Self.graph(contacts.count, edges { Double($0.messages) })
        }
        if time - centralities.days > Centralities.ageDays {
            centralities = Centralities(
                graph: acquaintance, correspondence: edges { Double($0.messages) }, days: time)
        }
    }

    /// Takes in the next message.
    mutating func observe(_ message: MessageEventList.Message) {
        let (time, sender) = (message.days, message.sender)
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
    }

    private mutating func note(_ person: Int, _ other: Int, at time: Double) {
        let slot = position(of: other, in: contacts[person])
        if slot.isFound {
            contacts[person][slot.index].lastContact = time
            contacts[person][slot.index].messages += 1
        } else {
            contacts[person].insert(Contact(person: other, lastContact: time, messages: 1), at: slot.index)
            acquaintanceCache = nil
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

    private func edges(weight: (Contact) -> Double) -> [Edge] {
        contacts.enumerated().flatMap { person, row in
            row.filter { $0.person > person }.map {
                Edge(NodeID(person), NodeID($0.person), weight: weight($0))
            }
        }
    }

    private static func graph(_ nodeCount: Int, _ edges: [Edge]) -> CompactGraph {
        // Counts are finite and the nodes are those of the list.
        try! CompactGraph(nodeCount: nodeCount, edges: edges)
    }
}

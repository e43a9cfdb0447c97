import GraphAlgorithms
import RankingModel

/// One person of an event list as a seeker: everybody they exchanged messages with so far, and a ledger for
/// each variant of the model.
///
/// The ledgers number people in the order in which the seeker met them, so that memory grows with the pairs
/// and not with their square.
struct SeekerReplay: Sendable {
    private(set) var ledgers: [ReplyLedger]
    private var numbers: [Int: Int] = [:]
    /// The people met, by their number here.
    private(set) var people: [Int] = []

    init(_ variants: [ModelVariant]) throws(RankingError) {
        var ledgers: [ReplyLedger] = []
        for variant in variants { ledgers.append(try ReplyLedger(constants: variant.constants)) }
        self.ledgers = ledgers
    }

    /// The number of a person here; `nil` when they were never in touch.
    func number(of person: Int) -> Int? { numbers[person] }

    /// The number of a person here, met now at the latest.
    mutating func meet(_ person: Int) -> Int {
        if let number = numbers[person] { return number }
        numbers[person] = people.count
        people.append(person)
        return people.count - 1
    }

    /// The estimate of one variant, of a person never met that of a stranger.
    func reply(
        _ variant: Int, from person: Int, at time: Double, recipients: Int = 1, knownBy: Int
    ) -> ReplyEstimate {
        ledgers[variant].reply(
            from: NodeID(numbers[person] ?? people.count), at: time, recipients: recipients, knownBy: knownBy)
    }

    /// Whether a message to a person now would be a new ask and no nudge.
    func opensAsk(to person: Int, at time: Double) -> Bool {
        guard let number = numbers[person], let ask = ledgers[0].openAsk(to: NodeID(number)) else {
            return true
        }
        return ask.sentDays + ledgers[0].constants.replyWindowDays <= time
    }

    mutating func recordOutgoing(
        to person: Int, at time: Double, expectsReply: Bool, recipients: Int, knownBy: Int
    ) {
        let node = NodeID(meet(person))
        for variant in ledgers.indices {
            ledgers[variant].recordOutgoing(
                to: node, at: time, expectsReply: expectsReply, recipients: recipients, knownBy: knownBy)
        }
    }

    mutating func recordIncoming(from person: Int, at time: Double) {
        let node = NodeID(meet(person))
        for variant in ledgers.indices { ledgers[variant].recordIncoming(from: node, at: time) }
    }

    mutating func settle(at time: Double) {
        for variant in ledgers.indices { ledgers[variant].settle(at: time) }
    }
}

import GraphAlgorithms
import RankingModel

/// One dated message, call or meeting between the seeker and one person.
struct MessageEvent: Equatable, Sendable {
    /// Who said something to who.
    enum Direction: Equatable, Sendable {
        /// The person to the seeker.
        case incoming
        /// The seeker to the person; the values are those of `recordOutgoing` of the ledger.
        case outgoing(
            expectsReply: Bool = true, recipients: Int = 1, knownBy: Int = 0, approach: Approach = .cold)
    }

    let direction: Direction
    var person: NodeID
    /// When, in days since any fixed day.
    let timeDays: Double

    init(_ direction: Direction, person: NodeID, timeDays: Double) {
        self.direction = direction
        self.person = person
        self.timeDays = timeDays
    }
}

extension ReplyLedger {
    /// Records one event, not earlier than any recorded before.
    /// - Returns: The ask that the event opened, if any.
    @discardableResult
    mutating func record(_ event: MessageEvent) -> SentAsk? {
        switch event.direction {
        case .incoming:
            recordIncoming(from: event.person, at: event.timeDays)
            return nil
        case .outgoing(let expectsReply, let recipients, let knownBy, let approach):
            return recordOutgoing(
                to: event.person, at: event.timeDays, expectsReply: expectsReply, recipients: recipients,
                knownBy: knownBy, approach: approach)
        }
    }
}

public import GraphAlgorithms

/// One dated message, call or meeting between the seeker and one person.
public struct MessageEvent: Equatable, Sendable {
    /// Who said something to whom.
    public enum Direction: Equatable, Sendable {
        /// The person to the seeker.
        case incoming
        /// The seeker to the person; the values are those of
        /// ``ReplyLedger/recordOutgoing(to:at:expectsReply:recipients:knownBy:warmReferral:)``.
        case outgoing(
            expectsReply: Bool = true, recipients: Int = 1, knownBy: Int = 0, warmReferral: Bool = false)
    }

    /// The other person.
    public var person: NodeID
    /// When, in days since any fixed day.
    public var timeDays: Double
    /// Who said it.
    public var direction: Direction

    /// Makes an event.
    public init(_ direction: Direction, person: NodeID, timeDays: Double) {
        self.direction = direction
        self.person = person
        self.timeDays = timeDays
    }

    var isOutgoing: Bool { direction != .incoming }
}

extension ReplyLedger {
    /// Records a whole history up to a day.
    ///
    /// The events may come in any order: they are taken by time, at equal times incoming before outgoing and
    /// otherwise as given. Events later than `endDays` are ignored.
    /// - Throws: ``RankingError`` when a constant is out of range.
    /// - Complexity: O(n log n) for n events.
    public init(
        events: [MessageEvent], throughDays endDays: Double, constants: RankingConstants = .standard
    ) throws(RankingError) {
        try self.init(constants: constants)
        let known = events.indices.filter { events[$0].timeDays <= endDays }
        let inOrder = known.sorted { left, right in
            let (a, b) = (events[left], events[right])
            if a.timeDays != b.timeDays { return a.timeDays < b.timeDays }
            if a.isOutgoing != b.isOutgoing { return b.isOutgoing }
            return left < right
        }
        for index in inOrder { record(events[index]) }
        settle(at: endDays)
    }

    /// Records one event, not earlier than any recorded before.
    /// - Returns: The ask that the event opened, if any.
    /// - Complexity: O(1) amortised.
    @discardableResult
    public mutating func record(_ event: MessageEvent) -> SentAsk? {
        switch event.direction {
        case .incoming:
            recordIncoming(from: event.person, at: event.timeDays)
            return nil
        case .outgoing(let expectsReply, let recipients, let knownBy, let warmReferral):
            return recordOutgoing(
                to: event.person, at: event.timeDays, expectsReply: expectsReply, recipients: recipients,
                knownBy: knownBy, warmReferral: warmReferral)
        }
    }
}

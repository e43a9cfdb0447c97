/// What became of the applications and other approaches of one or several job searches, as people keep such lists.
public struct JobLog: Equatable, Sendable {
    /// The approaches, in the order given.
    public let entries: [Entry]

    /// One application, message or conversation.
    public struct Entry: Equatable, Sendable {
        /// Whose search it belongs to.
        public var log: String
        /// When it was sent; `nil` when not recorded.
        public var sent: CalendarDay?
        /// What it is, such as `application` or `outreach_cold`.
        public var kind: String
        /// By which way it went; empty when not recorded.
        public var channel: String
        /// Whether someone inside handed in the seeker's name.
        public var isReferred: Bool
        /// Whether any answer came; `nil` when that is not known.
        public var isAnswered: Bool?
        /// When; `nil` without an answer, and where the day is not recorded.
        public var answered: CalendarDay?
        /// Whether it came to an interview at least.
        public var wasInterviewed: Bool
        /// Whether it came to an offer; in a list it came to an interview at least, then.
        public var wasOffered: Bool
        /// Until when the log would have shown an answer.
        public var watchedUntil: CalendarDay?

        /// Makes an entry.
        public init(
            log: String, sent: CalendarDay?, kind: String, channel: String = "", isReferred: Bool = false,
            isAnswered: Bool?, answered: CalendarDay? = nil, wasInterviewed: Bool = false,
            wasOffered: Bool = false, watchedUntil: CalendarDay? = nil
        ) {
            self.log = log
            self.sent = sent
            self.kind = kind
            self.channel = channel
            self.isReferred = isReferred
            self.isAnswered = isAnswered
            self.answered = answered
            self.wasInterviewed = wasInterviewed
            self.wasOffered = wasOffered
            self.watchedUntil = watchedUntil
        }
    }

    /// Makes a list. Where an entry does not say until when it was watched, it is the last day of its log.
    public init(_ entries: [Entry]) {
        var last: [String: CalendarDay] = [:]
        for entry in entries {
            for day in [entry.sent, entry.answered, entry.watchedUntil].compactMap(\.self) {
                last[entry.log] = max(last[entry.log] ?? day, day)
            }
        }
        self.entries = entries.map { entry in
            var entry = entry
            entry.watchedUntil = entry.watchedUntil ?? last[entry.log]
            entry.wasInterviewed = entry.wasInterviewed || entry.wasOffered
            return entry
        }
    }
}

/// Who wrote to who and when, among any people: what a ranking can be tested on afterwards.
///
/// People are positions in ``people`` and messages are in time order, those of one second in the order given.
public struct MessageEventList: Equatable, Sendable {
    /// The names of the people, numbers ascending before all other names.
    ///
    /// The order of two people depends on their names alone, so that events added later renumber no one
    /// relative to anyone else.
    public let people: [String]
    /// The messages in time order.
    public let messages: [Message]
    /// Where seconds count from.
    public let timeScale: TimeScale
    /// Whether any message says which one it answers; then only such answers count as replies.
    public let isThreaded: Bool

    /// Where the seconds of a list count from.
    public enum TimeScale: String, Equatable, Sendable {
        /// The beginning of 1970 in UTC, so that weekdays are known.
        case calendar
        /// Some moment that no one recorded.
        case relative
    }

    /// One message of the list.
    public struct Message: Equatable, Sendable {
        /// When, on the list's scale.
        public let seconds: Int
        /// Who wrote it, as a position in ``MessageEventList/people``.
        public let sender: Int
        /// Who it goes to, as positions; at least one, without repetition and without the sender.
        public let recipients: [Int]
        /// Whether it wants an answer.
        public let expectsReply: Bool
        /// Whether it says that it answers something.
        public let isReply: Bool
        /// The earlier messages of the list that it answers, as positions, nearest first.
        public let answers: [Int]

        /// When, in days on the list's scale: the unit of the ranking model.
        public var days: Double { Double(seconds) / 86_400 }
    }

    /// The same list, in which only the messages of one person want an answer.
    /// - Parameter name: One of ``people``.
    public func asking(only name: String) -> Self {
        let sender = people.firstIndex(of: name)
        return Self(
            people: people,
            messages: messages.map { message in
                Message(
                    seconds: message.seconds, sender: message.sender, recipients: message.recipients,
                    expectsReply: message.expectsReply && message.sender == sender,
                    isReply: message.isReply, answers: message.answers)
            }, timeScale: timeScale, isThreaded: isThreaded)
    }

    private init(people: [String], messages: [Message], timeScale: TimeScale, isThreaded: Bool) {
        self.people = people
        self.messages = messages
        self.timeScale = timeScale
        self.isThreaded = isThreaded
    }

    /// One message as it was recorded.
    public struct Record: Equatable, Sendable {
        /// When, in seconds.
        public var seconds: Int
        /// Who wrote it.
        public var from: String
        /// Who it is to.
        public var to: [String]
        /// What other messages call it.
        public var message: String?
        /// The messages that it answers, nearest first; they need not be in the list.
        public var replyTo: [String]
        /// Whether it wants an answer.
        public var expectsReply: Bool

        /// Makes a record.
        public init(
            seconds: Int, from: String, to: [String], message: String? = nil, replyTo: [String] = [],
            expectsReply: Bool = true
        ) {
            self.seconds = seconds
            self.from = from
            self.to = to
            self.message = message
            self.replyTo = replyTo
            self.expectsReply = expectsReply
        }
    }

    /// Makes a list of records in any order.
    ///
    /// Repeated recipients and the sender among them are dropped (ranking.md, *edges*), and with them
    /// messages that leave no one else to address. Of messages with the same name the last one before an
    /// answer is the one answered.
    /// - Complexity: O(n log n) for n records and names.
    public init(_ records: [Record], timeScale: TimeScale) {
        var names: Set<String> = []
        for record in records {
            names.insert(record.from)
            names.formUnion(record.to)
        }
        let people = names.sorted(by: Self.precedes)
        let numbers = Dictionary(uniqueKeysWithValues: zip(people, 0...))
        var messages: [Message] = []
        messages.reserveCapacity(records.count)
        var positions: [String: Int] = [:]
        for record in records.stablySorted(by: \.seconds) {
            let sender = numbers[record.from]!
            var seen: Set<Int> = [sender]
            let recipients = record.to.map { numbers[$0]! }.filter { seen.insert($0).inserted }
            guard !recipients.isEmpty else { continue }
            messages.append(
                Message(
                    seconds: record.seconds, sender: sender, recipients: recipients,
                    expectsReply: record.expectsReply, isReply: !record.replyTo.isEmpty,
                    answers: record.replyTo.compactMap { positions[$0] }))
            if let name = record.message { positions[name] = messages.count - 1 }
        }
        self.people = people
        self.messages = messages
        self.timeScale = timeScale
        isThreaded = messages.contains(where: \.isReply)
    }

    /// Numbers by size, then everything else by its characters.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        switch (Int(left), Int(right)) {
        case (let a?, let b?): a != b ? a < b : left < right
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): left < right
        }
    }
}

extension MessageEventList {
    /// The seeker's own history as an event list: one message to everybody addressed, one from each who
    /// spoke.
    ///
    /// A talk counts as their word and then as a word of the seeker's that asks for nothing, as in the
    /// ranking. A bare day counts as its beginning.
    /// - Parameter network: Interactions without anyone are passed over.
    /// - Complexity: O(n log n) for n interactions.
    public init(interactionsOf network: ReferralNetwork) {
        let seeker = network.seeker.text
        var incoming: [Record] = []
        var outgoing: [Record] = []
        for interaction in network.interactions {
            let seconds = interaction.date.secondsSinceEpoch
            let people = interaction.people.map(\.text)
            if interaction.direction != .outgoing {
                incoming += people.map {
                    Record(seconds: seconds, from: $0, to: [seeker], expectsReply: false)
                }
            }
            if interaction.direction != .incoming {
                outgoing.append(
                    Record(
                        seconds: seconds, from: seeker, to: people, expectsReply: interaction.isAsk))
            }
        }
        // At the same moment incoming comes before outgoing (ranking.md, edges).
        self.init(incoming + outgoing, timeScale: .calendar)
    }
}

import GraphAlgorithms
import RankingModel
import ReferralGraph

/// Reads an event list message by message and stops before each ask to say how things stand.
///
/// It gets the messages one at a time, in order, so that no case can know what came later: what became of the
/// asks is for ``AskOutcomes`` to say.
struct AskReplay {
    /// Up to how many recipients a message is a personal ask.
    static let mostRecipients = 3
    /// After how many days the PageRank baseline is computed anew.
    private static let pageRankDays = 30.0

    private var seekers: [SeekerReplay]
    private var pairs: [[Pair]]
    private var activity: [Int]
    private var weekend: WeekendClock
    private let windowDays: Double
    private var pageRanks: [Double]
    private var pageRankTime = -Double.infinity

    /// What one person's mailbox knows about another.
    private struct Pair {
        var messagesIn = 0
        var messagesOut = 0
        var lastIn: Double?
        var lastOut: Double?
        var asks = 0
        var answers = 0
        var lastWasAnswered = false
        var openSince: Double?
        var latencies = 0
        var logLatencySum = 0.0

        var lastContact: Double? { [lastIn, lastOut].compactMap(\.self).max() }
    }

    init(
        peopleCount: Int, timeScale: MessageEventList.TimeScale, variants: [ModelVariant]
    ) throws(RankingError) {
        seekers = Array(repeating: try SeekerReplay(variants), count: peopleCount)
        pairs = Array(repeating: [], count: peopleCount)
        activity = Array(repeating: 0, count: peopleCount)
        pageRanks = Array(repeating: 0, count: peopleCount)
        weekend = WeekendClock(timeScale)
        windowDays = variants[0].constants.replyWindowDays
    }

    /// The asks of a whole list, in order.
    /// - Complexity: O(recipients of all messages) for each variant, and a PageRank for each 30 days.
    static func cases(in list: MessageEventList, variants: [ModelVariant]) throws(RankingError) -> [AskCase] {
        var replay = try AskReplay(
            peopleCount: list.people.count, timeScale: list.timeScale, variants: variants)
        var cases: [AskCase] = []
        for (position, message) in list.messages.enumerated() {
            cases += replay.observe(message, at: position)
        }
        return cases
    }

    /// Takes in the next message.
    /// - Returns: The asks in it, as things stood before.
    mutating func observe(_ message: MessageEventList.Message, at position: Int) -> [AskCase] {
        let time = message.days
        weekend.observe(time)
        refreshPageRank(at: time)
        for recipient in message.recipients { close(from: recipient, to: message.sender, at: time) }
        seekers[message.sender].settle(at: time)
        let isPersonal = message.expectsReply && message.recipients.count <= Self.mostRecipients
        var cases: [AskCase] = []
        if isPersonal {
            for person in message.recipients
            where seekers[message.sender].opensAsk(to: person, at: time) {
                cases.append(ask(message, to: person, at: position))
            }
        }
        record(message, isPersonal: isPersonal, asks: cases)
        return cases
    }

    // MARK: Reading

    private mutating func ask(
        _ message: MessageEventList.Message, to person: Int, at position: Int
    ) -> AskCase {
        let (time, seeker) = (message.days, seekers[message.sender])
        let pair = seeker.number(of: person).map { pairs[message.sender][$0] } ?? Pair()
        let estimates = seeker.ledgers.indices.map {
            seeker.reply(
                $0, from: person, at: time, recipients: message.recipients.count,
                knownBy: pairs[person].count)
        }
        let evidence = estimates[0].evidence
        var history = AskCase.History()
        history.seekerAsks = evidence.seekerAsks
        history.seekerAnswers = evidence.seekerAnswers
        history.asks = pair.asks
        history.answers = pair.answers
        history.lastAnswer = pair.asks == 0 ? 0 : pair.lastWasAnswered ? 1 : -1
        history.messagesIn = pair.messagesIn
        history.messagesOut = pair.messagesOut
        if let last = pair.lastIn { history.daysSinceIncoming = time - last }
        if let last = pair.lastContact { history.daysSinceContact = time - last }
        history.degree = pairs[person].count
        history.activity = activity[person]
        history.pageRank = pageRanks[person]
        if pair.latencies >= 3 { history.typicalLogLatency = pair.logLatencySum / Double(pair.latencies) }
        weekend.update()
        return AskCase(
            days: time, message: position, ego: message.sender, person: person,
            models: zip(estimates, seeker.ledgers).map { estimate, ledger in
                AskCase.Model(
                    replyLogOdds: estimate.terms.sum,
                    inboundVolume: Elementary.logarithm(onePlus: estimate.evidence.decayedInbound),
                    silenceOffset: ledger.silenceRecord(at: time)?.offset ?? 0)
            },
            reopensContact: evidence.reopensContact, isFirstContact: pair.lastContact == nil,
            startsThread: !message.isReply, history: history, saturday: weekend.saturday)
    }

    // MARK: Recording

    /// A word from `sender` to `recipient` ends the ask that the recipient had open with them.
    private mutating func close(from recipient: Int, to sender: Int, at time: Double) {
        guard let number = seekers[recipient].number(of: sender),
            let open = pairs[recipient][number].openSince
        else { return }
        let latency = time - open
        pairs[recipient][number].openSince = nil
        if latency <= windowDays {
            pairs[recipient][number].answers += 1
            pairs[recipient][number].lastWasAnswered = true
        }
        if latency <= SilenceModel.horizonDays {
            pairs[recipient][number].latencies += 1
            pairs[recipient][number].logLatencySum += Elementary.logarithm(max(latency, 1 / 1440))
        }
    }

    private mutating func record(_ message: MessageEventList.Message, isPersonal: Bool, asks: [AskCase]) {
        let (time, sender) = (message.days, message.sender)
        let degrees = message.recipients.map { pairs[$0].count }
        for (person, degree) in zip(message.recipients, degrees) {
            seekers[sender].recordOutgoing(
                to: person, at: time, expectsReply: isPersonal,
                recipients: isPersonal ? message.recipients.count : 1, knownBy: degree)
            seekers[person].recordIncoming(from: sender, at: time)
            let (out, back) = (pair(of: sender, with: person), pair(of: person, with: sender))
            pairs[sender][out].messagesOut += 1
            pairs[sender][out].lastOut = time
            pairs[person][back].messagesIn += 1
            pairs[person][back].lastIn = time
            activity[sender] += 1
            activity[person] += 1
        }
        for ask in asks {
            let number = pair(of: sender, with: ask.person)
            pairs[sender][number].asks += 1
            pairs[sender][number].lastWasAnswered = false
            pairs[sender][number].openSince = time
        }
    }

    private mutating func pair(of person: Int, with other: Int) -> Int {
        let number = seekers[person].meet(other)
        if number == pairs[person].count { pairs[person].append(Pair()) }
        return number
    }

    /// PageRank of who wrote to who how often, among the people seen so far.
    private mutating func refreshPageRank(at time: Double) {
        guard time - pageRankTime > Self.pageRankDays else { return }
        var edges: [Edge] = []
        for person in pairs.indices {
            for (other, pair) in zip(seekers[person].people, pairs[person]) where pair.messagesOut > 0 {
                edges.append(Edge(NodeID(person), NodeID(other), weight: Double(pair.messagesOut)))
            }
        }
        guard !edges.isEmpty else { return }
        pageRankTime = time
        pageRanks = NetworkSnapshot.pageRank(ofThoseOn: edges, nodeCount: pairs.count, isDirected: true)
    }
}

public import GraphAlgorithms

/// One seeker's dated exchanges with everybody, and from them the probability that someone answers.
///
/// Task R of the ranking model: a logistic regression on a reply rate smoothed twice (person, seeker,
/// population), decayed inbound volume, recency, silence, and for strangers the number of people who know
/// them, corrected by an offset learnt from the seeker's own settled asks and by those with the same purpose
/// (``PurposeRecord``). Events come in the order of time.
/// Reading changes nothing; to read about many people at one time, read from ``settled(at:)``.
public struct ReplyLedger: Sendable {
    /// The numbers of the model.
    public let constants: RankingConstants

    /// The exchanges with one person. Times are minus infinity for never, which every formula survives.
    private struct Correspondence: Sendable {
        var asks = 0
        var answers = 0
        var streak = 0
        var decayedInbound = 0.0
        var lastIncoming = -Double.infinity
        var lastOutgoing = -Double.infinity
        var openAsk: Int?

        var lastContact: Double { max(lastIncoming, lastOutgoing) }

        /// Counts an ask as settled; an answered one was counted as the answer came.
        mutating func count(_ ask: Ask) {
            guard !ask.isAnswered else { return }
            asks += 1
            streak += 1
        }
    }

    /// An ask, and whether it was answered before it settled.
    private struct Ask: Sendable {
        let sent: SentAsk
        var isAnswered = false
        /// The days to the first word after it that came before another ask; infinity for none so far.
        var silentDays = Double.infinity
    }

    /// The seeker's settled asks, apart by whether they reopened contact (index 1) or not (0).
    private struct Totals: Sendable {
        var asks = 0
        var answers = 0
        var surplus = SIMD2<Double>()
        var information = SIMD2<Double>()
        /// The same by ``AskPurpose/place``, with the answers expected.
        var purposeAsks = SIMD4<Int>()
        var purposeAnswers = SIMD4<Int>()
        var purposeExpected = SIMD4<Double>()

        mutating func add(_ ask: Ask) {
            let g = ask.sent.reopensContact ? 1 : 0
            let p = ask.sent.uncalibratedProbability
            let y = ask.isAnswered ? 1 : 0
            asks += 1
            answers += y
            surplus[g] += Double(y) - p
            information[g] += p * (1 - p)
            let u = ask.sent.purpose.place
            purposeAsks[u] += 1
            purposeAnswers[u] += y
            purposeExpected[u] += ask.sent.expectedProbability
        }

        func record(of purpose: AskPurpose, _ constants: RankingConstants) -> PurposeRecord {
            let u = purpose.place
            return PurposeRecord(
                purpose, asks: purposeAsks[u], answers: purposeAnswers[u],
                expectedAnswers: purposeExpected[u], constants: constants)
        }
    }

    private var correspondences: [Correspondence]
    private var asks: [Ask] = []
    /// How many asks, oldest first, are settled.
    private var settledCount = 0
    private var totals = Totals()
    /// How many asks, oldest first, are in the record of silences.
    private var recordedCount = 0
    private var silences: SilenceRecord
    /// The latest time seen.
    private var clock = -Double.infinity

    /// Makes an empty ledger.
    /// - Parameter nodeCount: For how many people to reserve space; the ledger grows as needed.
    /// - Throws: ``RankingError`` when a constant is out of range.
    public init(nodeCount: Int = 0, constants: RankingConstants = .standard) throws(RankingError) {
        try constants.validate()
        self.constants = constants
        silences = SilenceRecord(constants: constants)
        correspondences = Array(repeating: Correspondence(), count: nodeCount)
    }

    // MARK: Recording

    /// Records a message from the seeker.
    ///
    /// It opens a new ask unless one sent less than a reply window ago is still open: then it is a nudge, which
    /// moves the date of the last message only, as does a message that expects no reply.
    /// - Parameters:
    ///   - person: The addressee.
    ///   - time: When, in days; not before any time the ledger has seen.
    ///   - expectsReply: Whether the message asks for an answer.
    ///   - recipients: How many people are addressed at once; less than 1 counts as 1.
    ///   - knownBy: How many people are recorded as knowing the person, seeker excluded.
    ///   - approach: What the seeker and the person have in common to begin with.
    ///   - purpose: What is asked for.
    /// - Returns: The ask that the message opened, or `nil`.
    /// - Complexity: O(1) amortised.
    @discardableResult
    public mutating func recordOutgoing(
        to person: NodeID, at time: Double, expectsReply: Bool = true, recipients: Int = 1, knownBy: Int = 0,
        approach: Approach = .cold, purpose: AskPurpose = .other
    ) -> SentAsk? {
        settle(at: time)
        let index = slot(of: person)
        var sent: SentAsk?
        if expectsReply && openAsk(to: person).map({ deadline(of: $0) <= time }) ?? true {
            let estimate = reply(
                from: person, at: time, recipients: recipients, knownBy: knownBy, approach: approach,
                purpose: purpose)
            let ask = SentAsk(
                person: person, sentDays: time, replyProbability: estimate.probability,
                uncalibratedProbability: estimate.uncalibratedProbability,
                expectedProbability: Elementary.probability(logOdds: estimate.terms.expectedSum),
                priorProbability: priorProbability(of: estimate), purpose: purpose,
                inboundVolume: Elementary.logarithm(onePlus: estimate.evidence.decayedInbound),
                reopensContact: estimate.evidence.reopensContact)
            correspondences[index].openAsk = asks.count
            asks.append(Ask(sent: ask))
            sent = ask
        }
        correspondences[index].lastOutgoing = time
        return sent
    }

    /// Records a message to the seeker: it answers the open ask, if there is one.
    /// - Parameter time: When, in days; not before any time the ledger has seen.
    /// - Complexity: O(1) amortised.
    public mutating func recordIncoming(from person: NodeID, at time: Double) {
        settle(at: time)
        let index = slot(of: person)
        var pair = correspondences[index]
        if let open = pair.openAsk {
            pair.openAsk = nil
            asks[open].silentDays = time - asks[open].sent.sentDays
            let deadline = deadline(of: asks[open].sent)
            // At the deadline itself the ask has just settled, unanswered, and stays so in the outcomes; the model then
            // counts the answer as that of a second ask to this person.
            asks[open].isAnswered = time < deadline
            if time <= deadline {
                pair.asks += 1
                pair.answers += 1
            }
        }
        pair.streak = 0
        pair.decayedInbound = decayedInbound(of: pair, at: time) + 1
        pair.lastIncoming = time
        correspondences[index] = pair
    }

    /// Settles every ask whose reply window has passed; recording does so by itself.
    /// - Parameter time: When, in days; not before any time the ledger has seen.
    /// - Complexity: O(1) amortised per ask.
    public mutating func settle(at time: Double) {
        precondition(time >= clock, "a ledger's time does not run backwards")
        clock = time
        while settledCount < asks.count, deadline(of: asks[settledCount].sent) <= time {
            let ask = asks[settledCount]
            settledCount += 1
            totals.add(ask)
            correspondences[Int(ask.sent.person)].count(ask)
        }
        while recordedCount < asks.count, Self.endOfSilence(asks[recordedCount].sent) <= time {
            record(asks[recordedCount], in: &silences)
            recordedCount += 1
        }
    }

    /// The ledger with every ask settled that is due, from which reading about a person is O(1).
    public func settled(at time: Double) -> ReplyLedger {
        var copy = self
        copy.settle(at: time)
        return copy
    }

    // MARK: Reading

    /// The probability that a person answers a message sent now within the reply window.
    ///
    /// A person the ledger has never seen is a stranger.
    /// - Parameters:
    ///   - person: The addressee.
    ///   - time: Now, in days; not before any time the ledger has seen.
    ///   - recipients: How many people would be addressed at once; less than 1 counts as 1.
    ///   - knownBy: How many people are recorded as knowing the person, seeker excluded.
    ///   - approach: What the seeker and the person have in common to begin with; it decides on the population's
    ///     rate.
    ///   - purpose: What would be asked for.
    /// - Complexity: O(1 + asks due and not settled).
    public func reply(
        from person: NodeID, at time: Double, recipients: Int = 1, knownBy: Int = 0,
        approach: Approach = .cold, purpose: AskPurpose = .other
    ) -> ReplyEstimate {
        precondition(time >= clock, "a ledger's time does not run backwards")
        var pair = correspondence(with: person)
        var totals = totals
        for ask in asks[settledCount...].prefix(while: { deadline(of: $0.sent) <= time }) {
            totals.add(ask)
            if ask.sent.person == person { pair.count(ask) }
        }
        let evidence = evidence(of: pair, totals, at: time, approach: approach)
        let isStranger = pair.lastContact == -.infinity
        let g = evidence.reopensContact ? 1 : 0
        let c = constants
        let terms = ReplyTerms(
            base: c.replyIntercept,
            rate: c.replyRateCoefficient * Elementary.logOdds(evidence.smoothedRate),
            inboundVolume: c.replyInboundCoefficient * Elementary.logarithm(onePlus: evidence.decayedInbound),
            recency: c.replyRecencyCoefficient
                * Elementary.logarithm(onePlus: min(c.recencyCapDays, evidence.daysSinceIncoming)),
            streak: c.replyStreakCoefficient * Elementary.logarithm(onePlus: Double(pair.streak)),
            coldReach: isStranger
                ? c.replyColdReachCoefficient * Elementary.logarithm(onePlus: Double(max(0, knownBy))) : 0,
            recipients: c.replyRecipientsCoefficient * Elementary.logarithm(Double(max(1, recipients))),
            purpose: c.logOdds(of: purpose),
            calibration: totals.surplus[g] / (totals.information[g] + c.calibrationWeight),
            purposeRecord: totals.record(of: purpose, c).ownLogOdds)
        return ReplyEstimate(
            probability: Elementary.probability(logOdds: terms.sum),
            uncalibratedProbability: Elementary.probability(logOdds: terms.uncalibratedSum),
            terms: terms, evidence: evidence)
    }

    /// What became of the seeker's asks that the ledger has settled, see ``settled(at:)``.
    /// - Complexity: O(1).
    public var record: ReplyRecord {
        ReplyRecord(
            asks: totals.asks, answers: totals.answers, surplus: totals.surplus[1],
            information: totals.information[1],
            purposes: AskPurpose.allCases.map { totals.record(of: $0, constants) }, constants: constants)
    }

    /// What became of each of the seeker's asks that the ledger has settled, in the order of sending; see ``settled(at:)``.
    /// - Complexity: O(asks).
    public var outcomes: [AskOutcome] {
        asks[..<settledCount].map { ask in
            AskOutcome(
                settledDays: deadline(of: ask.sent), probability: ask.sent.replyProbability,
                priorProbability: ask.sent.priorProbability, isAnswered: ask.isAnswered)
        }
    }

    /// What became of the seeker's silent asks by a time; `nil` when the policy does not learn from them.
    /// - Parameter time: Now, in days; not before any time the ledger has seen.
    /// - Complexity: O(1 + asks due and not settled).
    public func silenceRecord(at time: Double) -> SilenceRecord? {
        precondition(time >= clock, "a ledger's time does not run backwards")
        guard constants.learnsFromOwnSilences else { return nil }
        var silences = silences
        for ask in asks[recordedCount...].prefix(while: { Self.endOfSilence($0.sent) <= time }) {
            record(ask, in: &silences)
        }
        return silences
    }

    /// The seeker's latest ask to a person, when it has no answer yet.
    /// - Complexity: O(1).
    public func openAsk(to person: NodeID) -> SentAsk? {
        correspondence(with: person).openAsk.map { asks[$0].sent }
    }

    // MARK: Pieces

    /// When it is known whether a silent ask stays so.
    private static func endOfSilence(_ ask: SentAsk) -> Double {
        ask.sentDays + SilenceRecord.startDays + SilenceModel.horizonDays
    }

    /// The probability with the population's rate in place of every rate of the seeker's own.
    private func priorProbability(of estimate: ReplyEstimate) -> Double {
        let terms = estimate.terms
        let rate = constants.replyRateCoefficient * Elementary.logOdds(estimate.evidence.populationRate)
        return Elementary.probability(logOdds: terms.uncalibratedSum - terms.rate + rate)
    }

    private func record(_ ask: Ask, in silences: inout SilenceRecord) {
        let start = SilenceRecord.startDays
        guard constants.learnsFromOwnSilences, ask.silentDays > start,
            let estimate = SilenceModel(valid: constants).estimate(
                of: ask.sent, at: ask.sent.sentDays + start)
        else { return }
        silences.add(
            ask.silentDays > start + SilenceModel.horizonDays, expected: estimate.probabilityOfNoAnswer)
    }

    private func evidence(
        of pair: Correspondence, _ totals: Totals, at time: Double, approach: Approach
    ) -> ReplyEvidence {
        let c = constants
        let populationRate = c.replyRate(of: approach)
        let seekerWeight = Double(totals.asks) + c.populationWeightAsks
        let seekerRate = (Double(totals.answers) + c.populationWeightAsks * populationRate) / seekerWeight
        let weight = Double(pair.asks) + c.seekerWeightAsks
        let priorShare = c.seekerWeightAsks / weight
        return ReplyEvidence(
            asks: pair.asks, answers: pair.answers, streak: pair.streak,
            seekerAsks: totals.asks, seekerAnswers: totals.answers,
            decayedInbound: decayedInbound(of: pair, at: time),
            daysSinceIncoming: time - pair.lastIncoming,
            reopensContact: time - pair.lastContact >= c.replyWindowDays,
            smoothedRate: (Double(pair.answers) + c.seekerWeightAsks * seekerRate) / weight,
            personShare: Double(pair.asks) / weight,
            seekerShare: priorShare * Double(totals.asks) / seekerWeight, populationRate: populationRate,
            populationShare: priorShare * c.populationWeightAsks / seekerWeight)
    }

    private func correspondence(with person: NodeID) -> Correspondence {
        Int(person) < correspondences.count ? correspondences[Int(person)] : Correspondence()
    }

    private mutating func slot(of person: NodeID) -> Int {
        let index = Int(person)
        while correspondences.count <= index { correspondences.append(Correspondence()) }
        return index
    }

    /// The end of an ask's reply window. An ask is due from then on, and answered in time until then.
    private func deadline(of ask: SentAsk) -> Double {
        ask.sentDays + constants.replyWindowDays
    }

    private func decayedInbound(of pair: Correspondence, at time: Double) -> Double {
        pair.decayedInbound
            * Elementary.remainder(after: time - pair.lastIncoming, halfLife: constants.historyHalfLifeDays)
    }
}

/// The probability that a silent ask stays silent.
///
/// Task S of the ranking model: the log-odds form of a cure model, in which some people never answer and the
/// others answer soon. It beat every fixed waiting time and "longer than this person's usual delay".
public struct SilenceModel: Equatable, Sendable {
    /// For how long the ask may yet be answered, days: the outcome that the coefficients were fitted to.
    public static let horizonDays = 30.0

    /// The numbers of the model.
    public let constants: RankingConstants

    /// Makes the model.
    /// - Throws: ``RankingError`` when a constant is out of range.
    public init(constants: RankingConstants = .standard) throws(RankingError) {
        try constants.validate()
        self.constants = constants
    }

    /// - Parameter constants: Valid ones.
    init(valid constants: RankingConstants) { self.constants = constants }

    /// How likely an open ask is to get no answer within ``horizonDays``.
    /// - Parameters:
    ///   - time: Now, in days on the ledger's scale; a time before the sending counts as the sending.
    ///   - record: What became of the seeker's earlier silences; `nil` for none.
    /// - Returns: `nil` for an ask amid a running exchange, on which the model was never tested.
    /// - Complexity: O(1).
    public func estimate(
        of ask: SentAsk, at time: Double, record: SilenceRecord? = nil
    ) -> SilenceEstimate? {
        guard ask.reopensContact else { return nil }
        return estimate(
            daysSilent: time - ask.sentDays, replyProbability: ask.replyProbability,
            inboundVolume: ask.inboundVolume, record: record)
    }

    /// How likely an ask that opened or reopened contact is to get no answer within ``horizonDays``.
    /// - Parameters:
    ///   - daysSilent: Days since it was sent; less than 0 counts as 0.
    ///   - replyProbability: rho as it was sent, in [0, 1].
    ///   - inboundVolume: ln(1 + decayed number of their messages) as it was sent, at least 0.
    ///   - record: What became of the seeker's earlier silences; `nil` for none.
    /// - Complexity: O(1).
    public func estimate(
        daysSilent: Double, replyProbability: Double, inboundVolume: Double, record: SilenceRecord? = nil
    ) -> SilenceEstimate {
        let terms = SilenceTerms(
            base: constants.stallIntercept,
            reply: constants.stallReplyCoefficient * Elementary.logOdds(replyProbability),
            age: constants.stallAgeCoefficient * Elementary.logarithm(onePlus: max(0, daysSilent)),
            inboundVolume: constants.stallInboundCoefficient * inboundVolume, record: record?.offset ?? 0)
        let probability = Elementary.probability(logOdds: terms.sum)
        return SilenceEstimate(
            probabilityOfNoAnswer: probability, isStalled: probability >= constants.stallFlagProbability,
            terms: terms)
    }
}

/// How likely an ask is to stay unanswered, and why.
public struct SilenceEstimate: Equatable, Sendable {
    /// The probability of no answer within ``SilenceModel/horizonDays``, in (0, 1).
    public let probabilityOfNoAnswer: Double
    /// Whether that is enough to flag the thread.
    public let isStalled: Bool
    /// The summands of its log-odds.
    public let terms: SilenceTerms
}

/// The summands of the log-odds that an ask stays unanswered.
public struct SilenceTerms: Equatable, Sendable {
    /// The constant term.
    public let base: Double
    /// From the probability of a reply as the ask was sent.
    public let reply: Double
    /// From the days of silence since.
    public let age: Double
    /// From how much they used to write.
    public let inboundVolume: Double
    /// From what became of the seeker's earlier silences.
    public let record: Double

    /// The log-odds.
    public var sum: Double { base + reply + age + inboundVolume + record }
}

public import GraphAlgorithms

/// How likely someone is to answer within the reply window, and why.
public struct ReplyEstimate: Equatable, Sendable {
    /// rho: the probability of an answer, in (0, 1).
    public let probability: Double
    /// The same before the seeker's own record corrected it, in (0, 1).
    public let uncalibratedProbability: Double
    /// The summands of the log-odds of ``probability``.
    public let terms: ReplyTerms
    /// What was counted.
    public let evidence: ReplyEvidence

    /// The probability when the seeker asks for something else, given their record of that.
    public func probability(askingFor record: PurposeRecord) -> Double {
        Elementary.probability(
            logOdds: terms.sum - terms.purpose - terms.purposeRecord + record.assumedLogOdds
                + record.ownLogOdds)
    }
}

/// The summands of the log-odds of a reply: each is one line of an explanation.
public struct ReplyTerms: Equatable, Sendable {
    /// The constant term.
    public let base: Double
    /// From the smoothed reply rate.
    public let rate: Double
    /// From how much they write, decayed.
    public let inboundVolume: Double
    /// From the time since their last message.
    public let recency: Double
    /// From asks unanswered in a row.
    public let streak: Double
    /// From how many people know them, when seeker and person were never in touch.
    public let coldReach: Double
    /// From how many people are addressed at once.
    public let recipients: Double
    /// From what is asked for, as far as that is assumed.
    public let purpose: Double
    /// From how the seeker's earlier asks fared against their estimates.
    public let calibration: Double
    /// From how the seeker's earlier asks with the same purpose fared against what all of the above expected of them.
    public let purposeRecord: Double

    /// The log-odds before calibration.
    public var uncalibratedSum: Double {
        base + (rate + inboundVolume + recency + streak + coldReach + recipients + purpose)
    }

    /// The log-odds before the seeker's record of the purpose.
    var expectedSum: Double { uncalibratedSum + calibration }

    /// The log-odds of the estimate.
    public var sum: Double { expectedSum + purposeRecord }
}

/// The counts behind a ``ReplyEstimate``.
public struct ReplyEvidence: Equatable, Sendable {
    /// n: asks to this person that are settled or answered.
    public let asks: Int
    /// y: those answered within the reply window.
    public let answers: Int
    /// Asks to this person unanswered in a row.
    public let streak: Int
    /// The seeker's settled asks to anyone.
    public let seekerAsks: Int
    /// Those answered within the reply window.
    public let seekerAnswers: Int
    /// Their messages, each halved per half-life since.
    public let decayedInbound: Double
    /// Days since their last message; infinite when there is none.
    public let daysSinceIncoming: Double
    /// g: whether an ask now opens or reopens contact, the pair having been silent for a reply window.
    public let reopensContact: Bool
    /// r: the reply rate of this person, drawn towards the seeker's and the population's.
    public let smoothedRate: Double
    /// The part of ``smoothedRate`` that is this person's own record, in [0, 1).
    public let personShare: Double
    /// The part that is the seeker's record with everybody, in [0, 1).
    public let seekerShare: Double
    /// P0: the population's rate, by what the seeker and the person have in common.
    public let populationRate: Double
    /// The part that is the population's rate, in (0, 1]; the three parts sum to 1.
    public let populationShare: Double
}

/// A message that opened a new ask, as things stood when it was sent.
public struct SentAsk: Equatable, Sendable {
    /// Who the seeker asked.
    public let person: NodeID
    /// When.
    public let sentDays: Double
    /// rho at sending, calibrated.
    public let replyProbability: Double
    /// rho at sending, before calibration: what the calibration learns from.
    public let uncalibratedProbability: Double
    /// rho at sending without the seeker's record of the purpose: what that record learns from.
    public let expectedProbability: Double
    /// rho at sending without any outcome of the seeker's.
    public let priorProbability: Double
    /// What was asked for.
    public let purpose: AskPurpose
    /// ln(1 + decayed number of their messages) at sending.
    public let inboundVolume: Double
    /// g: whether the ask opened or reopened contact.
    public let reopensContact: Bool
}

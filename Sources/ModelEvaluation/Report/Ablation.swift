public import RankingModel

/// One term of the ranking, switched off to see what it is worth.
///
/// Everything else stays as it is: coefficients are not fitted again, so an ablation says what the term does
/// in the model as shipped and not what a model without it could do.
public enum Ablation: String, Codable, CaseIterable, Sendable {
    /// The smoothed reply rate of person, seeker and population.
    case replyRate = "reply-rate"
    /// How much they write, decayed, in the reply.
    case replyInbound = "reply-inbound"
    /// The time since their last message.
    case replyRecency = "reply-recency"
    /// Asks unanswered in a row.
    case replyStreak = "reply-streak"
    /// How many people know a stranger.
    case replyColdReach = "reply-cold-reach"
    /// How many people are addressed at once.
    case replyRecipients = "reply-recipients"
    /// The correction by the seeker's own settled asks.
    case calibration
    /// The reply probability at sending, in the silence model.
    case stallReply = "stall-reply"
    /// The days of silence, in the silence model.
    case stallAge = "stall-age"
    /// How much they used to write, in the silence model.
    case stallInbound = "stall-inbound"
    /// What became of the asker's earlier silences, in the silence model.
    case silenceRecord = "silence-record"
    /// That contacts spoken to lately lead to the next new contact: all count alike.
    case reachWarmth = "reach-warmth"
    /// That a contact who knows many is less likely to lead to a given one.
    case introducerDegree = "introducer-degree"
    /// That the well-known count less among the people two steps away.
    case reachDegree = "reach-degree"
    /// Named people two steps away: reach is familiarity alone.
    case newContacts = "new-contacts"
    /// Shared contacts: reach is named people two steps away alone.
    case familiarity
    /// That a contact has to answer twice, once more to write the introduction: rho in place of rho sigma.
    case secondAnswer = "second-answer"
    /// The recency of the tie between introducer and target: all ties are alike.
    case tieRecency = "tie-recency"

    /// The tasks on whose scores it bears.
    public var tasks: [EvaluationTask] {
        switch self {
        case .replyRate, .replyInbound, .replyRecency, .replyStreak, .replyColdReach, .replyRecipients,
            .calibration:
            EvaluationTask.allCases
        case .stallReply, .stallAge, .stallInbound, .silenceRecord: [.stall]
        case .reachWarmth, .introducerDegree, .reachDegree, .newContacts, .familiarity, .secondAnswer:
            [.introductionKnows, .introductionWarm, .introductionUnasked, .plan]
        case .tieRecency: [.introducer]
        }
    }

    /// The constants with the term switched off.
    public func applied(to constants: RankingConstants) -> RankingConstants {
        var constants = constants
        switch self {
        case .replyRate: constants.replyRateCoefficient = 0
        case .replyInbound: constants.replyInboundCoefficient = 0
        case .replyRecency: constants.replyRecencyCoefficient = 0
        case .replyStreak: constants.replyStreakCoefficient = 0
        case .replyColdReach: constants.replyColdReachCoefficient = 0
        case .replyRecipients: constants.replyRecipientsCoefficient = 0
        case .calibration: constants.calibrationWeight = Self.endless
        case .stallReply: constants.stallReplyCoefficient = 0
        case .stallAge: constants.stallAgeCoefficient = 0
        case .stallInbound: constants.stallInboundCoefficient = 0
        case .silenceRecord: constants.learnsFromOwnSilences = false
        case .introducerDegree: constants.introducerDegreeExponent = 0
        case .reachWarmth: constants.introductionFadeDays = Self.endless
        case .reachDegree: constants.reachDegreeExponent = 0
        case .newContacts: constants.familiarityShare = 1
        case .familiarity: constants.familiarityShare = 0
        case .secondAnswer: break
        case .tieRecency: constants.tieFadeDays = Self.endless
        }
        return constants
    }

    /// So long, or so heavy, that nothing is left of what is divided by it.
    private static let endless = 1e300
}

/// The model as it is, with one term switched off, or under another policy.
struct ModelVariant: Equatable, Sendable {
    let ablation: Ablation?
    let constants: RankingConstants
    /// Whether it is the other policy.
    var isOther = false

    /// What its rows are called; `nil` for the model itself.
    var name: String? { isOther ? "other policy" : ablation.map { "without \($0.rawValue)" } }

    /// Whether it has something to say on a task.
    func bears(on task: EvaluationTask) -> Bool { ablation?.tasks.contains(task) ?? true }

    /// sigma: that a contact who answers writes the introduction; the lists do not say who has met.
    func introductionProbability(_ rho: Double) -> Double {
        ablation == .secondAnswer
            ? 1 : constants.introductionProbability(hasMet: false, replyProbability: rho)
    }

    /// The whole model, the other policy, then each ablation that bears on one of the tasks.
    static func variants(
        of constants: RankingConstants, against other: RankingConstants? = nil, ablations: [Ablation],
        tasks: [EvaluationTask]
    ) -> [ModelVariant] {
        [ModelVariant(ablation: nil, constants: constants)]
            + [other].compactMap(\.self).map {
                ModelVariant(ablation: nil, constants: $0, isOther: true)
            }
            + ablations.filter { !Set($0.tasks).isDisjoint(with: tasks) }.map {
                ModelVariant(ablation: $0, constants: $0.applied(to: constants))
            }
    }
}

/// Every number of the ranking model, in one value that a user can read, edit and swap.
///
/// Where a number comes from is one of three. *Fitted*: by logistic regression on the earlier 60 % of public
/// temporal networks of e-mail and mailing lists, and frozen before the held-out networks were scored. *Chosen*:
/// set by hand, and part of the model as it was scored there. *Assumed*: never tested on data; say so wherever
/// such a number reaches a reader. Times are in days, coefficients in log-odds (natural logarithms).
public struct RankingConstants: Codable, Equatable, Sendable {
    // MARK: Counting messages

    /// H: after how many days one of their messages counts half. Chosen.
    public var historyHalfLifeDays = 90.0
    /// W: how long an ask may wait for its answer before it counts as unanswered; also how long a pair has to
    /// be silent for the next ask to reopen contact. Chosen: 89 % of the answers that come within 30 days
    /// come within five.
    public var replyWindowDays = 7.0
    /// P0: the share of fresh asks that people at large answer. Chosen.
    public var populationReplyRate = 0.40
    /// M0: how many of the seeker's own asks the population's rate is worth. Chosen.
    public var populationWeightAsks = 5.0
    /// M: how many asks to one person the seeker's rate is worth. Chosen.
    public var seekerWeightAsks = 3.0
    /// CAP: beyond how many days the time since their last message no longer counts. Chosen.
    public var recencyCapDays = 90.0
    /// KAPPA: the weight of "no correction" against the seeker's own record, in units of the summed p(1 - p). Chosen.
    public var calibrationWeight = 20.0
    /// P0 when someone the person knows has given the seeker this name. Assumed.
    public var warmReferralReplyRate = 0.60
    /// P0 when the person and the seeker have worked together, between those of strangers and of warm referrals. Assumed.
    public var formerColleagueReplyRate = 0.50
    /// P0 when the seeker says that they are close, above that of warm referrals. Assumed.
    public var closeReplyRate = 0.70
    /// P0 when the seeker says that they know the person. Assumed.
    public var knownReplyRate = 0.55
    /// P0 for people the seeker says they barely know; lower than for people who were not sorted. Assumed.
    public var barelyKnownReplyRate = 0.30
    /// Added to the log-odds of a reply when the ask is for work. Assumed, after eight seekers' logs.
    public var workAskLogOdds = -0.3
    /// Added to them when the ask is for advice or a conversation. Assumed, after eight seekers' logs.
    public var adviceAskLogOdds = 1.0
    /// Whether what became of the seeker's own asks for work and for advice moves what is assumed about it (``PurposeRecord``).
    public var learnsFromOwnPurposes = true
    /// M_u: how many of the seeker's own asks with a purpose the expectation is worth. Chosen.
    public var purposeWeightAsks = 20.0

    // MARK: (a) Log-odds of a reply within the reply window; fitted

    /// b0: the constant term.
    public var replyIntercept = 0.31
    /// Per unit of the smoothed reply rate's log-odds.
    public var replyRateCoefficient = 0.39
    /// Per unit of ln(1 + decayed number of their messages).
    public var replyInboundCoefficient = 0.23
    /// Per unit of ln(1 + days since their last message, capped).
    public var replyRecencyCoefficient = -0.26
    /// Per unit of ln(1 + asks unanswered in a row).
    public var replyStreakCoefficient = -0.23
    /// Per unit of ln(1 + people recorded as knowing them), for someone never in touch.
    public var replyColdReachCoefficient = 0.0
    /// Per unit of ln(people addressed at once).
    public var replyRecipientsCoefficient = -0.73

    // MARK: (b) Log-odds that a silent ask stays unanswered; fitted

    /// s0: the constant term.
    public var stallIntercept = 1.06
    /// Per unit of the log-odds of a reply as the ask was sent.
    public var stallReplyCoefficient = -0.23
    /// Per unit of ln(1 + days of silence).
    public var stallAgeCoefficient = 0.74
    /// Per unit of ln(1 + decayed number of their messages) as the ask was sent.
    public var stallInboundCoefficient = -0.68
    /// From which probability of no answer on a thread is flagged as stalled. Assumed.
    public var stallFlagProbability = 0.90
    /// Whether what became of the seeker's own silent asks corrects the probability (``SilenceRecord``).
    public var learnsFromOwnSilences = true
    /// The weight of "no correction" against the seeker's own silences, in units of the summed p(1 - p). Chosen.
    public var silenceRecordWeight = 20.0

    // MARK: (c) Who a contact reaches

    /// TU: how fast a contact's part in the next introduction fades with silence, days. Chosen.
    public var introductionFadeDays = 30.0
    /// EPS: what everyone two steps away weighs before the contacts who know them are counted, next to a contact of mean
    /// degree. Chosen.
    public var reachFloor = 0.05
    /// The power of a contact's degree in what they add to the people they know: who knows many is less likely to lead to a
    /// given one. Chosen.
    public var introducerDegreeExponent = -1.0
    /// DEG: the power of a person's degree in their share of the next new contact. Chosen.
    public var reachDegreeExponent = -0.5
    /// THETA: the share of familiarity in reach; 1 - THETA goes to named people two steps away. Chosen.
    public var familiarityShare = 0.2

    // MARK: (e) What a contact is worth

    /// GAMMA: how much less a value is worth for lying one introduction further. Assumed.
    public var introductionDiscount = 0.8
    /// The second answer: how likely someone the seeker has met names another person when asked. Assumed, after 26 of 38 asks
    /// of one seeker.
    public var introductionAfterMeetingProbability = 0.68
    /// The same for a contact the seeker has not met. Assumed, after two seekers.
    public var introductionProbability = 0.10
    /// Whether the second answer is taken to be as likely as the first, rho, instead.
    public var repeatsReplyForIntroduction = false
    /// TOL: where the iteration for the values stops, in units of value.
    public var valueTolerance = 1e-9
    /// The most sweeps of that iteration; contraction needs at most 47.
    public var maximumSweeps = 200

    // MARK: Introduction paths

    /// tau of a contact who has promised or given a referral. Assumed.
    public var givenReferralTieProbability = 0.9
    /// tau of a tie about which neither strength nor dates are recorded. Assumed.
    public var unknownTieProbability = 0.5
    /// What is left of the tau of a tie that an import inferred and of which no strength is recorded. Assumed.
    public var inferredTieFactor = 0.5
    /// The least tau of a tie with a recorded strength, so that a path over it stays possible.
    public var minimumTieProbability = 1e-6
    /// What is added to the fading recency of a dated tie before it is scaled to at most 1. Chosen.
    public var tieRecencyFloor = 0.2
    /// How fast a dated tie fades, days. Chosen.
    public var tieFadeDays = 30.0
    /// The longest chain of introductions. Chains decay at about .36 a hop (Dodds, Muhamad and Watts 2003,
    /// doi:10.1126/science.1081058).
    public var maximumIntroductionHops = 4

    // MARK: Applications

    /// The numbers of applications, which are no asks of a person.
    public var applications = ApplicationConstants.standard

    // MARK: (d) What meeting someone is worth by itself

    /// The numbers of the direct value.
    public var directValue = DirectValueConstants.standard

    /// The constants by which Rebound ranks: the reference's, as the evidence has changed them since (*Decisions*).
    public static let standard = RankingConstants()

    /// The constants of ranking.md with every term, by which its worked examples and reference values came about.
    public static let reference: RankingConstants = {
        var constants = RankingConstants.standard
        constants.replyColdReachCoefficient = 0.19
        constants.workAskLogOdds = 0
        constants.adviceAskLogOdds = 0
        constants.learnsFromOwnPurposes = false
        constants.stallIntercept = 0.40
        constants.stallReplyCoefficient = -0.40
        constants.stallAgeCoefficient = 0.70
        constants.stallInboundCoefficient = -0.40
        constants.stallFlagProbability = 0.85
        constants.learnsFromOwnSilences = false
        constants.reachFloor = 0.2
        constants.introducerDegreeExponent = 0
        constants.familiarityShare = 0.5
        constants.repeatsReplyForIntroduction = true
        return constants
    }()

    /// Makes the standard constants, to be edited.
    public init() {}

    /// After about how many settled asks the seeker's own record weighs half in the calibration of the probabilities:
    /// KAPPA / (P0 (1 - P0)), 84 as things stand.
    public var asksUntilCalibrated: Int {
        let asks = calibrationWeight / (populationReplyRate * (1 - populationReplyRate))
        return asks < 1e9 ? Int(asks.rounded(.up)) : 1_000_000_000
    }

    /// The largest factor by which one more introduction can carry a value on: GAMMA (1 - THETA), below 1.
    var contractionFactor: Double { introductionDiscount * (1 - familiarityShare) }

    /// sigma: the probability that someone who has answered writes the introduction.
    /// - Parameters:
    ///   - hasMet: Whether the seeker has talked with them.
    ///   - rho: How likely they answer.
    package func introductionProbability(hasMet: Bool, replyProbability rho: Double) -> Double {
        repeatsReplyForIntroduction
            ? rho : hasMet ? introductionAfterMeetingProbability : introductionProbability
    }

    /// Every number, in the order of their declaration.
    package static let fields: [PolicyField<RankingConstants>] =
        [
            .number("historyHalfLifeDays", \.historyHalfLifeDays, .divisor),
            .number("replyWindowDays", \.replyWindowDays, .positive),
            .number("populationReplyRate", \.populationReplyRate, .openUnit),
            .number("populationWeightAsks", \.populationWeightAsks, .divisor),
            .number("seekerWeightAsks", \.seekerWeightAsks, .divisor),
            .number("recencyCapDays", \.recencyCapDays, .nonNegative),
            .number("calibrationWeight", \.calibrationWeight, .divisor),
            .number("warmReferralReplyRate", \.warmReferralReplyRate, .openUnit),
            .number("formerColleagueReplyRate", \.formerColleagueReplyRate, .openUnit),
            .number("closeReplyRate", \.closeReplyRate, .openUnit),
            .number("knownReplyRate", \.knownReplyRate, .openUnit),
            .number("barelyKnownReplyRate", \.barelyKnownReplyRate, .openUnit),
            .number("workAskLogOdds", \.workAskLogOdds, .any),
            .number("adviceAskLogOdds", \.adviceAskLogOdds, .any),
            .flag("learnsFromOwnPurposes", \.learnsFromOwnPurposes),
            .number("purposeWeightAsks", \.purposeWeightAsks, .divisor),
            .number("replyIntercept", \.replyIntercept, .any),
            .number("replyRateCoefficient", \.replyRateCoefficient, .any),
            .number("replyInboundCoefficient", \.replyInboundCoefficient, .any),
            .number("replyRecencyCoefficient", \.replyRecencyCoefficient, .any),
            .number("replyStreakCoefficient", \.replyStreakCoefficient, .any),
            .number("replyColdReachCoefficient", \.replyColdReachCoefficient, .any),
            .number("replyRecipientsCoefficient", \.replyRecipientsCoefficient, .any),
            .number("stallIntercept", \.stallIntercept, .any),
            .number("stallReplyCoefficient", \.stallReplyCoefficient, .any),
            .number("stallAgeCoefficient", \.stallAgeCoefficient, .any),
            .number("stallInboundCoefficient", \.stallInboundCoefficient, .any),
            .number("stallFlagProbability", \.stallFlagProbability, .openUnit),
            .flag("learnsFromOwnSilences", \.learnsFromOwnSilences),
            .number("silenceRecordWeight", \.silenceRecordWeight, .divisor),
            .number("introductionFadeDays", \.introductionFadeDays, .divisor),
            .number("reachFloor", \.reachFloor, .nonNegative),
            .number("introducerDegreeExponent", \.introducerDegreeExponent, .exponent),
            .number("reachDegreeExponent", \.reachDegreeExponent, .exponent),
            .number("familiarityShare", \.familiarityShare, .unit),
            .number("introductionDiscount", \.introductionDiscount, .discount),
            .number(
                "introductionAfterMeetingProbability", \.introductionAfterMeetingProbability, .unit),
            .number("introductionProbability", \.introductionProbability, .unit),
            .flag("repeatsReplyForIntroduction", \.repeatsReplyForIntroduction),
            .number("valueTolerance", \.valueTolerance, .positive),
            .whole("maximumSweeps", \.maximumSweeps, .positive),
            .number("givenReferralTieProbability", \.givenReferralTieProbability, .unit),
            .number("unknownTieProbability", \.unknownTieProbability, .unit),
            .number("inferredTieFactor", \.inferredTieFactor, .unit),
            .number("minimumTieProbability", \.minimumTieProbability, .unit),
            .number("tieRecencyFloor", \.tieRecencyFloor, .nonNegative),
            .number("tieFadeDays", \.tieFadeDays, .divisor),
            .whole("maximumIntroductionHops", \.maximumIntroductionHops, .positive),
        ] + ApplicationConstants.fields.map { $0.inside("applications", \.applications) }
        + DirectValueConstants.fields.map { $0.inside("directValue", \.directValue) }

    /// Checks that every formula of the model is defined and the values have one fixed point.
    /// - Throws: ``RankingError/invalidConstant(name:value:requirement:)`` for the first constant out of range.
    public func validate() throws(RankingError) { try PolicyField.check(Self.fields, of: self) }
}

/// What became of the seeker's own asks, and how far the probabilities rest on it rather than on people at large
/// (ranking.md, section a).
public struct ReplyRecord: Sendable, Equatable, Codable {
    /// The seeker's asks that are settled: the reply window is over.
    public let asks: Int
    /// Those answered within it.
    public let answers: Int
    /// Within how many days an answer counts as one.
    public let windowDays: Double
    /// P0: the share of asks that people at large answer.
    public let priorRate: Double
    /// M0: how many of the seeker's asks the share of people at large weighs.
    public let priorWeightAsks: Double
    /// pe: the share from which the estimate for someone new starts, between the two.
    public let startingRate: Double
    /// The seeker's part of it, in [0, 1): asks / (asks + M0).
    public let ownShare: Double
    /// M: how many asks to one person ``startingRate`` weighs against that person's own record.
    public let startingWeightAsks: Double
    /// What the seeker's record adds to the log-odds of whoever is asked afresh: S / (I + KAPPA).
    public let calibration: Double
    /// I / (I + KAPPA): how much of the way the calibration goes, in [0, 1).
    public let calibrationShare: Double
    /// What became of the asks with each purpose.
    public let purposes: [PurposeRecord]
    /// KAPPA: the weight of no correction.
    public let calibrationWeight: Double
    /// After about how many settled asks the seeker's record weighs as much as no correction: from then on the
    /// probabilities may be read as odds.
    public let asksUntilCalibrated: Int
    /// Whether there are as many; until then the probabilities are an order.
    public let isCalibrated: Bool

    /// The share of the seeker's asks that were answered; `nil` when none is settled.
    public var ownRate: Double? { asks == 0 ? nil : Double(answers) / Double(asks) }

    init(
        asks: Int, answers: Int, surplus: Double, information: Double, purposes: [PurposeRecord],
        constants: RankingConstants
    ) {
        let weight = Double(asks) + constants.populationWeightAsks
        self.asks = asks
        self.answers = answers
        windowDays = constants.replyWindowDays
        priorRate = constants.populationReplyRate
        priorWeightAsks = constants.populationWeightAsks
        startingRate =
            (Double(answers) + constants.populationWeightAsks * constants.populationReplyRate) / weight
        ownShare = Double(asks) / weight
        startingWeightAsks = constants.seekerWeightAsks
        calibration = surplus / (information + constants.calibrationWeight)
        calibrationShare = information / (information + constants.calibrationWeight)
        self.purposes = purposes
        calibrationWeight = constants.calibrationWeight
        asksUntilCalibrated = constants.asksUntilCalibrated
        isCalibrated = asks >= constants.asksUntilCalibrated
    }
}

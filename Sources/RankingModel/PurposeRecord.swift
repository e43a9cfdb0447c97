/// What became of the seeker's own asks with one purpose, and how far that moves what is assumed about the purpose.
///
/// A beta prior on the share answered, whose mean e is what the model expects of these asks from the levels above (person,
/// seeker, population, and the assumed log-odds of the purpose) and whose weight is
/// ``RankingConstants/purposeWeightAsks``, M_u. Of n asks with y answers the share is then q = (y + M_u e) / (n + M_u), and
/// logit q - logit e is added to the log-odds of the next such ask. Asks for something else, or for nothing that is known, have
/// no purpose in common, and nothing is learnt from them here.
public struct PurposeRecord: Equatable, Sendable, Codable {
    /// What was asked for.
    public let purpose: AskPurpose
    /// n: such asks that are settled.
    public let asks: Int
    /// y: those answered within the reply window.
    public let answers: Int
    /// n e: how many answers were expected of them without this record.
    public let expectedAnswers: Double
    /// What is assumed about the purpose, in log-odds.
    public let assumedLogOdds: Double
    /// What the seeker's record adds to that, in log-odds; 0 without an ask.
    public let ownLogOdds: Double

    init(
        _ purpose: AskPurpose, asks: Int, answers: Int, expectedAnswers: Double, constants: RankingConstants
    ) {
        self.purpose = purpose
        self.asks = asks
        self.answers = answers
        self.expectedAnswers = expectedAnswers
        assumedLogOdds = constants.logOdds(of: purpose)
        guard constants.learnsFromOwnPurposes, purpose != .other, asks > 0 else {
            ownLogOdds = 0
            return
        }
        let weight = constants.purposeWeightAsks
        let expected = expectedAnswers / Double(asks)
        let share = (Double(answers) + weight * expected) / (Double(asks) + weight)
        ownLogOdds = Elementary.logOdds(share) - Elementary.logOdds(expected)
    }
}

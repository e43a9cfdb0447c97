/// What the seeker and someone have in common before a word is said, which decides on the share of asks that such people
/// answer.
public enum Approach: Sendable, CaseIterable {
    /// Nothing that is known.
    case cold
    /// They have worked together.
    case formerColleague
    /// Someone the person knows gave the seeker this name.
    case warmReferral
    /// They are close, as the seeker says.
    case close
    /// They know each other, as the seeker says.
    case known
    /// They barely know each other, as the seeker says.
    case barelyKnown
}

extension RankingConstants {
    /// P0 of an approach.
    package func replyRate(of approach: Approach) -> Double {
        switch approach {
        case .cold: populationReplyRate
        case .formerColleague: formerColleagueReplyRate
        case .warmReferral: warmReferralReplyRate
        case .close: closeReplyRate
        case .known: knownReplyRate
        case .barelyKnown: barelyKnownReplyRate
        }
    }
}

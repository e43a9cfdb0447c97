/// What the seeker asks someone for, which decides how many answer.
public enum AskPurpose: String, Sendable, CaseIterable, Codable {
    /// Something else, or nothing that is known.
    case other
    /// A job, or to be considered for one.
    case work
    /// Advice, or a conversation.
    case advice
}

extension AskPurpose {
    /// Its place among all purposes.
    var place: Int {
        switch self {
        case .other: 0
        case .work: 1
        case .advice: 2
        }
    }
}

extension RankingConstants {
    /// What a purpose adds to the log-odds of a reply.
    package func logOdds(of purpose: AskPurpose) -> Double {
        switch purpose {
        case .other: 0
        case .work: workAskLogOdds
        case .advice: adviceAskLogOdds
        }
    }
}

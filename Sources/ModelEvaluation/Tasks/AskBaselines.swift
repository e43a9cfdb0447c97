import RankingModel

/// The simple rules that the reply and stall tasks are held against: each is one number of the past, higher
/// for a likelier answer.
enum AskBaseline: String, CaseIterable {
    /// The same for everybody.
    case random
    /// The share of the seeker's asks that were answered.
    case seekerRate = "own rate"
    case recency = "recency (any)"
    case inboundRecency = "recency (inbound)"
    case frequency = "frequency (total)"
    case inboundFrequency = "frequency (inbound)"
    case degree
    case pageRank = "PageRank"
    case activity
    case lastReply = "last reply"
    case replyRate = "reply rate (Laplace)"
    case reciprocity

    func score(_ history: AskCase.History) -> Double {
        switch self {
        case .random: 0
        case .seekerRate: Self.laplace(history.seekerAnswers, of: history.seekerAsks)
        case .recency: -Elementary.logarithm(onePlus: history.daysSinceContact)
        case .inboundRecency: -Elementary.logarithm(onePlus: history.daysSinceIncoming)
        case .frequency: Elementary.logarithm(onePlus: Double(history.messagesIn + history.messagesOut))
        case .inboundFrequency: Elementary.logarithm(onePlus: Double(history.messagesIn))
        case .degree: Elementary.logarithm(onePlus: Double(history.degree))
        case .pageRank: Elementary.logarithm(history.pageRank + 1e-7)
        case .activity: Elementary.logarithm(onePlus: Double(history.activity))
        case .lastReply: Double(history.lastAnswer)
        case .replyRate: Self.laplace(history.answers, of: history.asks)
        case .reciprocity:
            Double(history.messagesIn) / Double(max(1, history.messagesIn + history.messagesOut))
        }
    }

    private static func laplace(_ answers: Int, of asks: Int) -> Double {
        Elementary.logOdds(Double(answers + 1) / Double(asks + 2))
    }
}

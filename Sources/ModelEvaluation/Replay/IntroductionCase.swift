/// A list of candidates, one of which may lead to the next new contact, with every method's scores.
struct IntroductionCase: Equatable, Sendable {
    /// What is about to happen.
    let occasion: IntroductionOccasion
    /// The ego's contacts, ascending.
    let candidates: [Int]
    /// One row a baseline, in the order of ``ContactBaseline``; one number a candidate, higher is better.
    let baselines: [[Double]]
    /// What each variant of the model made of it.
    let models: [Model]
    /// Days since each candidate and the stranger last wrote directly; `nil` for those who never did.
    let daysSinceStranger: [Double?]
    /// Days since each candidate and the ego last wrote directly.
    let daysSinceEgo: [Double]

    /// The word of one variant of the model.
    struct Model: Equatable, Sendable {
        /// rho, one a candidate.
        let replyProbabilities: [Double]
        /// s, one a candidate.
        let reach: [Double]
        /// V when everyone is worth the same, up to a factor: rho sigma s.
        let values: [Double]
        /// tau of candidate and stranger.
        let tieProbabilities: [Double]
        /// The positions of the candidates in the order in which a plan that covers most strangers picks
        /// them.
        let coveringPlan: [Int]
        /// The same when candidates may not answer.
        let valuePlan: [Int]
    }

    /// Which candidates know the stranger.
    var knowsStranger: [Bool] { daysSinceStranger.map { $0 != nil } }

    /// Which candidates know the stranger and write to the ego soon after; `nil` when the list ends before that shows.
    func whoKnowsAndWrites(_ outcomes: MessageOutcomes) -> [Bool]? {
        guard occasion.days + MessageOutcomes.warmDays <= outcomes.endDays else { return nil }
        return zip(candidates, knowsStranger).map { person, knows in
            knows && outcomes.writes(person, to: occasion.ego, soonAfter: occasion.days)
        }
    }
}

/// The simple rules that the introduction tasks are held against, higher for a better contact to turn to.
enum ContactBaseline: String, CaseIterable, Sendable {
    /// The same for everybody.
    case random
    case degree
    case recency
    case frequency
    case pageRank = "PageRank"
    case personalizedPageRank = "personalised PageRank .85"
    case nearPersonalizedPageRank = "personalised PageRank .5"
    case betweenness
    /// Burt's 1 - constraint.
    case brokerage = "1 - constraint"
    case mutualContacts = "mutual contacts"
    case newReach = "new reach"
    /// How much they write, decayed.
    case inbound = "inbound, decayed"
    case degreeAndRecency = "degree x recency"

    var kind: EvaluationRow.Kind { self == .degreeAndRecency ? .composite : .baseline }
}

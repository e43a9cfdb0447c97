public import RankingModel
public import ReferralGraph

/// How well the probabilities given to one's own requests came true so far, in odds that anyone can check by counting, and
/// from when on one's own record foretold better than what holds for people at large.
public struct TrackRecord: Codable, Equatable, Sendable {
    /// How many requests have an outcome.
    public let outcomes: Int
    /// How many were answered within the reply window.
    public let answered: Int
    /// How many answers the probabilities amount to.
    public let expected: Double
    /// From how many outcomes on there is something to say: ``fewestOutcomes``.
    public let outcomesNeeded: Int
    /// The requests by the odds that were given, the smallest first.
    public let groups: [Group]
    /// The log-loss of the probabilities; `nil` without an outcome.
    public let ownLoss: Double?
    /// The log-loss without any outcome of one's own; `nil` without an outcome.
    public let priorLoss: Double?
    /// From when on one's own record was ahead, all taken together, and stayed so; `nil` when it is not, or with fewer than
    /// ``outcomesNeeded``.
    public let ahead: Ahead?

    /// The fewest outcomes from which anything is said.
    public static let fewestOutcomes = 20

    /// Whether there are enough outcomes to say something.
    public var isEnough: Bool { outcomes >= outcomesNeeded }

    /// Requests to which about the same odds were given.
    public struct Group: Codable, Equatable, Sendable {
        /// The odds are about `chance` in `of`.
        public let chance: Int
        /// The odds are about `chance` in `of`.
        public let of: Int
        /// How many requests.
        public let cases: Int
        /// How many were answered.
        public let answered: Int
        /// How many answers their probabilities amount to.
        public let expected: Double
        /// Whether so many answers are no surprise: within 1.96 standard deviations of what was expected.
        public let isAsExpected: Bool
    }

    /// From when on one's own record foretold better.
    public struct Ahead: Codable, Equatable, Sendable {
        /// After how many outcomes.
        public let outcomes: Int
        /// The day on which the last of them came.
        public let day: CalendarDay
    }

    /// The odds that people speak of, by rising probability.
    private static let odds = [(1, 10), (1, 5), (1, 3), (1, 2), (2, 3), (4, 5), (9, 10)]

    /// Sums up what became of requests.
    /// - Parameter asks: Those that are settled, in any order.
    /// - Complexity: O(n log n).
    public init(_ asks: [AskOutcome]) {
        let asks = asks.stablySorted { $0.settledDays }
        outcomes = asks.count
        answered = asks.count(where: \.isAnswered)
        expected = asks.reduce(0) { $0 + $1.probability }
        outcomesNeeded = Self.fewestOutcomes
        groups = Self.odds.indices.compactMap { place in
            Group(asks.filter { Self.place(of: $0.probability) == place }, Self.odds[place])
        }
        let own = asks.map { LogLoss.loss(probability: $0.probability, label: $0.isAnswered) }
        let prior = asks.map { LogLoss.loss(probability: $0.priorProbability, label: $0.isAnswered) }
        ownLoss = own.mean
        priorLoss = prior.mean
        ahead =
            asks.count < Self.fewestOutcomes
            ? nil
            : TurningPoint.place(in: zip(prior, own).map { $0 - $1 }).flatMap { place in
                // The first to gain was foretold from the outcomes before it.
                place == 0
                    ? nil
                    : Ahead(
                        outcomes: place,
                        day: CalendarDay(number: Int(asks[place - 1].settledDays.rounded(.down))))
            }
    }

    /// The odds nearest to a probability.
    private static func place(of probability: Double) -> Int {
        odds.indices.min {
            abs(Double(odds[$0].0) / Double(odds[$0].1) - probability)
                < abs(Double(odds[$1].0) / Double(odds[$1].1) - probability)
        }!
    }
}

extension TrackRecord.Group {
    fileprivate init?(_ asks: [AskOutcome], _ odds: (Int, Int)) {
        guard !asks.isEmpty else { return nil }
        (chance, of) = odds
        cases = asks.count
        answered = asks.count(where: \.isAnswered)
        expected = asks.reduce(0) { $0 + $1.probability }
        let variance = asks.reduce(0) { $0 + $1.probability * (1 - $1.probability) }
        isAsExpected = abs(Double(answered) - expected) <= max(0.5, 1.96 * variance.squareRoot())
    }
}

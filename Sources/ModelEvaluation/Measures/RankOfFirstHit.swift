/// At which rank the first relevant candidate of a list stands, when equal scores are put in random order.
///
/// Instead of drawing an order this is the distribution over all of them, so that hits and reciprocal rank
/// are exact expectations and need no seed. If b candidates are scored higher than the best relevant one, and
/// r of the g equally scored ones are relevant, the rank is b + x with probability C(g - x, r - 1) / C(g, r).
public struct RankOfFirstHit: Equatable, Sendable {
    /// How many candidates are ranked higher for certain.
    public let candidatesAbove: Int
    /// How many candidates score like the best relevant one, itself included.
    public let tied: Int
    /// How many of those are relevant, at least 1.
    public let relevantTied: Int

    /// Finds the rank.
    /// - Parameters:
    ///   - scores: One a candidate, higher is better; those within rounding of the best relevant one's are
    ///     its equals.
    ///   - relevant: Whether each candidate is what was looked for.
    /// - Returns: `nil` when none is relevant.
    /// - Complexity: O(n).
    public init?(scores: [Double], relevant: [Bool]) {
        precondition(scores.count == relevant.count, "one label per score")
        guard let best = zip(scores, relevant).filter(\.1).map(\.0).max() else { return nil }
        let slack = best.isFinite ? 1e-12 * max(1e-9, abs(best)) : 0
        var (above, tied, relevantTied) = (0, 0, 0)
        for (score, isRelevant) in zip(scores, relevant) {
            if score == best || abs(score - best) <= slack {
                tied += 1
                relevantTied += isRelevant ? 1 : 0
            } else if score > best {
                above += 1
            }
        }
        candidatesAbove = above
        self.tied = tied
        self.relevantTied = relevantTied
    }

    /// The expected 1 / rank, in (0, 1].
    /// - Complexity: O(tied).
    public var reciprocalRank: Double {
        var (sum, noneBefore) = (0.0, 1.0)
        for x in 1...tied - relevantTied + 1 {
            let isHere = noneBefore * Double(relevantTied) / Double(tied - x + 1)
            sum += isHere / Double(candidatesAbove + x)
            noneBefore -= isHere
        }
        return sum
    }

    /// The probability that one of the first k is relevant, in [0, 1].
    /// - Complexity: O(k).
    public func hit(within k: Int) -> Double {
        let places = min(max(0, k - candidatesAbove), tied)
        var none = 1.0
        for place in 0..<places {
            none *= Double(max(0, tied - relevantTied - place)) / Double(tied - place)
        }
        return 1 - none
    }
}

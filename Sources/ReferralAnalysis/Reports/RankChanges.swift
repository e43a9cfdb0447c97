import GraphAlgorithms
public import Playbook
import RankingModel
public import ReferralGraph
internal import SystemInterface

/// The smallest changes of the facts, of those tried, that would move a person up or down in the call list.
public struct RankChanges: Sendable, Equatable, Codable {
    /// The rank now; `nil` for someone left out.
    public var rank: Int?
    /// The first change that moves the person up, or into the list; `nil` when none of those tried does.
    public var up: RankChange?
    /// The first change that moves the person down, or out of the list; `nil` when none of those tried does.
    public var down: RankChange?
    /// How many changes were tried, each with an analysis of its own; at most ``mostTried(in:)``.
    public var triedCount: Int

    /// How many changes are tried at the most: 12, and fewer, but at least 4, in networks of more than 20,000 people
    /// and interactions, so that the answer does not keep anyone waiting.
    public static func mostTried(in network: ReferralNetwork) -> Int {
        let size = network.people.count + network.interactions.count
        return min(12, max(4, 12 * 20_000 / max(1, size)))
    }
}

/// One fact that is otherwise, and what the call list would then say.
public struct RankChange: Sendable, Equatable, Codable {
    /// What is otherwise.
    public var kind: Kind
    /// In words that follow *if*: `they had answered on 2026-11-03`.
    public var condition: String
    /// The day of the fact, where it has one.
    public var day: CalendarDay?
    /// Someone else concerned.
    public var through: PersonID?
    /// The rank then; `nil` for left out.
    public var rank: Int?
    /// The rule by which the person would be due then.
    public var rule: Rule?
    /// V then.
    public var value: Double

    /// What can be otherwise.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// They had answered the last ask.
        case answered
        /// One more ask had gone unanswered.
        case unansweredAsk = "unanswered-ask"
        /// The seeker had not heard from them.
        case withoutWord = "without-word"
        /// They had written of their own accord.
        case wrote
        /// The last word had been said some days earlier.
        case earlier
        /// The last word had been said some days later.
        case later
        /// They knew someone the seeker does not.
        case tie
        /// A tie of theirs did not exist.
        case withoutTie = "without-tie"
        /// An opening were posted at their company.
        case opening
        /// No opening were posted there.
        case withoutOpening = "without-opening"
        /// Hiring were frozen there.
        case freeze
        /// The company were a first choice.
        case firstChoice = "first-choice"
        /// The company were a fallback.
        case fallback
        /// They were a star.
        case star
        /// They were no star.
        case withoutStar = "without-star"
    }
}

/// A change of a network to be tried: the network with one fact otherwise.
struct Counterfactual: Sendable {
    var kind: RankChange.Kind
    var condition: String
    var day: CalendarDay?
    var through: PersonID?
    var network: ReferralNetwork
    /// Everyone an interaction concerns that is otherwise.
    var concerned: Set<NodeID>
    /// Whether the same people, the seeker apart, know each other.
    var keepsAcquaintances: Bool {
        switch kind {
        case .withoutWord, .tie, .withoutTie: false
        default: true
        }
    }
}

extension NetworkAnalysis {
    /// Tries changes of single facts about a person, small ones first, until one moves them up and one down.
    ///
    /// Computed, not guessed: each change is an analysis of the whole network.
    /// - Returns: `nil` for the seeker and for people not in the network.
    /// - Complexity: at most ``RankChanges/mostTried(in:)`` analyses.
    public func rankChanges(of person: PersonID) -> RankChanges? {
        guard let node = situation.index.node(of: person), node != ranking.projection.seeker else {
            return nil
        }
        var changes = RankChanges(rank: callList.rank(of: node), triedCount: 0)
        let position = changes.rank ?? .max
        let most = RankChanges.mostTried(in: network)
        var trials = counterfactuals(about: node)[...]
        while changes.triedCount < most, !trials.isEmpty {
            for change in tried(trials.prefix(Self.triedAtOnce), with: node).compactMap(\.self) {
                if changes.up != nil || position == 1, changes.down != nil || position == .max {
                    return changes
                }
                guard changes.triedCount < most else { return changes }
                changes.triedCount += 1
                if change.rank ?? .max < position, changes.up == nil { changes.up = change }
                if change.rank ?? .max > position, changes.down == nil { changes.down = change }
            }
            trials = trials.dropFirst(Self.triedAtOnce)
        }
        return changes
    }

    /// Each change is analysed in a thread of its own. Which are told does not depend on how many there are.
    private static let triedAtOnce = 2

    /// What the call list would say of a person with each fact otherwise; `nil` for what cannot be otherwise.
    private func tried(_ trials: ArraySlice<() -> Counterfactual?>, with node: NodeID) -> [RankChange?] {
        let trials = trials.map { $0() }
        return Parts.map(trials.count) { number -> RankChange? in
            guard let trial = trials[number],
                let analysis = try? revised(
                    trial.network, concerning: trial.concerned, keepsAcquaintances: trial.keepsAcquaintances)
            else { return nil }
            return RankChange(
                kind: trial.kind, condition: trial.condition, day: trial.day, through: trial.through,
                rank: analysis.callList.rank(of: node), rule: analysis.callList.dueStep(with: node)?.rule,
                value: analysis.ranking.values.values[Int(node)])
        }
    }
}

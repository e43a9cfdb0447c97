public import GraphAlgorithms

/// Whom to call together: calls that reach different people beat the best calls taken one by one.
///
/// F(S) = sum of rho d + GAMMA [(1 - THETA) sum over q of lambda(q) V(q) (1 - product over p in S who know q of
/// (1 - rho_p^2)) + THETA vbar (1 - product over S of (1 - rho^2 m))] is monotone and submodular, and F of one
/// person is V. Greedy selection therefore reaches 1 - 1/e of the best plan of k calls (Nemhauser, Wolsey and
/// Fisher 1978, doi:10.1007/BF01588971), lazily (Minoux 1978, doi:10.1007/BFb0006528); the better of greedy by
/// gain and by gain per minute reaches half of that within a budget (Leskovec et al. 2007,
/// doi:10.1145/1281192.1281239).
public struct CallPlan: Equatable, Sendable {
    /// What a plan is for.
    public enum Objective: Equatable, Sendable {
        /// The value of the calls.
        case value
        /// Meeting as many new people as possible: everybody answers, and every stranger is worth 1.
        case exploration
    }

    /// What a plan is for.
    public let objective: Objective

    /// Makes a planner.
    public init(objective: Objective = .value) {
        self.objective = objective
    }

    /// The best `count` calls, greedily.
    /// - Parameters:
    ///   - count: How many calls; fewer are planned when there are fewer candidates.
    ///   - candidates: Whom it is polite to call. Repetitions and the seeker are dropped.
    ///   - values: The values of everybody.
    /// - Returns: The calls in the order of choice; of equal gains the lower number goes first.
    /// - Complexity: O(degrees of the candidates) at best, `count` times that at worst.
    public func calls(_ count: Int, among candidates: [NodeID], values: ContactValues) -> PlannedCalls {
        greedy(candidates.map { CallCandidate($0, minutes: 1) }, values, atMost: count) { gain, _ in gain }
    }

    /// The best calls that fit in a number of minutes.
    /// - Parameters:
    ///   - budgetMinutes: How long all calls may take together.
    ///   - candidates: Whom it is polite to call, and how long each takes. Of repetitions the first counts.
    ///   - values: The values of everybody.
    ///   - count: The most calls; unlimited unless said otherwise.
    /// - Throws: ``RankingError/invalidMinutes(candidate:minutes:)``.
    /// - Complexity: O(k degrees of the candidates) for k calls, at worst.
    public func calls(
        withinMinutes budgetMinutes: Double, among candidates: [CallCandidate], values: ContactValues,
        atMost count: Int = .max
    ) throws(RankingError) -> PlannedCalls {
        for (index, candidate) in candidates.enumerated()
        where !(candidate.minutes > 0 && candidate.minutes.isFinite) {
            throw .invalidMinutes(candidate: index, minutes: candidate.minutes)
        }
        let byGain = greedy(candidates, values, atMost: count, budgetMinutes) { gain, _ in gain }
        let byRate = greedy(candidates, values, atMost: count, budgetMinutes) { gain, minutes in
            gain / minutes
        }
        return byGain.value >= byRate.value ? byGain : byRate
    }

    /// Minoux's accelerated greedy: a gain computed earlier is an upper bound, so the first candidate of the
    /// queue whose gain is current is the best of all.
    private func greedy(
        _ candidates: [CallCandidate], _ values: ContactValues, atMost count: Int,
        _ budgetMinutes: Double = .infinity, key: (_ gain: Double, _ minutes: Double) -> Double
    ) -> PlannedCalls {
        struct Entry {
            let candidate: CallCandidate
            let gain: Double
            let key: Double
            let callsBefore: Int
        }
        var coverage = PlanCoverage(values, objective)
        var evaluations = 0
        var calls: [PlannedCall] = []
        var total = 0.0
        var minutes = 0.0
        func entry(_ candidate: CallCandidate) -> Entry {
            let gain = coverage.gain(of: candidate.person)
            evaluations += 1
            return Entry(
                candidate: candidate, gain: gain, key: key(gain, candidate.minutes), callsBefore: calls.count)
        }

        var isListed = [Bool](repeating: false, count: values.values.count)
        isListed[Int(values.inputs.reach.seeker)] = true
        var entries: [Entry] = []
        for candidate in candidates where !isListed[Int(candidate.person)] {
            isListed[Int(candidate.person)] = true
            entries.append(entry(candidate))
        }
        var queue = BinaryHeap(entries) { ($1.key, $0.candidate.person) < ($0.key, $1.candidate.person) }
        while calls.count < count, let best = queue.popFirst() {
            guard minutes + best.candidate.minutes <= budgetMinutes else { continue }
            guard best.callsBefore == calls.count else {
                queue.insert(entry(best.candidate))
                continue
            }
            total += best.gain
            minutes += best.candidate.minutes
            coverage.add(best.candidate.person)
            calls.append(PlannedCall(person: best.candidate.person, gain: best.gain, valueSoFar: total))
        }
        return PlannedCalls(calls: calls, value: total, minutes: minutes, evaluations: evaluations)
    }
}

/// What the calls planned so far leave to be gained.
private struct PlanCoverage {
    private let values: ContactValues
    private let objective: CallPlan.Objective
    /// For each person two steps away, the probability that no planned call leads to them.
    private var missed: [Double]
    /// The probability that no planned call leads to somebody not recorded.
    private var missedUnrecorded = 1.0

    init(_ values: ContactValues, _ objective: CallPlan.Objective) {
        self.values = values
        self.objective = objective
        missed = Array(repeating: 1, count: values.values.count)
    }

    private func replyProbability(of person: NodeID) -> Double {
        objective == .value ? values.inputs.replyProbabilities[Int(person)] : 1
    }

    /// F(S and the person) - F(S).
    func gain(of person: NodeID) -> Double {
        let inputs = values.inputs
        let constants = values.constants
        let rho = replyProbability(of: person)
        var introductions = 0.0
        for stranger in inputs.graph.successors(of: person) {
            let worth = objective == .value ? values.values[Int(stranger)] : 1
            introductions += inputs.reach.newContactShares[Int(stranger)] * worth * missed[Int(stranger)]
        }
        let unrecorded = inputs.reach.familiarity[Int(person)] * inputs.strangerValue * missedUnrecorded
        return rho * inputs.directValues[Int(person)] + constants.introductionDiscount * rho * rho
            * ((1 - constants.familiarityShare) * introductions + constants.familiarityShare * unrecorded)
    }

    mutating func add(_ person: NodeID) {
        let rho = replyProbability(of: person)
        for stranger in values.inputs.graph.successors(of: person) { missed[Int(stranger)] *= 1 - rho * rho }
        missedUnrecorded *= 1 - rho * rho * values.inputs.reach.familiarity[Int(person)]
    }
}

/// Somebody who may be called, and how long that takes.
public struct CallCandidate: Equatable, Sendable {
    /// Whom to call.
    public var person: NodeID
    /// How long the call takes, preparation included; above 0.
    public var minutes: Double

    /// Makes a candidate.
    public init(_ person: NodeID, minutes: Double) {
        self.person = person
        self.minutes = minutes
    }
}

/// The calls of a plan.
public struct PlannedCalls: Equatable, Sendable {
    /// In the order of choice.
    public let calls: [PlannedCall]
    /// F: what they are worth together.
    public let value: Double
    /// How long they take together; the number of calls where no lengths were given.
    public let minutes: Double
    /// How many gains were computed.
    public let evaluations: Int
}

/// One call of a plan.
public struct PlannedCall: Equatable, Sendable {
    /// Whom to call.
    public let person: NodeID
    /// What the call adds to those before it, at least 0.
    public let gain: Double
    /// What the plan is worth up to this call.
    public let valueSoFar: Double
}

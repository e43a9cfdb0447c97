public import GraphAlgorithms

/// Who to call together: calls that reach different people beat the best calls taken one by one.
///
/// F(S) = sum of rho d + GAMMA [(1 - THETA) sum over q of lambda(q) V(q) (1 - product over p in S who know q of
/// (1 - rho_p sigma_p)) + THETA vbar (1 - product over S of (1 - rho sigma m))] is monotone and submodular, and F of one
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
    ///   - candidates: Who it is polite to call. Repetitions and the seeker are dropped.
    ///   - values: The values of everybody.
    ///   - canJoin: Whether someone can join the calls chosen so far; who cannot is not asked about again.
    /// - Returns: The calls in the order of choice; of equal gains the lower number goes first.
    /// - Complexity: O(degrees of the candidates) at best, `count` times that at worst.
    public func calls(
        _ count: Int, among candidates: [NodeID], values: ContactValues,
        where canJoin: (_ chosen: [NodeID], _ candidate: NodeID) -> Bool = { _, _ in true }
    ) -> PlannedCalls {
        plan(candidates.map { CallCandidate($0, minutes: 1) }, values, atMost: count, where: canJoin)
    }

    /// The best calls that fit in a number of minutes.
    /// - Parameters:
    ///   - budgetMinutes: How long all calls may take together.
    ///   - candidates: Who it is polite to call, and how long each takes. Of repetitions the first counts.
    ///   - values: The values of everybody.
    ///   - count: The most calls; unlimited unless said otherwise.
    ///   - canJoin: Whether someone can join the calls chosen so far; who cannot is not asked about again.
    /// - Throws: ``RankingError/invalidMinutes(candidate:minutes:)``.
    /// - Complexity: O(k degrees of the candidates) for k calls, at worst.
    public func calls(
        withinMinutes budgetMinutes: Double, among candidates: [CallCandidate], values: ContactValues,
        atMost count: Int = .max,
        where canJoin: (_ chosen: [NodeID], _ candidate: NodeID) -> Bool = { _, _ in true }
    ) throws(RankingError) -> PlannedCalls {
        for (index, candidate) in candidates.enumerated()
        where !(candidate.minutes > 0 && candidate.minutes.isFinite) {
            throw .invalidMinutes(candidate: index, minutes: candidate.minutes)
        }
        return plan(candidates, values, atMost: count, withinMinutes: budgetMinutes, where: canJoin)
    }

    /// What no plan can be worth more than, judged from one plan.
    ///
    /// F of any plan is at most F(S) and the sum of its calls' largest gains on top of S, whatever chose S (Minoux 1978;
    /// Leskovec et al. 2007 call it the online bound); the least such sum over the beginnings of a plan is taken. Within
    /// minutes the gains are packed as if calls could be cut.
    /// - Parameters:
    ///   - people: The plan, in the order of choice.
    ///   - candidates: Who may be called, and how long each takes.
    ///   - count: The most calls of a plan.
    ///   - budgetMinutes: How long the calls of a plan may take together.
    ///   - values: The values of everybody.
    /// - Complexity: O(k (degrees of the candidates + candidates log candidates)) for a plan of k calls.
    public func upperBound(
        given people: [NodeID], among candidates: [CallCandidate], atMost count: Int = .max,
        withinMinutes budgetMinutes: Double = .infinity, values: ContactValues
    ) -> Double {
        var coverage = PlanCoverage(values, objective)
        var value = 0.0
        var bound = Double.infinity
        var chosen: Set<NodeID> = []
        for person in people.map(Optional.some) + [nil] {
            let gains = candidates.filter { !chosen.contains($0.person) }.map {
                (gain: coverage.gain(of: $0.person), minutes: $0.minutes)
            }
            bound = min(bound, value + Self.largest(gains, count, budgetMinutes))
            guard let person else { break }
            value += coverage.gain(of: person)
            coverage.add(person)
            chosen.insert(person)
        }
        return bound
    }

    /// The most that gains can sum to, cut calls included.
    private static func largest(
        _ gains: [(gain: Double, minutes: Double)], _ count: Int, _ budgetMinutes: Double
    ) -> Double {
        let most = gains.map(\.gain).sorted(by: >).prefix(count).reduce(0, +)
        guard budgetMinutes < .infinity else { return most }
        var left = budgetMinutes
        var packed = 0.0
        for (gain, minutes) in gains.sorted(by: { $0.gain / $0.minutes > $1.gain / $1.minutes })
        where left > 0 {
            packed += gain * min(1, left / minutes)
            left -= minutes
        }
        return min(most, packed)
    }

    /// F: what calls are worth together.
    /// - Parameter people: Who to call; no one twice.
    /// - Complexity: O(degrees of the people).
    public func value(of people: [NodeID], values: ContactValues) -> Double {
        var coverage = PlanCoverage(values, objective)
        return people.reduce(0) { sum, person in
            defer { coverage.add(person) }
            return sum + coverage.gain(of: person)
        }
    }

    /// What a call adds to others, and who it comes from; the total is the gain.
    /// - Parameters:
    ///   - person: Who to call.
    ///   - others: The other calls.
    /// - Complexity: O(degrees of all of them).
    public func contributions(
        to person: NodeID, after others: [NodeID], values: ContactValues
    ) -> ValueContributions {
        var coverage = PlanCoverage(values, objective)
        for other in others { coverage.add(other) }
        return coverage.contributions(to: person)
    }

    private func plan(
        _ candidates: [CallCandidate], _ values: ContactValues, atMost count: Int,
        withinMinutes budgetMinutes: Double? = nil, where canJoin: ([NodeID], NodeID) -> Bool
    ) -> PlannedCalls {
        var isListed = [Bool](repeating: false, count: values.values.count)
        isListed[Int(values.inputs.reach.seeker)] = true
        var listed: [CallCandidate] = []
        for candidate in candidates where !isListed[Int(candidate.person)] {
            isListed[Int(candidate.person)] = true
            listed.append(candidate)
        }
        // Of equal gains the lower number goes first.
        listed.sort { $0.person < $1.person }
        let people = listed.map(\.person)
        let budget = budgetMinutes.map { $0 >= 0 ? $0 : 0 } ?? .infinity
        let selection = RunControl.unstoppable { control throws(GraphError) in
            try LazyGreedy(budget: budget).select(
                from: people.count, costs: budgetMinutes == nil ? nil : listed.map(\.minutes), atMost: count,
                takesIdleItems: true,
                function: PlanGain(people: people, coverage: PlanCoverage(values, objective)),
                control: control
            ) { chosen, item in canJoin(chosen.map { people[$0] }, people[item]) }
        }
        let calls = zip(selection.items, selection.gains).map { item, gain in
            PlannedCall(person: people[item], gain: gain)
        }
        return PlannedCalls(calls: calls, value: selection.gains.reduce(0, +))
    }
}

/// F of the calls to some people, by their positions.
private struct PlanGain: SubmodularGain {
    let people: [NodeID]
    var coverage: PlanCoverage

    func gain(of item: Int) -> Double { coverage.gain(of: people[item]) }
    mutating func add(_ item: Int) { coverage.add(people[item]) }
}

/// What the calls planned so far leave to be gained.
private struct PlanCoverage {
    private let values: ContactValues
    private let objective: CallPlan.Objective
    /// For each person two steps away, the probability that no planned call leads to them.
    private var missed: [Double]
    /// The probability that no planned call leads to someone not recorded.
    private var missedUnrecorded = 1.0

    init(_ values: ContactValues, _ objective: CallPlan.Objective) {
        self.values = values
        self.objective = objective
        missed = Array(repeating: 1, count: values.values.count)
    }

    private func replyProbability(of person: NodeID) -> Double {
        objective == .value ? values.inputs.replyProbabilities[Int(person)] : 1
    }

    /// rho sigma: that a person answers, and then introduces.
    private func introductionProbability(of person: NodeID) -> Double {
        objective == .value
            ? values.inputs.replyProbabilities[Int(person)]
                * values.inputs.introductionProbabilities[Int(person)] : 1
    }

    /// F(S and the person) - F(S).
    func gain(of person: NodeID) -> Double {
        let inputs = values.inputs
        var introductions = 0.0
        for stranger in inputs.graph.successors(of: person) { introductions += left(of: stranger) }
        let (direct, discount, unrecorded) = terms(of: person)
        return direct + discount
            * ((1 - values.constants.familiarityShare) * introductions
                + values.constants.familiarityShare * unrecorded)
    }

    /// The summands of the gain.
    func contributions(to person: NodeID) -> ValueContributions {
        let (direct, discount, unrecorded) = terms(of: person)
        let introductions = values.inputs.graph.successors(of: person).compactMap { stranger in
            let share = left(of: stranger)
            return share > 0
                ? IntroductionContribution(
                    person: stranger, value: discount * (1 - values.constants.familiarityShare) * share) : nil
        }
        return ValueContributions(
            person: person, direct: direct,
            introductions: introductions.sorted { ($1.value, $0.person) < ($0.value, $1.person) },
            familiarity: discount * values.constants.familiarityShare * unrecorded)
    }

    /// What meeting a stranger still adds.
    private func left(of stranger: NodeID) -> Double {
        let worth = objective == .value ? values.values[Int(stranger)] : 1
        return values.inputs.reach.newContactShares[Int(stranger)] * worth * missed[Int(stranger)]
    }

    /// rho d, GAMMA rho sigma, and what people not recorded still add.
    private func terms(of person: NodeID) -> (direct: Double, discount: Double, unrecorded: Double) {
        let inputs = values.inputs
        return (
            replyProbability(of: person) * inputs.directValues[Int(person)],
            values.constants.introductionDiscount * introductionProbability(of: person),
            inputs.reach.familiarity[Int(person)] * inputs.strangerValue * missedUnrecorded
        )
    }

    mutating func add(_ person: NodeID) {
        let led = introductionProbability(of: person)
        for stranger in values.inputs.graph.successors(of: person) { missed[Int(stranger)] *= 1 - led }
        missedUnrecorded *= 1 - led * values.inputs.reach.familiarity[Int(person)]
    }
}

/// Someone who may be called, and how long that takes.
public struct CallCandidate: Equatable, Sendable {
    /// Who to call.
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
}

/// One call of a plan.
public struct PlannedCall: Equatable, Sendable {
    /// Who to call.
    public let person: NodeID
    /// What the call adds to those before it, at least 0.
    public let gain: Double
}

public import GraphAlgorithms

/// What everybody is worth a call, as ``ContactValue`` found it.
public struct ContactValues: Sendable {
    /// What the values were computed from.
    public let inputs: ContactValueInputs
    /// The numbers of the model.
    public let constants: RankingConstants
    /// V: one value per node, at least 0; 0 for the seeker.
    public let values: [Double]
    /// How many sweeps it took.
    public let sweeps: Int
    /// By how much no equation is missed: max |c + A V - V|.
    public let residual: Double

    package init(
        inputs: ContactValueInputs, constants: RankingConstants, values: [Double], sweeps: Int,
        residual: Double
    ) {
        self.inputs = inputs
        self.constants = constants
        self.values = values
        self.sweeps = sweeps
        self.residual = residual
    }

    /// The summands of a person's value.
    /// - Complexity: O(degree log degree).
    public func contributions(to person: NodeID) -> ValueContributions {
        let reach = inputs.reach
        guard person != reach.seeker else {
            return ValueContributions(person: person, direct: 0, introductions: [], familiarity: 0)
        }
        let equation = ValueEquation(of: person, inputs, constants)
        let introductions = inputs.graph.successors(of: person).compactMap { stranger in
            let share = reach.newContactShares[Int(stranger)]
            return share > 0
                ? IntroductionContribution(
                    person: stranger, value: equation.factor * share * values[Int(stranger)]) : nil
        }
        return ValueContributions(
            person: person, direct: equation.direct,
            introductions: introductions.sorted { ($1.value, $0.person) < ($0.value, $1.person) },
            familiarity: equation.familiarity)
    }
}

/// Where one person's value comes from; the parts sum to the value within ``ContactValues/residual``.
public struct ValueContributions: Equatable, Sendable {
    /// Whose value.
    public let person: NodeID
    /// rho d: their own openings.
    public let direct: Double
    /// The people they can introduce the seeker to, most valuable first, then by number.
    public let introductions: [IntroductionContribution]
    /// GAMMA rho sigma THETA m vbar: introductions to people not recorded, by someone who knows the seeker's circle.
    public let familiarity: Double

    /// The sum of all parts.
    public var total: Double { introductions.reduce(direct + familiarity) { $0 + $1.value } }
}

/// What the chance to be introduced to one person adds to a contact's value.
public struct IntroductionContribution: Equatable, Sendable {
    /// Who would be met.
    public let person: NodeID
    /// GAMMA rho sigma (1 - THETA) lambda V of that person.
    public let value: Double
}

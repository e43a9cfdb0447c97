package import GraphAlgorithms

/// What a call to someone is worth: their own openings, and the people they can lead to.
///
/// V(p) = rho(p) [d(p) + GAMMA sigma(p) (sum over q of (1 - THETA) lambda(q) V(q) + THETA m(p) vbar)], q over the
/// people p knows and the seeker does not. An introduction takes two answers: rho to the seeker, sigma to the request.
/// The map contracts by at most GAMMA (1 - THETA) in the largest component, so V is unique: the expected
/// discounted reward of an absorbing Markov chain. It puts response probabilities where ReferralWeb (Kautz,
/// Selman and Shah 1997, doi:10.1145/245108.245123) searched along people likely to respond.
public struct ContactValue: Equatable, Sendable {
    /// The numbers of the model.
    public let constants: RankingConstants

    /// Makes the model.
    /// - Throws: ``RankingError`` when a constant is out of range.
    public init(constants: RankingConstants = .standard) throws(RankingError) {
        try constants.validate()
        self.constants = constants
    }

    /// The value of everybody, by Jacobi sweeps until none moves by the constants' tolerance.
    /// - Complexity: O(n + m) per sweep; at most 47 sweeps for a tolerance of 1e-9.
    public func values(for inputs: ContactValueInputs) -> ContactValues {
        let equations = ValueEquations(inputs, constants)
        let rows = equations.introductionRows()
        var values = equations.constantTerms
        var weighted = [Double](repeating: 0, count: values.count)
        var largestMove = values.max() ?? 0
        var sweeps = 1
        while largestMove >= constants.valueTolerance && sweeps < constants.maximumSweeps {
            for person in weighted.indices { weighted[person] = equations.shares[person] * values[person] }
            largestMove = 0
            for row in rows.people.indices {
                let person = Int(rows.people[row])
                var sum = 0.0
                for arc in rows.offsets[row]..<rows.offsets[row + 1] {
                    sum += weighted[Int(rows.targets[arc])]
                }
                let value = equations.constantTerms[person] + equations.factors[person] * sum
                largestMove = max(largestMove, abs(value - values[person]))
                values[person] = value
            }
            sweeps += 1
        }
        return ContactValues(
            inputs: inputs, constants: constants, values: values, sweeps: sweeps,
            residual: constants.contractionFactor * largestMove)
    }
}

/// One person's row of the linear system V = c + A V, where A(p, q) = factor(p) lambda(q) for p ~ q.
package struct ValueEquation {
    /// rho d.
    package let direct: Double
    /// GAMMA rho sigma THETA m: the chance of an introduction to someone not recorded.
    package let strangers: Double
    /// That times vbar; with `direct` it makes c(p).
    package let familiarity: Double
    /// GAMMA rho sigma (1 - THETA), less where the shares of the row exceed 1.
    package let factor: Double

    /// - Parameter shareSum: The sum of lambda over everyone the person knows.
    package init(
        replyProbability rho: Double, introductionProbability: Double, directValue: Double,
        familiarity: Double, strangerValue: Double,
        shareSum: Double, _ constants: RankingConstants
    ) {
        let discount = constants.introductionDiscount * rho * introductionProbability
        direct = rho * directValue
        strangers = discount * constants.familiarityShare * familiarity
        self.familiarity = strangers * strangerValue
        factor = discount * (1 - constants.familiarityShare) / max(1, shareSum)
    }

    /// - Complexity: O(degree).
    package init(of person: NodeID, _ inputs: ContactValueInputs, _ constants: RankingConstants) {
        var shareSum = 0.0
        for neighbour in inputs.graph.successors(of: person) {
            shareSum += inputs.reach.newContactShares[Int(neighbour)]
        }
        self.init(
            replyProbability: inputs.replyProbabilities[Int(person)],
            introductionProbability: inputs.introductionProbabilities[Int(person)],
            directValue: inputs.directValues[Int(person)],
            familiarity: inputs.reach.familiarity[Int(person)], strangerValue: inputs.strangerValue,
            shareSum: shareSum, constants)
    }
}

/// The rows of everybody; those of the seeker are 0.
private struct ValueEquations {
    let inputs: ContactValueInputs
    /// lambda: above 0 only for people two steps from the seeker.
    let shares: [Double]
    let constantTerms: [Double]
    let factors: [Double]

    init(_ inputs: ContactValueInputs, _ constants: RankingConstants) {
        var constantTerms = [Double](repeating: 0, count: inputs.graph.nodeCount)
        var factors = constantTerms
        for person in inputs.graph.nodes where person != inputs.reach.seeker {
            let equation = ValueEquation(of: person, inputs, constants)
            constantTerms[Int(person)] = equation.direct + equation.familiarity
            factors[Int(person)] = equation.factor
        }
        self.inputs = inputs
        self.shares = inputs.reach.newContactShares
        self.constantTerms = constantTerms
        self.factors = factors
    }

    /// The rows of A that are not 0, in compressed form: sweeps need no other arc of the graph.
    func introductionRows() -> (people: [NodeID], offsets: [Int], targets: [NodeID]) {
        var people: [NodeID] = []
        var offsets = [0]
        var targets: [NodeID] = []
        for person in inputs.graph.nodes where factors[Int(person)] > 0 {
            for neighbour in inputs.graph.successors(of: person) where shares[Int(neighbour)] > 0 {
                targets.append(neighbour)
            }
            guard targets.count > offsets[offsets.count - 1] else { continue }
            people.append(person)
            offsets.append(targets.count)
        }
        return (people, offsets, targets)
    }
}

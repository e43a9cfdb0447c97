import GraphAlgorithms
import RankingModel

/// lambda and m of the ranking model while time passes and people get in touch: ``ReferralReach`` without starting over.
///
/// The part that a contact p has in someone's weight, exp(-(t - last contact of p) / TU), is kept as
/// exp(last contact of p / TU): the factor exp(-t / TU), common to all, is put in where a share is read. A contact then
/// costs its degree, and another day nothing.
struct PlayedReach {
    private let graph: CompactGraph
    private let constants: RankingConstants
    private let fadeDays: Double
    /// The degree of each node as a contact, the seeker counted.
    private let degrees: [Int]
    /// deg^DEG of each node.
    private let degreeFactors: [Double]
    /// Whether each node is a contact, or the seeker.
    private(set) var isContact: [Bool]
    /// Whether a contact knows each node.
    private var isReached: [Bool]
    /// How many contacts each node knows, and how many there are.
    private var sharedContacts: [Int]
    private var contactCount = 0
    /// The sum of the degrees of the contacts.
    private var degreeSum = 0
    /// exp(last contact / TU), weighted by the degree, of each contact, 0 for no date; days count from the beginning.
    private var activity: [Double]
    /// The sum of the activities of the contacts who know each node.
    private var knownActivity: [Double]
    /// The sums of degree factors, and of these times known activity, over the reached who are no contacts.
    private var sumOfFactors = 0.0
    private var sumOfActivity = 0.0
    /// What is left of an activity on the day of reading, and the sum of all weights.
    private var fade = 1.0
    private var floor = 0.0
    private var sumOfWeights = 0.0

    /// - Parameter daysSinceContact: One entry a node; `nil` for strangers and where no date is known.
    /// - Complexity: O(n + m).
    init(
        graph: CompactGraph, seeker: NodeID, isContact: [Bool], daysSinceContact: [Double?],
        constants: RankingConstants
    ) {
        self.graph = graph
        self.constants = constants
        fadeDays = constants.introductionFadeDays
        degrees = graph.nodes.map { graph.outDegree(of: $0) + (isContact[Int($0)] ? 0 : 1) }
        degreeFactors = graph.nodes.map { node in
            Elementary.power(Double(max(1, graph.outDegree(of: node))), constants.reachDegreeExponent)
        }
        self.isContact = [Bool](repeating: false, count: graph.nodeCount)
        self.isContact[Int(seeker)] = true
        isReached = [Bool](repeating: false, count: graph.nodeCount)
        sharedContacts = [Int](repeating: 0, count: graph.nodeCount)
        activity = [Double](repeating: 0, count: graph.nodeCount)
        knownActivity = activity
        for node in graph.nodes where isContact[Int(node)] {
            touch(node, at: -(daysSinceContact[Int(node)] ?? .infinity))
        }
        read(on: 0)
    }

    /// Moves the day of reading.
    /// - Parameter day: Days since the beginning.
    mutating func read(on day: Double) {
        fade = Elementary.exponential(-day / fadeDays)
        let meanDegree = Double(degreeSum) / Double(max(1, contactCount))
        floor = constants.reachFloor * constants.introducerWeight(ofDegree: meanDegree)
        sumOfWeights = floor * sumOfFactors + fade * sumOfActivity
    }

    /// lambda of a person on the day of reading, in [0, 1]; contacts made since have to wait for the next reading.
    /// - Complexity: O(1).
    func share(of person: NodeID) -> Double {
        let index = Int(person)
        guard isReached[index], !isContact[index], sumOfWeights > 0 else { return 0 }
        return degreeFactors[index] * (floor + fade * knownActivity[index]) / sumOfWeights
    }

    /// m of a person, in [0, 1].
    /// - Complexity: O(1).
    func familiarity(of person: NodeID) -> Double {
        guard contactCount > 0 else { return 0 }
        return min(1, (Double(sharedContacts[Int(person)]) + 0.5) / Double(contactCount))
    }

    /// Takes a word with someone in, who is a contact from then on.
    /// - Parameter day: Days since the beginning, not before any earlier contact with them.
    /// - Complexity: O(degree).
    mutating func touch(_ person: NodeID, at day: Double) {
        let index = Int(person)
        if !isContact[index], isReached[index] {
            sumOfFactors -= degreeFactors[index]
            sumOfActivity -= degreeFactors[index] * knownActivity[index]
        }
        if !isContact[index] {
            contactCount += 1
            degreeSum += degrees[index]
            for other in graph.successors(of: person) { sharedContacts[Int(other)] += 1 }
        }
        isContact[index] = true
        let now =
            Elementary.exponential(day / fadeDays)
            * constants.introducerWeight(ofDegree: Double(degrees[index]))
        let gain = now - activity[index]
        activity[index] = now
        for other in graph.successors(of: person) {
            let place = Int(other)
            knownActivity[place] += gain
            if !isContact[place] {
                if !isReached[place] { sumOfFactors += degreeFactors[place] }
                sumOfActivity += degreeFactors[place] * gain
            }
            isReached[place] = true
        }
    }
}

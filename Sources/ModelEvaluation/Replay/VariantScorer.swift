import GraphAlgorithms
import RankingModel

/// Scores the candidates of an occasion by one variant of the model, with the code that ranks real networks.
struct VariantScorer {
    private let variant: ModelVariant
    private let reach: ReferralReach
    private let path: IntroductionPath

    init(_ variant: ModelVariant) throws(RankingError) {
        self.variant = variant
        reach = try ReferralReach(constants: variant.constants)
        path = try IntroductionPath(constants: variant.constants)
    }

    /// - Parameters:
    ///   - contacts: The ego's contacts, who are the candidates.
    ///   - graph: Who knows who.
    ///   - replyProbabilities: One a candidate.
    ///   - planSize: How many picks of a plan to make.
    func model(
        of ego: Int, contacts: [AcquaintanceReplay.Contact], at time: Double, in graph: CompactGraph,
        replyProbabilities: [Double], daysSinceStranger: [Double?], planSize: Int
    ) -> IntroductionCase.Model {
        var silence = [Double](repeating: .infinity, count: graph.nodeCount)
        for contact in contacts { silence[contact.person] = time - contact.lastContact }
        let measures = reach.measures(in: graph, seeker: NodeID(ego), daysSinceContact: silence)
        let reaches = contacts.map { measures.reach[$0.person] }
        let ties = daysSinceStranger.map { path.tieProbability(daysSinceContact: $0 ?? .infinity) }
        let plans = plans(contacts, measures, graph, replyProbabilities, planSize)
        return IntroductionCase.Model(
            replyProbabilities: replyProbabilities, reach: reaches,
            values: zip(replyProbabilities, reaches).map { $0 * variant.introductionProbability($0) * $1 },
            tieProbabilities: ties, coveringPlan: plans.covering, valuePlan: plans.value)
    }

    /// The plans when no one has an opening and every stranger is worth 1, recorded or not.
    private func plans(
        _ contacts: [AcquaintanceReplay.Contact], _ measures: ReachMeasures, _ graph: CompactGraph,
        _ replyProbabilities: [Double], _ size: Int
    ) -> (covering: [Int], value: [Int]) {
        guard size > 0 else { return ([], []) }
        var replies = [Double](repeating: 0, count: graph.nodeCount)
        var introductions = replies
        var positions = [Int](repeating: 0, count: graph.nodeCount)
        for (position, contact) in contacts.enumerated() {
            let rho = replyProbabilities[position]
            replies[contact.person] = rho
            introductions[contact.person] = variant.introductionProbability(rho)
            positions[contact.person] = position
        }
        let values = ContactValues(
            inputs: ContactValueInputs(
                graph: graph, reach: measures, replyProbabilities: replies,
                introductionProbabilities: introductions,
                directValues: [Double](repeating: 0, count: graph.nodeCount), strangerValue: 1),
            constants: variant.constants, values: [Double](repeating: 1, count: graph.nodeCount), sweeps: 0,
            residual: 0)
        let people = contacts.map { NodeID($0.person) }
        func plan(_ objective: CallPlan.Objective) -> [Int] {
            CallPlan(objective: objective).calls(size, among: people, values: values).calls
                .map { positions[Int($0.person)] }
        }
        return (plan(.exploration), plan(.value))
    }
}

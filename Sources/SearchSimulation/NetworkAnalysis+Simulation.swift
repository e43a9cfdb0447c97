import GraphAlgorithms
import Playbook
import RankingModel
public import ReferralAnalysis
import ReferralGraph

extension NetworkAnalysis {
    /// Plays the search forward many times by the model's own chances, and says when the next interview comes.
    ///
    /// Each week the first few by a strategy are called, of those it is polite to call. Someone answers with
    /// chance rho; an answer leads to an interview with chance d, or to an introduction as V has it (see
    /// <doc:PlayedSearch>). In one run all strategies have the same luck. The same analysis and simulation give the
    /// same result.
    ///
    /// It is the model's own assumptions drawn out, not a forecast.
    /// - Complexity: O(runs strategies weeks (people + degrees of the people called)) at worst; a run ends with its
    ///   first interview.
    public func simulatedSearch(_ simulation: SimulationParameters) -> SimulatedSearch {
        let world = CallWorld(self, weeks: simulation.weeks)
        var replay = CallReplay(world, callsAWeek: simulation.callsAWeek, seed: simulation.seed)
        let runs = simulation.strategies.map { strategy in
            (0..<simulation.runs).map { replay.run($0, strategy) }
        }
        let summary = SimulationSummary(simulation)
        return SimulatedSearch(
            basis: "a simulation of the model's own assumptions, not a forecast", simulation: simulation,
            firstDay: world.firstDay,
            callableCount: world.opensInWeek.count { $0 < simulation.weeks },
            outcomes: zip(simulation.strategies, runs).map { summary.outcome(of: $0, $1) },
            comparisons: zip(simulation.strategies, runs).dropFirst().map { strategy, others in
                summary.comparison(runs[0], with: strategy, others)
            },
            assumptions: simulationAssumptions,
            caveats: simulationCaveats(world, simulation) + nextContacts(first: 0).caveats)
    }

    private func simulationCaveats(_ world: CallWorld, _ simulation: SimulationParameters) -> [String] {
        let count = world.opensInWeek.count { $0 < simulation.weeks }
        guard count <= simulation.callsAWeek else { return [] }
        return ["with no more people than calls a week, the order of calling hardly matters"]
    }

    private var simulationAssumptions: [String] {
        let c = policy.ranking
        let secondAnswer =
            c.repeatsReplyForIntroduction
            ? "rho"
            : "x \(decimal(c.introductionAfterMeetingProbability)), or \(decimal(c.introductionProbability)) before a talk,"
        let months = decimal(policy.ranking.directValue.horizonMonths)
        return [
            "the world follows the model that also gives the advice, which favours “as advised” by construction",
            "answers come with the model's chance on the day of the call, which learns from each answer and silence",
            "a fitting opening is drawn once a person and \(months) months: asking again within them changes nothing",
            "introductions come with chance \(decimal(policy.ranking.introductionDiscount)) \(secondAnswer) after an answer, to the "
                + "people and at the rate that the value of a call reckons with",
            "openings, the worth of strangers and who knows who stay as they are; no one writes unasked",
            "all calls of a week fall on one day, to people it is polite to call; what is due has no precedence",
        ]
    }
}

import Playbook
import ReferralAnalysis
import ReferralGraph

@testable import SearchSimulation

/// One call of a played run.
struct SimulatedCall: Equatable {
    /// The week, 1 for the first.
    let week: Int
    let person: PersonID
    let replyProbability: Double
    let isAnswered: Bool
    /// Whether it leads to an interview with them, which ends the run.
    let leadsToInterview: Bool
    /// The person they introduce, where that is one who is recorded.
    let introduces: PersonID?
}

extension NetworkAnalysis {
    /// The calls of one run, 1 for the first.
    func simulatedCalls(
        ofRun run: Int, under strategy: CallStrategy, _ simulation: SimulationParameters
    ) -> [SimulatedCall] {
        var replay = CallReplay(
            CallWorld(self, weeks: simulation.weeks), callsAWeek: simulation.callsAWeek,
            seed: simulation.seed)
        var calls: [SimulatedCall] = []
        _ = replay.run(run - 1, strategy) { call in
            calls.append(
                SimulatedCall(
                    week: call.week + 1, person: situation.id(of: call.person),
                    replyProbability: call.replyProbability, isAnswered: call.isAnswered,
                    leadsToInterview: call.leadsToInterview,
                    introduces: call.introduced.map { situation.id(of: $0) }))
        }
        return calls
    }
}

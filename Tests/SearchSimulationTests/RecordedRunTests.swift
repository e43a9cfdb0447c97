import AnalysisTestSupport
import DateLiterals
import Playbook
import RankingModel
import ReferralGraph
import Testing

@testable import ReferralAnalysis
@testable import SearchSimulation

/// What happens in a played run, put into the network as if it had happened, and analysed anew each week.
@Suite("A played run agrees with the analysis of a network in which it is recorded")
struct RecordedRunTests {
    /// The network of each week in which there are calls, with everything before it recorded.
    private func weeks(
        of calls: [SimulatedCall], in network: ReferralNetwork, from start: CalendarDay
    ) -> [(day: CalendarDay, calls: [SimulatedCall], network: ReferralNetwork)] {
        var network = network
        return Dictionary(grouping: calls, by: \.week).sorted { $0.key < $1.key }.map { week, calls in
            let day = start + 7 * (week - 1)
            let before = network
            for call in calls {
                network.interactions.append(
                    Interaction(
                        date: Timestamp(day), people: [call.person], channel: .email, direction: .outgoing))
            }
            for call in calls where call.isAnswered {
                network.interactions.append(
                    Interaction(
                        date: Timestamp(day + 1), people: [call.person], channel: .email,
                        direction: .incoming))
                if let new = call.introduces {
                    network.referrals.append(Referral(from: call.person, to: new, given: day + 1))
                }
            }
            return (day, calls, before)
        }
    }

    @Test("V of every call is close to what the analysis of that week says")
    func values() throws {
        var policy = AnalysisPolicy.standard
        // A tenth of the openings, so that runs are long.
        policy.ranking.directValue.maximumFit = 0.1
        policy.ranking.directValue.starFactor = 1
        policy.ranking.directValue.minimumStrangerValue = 0.005
        policy.ranking.directValue.unknownTitleValue = 0.005
        let simulation = try SimulationParameters(callsAWeek: 2, weeks: 12, seed: 3)
        let start: CalendarDay = "2026-04-17"
        var (sum, sumOfErrors) = (0.0, 0.0)
        for name in try Story.names() {
            let network = try Story.network(name)
            let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(start), policy: policy)
            let world = CallWorld(analysis, weeks: simulation.weeks)
            var replay = CallReplay(world, callsAWeek: simulation.callsAWeek, seed: simulation.seed)
            var kept: [Double] = []
            _ = replay.run(0, .asAdvised) { kept.append($0.value) }
            let calls = analysis.simulatedCalls(ofRun: 1, under: .asAdvised, simulation)
            for (day, calls, network) in weeks(of: calls, in: network, from: start) {
                let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(day), policy: policy)
                for call in calls {
                    let value = kept.removeFirst()
                    let node = try #require(analysis.situation.index.node(of: call.person))
                    // Direct values are held fixed, and news that they rest on grows old.
                    guard
                        world.directValues[Int(node)]
                            == analysis.ranking.values.inputs.directValues[Int(node)]
                    else { continue }
                    sum += analysis.value(of: call.person)
                    sumOfErrors += abs(value - analysis.value(of: call.person))
                }
            }
        }
        #expect(sum > 0 && sumOfErrors / sum < 0.01)
    }

    @Test("rho of every call is what the analysis of that week says", arguments: try Story.names())
    func replyProbabilities(name: String) throws {
        var policy = AnalysisPolicy.standard
        // Long runs with many introductions, and no interview to end them.
        policy.ranking.directValue.unsetPriorityFactor = 0
        policy.ranking.directValue.priorityAFactor = 0
        policy.ranking.directValue.priorityBFactor = 0
        policy.ranking.directValue.priorityCFactor = 0
        policy.ranking.directValue.unknownTitleValue = 0
        policy.ranking.directValue.minimumStrangerValue = 0
        policy.ranking.replyIntercept = 1.5
        let network = try Story.network(name)
        // After the last recorded contact and the last agreed talk: on its very day the hour counts.
        let start: CalendarDay = "2026-04-17"
        let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(start), policy: policy)
        let simulation = try SimulationParameters(callsAWeek: 2, weeks: 12, seed: 3)
        let calls = analysis.simulatedCalls(ofRun: 1, under: .atRandom, simulation)
        for (day, calls, network) in weeks(of: calls, in: network, from: start) {
            let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(day), policy: policy)
            for call in calls {
                let worth = try #require(analysis.explanation(of: call.person)?.worth)
                #expect(
                    abs(worth.replyProbability - call.replyProbability) < 1e-9,
                    "\(call.person) in week \(call.week)")
            }
        }
    }
}

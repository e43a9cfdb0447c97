import AnalysisTestSupport
import DateLiterals
import Playbook
import RankingModel
import ReferralAnalysis
import ReferralGraph
import SearchSimulation
import Testing

/// Simulations held to what can be calculated.
@Suite("A played search agrees with what can be calculated")
struct SimulationOracleTests {
    @Test("one fresh contact a week: the weeks are geometric with rho d, by every strategy")
    func geometric() throws {
        let analysis = try SimulatedWorlds.contacts(
            30, SimulatedWorlds.onceOnly(SimulatedWorlds.policy(reply: 0.5, direct: 0.3)))
        let simulation = try SimulationParameters(runs: 3_000, callsAWeek: 1, weeks: 26, seed: 1)
        for outcome in analysis.simulatedSearch(simulation).outcomes {
            for (week, share) in outcome.shares(of: simulation.runs).enumerated() {
                var none = 1.0
                for _ in 0...week { none *= 1 - 0.5 * 0.3 }
                SimulatedWorlds.expect(
                    share, 1 - none, runs: simulation.runs, "\(outcome.strategy) by week \(week + 1)")
            }
            #expect(outcome.interviewsByIntroduction == 0)
        }
    }

    @Test("several fresh contacts a week: 1 - (1 - rho d) to the power of the calls", arguments: [2, 5])
    func several(callsAWeek: Int) throws {
        let analysis = try SimulatedWorlds.contacts(
            30, SimulatedWorlds.onceOnly(SimulatedWorlds.policy(reply: 0.4, direct: 0.25)))
        let simulation = try SimulationParameters(
            runs: 3_000, callsAWeek: callsAWeek, weeks: 6, seed: 2, strategies: [.asAdvised])
        let outcome = analysis.simulatedSearch(simulation).outcomes[0]
        for (week, share) in outcome.shares(of: simulation.runs).enumerated() {
            var none = 1.0
            for _ in 0..<(min(30, (week + 1) * callsAWeek)) { none *= 1 - 0.4 * 0.25 }
            SimulatedWorlds.expect(share, 1 - none, runs: simulation.runs, "by week \(week + 1)")
        }
    }

    @Test("one contact asked every week: the opening is drawn once for three months, then anew")
    func oneOpening() throws {
        var policy = SimulatedWorlds.policy(reply: 0.3, direct: 0.6)
        policy.playbook.monthlyTouchAfterDays = 6
        let analysis = try SimulatedWorlds.contacts(1, policy)
        let simulation = try SimulationParameters(
            runs: 4_000, callsAWeek: 1, weeks: 20, seed: 3, strategies: [.mostRecentFirst])
        let outcome = analysis.simulatedSearch(simulation).outcomes[0]
        // 91.3 days: the fifteenth week's call falls on day 98.
        func found(_ asks: Int) -> Double {
            var silent = 1.0
            for _ in 0..<asks { silent *= 1 - 0.3 }
            return 0.6 * (1 - silent)
        }
        for (week, share) in outcome.shares(of: simulation.runs).enumerated() {
            let probability =
                week < 14 ? found(week + 1) : 1 - (1 - found(14)) * (1 - found(week - 13))
            SimulatedWorlds.expect(share, probability, runs: simulation.runs, "by week \(week + 1)")
        }
    }

    @Test("a chain of two: the second week brings what V reckons with")
    func chain() throws {
        let (rho, direct) = (0.7, 0.5)
        var policy = SimulatedWorlds.policy(reply: rho, direct: direct, strangers: 0.2)
        policy.ranking.directValue.otherReports = 0
        policy.ranking.familiarityShare = 0.5
        policy.ranking.repeatsReplyForIntroduction = true
        let analysis = try analyse(asOf: SimulatedWorlds.asOf, policy: policy) { network in
            network.person("p", "Engineer", at: "one")
            network.person("q", at: nil)
            network.talked(with: "p", on: "2025-01-01")
            network.network.ties = [Tie(from: "p", to: "q")]
        }
        let simulation = try SimulationParameters(
            runs: 6_000, callsAWeek: 1, weeks: 2, seed: 4, strategies: [.asAdvised])
        let search = analysis.simulatedSearch(simulation)
        #expect(search.callableCount == 1)
        let outcome = search.outcomes[0]
        #expect(outcome.interviewsInWeek[0] == 0)
        // p answers and introduces: to q, of whose share p has all, or by familiarity (1 of 1 contacts, + 1/2, to a half).
        let introduced = 0.8 * rho * rho * 0.5
        let familiarity = 0.5
        SimulatedWorlds.expect(
            outcome.shares(of: simulation.runs)[1],
            introduced * rho * direct + introduced * familiarity * 0.2, runs: simulation.runs,
            "by week 2")
        #expect(outcome.interviewsByIntroduction == outcome.interviews)
        // The same terms, and one introduction more, make V.
        let valueOfQ = rho * direct + introduced * 1 * 0.2
        let value = introduced * valueOfQ + introduced * familiarity * 0.2
        #expect(abs(analysis.value(of: "p") - value) < 1e-9)
    }

    @Test(
        "the first week's chance is 1 - product of (1 - rho d) over those called first",
        arguments: ["three-referrals", "julia-second-chance", "ten-reports", "linkedin-star"])
    func firstWeek(name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-09")
        let simulation = try SimulationParameters(runs: 1_500, callsAWeek: 3, weeks: 1, seed: 5)
        let search = analysis.simulatedSearch(simulation)
        for (strategy, outcome) in zip(simulation.strategies, search.outcomes) where strategy != .atRandom {
            // A run that an early call ends does not show the later ones.
            let calls =
                (1...200).map { analysis.simulatedCalls(ofRun: $0, under: strategy, simulation) }
                .max { $0.count < $1.count } ?? []
            var none = 1.0
            for call in calls {
                let worth = try #require(analysis.explanation(of: call.person)?.worth)
                #expect(abs(worth.replyProbability - call.replyProbability) < 1e-12)
                none *= 1 - call.replyProbability * min(1, worth.direct.value)
            }
            SimulatedWorlds.expect(
                outcome.chances[0].chance.value, 1 - none, runs: simulation.runs, "\(strategy)")
        }
    }

    @Test("a week later rho is what the program says of a network in which the call is recorded")
    func learns() throws {
        func analysis(asOf day: Timestamp, _ more: (inout NetworkBuilder) -> Void) throws -> NetworkAnalysis {
            var policy = AnalysisPolicy.standard
            policy.ranking.directValue.unknownTitleValue = 0
            return try analyse(asOf: day, policy: policy) { network in
                network.person("ann", at: nil)
                network.heard(from: "ann", on: "2025-01-07")
                network.wrote("ann", on: "2025-01-08", .thankYou)
                more(&network)
            }
        }
        let start = try analysis(asOf: "2026-04-06") { _ in }
        let simulation = try SimulationParameters(runs: 200, callsAWeek: 1, weeks: 8, seed: 6)
        let runs = (1...200).map { start.simulatedCalls(ofRun: $0, under: .asAdvised, simulation) }
        let silent = try #require(runs.first { !$0[0].isAnswered })
        #expect(silent[1].week == 2)
        let afterSilence = try analysis(asOf: "2026-04-13") { $0.wrote("ann", on: "2026-04-06") }
        let expected = try #require(afterSilence.explanation(of: "ann")?.worth?.replyProbability)
        #expect(abs(silent[1].replyProbability - expected) < 1e-12)
        #expect(silent[1].replyProbability < silent[0].replyProbability)

        let answered = try #require(runs.first { $0[0].isAnswered })
        #expect(answered[1].week == 6)
        let afterAnswer = try analysis(asOf: "2026-05-11") {
            $0.wrote("ann", on: "2026-04-06")
            $0.heard(from: "ann", on: "2026-04-07")
        }
        let risen = try #require(afterAnswer.explanation(of: "ann")?.worth?.replyProbability)
        #expect(abs(answered[1].replyProbability - risen) < 1e-12)
        #expect(answered[1].replyProbability > answered[0].replyProbability)
    }
}

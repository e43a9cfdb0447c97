import AnalysisTestSupport
import DateLiterals
import Foundation
import GraphAlgorithms
import Playbook
import RankingModel
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralAnalysis
@testable import SearchSimulation

@Suite("Laws of a played search")
struct SimulationLawsTests {
    @Test("if everybody answers and has an opening, the interview comes with the first call")
    func certain() throws {
        let analysis = try SimulatedWorlds.contacts(4, SimulatedWorlds.policy(reply: 1, direct: 1))
        let search = analysis.simulatedSearch(try SimulationParameters(runs: 50))
        for outcome in search.outcomes {
            #expect(outcome.interviewsInWeek[0] == 50 && outcome.interviews == 50)
            #expect(outcome.quantiles.map(\.week) == [1, 1, 1, 1, 1])
            #expect(outcome.meanCallsToInterview == 1 && outcome.meanCalls == 1)
            #expect(outcome.meanWeeks.value == 1 && outcome.none.low == 0 && outcome.none.value == 0)
        }
        for comparison in search.comparisons {
            #expect(comparison.soonerCount == 0 && comparison.laterCount == 0)
            #expect(comparison.weeksSooner.value == 0)
        }
    }

    @Test("without openings it never comes: censored, with no quantile and no calls to it")
    func never() throws {
        let analysis = try SimulatedWorlds.contacts(4, SimulatedWorlds.policy(reply: 0.5, direct: 0))
        let search = analysis.simulatedSearch(try SimulationParameters(runs: 50, weeks: 10))
        for outcome in search.outcomes {
            #expect(outcome.interviews == 0 && outcome.interviewsInWeek == Array(repeating: 0, count: 10))
            #expect(outcome.none.value == 1 && outcome.none.high == 1 && outcome.none.low > 0.9)
            #expect(outcome.quantiles.allSatisfy { $0.week == nil })
            #expect(outcome.meanCallsToInterview == nil && outcome.meanCalls > 0)
            #expect(outcome.meanWeeks.value == 10)
            #expect(outcome.chances.map(\.week) == [4, 8, 10])
        }
    }

    @Test("no one to call: no calls, no interview")
    func nobody() throws {
        let search = try analyse(asOf: "2026-04-06") { _ in }
            .simulatedSearch(SimulationParameters(runs: 5))
        #expect(search.callableCount == 0)
        #expect(search.outcomes.allSatisfy { $0.meanCalls == 0 && $0.none.value == 1 })
    }

    @Test("the same seed gives the same bytes, another seed other runs", arguments: ["three-referrals"])
    func seeds(name: String) throws {
        func bytes(_ seed: UInt64) throws -> Data {
            let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-09")
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return try encoder.encode(
                analysis.simulatedSearch(SimulationParameters(runs: 60, seed: seed)).outcomes)
        }
        #expect(try bytes(1) == bytes(1))
        #expect(try bytes(1) != bytes(2))
    }

    @Test("a strategy's runs do not depend on which others are played")
    func alone() throws {
        let analysis = try NetworkAnalysis(of: try Story.network("three-referrals"), asOf: "2026-04-09")
        let all = analysis.simulatedSearch(try SimulationParameters(runs: 60))
        for outcome in all.outcomes {
            let one = analysis.simulatedSearch(
                try SimulationParameters(runs: 60, strategies: [outcome.strategy]))
            #expect(one.outcomes == [outcome] && one.comparisons.isEmpty)
        }
        #expect(all.comparisons.map(\.against) == [.mostRecentFirst, .strongestFirst, .atRandom])
        #expect(all.comparisons.allSatisfy { $0.strategy == .asAdvised })
    }

    @Test(
        "the numbers of a report fit each other, and the calls of its runs",
        arguments: try Story.names().prefix(8))
    func consistent(name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        let simulation = try SimulationParameters(runs: 12, callsAWeek: 2, weeks: 12)
        let search = analysis.simulatedSearch(simulation)
        for outcome in search.outcomes {
            let runs = (1...simulation.runs).map {
                analysis.simulatedCalls(ofRun: $0, under: outcome.strategy, simulation)
            }
            let calls = runs.joined()
            #expect(Double(calls.count) / 12 == outcome.meanCalls)
            #expect(Double(calls.count(where: \.isAnswered)) / 12 == outcome.meanAnswers)
            // Someone not recorded may lead to an interview without a call.
            #expect(runs.count { $0.last?.leadsToInterview == true } <= outcome.interviews)
            #expect(outcome.interviewsInWeek.reduce(0, +) == outcome.interviews)
            #expect(outcome.none.value == Double(12 - outcome.interviews) / 12)
            #expect(outcome.chances.last?.chance.value == Double(outcome.interviews) / 12)
            let weeks = outcome.quantiles.map { $0.week ?? .max }
            #expect(weeks == weeks.sorted())
            for run in runs {
                #expect(run.dropLast().allSatisfy { !$0.leadsToInterview })
                #expect(run.map(\.week) == run.map(\.week).sorted())
            }
        }
    }

    @Test(
        "more calls a week never make it later, beyond what chance allows",
        arguments: ["linkedin-star", "ten-reports"])
    func pace(name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        let means = try [1, 2, 4, 8].map { calls in
            analysis.simulatedSearch(try SimulationParameters(runs: 150, callsAWeek: calls)).outcomes
                .map(\.meanWeeks)
        }
        for (slower, faster) in zip(means, means.dropFirst()) {
            for (slow, fast) in zip(slower, faster) { #expect(fast.low <= slow.high) }
        }
        #expect(means[3][0].value < means[0][0].value || name == "ten-reports")
    }

    // MARK: Who, and when

    @Test("each strategy keeps to its order")
    func order() throws {
        var builder = NetworkBuilder()
        let people: [(PersonID, String, CompanyID, Timestamp, Double?, Int)] = [
            ("ann", "Engineer", "one", "2025-05-01", 0.2, 1),
            ("bob", "Director", "two", "2025-03-01", nil, 5),
            ("cat", "Manager", "three", "2025-02-01", 0.9, 1),
            ("dan", "Head of Sales", "four", "2025-01-01", nil, 2),
        ]
        for (id, title, company, last, strength, talks) in people {
            builder.person(id, title, at: company)
            for back in 0..<talks { builder.talked(with: id, on: Timestamp(last.day + -back)) }
            if let strength { builder.network.ties.append(Tie(from: id, to: "you", strength: strength)) }
        }
        let analysis = try NetworkAnalysis(of: builder.network, asOf: SimulatedWorlds.asOf)
        let simulation = try SimulationParameters(runs: 1, callsAWeek: 3, weeks: 1)
        func first(_ strategy: CallStrategy, run: Int) -> [PersonID] {
            analysis.simulatedCalls(ofRun: run, under: strategy, simulation).map(\.person)
        }
        func longest(_ strategy: CallStrategy) -> [PersonID] {
            (1...60).map { first(strategy, run: $0) }.max { $0.count < $1.count } ?? []
        }
        let byValue = people.map(\.0).sorted { analysis.value(of: $0) > analysis.value(of: $1) }
        #expect(longest(.asAdvised) == Array(byValue.prefix(3)))
        #expect(longest(.mostRecentFirst) == ["ann", "bob", "cat"])
        #expect(longest(.strongestFirst) == ["cat", "ann", "bob"])
        let lots = Set((1...60).compactMap { first(.atRandom, run: $0).first })
        #expect(lots.count == 4)
    }

    /// Holds the calls of one run to the etiquette of the policy.
    private func expectEtiquette(
        _ calls: [SimulatedCall], _ analysis: NetworkAnalysis, _ simulation: SimulationParameters
    ) throws {
        let etiquette = try Etiquette(playbook: analysis.policy.playbook)
        let first = analysis.situation.ownCalendar.businessDay(onOrAfter: analysis.asOf.day)
        let list = analysis.nextContacts
        var last: [PersonID: (day: CalendarDay, isAnswered: Bool)] = [:]
        var asks: [PersonID: Int] = [:]
        var introduced: [PersonID: Int] = [:]
        for call in calls {
            let node = try #require(analysis.situation.index.node(of: call.person))
            #expect(!analysis.network.people[Int(node)].doNotContact)
            #expect(call.person != analysis.network.seeker)
            let day = first + 7 * (call.week - 1)
            var state = analysis.situation.etiquetteState(with: node)
            if case .outreach(let before) = state {
                let unanswered = asks[call.person] ?? before
                state = .outreach(unansweredAsks: unanswered)
                asks[call.person] = call.isAnswered ? 0 : unanswered + 1
            }
            if let last = last[call.person] {
                let polite = etiquette.nextContact(
                    afterDay: last.day, state: state,
                    calendar: analysis.situation.calendar(of: node),
                    reminderDays: KeepingInTouch.reminderDays(afterAnswerOf: node, in: analysis.situation))
                #expect(polite.isPolite(onDay: day) && last.day < day)
                #expect(
                    !last.isAnswered
                        || day - last.day
                            >= KeepingInTouch.reminderDays(afterAnswerOf: node, in: analysis.situation)
                )
            } else if introduced[call.person].map({ $0 >= call.week }) ?? true {
                // An introduction counts from the next week on; until then a call needs a place in the list.
                if let reason = list.withheld.first(where: { $0.person == call.person }) {
                    #expect(try #require(reason.until) <= day && reason.through == nil)
                } else {
                    #expect(list.contacts.contains { $0.person == call.person })
                }
            }
            last[call.person] = (call.isAnswered ? day + 1 : day, call.isAnswered)
            if let new = call.introduces { introduced[new] = introduced[new] ?? call.week }
        }
        let weeks = Dictionary(grouping: calls, by: \.week).values
        #expect(weeks.allSatisfy { $0.count <= simulation.callsAWeek })
    }

    private func expectEtiquette(
        _ analysis: NetworkAnalysis, _ simulation: SimulationParameters, runs: Int
    ) throws {
        for strategy in simulation.strategies {
            for run in 1...runs {
                try expectEtiquette(
                    analysis.simulatedCalls(ofRun: run, under: strategy, simulation), analysis, simulation)
            }
        }
    }

    @Test(
        "no one is called before it is polite, nor anyone not to be contacted",
        arguments: try Story.names())
    func etiquette(name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        try expectEtiquette(analysis, SimulationParameters(callsAWeek: 4, seed: 8), runs: 3)
    }

    @Test("the same in random networks, by closeness, too", arguments: 0..<60)
    func randomEtiquette(_ seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 4 + Int(seed % 12))
        var policy = seed.isMultiple(of: 3) ? AnalysisPolicy.cadenceTiers : .standard
        // So that introductions are frequent and runs long.
        policy.ranking.replyIntercept = 2
        policy.ranking.directValue.unknownTitleValue = 0
        policy.ranking.directValue.unsetPriorityFactor = 0.05
        let analysis = try NetworkAnalysis(of: network, asOf: "2024-10-04", policy: policy)
        try expectEtiquette(analysis, SimulationParameters(callsAWeek: 3, weeks: 40, seed: seed), runs: 3)
    }

    @Test("whoever is not to be contacted is not introduced either")
    func barred() throws {
        var policy = SimulatedWorlds.policy(reply: 1, direct: 0)
        policy.ranking.familiarityShare = 0
        policy.ranking.introductionDiscount = 0.99
        func calls(doNotContact: Bool) throws -> Set<PersonID> {
            let analysis = try analyse(asOf: SimulatedWorlds.asOf, policy: policy) { network in
                network.person("p", at: nil)
                network.person("q", at: nil) { $0.doNotContact = doNotContact }
                network.talked(with: "p", on: "2025-01-01")
                network.network.ties = [Tie(from: "p", to: "q")]
            }
            let simulation = try SimulationParameters(callsAWeek: 2, weeks: 12)
            return Set(
                (1...20).flatMap { analysis.simulatedCalls(ofRun: $0, under: .asAdvised, simulation) }
                    .map(\.person))
        }
        #expect(try calls(doNotContact: false) == ["p", "q"])
        #expect(try calls(doNotContact: true) == ["p"])
    }

    @Test("three steps away: whoever was introduced introduces on")
    func chainOfThree() throws {
        var policy = SimulatedWorlds.policy(reply: 1, direct: 0)
        policy.ranking.familiarityShare = 0
        policy.ranking.introductionDiscount = 0.99
        let analysis = try analyse(asOf: SimulatedWorlds.asOf, policy: policy) { network in
            for id in ["p", "q", "r"] as [PersonID] { network.person(id, at: nil) }
            network.talked(with: "p", on: "2025-01-01")
            network.network.ties = [Tie(from: "p", to: "q"), Tie(from: "q", to: "r")]
        }
        let calls = analysis.simulatedCalls(
            ofRun: 1, under: .asAdvised, try SimulationParameters(callsAWeek: 1, weeks: 12))
        #expect(calls.prefix(3).map(\.person) == ["p", "q", "r"])
        #expect(calls.prefix(3).map(\.introduces) == ["q", "r", nil])
    }

    @Test("cadence tiers wait by closeness after an answer")
    func cadence() throws {
        var policy = SimulatedWorlds.policy(reply: 1, direct: 0)
        policy.playbook.remindsByCloseness = true
        let analysis = try SimulatedWorlds.contacts(1, policy)
        let calls = analysis.simulatedCalls(
            ofRun: 1, under: .asAdvised, try SimulationParameters(weeks: 60))
        // 181 days after the first call: the 26th week on.
        #expect(calls.map(\.week) == [1, 27, 53])
    }
}

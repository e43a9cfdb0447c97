import GraphAlgorithms
import RankingModel
import ReboundTestSupport
import Testing

@Suite("What a call plan promises")
struct CallPlanBoundTests {
    @Test("greedy is the best plan on most small networks, and never below 1 - 1/e of it")
    func optimum() {
        var best = 0
        let seeds = UInt64(0)..<80
        for seed in seeds {
            let network = RandomNetwork(seed: seed, nodes: 5...13)
            let values = network.values
            let contacts = values.inputs.reach.contacts
            let plan = CallPlan().calls(3, among: contacts, values: values)
            let optimum =
                subsets(contacts, atMost: 3).map { CallPlan().value(of: $0, values: values) }.max() ?? 0
            #expect(plan.value >= 0.632 * optimum && plan.value <= optimum + 1e-12)
            if plan.value >= optimum - 1e-12 { best += 1 }
        }
        #expect(best >= 70, "\(best) of \(seeds.count)")
    }

    @Test("no plan is worth more than the bound", arguments: UInt64(0)..<60, [false, true])
    func bound(seed: UInt64, isTimed: Bool) throws {
        let network = RandomNetwork(seed: seed, nodes: 4...12)
        let oracle = NetworkOracle(network)
        let values = network.values
        let minutes = { (p: NodeID) in isTimed ? [5.0, 10, 25][Int(p) % 3] : 1 }
        let contacts = values.inputs.reach.contacts
        let candidates = contacts.map { CallCandidate($0, minutes: minutes($0)) }
        let (count, budget) = isTimed ? (Int.max, 40.0) : (3, .infinity)
        let optimum =
            subsets(contacts, atMost: count).filter { $0.reduce(0) { $0 + minutes($1) } <= budget }
            .map { oracle.planValue($0, values: values.values) }.max()!
        var random = SeededRandom(seed: seed)
        for people in [[], contacts, Array(contacts.shuffled(using: &random).prefix(2))] {
            let bound = CallPlan().upperBound(
                given: people, among: candidates, atMost: count, withinMinutes: budget, values: values)
            #expect(bound >= optimum - 1e-12)
        }
    }

    @Test("the parts of a call are its gain, and the gains F", arguments: UInt64(0)..<40, [false, true])
    func parts(seed: UInt64, isExploring: Bool) {
        let values = RandomNetwork(seed: seed).values
        let planner = CallPlan(objective: isExploring ? .exploration : .value)
        let plan = planner.calls(5, among: values.inputs.reach.contacts, values: values)
        let people = plan.calls.map(\.person)
        for (position, call) in plan.calls.enumerated() {
            let parts = planner.contributions(
                to: call.person, after: Array(people[..<position]), values: values)
            #expect(abs(parts.total - call.gain) < 1e-12)
        }
        #expect(abs(plan.calls.reduce(0) { $0 + $1.gain } - plan.value) < 1e-12)
        #expect(abs(planner.value(of: people.reversed(), values: values) - plan.value) < 1e-12)
    }

    @Test("who cannot join is passed over, and asked about once a run")
    func joining() {
        let values = RandomNetwork(seed: 5, nodes: 12...12).values
        let contacts = values.inputs.reach.contacts
        let free = CallPlan().calls(2, among: contacts, values: values).calls.map(\.person)
        var asked: [NodeID] = []
        let plan = CallPlan().calls(2, among: contacts, values: values) { chosen, candidate in
            asked.append(candidate)
            return candidate != free[0] && !chosen.contains(candidate)
        }
        #expect(!plan.calls.map(\.person).contains(free[0]))
        #expect(asked.count { $0 == free[0] } == 1)
        #expect(plan.calls.count == min(2, contacts.count - 1))
    }
}

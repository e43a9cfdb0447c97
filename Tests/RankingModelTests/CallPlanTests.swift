import GraphAlgorithms
import RankingModel
import ReboundTestSupport
import Testing

@Suite("Call plan")
struct CallPlanTests {
    /// Greedy without a queue, from the definition of F.
    static func plainGreedy(
        _ candidates: [NodeID], count: Int, _ planValue: ([NodeID]) -> Double
    ) -> [NodeID] {
        var plan: [NodeID] = []
        while plan.count < count {
            let left = candidates.filter { !plan.contains($0) }.sorted()
            guard var best = left.first else { break }
            for candidate in left where planValue(plan + [candidate]) > planValue(plan + [best]) + 1e-13 {
                best = candidate
            }
            plan.append(best)
        }
        return plan
    }

    @Test("lazy greedy is plain greedy", arguments: UInt64(0)..<50, [false, true])
    func lazyIsPlain(seed: UInt64, isExploring: Bool) {
        let network = RandomNetwork(seed: seed, nodes: 2...18)
        let oracle = NetworkOracle(network)
        let values = network.values
        let candidates = values.inputs.reach.contacts
        let plan = CallPlan(objective: isExploring ? .exploration : .value)
            .calls(4, among: candidates.reversed(), values: values)
        let plain = Self.plainGreedy(candidates, count: 4) {
            oracle.planValue($0, values: values.values, isExploring: isExploring)
        }
        #expect(plan.calls.map(\.person) == plain)
        #expect(
            abs(plan.value - oracle.planValue(plain, values: values.values, isExploring: isExploring)) < 1e-12
        )
    }

    @Test(
        "a plan is monotone, with diminishing gains, and a plan of one is worth V", arguments: UInt64(0)..<50)
    func monotone(seed: UInt64) {
        let values = RandomNetwork(seed: seed).values
        let contacts = values.inputs.reach.contacts
        let plan = CallPlan().calls(contacts.count, among: contacts, values: values)
        #expect(plan.calls.count == contacts.count)
        #expect(plan.calls.allSatisfy { $0.gain >= 0 })
        for (before, after) in zip(plan.calls, plan.calls.dropFirst()) {
            #expect(after.gain <= before.gain + 1e-15)
        }
        for contact in contacts {
            let one = CallPlan().calls(1, among: [contact], values: values)
            #expect(abs(one.value - values.values[Int(contact)]) < 1e-9)
        }
    }

    @Test("k calls reach 1 - 1/e of the best", arguments: UInt64(0)..<50)
    func bound(seed: UInt64) {
        let network = RandomNetwork(seed: seed, nodes: 4...14)
        let oracle = NetworkOracle(network)
        let values = network.values
        let contacts = values.inputs.reach.contacts
        let plan = CallPlan().calls(3, among: contacts, values: values)
        let best = subsets(contacts, atMost: 3).map { oracle.planValue($0, values: values.values) }.max()!
        #expect(plan.value >= (1 - 0.36787944117144233) * best)
        #expect(plan.value <= best + 1e-12)
    }

    @Test("a budget is kept, and reaches half of 1 - 1/e of the best", arguments: UInt64(0)..<50)
    func budget(seed: UInt64) throws {
        let network = RandomNetwork(seed: seed, nodes: 4...13)
        let oracle = NetworkOracle(network)
        let values = network.values
        let minutes = { (p: NodeID) in [5.0, 10, 25][Int(p) % 3] }
        let candidates = values.inputs.reach.contacts.map { CallCandidate($0, minutes: minutes($0)) }
        let plan = try CallPlan().calls(withinMinutes: 45, among: candidates, values: values)
        let best = subsets(values.inputs.reach.contacts, atMost: .max)
            .filter { $0.reduce(0) { $0 + minutes($1) } <= 45 }
            .map { oracle.planValue($0, values: values.values) }.max()!
        #expect(plan.calls.reduce(0) { $0 + minutes($1.person) } <= 45)
        #expect(plan.value >= (1 - 0.36787944117144233) / 2 * best)
        #expect(plan.value <= best + 1e-12)
        let limited = try CallPlan().calls(
            withinMinutes: 45, among: candidates, values: values, atMost: 1)
        #expect(limited.calls.count == min(1, candidates.count))
    }

    /// Contacts 1, 2 and 3 of the seeker 0, who know no one else.
    func contactsOnly(direct: [Double]) throws -> ContactValues {
        let graph = try CompactGraph(
            nodeCount: direct.count, edges: (1..<NodeID(direct.count)).map { Edge(0, $0) })
        let reach = try ReferralReach().measures(
            in: graph, seeker: 0, daysSinceContact: [Double](repeating: 0, count: direct.count))
        return try ContactValue().values(
            for: ContactValueInputs(
                graph: graph, reach: reach,
                replyProbabilities: [Double](repeating: 0.5, count: direct.count), directValues: direct,
                strangerValue: 0))
    }

    @Test("of equal gains the lower number goes first")
    func ties() throws {
        let values = try contactsOnly(direct: [0, 0.4, 0.4, 0.4])
        let plan = CallPlan().calls(2, among: [3, 2, 1, 3, 0], values: values)
        #expect(plan.calls.map(\.person) == [1, 2])
        #expect(CallPlan().calls(9, among: [3, 2, 1, 3, 0], values: values).calls.count == 3)
    }

    @Test("the better of gain and gain per minute is kept, whichever it is")
    func betterRun() throws {
        let values = try contactsOnly(direct: [0, 1, 0.1, 0.6, 0.6])
        func plan(_ minutes: [Double]) throws -> [NodeID] {
            let candidates = zip(1..., minutes).map { CallCandidate($0, minutes: $1) }
            return try CallPlan().calls(withinMinutes: 60, among: candidates, values: values)
                .calls.map(\.person)
        }
        // By the minute the trifle goes first and shuts out the long call.
        #expect(try plan([60, 1, 100, 100]) == [1])
        // By gain the long call goes first and shuts out two good short ones.
        #expect(try plan([60, 100, 30, 30]) == [3, 4])
    }

    @Test("a length that is no positive number of minutes is refused", arguments: [0, -5, .infinity, .nan])
    func lengths(minutes: Double) throws {
        let values = try contactsOnly(direct: [0, 1, 1])
        let error = #expect(throws: RankingError.self) {
            try CallPlan().calls(
                withinMinutes: 60,
                among: [CallCandidate(1, minutes: 5), CallCandidate(2, minutes: minutes)], values: values)
        }
        guard case .invalidMinutes(1, let given) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(given == minutes || given.isNaN && minutes.isNaN)
    }

    @Test("no candidates, no calls, no time: no plan")
    func nothing() throws {
        let values = try contactsOnly(direct: [0, 1, 1])
        #expect(CallPlan().calls(3, among: [], values: values).calls.isEmpty)
        #expect(CallPlan().calls(0, among: [1, 2], values: values).value == 0)
        let plan = try CallPlan().calls(
            withinMinutes: 4, among: [CallCandidate(1, minutes: 5)], values: values)
        #expect(plan.calls.isEmpty && plan.value == 0)
    }
}

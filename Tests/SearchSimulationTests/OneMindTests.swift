import AnalysisTestSupport
import DateLiterals
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import SearchSimulation
import Testing

@Suite("List, plan and played search are of one mind")
struct OneMindTests {
    /// A day in the middle of those on which random networks happen.
    private let asOf: CalendarDay = "2024-10-04"

    /// Who is in the list may be planned from today on, who is held back until a day from that day on, no one else.
    private func expectOneMind(_ network: ReferralNetwork, asOf day: CalendarDay, _ policy: AnalysisPolicy)
        throws
    {
        let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(day), policy: policy)
        let list = analysis.nextContacts
        let plan = try analysis.outreachPlan(.calls(20))
        var until: [PersonID: CalendarDay] = [:]
        for contact in list.contacts { until[contact.person] = day }
        for contact in list.withheld where contact.through == nil { until[contact.person] = contact.until }
        for planned in plan.days {
            for call in planned.calls {
                let earliest = try #require(until[call.person], "\(call.person) is planned and refused")
                #expect(earliest <= planned.day, "\(call.person)")
            }
        }
        let last = try #require(plan.days.last?.day)
        let reachable = until.values.count { $0 <= last }
        #expect(plan.candidateCount <= reachable)
        let search = analysis.simulatedSearch(try SimulationParameters(runs: 1, weeks: 1))
        #expect(search.callableCount == until.values.count { $0 <= search.firstDay })
    }

    @Test("list, plan and played search agree who it is too early for", arguments: 0..<60)
    func oneMind(_ seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 4 + Int(seed % 12))
        try expectOneMind(network, asOf: asOf, seed.isMultiple(of: 2) ? .standard : .cadenceTiers)
    }

    @Test("the same for the stories, under both ways to keep in touch", arguments: try Story.names())
    func storiesOfOneMind(_ name: String) throws {
        for policy in [AnalysisPolicy.standard, .cadenceTiers] {
            try expectOneMind(Story.network(name), asOf: "2026-04-10", policy)
        }
    }
}

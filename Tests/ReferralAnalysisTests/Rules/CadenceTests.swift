import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Cadence tiers")
struct CadenceTests {
    private func due(
        _ build: (inout NetworkBuilder) -> Void, asOf: Timestamp = "2026-03-10"
    ) throws -> CalendarDay? {
        let analysis = try analyse(asOf: asOf, policy: .cadenceTiers, build)
        #expect(analysis.steps(.keepWarm) == [] && analysis.steps(.monthlyTouch) == [])
        return analysis.steps(.cadence, "ann").first?.due
    }

    @Test("three weeks for a star")
    func star() throws {
        let due = try due {
            $0.person("ann", star: true)
            $0.talked(with: "ann", on: "2026-03-02")
        }
        #expect(due == "2026-03-02" + 21)
    }

    /// The day 180 days later is a Saturday; the Monday after it is a working day.
    @Test("three weeks or two months by the strength of a tie to the seeker")
    func ties() throws {
        for (strength, days) in [(0.9, 21), (0.6, 60), (0.2, 182)] {
            let due = try due {
                $0.person("ann")
                $0.talked(with: "ann", on: "2026-03-02")
                $0.network.ties = [Tie(from: "ann", to: "you", strength: strength)]
            }
            #expect(due == "2026-03-02" + days)
        }
    }

    @Test("two months for whoever refused or gave a name")
    func close() throws {
        let referrer = try due {
            $0.person("ann")
            $0.person("bob")
            $0.talked(with: "ann", on: "2026-03-02")
            $0.network.referrals = [Referral(from: "ann", to: "bob", given: "2026-03-02", met: "2026-03-03")]
        }
        #expect(referrer == "2026-03-02" + 60)
    }

    @Test(
        "half a year for whoever said a word, a year for everybody else, and due long after the playbook would give up"
    )
    func distant() throws {
        #expect(
            try due {
                $0.person("ann")
                $0.heard(from: "ann", on: "2026-03-02", .update)
            } == "2026-03-02" + 182)
        let quiet: (inout NetworkBuilder) -> Void = {
            $0.person("ann")
            $0.wrote("ann", on: "2025-03-02", .update)
        }
        #expect(try due(quiet) == "2025-03-02" + 365)
        #expect(try analyse(asOf: "2026-03-10", quiet).steps.isEmpty)
    }

    @Test("whoever waits after a no waits by the rule of the policy")
    func afterNo() throws {
        for (policy, rule) in [(AnalysisPolicy.cadenceTiers, Rule.cadence), (.standard, .keepWarm)] {
            let analysis = try analyse(asOf: "2026-03-20", policy: policy) {
                $0.person("dan")
                $0.refused(by: "dan", "2026-02-10")
                $0.talked(with: "dan", on: "2026-03-16")
            }
            #expect(analysis.withheld("dan")?.rule == rule)
        }
    }

    @Test("the standard policy knows no tiers")
    func standard() throws {
        let analysis = try analyse(asOf: "2026-03-10") {
            $0.person("ann", star: true)
            $0.talked(with: "ann", on: "2026-03-02")
        }
        #expect(analysis.steps(.cadence) == [])
        #expect(analysis.steps(.keepWarm).map(\.due) == ["2026-03-02" + 30])
    }
}

import AnalysisTestSupport
import DateLiterals
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Lineage")
struct LineageTests {
    private func network(_ referrals: [Referral], _ edit: (inout NetworkBuilder) -> Void = { _ in }) throws
        -> NetworkAnalysis
    {
        try analyse(asOf: "2026-04-10") {
            for person in ["ann", "bob", "cem", "dia"] as [PersonID] { $0.person(person) }
            $0.network.referrals = referrals
            edit(&$0)
        }
    }

    @Test("someone no one referred, and someone not in the network, are chains of one")
    func alone() throws {
        let analysis = try network([])
        #expect(analysis.lineage(of: "ann").steps.map(\.person) == ["ann"])
        #expect(analysis.lineage(of: "ann").length == 0 && analysis.lineage(of: "ann").rejection == nil)
        #expect(analysis.lineage(of: "nobody").steps.map(\.person) == ["nobody"])
    }

    @Test("a chain is followed to its root, along the earliest referral to each")
    func chain() throws {
        let analysis = try network([
            Referral(from: "dia", to: "cem", given: "2026-03-20"),
            Referral(from: "ann", to: "bob", given: "2026-03-02"),
            Referral(from: "bob", to: "cem", promised: "2026-03-09", given: "2026-03-25"),
        ])
        let lineage = analysis.lineage(of: "cem")
        #expect(lineage.steps.map(\.person) == ["ann", "bob", "cem"])
        #expect(lineage.steps.map(\.referred) == [nil, "2026-03-02", "2026-03-09"])
        #expect(lineage.length == 2)
    }

    @Test("a circle is cut where it would close")
    func circle() throws {
        let analysis = try network([
            Referral(from: "ann", to: "bob", given: "2026-03-02"),
            Referral(from: "bob", to: "cem", given: "2026-03-03"),
            Referral(from: "cem", to: "ann", given: "2026-03-04"),
        ])
        #expect(analysis.lineage(of: "cem").steps.map(\.person) == ["ann", "bob", "cem"])
        #expect(analysis.lineage(of: "ann").steps.map(\.person) == ["bob", "cem", "ann"])
    }

    @Test("a declined referral leads nowhere")
    func declined() throws {
        let analysis = try network([
            Referral(from: "ann", to: "bob", given: "2026-03-02", declined: "2026-03-05")
        ])
        #expect(analysis.lineage(of: "bob").steps.map(\.person) == ["bob"])
    }

    @Test("a name the seeker brought along begins the chain")
    func fromTheSeeker() throws {
        let analysis = try network([
            Referral(from: "you", to: "ann", given: "2026-03-01"),
            Referral(from: "ann", to: "bob", given: "2026-03-02"),
        ])
        #expect(analysis.lineage(of: "bob").steps.map(\.person) == ["ann", "bob"])
        #expect(analysis.lineage(of: "bob").steps.map(\.referred) == ["2026-03-01", "2026-03-02"])
    }

    @Test("the no is the one named by the referral, nearest to the root")
    func namedRejection() throws {
        let analysis = try network([
            Referral(from: "ann", to: "bob", given: "2026-03-02", opportunity: "first"),
            Referral(from: "bob", to: "cem", given: "2026-03-20", opportunity: "second"),
        ]) {
            $0.refused(by: "ann", "2026-02-26", role: "first")
            $0.refused(by: "bob", "2026-03-18", role: "second")
        }
        #expect(analysis.lineage(of: "cem").rejection == "first")
        #expect(analysis.lineage(of: "bob").rejection == "first")
        #expect(analysis.lineage(of: "ann").rejection == "first")
        #expect(analysis.lineage(of: "cem").steps.map(\.opportunity) == [nil, "first", "second"])
    }

    @Test("else the latest no the referrer had said by then, in whatever order it was recorded")
    func latestRejection() throws {
        let nos: [(OpportunityID, Timestamp)] = [
            ("early", "2026-01-12"), ("late", "2026-02-26"), ("after", "2026-03-25"),
        ]
        for order in [nos, nos.reversed()] {
            let analysis = try network([Referral(from: "ann", to: "bob", given: "2026-03-02")]) {
                for (role, day) in order { $0.refused(by: "ann", day, role: role) }
            }
            #expect(analysis.lineage(of: "bob").rejection == "late")
            #expect(analysis.lineage(of: "ann").rejection == "after")
        }
    }

    @Test("an opportunity that did not end with a no is none")
    func noRejection() throws {
        let analysis = try network([
            Referral(from: "ann", to: "bob", given: "2026-03-02", opportunity: "role")
        ]) {
            $0.role("role", [StageEvent(stage: .interview, date: "2026-02-26", people: ["ann"])])
        }
        #expect(analysis.lineage(of: "bob").rejection == nil)
    }
}

import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// Playbook R4, the policy `3b7`. 2026-03-02 is a Monday.
@Suite("One person per company")
struct OnePersonPerCompanyTests {
    private func analysis(
        _ day: CalendarDay, policy: AnalysisPolicy = .threeB7,
        _ more: (inout NetworkBuilder) -> Void = { _ in }
    ) throws -> NetworkAnalysis {
        try analyse(asOf: Timestamp(day), policy: policy) {
            for person in ["ann", "bob", "cid"] as [PersonID] { $0.person(person) }
            $0.person("zoe", at: "globex")
            $0.wrote("ann", on: "2026-03-02", .outreach)
            more(&$0)
        }
    }

    private func due(_ analysis: NetworkAnalysis) -> [String] {
        analysis.stalledThreads.threads.compactMap { thread in
            thread.step.map { "\($0.rule.rawValue) \($0.person) \($0.due)" }
        }
    }

    @Test("until the third business day no one else at the company is asked, and others are")
    func patience() throws {
        let analysis = try analysis("2026-03-04")
        #expect(analysis.stalledThreads.threads == [])
        #expect(analysis.row("bob") == nil && analysis.row("cid") == nil && analysis.row("ann") == nil)
        #expect(analysis.withheld("bob")?.rule == .secondPerson)
        #expect(analysis.withheld("bob")?.until == "2026-03-05")
        #expect(
            analysis.withheld("bob")?.reason.hasPrefix("write to Bob Doe, a second person at acme") == true)
        #expect(analysis.withheld("cid")?.rule == .secondPerson)
        #expect(analysis.withheld("cid")?.through == "ann" && analysis.withheld("cid")?.until == "2026-03-05")
        #expect(analysis.row("zoe") != nil)
    }

    @Test("on the third business day a second person, on the seventh back to the first")
    func dates() throws {
        let third = try analysis("2026-03-05")
        #expect(due(third) == ["R4.second-person bob 2026-03-05"])
        #expect(third.row("bob")?.isDue == true && third.row("bob")?.rules == [.secondPerson])
        #expect(third.withheld("ann")?.until == "2026-03-11" && third.withheld("ann")?.rule == .returnToFirst)
        let seventh = try analysis("2026-03-11") { $0.wrote("bob", on: "2026-03-05", .outreach) }
        #expect(
            due(seventh) == ["R4.second-person cid 2026-03-10", "R4.return-to-first ann 2026-03-11"])
        #expect(seventh.row("ann")?.rules == [.returnToFirst])
        // Neither the follow-up of R2 nor its telephone call.
        let again = try analysis("2026-03-13") { $0.wrote("ann", on: "2026-03-11", .followUp) }
        #expect(due(again) == [])
        #expect(again.withheld("ann")?.rule == .tryAgain)
    }

    @Test("weekends and holidays do not count")
    func businessDays() throws {
        let analysis = try analyse(asOf: "2026-03-20", policy: .threeB7) {
            $0.network.holidays = ["2026-03-09"]
            $0.person("ann")
            $0.person("bob")
            $0.wrote("ann", on: "2026-03-06", .outreach)
        }
        #expect(
            due(analysis) == ["R4.second-person bob 2026-03-12", "R4.return-to-first ann 2026-03-18"])
    }

    @Test("an answer within three business days makes a booster: no one else is asked, one later does not")
    func booster() throws {
        let fast = try analysis("2026-03-12") { $0.heard(from: "ann", on: "2026-03-05", .update) }
        #expect(due(fast) == [])
        #expect(fast.withheld("bob")?.reason == "one person per company: Ann Doe answers fast")
        let slow = try analysis("2026-03-12") { $0.heard(from: "ann", on: "2026-03-06", .update) }
        #expect(slow.withheld("bob") == nil || slow.withheld("bob")?.rule != .secondPerson)
        // A booster also ends the pursuit of a colleague who is silent.
        let other = try analysis("2026-03-20") {
            $0.wrote("bob", on: "2026-03-05", .outreach)
            $0.heard(from: "bob", on: "2026-03-06", .update)
        }
        #expect(due(other) == [])
        #expect(other.withheld("ann")?.rule == .tryAgain)
    }

    @Test("with no one else there it is something to write down")
    func alone() throws {
        let analysis = try analyse(asOf: "2026-03-05", policy: .threeB7) {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-02", .outreach)
        }
        #expect(analysis.nextContacts.bookkeeping.map(\.rule) == [.secondPerson])
        #expect(analysis.nextContacts.bookkeeping.first?.action.what == "Find a second person at acme")
    }

    @Test("who must not be contacted, said no or owes an answer is no second person")
    func notAsked() throws {
        let analysis = try analyse(asOf: "2026-03-05", policy: .threeB7) {
            $0.person("ann")
            $0.person("bob") { $0.doNotContact = true }
            $0.person("cid")
            $0.person("dot")
            $0.wrote("cid", on: "2026-02-02", .outreach)
            $0.wrote("ann", on: "2026-03-02", .outreach)
        }
        let second = analysis.stalledThreads.threads.compactMap(\.step).filter { $0.rule == .secondPerson }
        #expect(Set(second.map(\.person)).isSubset(of: ["dot"]) && !second.isEmpty)
    }

    @Test("the standard policy knows nothing of it, and a replay sets both side by side")
    func standard() throws {
        let standard = try analysis("2026-03-05", policy: .standard)
        #expect(due(standard) == ["R2.first-message ann 2026-03-05"])
        #expect(!standard.steps.contains { $0.rule == .secondPerson || $0.rule == .returnToFirst })
        var builder = NetworkBuilder()
        builder.person("ann")
        builder.person("bob")
        builder.wrote("ann", on: "2026-03-02", .outreach)
        builder.wrote("bob", on: "2026-03-06", .outreach)
        let days: ClosedRange<CalendarDay> = "2026-03-01"..."2026-03-31"
        let one = try SilenceReplay(of: builder.network, over: days, policy: .threeB7)
        let firstFlags = one.flags.prefix(2)
        #expect(firstFlags.map(\.rule) == [.secondPerson, .returnToFirst])
        #expect(firstFlags.map(\.flagged) == ["2026-03-05", "2026-03-11"])
        #expect(firstFlags.map(\.related) == ["bob", nil])
        #expect(one.flags[0].ended == "2026-03-06" && one.flags[0].ending == .settled)
        let other = try SilenceReplay(of: builder.network, over: days, policy: .standard)
        let ann = other.compared(with: one).first { $0.first?.person == "ann" }
        #expect(ann?.first?.flagged == "2026-03-05" && ann?.second?.flagged == "2026-03-11")
        #expect(ann?.agrees == false)
    }
}

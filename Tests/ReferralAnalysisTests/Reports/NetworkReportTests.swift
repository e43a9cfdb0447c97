import AnalysisTestSupport
import DateLiterals
import ReferralGraph
import Testing

@testable import ReferralAnalysis

@Suite("Funnel and reply rates")
struct FunnelTests {
    @Test("An application counts at every stage up to its furthest")
    func funnel() {
        func opportunity(_ stages: [Stage]) -> Opportunity {
            Opportunity(
                id: "x", title: "x", company: "c",
                stages: stages.map { StageEvent(stage: $0, date: "2026-03-01") })
        }
        let funnel = OpportunityFunnel([
            opportunity([.applied]), opportunity([.interview, .rejected]),
            opportunity([.applied, .offer, .accepted]),
            opportunity([.applied, .onHold]), opportunity([]),
        ])
        #expect(funnel.total == 5)
        #expect(
            funnel.steps.map(\.stage) == [.applied, .screening, .interview, .finalist, .offer, .accepted])
        #expect(funnel.steps.map(\.opportunities) == [4, 2, 2, 1, 1, 1])
        #expect(funnel.standing.map(\.stage) == [.applied, .rejected, .accepted, .onHold])
        #expect(OpportunityFunnel([]).steps.allSatisfy { $0.opportunities == 0 })
    }

    private func rates(_ talks: [(String, Interaction.Channel, Interaction.Direction)]) throws -> ReplyRates {
        var builder = NetworkBuilder()
        builder.person("dan")
        builder.network.interactions = talks.map { day, channel, direction in
            Interaction(date: Timestamp(day)!, people: ["dan"], channel: channel, direction: direction)
        }
        return try NetworkAnalysis(of: builder.network, asOf: "2026-04-10").replyRates
    }

    @Test("An answer within the week counts, a later one does not, and a nudge is no second ask")
    func answers() throws {
        let rates = try rates([
            ("2026-01-05", .email, .outgoing), ("2026-01-12", .email, .incoming),
            ("2026-02-02", .email, .outgoing), ("2026-02-05", .email, .outgoing),
            ("2026-02-10", .call, .incoming),
            ("2026-04-08", .message, .outgoing),
        ])
        #expect(rates.all == .init(settled: 2, answered: 1, open: 1))
        #expect(rates.byChannel.map(\.channel) == [.email, .message])
        #expect(rates.byChannel.map(\.tally.rate) == [0.5, nil])
        #expect(rates.byMonth.map(\.month) == ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"])
        #expect(rates.byMonth.map(\.tally.settled) == [1, 1, 0, 0])
    }

    @Test("An unanswered ask settles when its week is over")
    func settling() throws {
        #expect(try rates([("2026-04-03", .email, .outgoing)]).all == .init(settled: 0, answered: 0, open: 1))
        #expect(try rates([("2026-04-02", .email, .outgoing)]).all == .init(settled: 1, answered: 0, open: 0))
        #expect(
            try rates([("2026-03-01", .email, .outgoing), ("2026-03-20", .email, .outgoing)]).all.settled == 2
        )
        #expect(try rates([]).byMonth.isEmpty)
    }

    @Test("A report has the beginning of the call list, and reasons for the beginning of that")
    func report() throws {
        var builder = NetworkBuilder()
        for number in 1...9 { builder.person(PersonID("p\(number)"), at: CompanyID("c\(number)")) }
        builder.network.interactions = (1...9).map { number in
            Interaction(
                date: "2026-03-01", people: [PersonID("p\(number)")], channel: .call, direction: .mutual)
        }
        let analysis = try NetworkAnalysis(of: builder.network, asOf: "2026-06-01")
        let report = try analysis.report(planning: .calls(2), contactsAtMost: 5, groundsAtMost: 3)
        #expect(report.next.contacts.count == 5 && report.next.contactCount > 5)
        #expect(report.grounds.map(\.person) == report.next.contacts.prefix(3).map(\.person))
        #expect(report.plan.calls.count <= 2)
        for (grounds, contact) in zip(report.grounds, report.next.contacts) {
            #expect(abs(grounds.value.reduce(0) { $0 + $1.number } - contact.worth.value) < 1e-9)
        }
    }
}

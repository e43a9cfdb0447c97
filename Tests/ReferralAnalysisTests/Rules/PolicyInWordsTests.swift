import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("The numbers of the policy in words")
struct PolicyInWordsTests {
    @Test("the texts of the analysis take their lengths from the policy in force")
    func policy() throws {
        func texts(_ edit: (inout PlaybookPolicy) -> Void) throws -> [String] {
            var policy = AnalysisPolicy.standard
            edit(&policy.playbook)
            let analysis = try analyse(asOf: "2026-03-20", policy: policy) {
                $0.person("dan")
                $0.refused(by: "dan", "2026-02-10")
                $0.talked(with: "dan", on: "2026-03-16")
                $0.person("ida", at: "five")
                $0.role(
                    "open",
                    [StageEvent(stage: .interview, date: "2026-03-16", round: 1, people: ["ida", "eve"])],
                    participants: [Participant(person: "ida", role: .hiringManager)]
                ) { $0.company = "five" }
                $0.wrote("ida", on: "2026-03-16", .thankYou, about: "open")
                $0.person("eve", at: "five")
                $0.person("ann", at: "two")
                $0.talked(with: "ann", on: "2025-12-20")
                $0.person("tom", at: "three")
                for day in ["2025-12-01", "2025-12-05", "2025-12-10"] as [Timestamp] {
                    $0.wrote("tom", on: day, .outreach)
                }
                $0.person("may", at: "four")
                $0.talked(with: "may", on: "2026-03-18")
            }
            return [
                try #require(analysis.withheld("dan")?.reason),
                try #require(analysis.withheld("ida")?.reason),
                try #require(analysis.row("ann")?.action.what),
                try #require(analysis.row("tom")?.action.what),
                try #require(analysis.withheld("may")?.reason),
            ]
        }
        #expect(
            try texts { _ in } == [
                "last in touch on 16 Mar; once a month is enough after a no",
                "forward your last e-mail from 30 Mar on", "Send the monthly reminder",
                "Try again, once a month", "last in touch on 18 Mar; once a month is enough",
            ])
        #expect(
            try texts {
                $0.monthlyTouchAfterDays = 45
                $0.afterInterviewDays = 10
            } == [
                "last in touch on 16 Mar; every 45 days is enough after a no",
                "forward your last e-mail from 26 Mar on", "Send a friendly reminder",
                "Try again, every 45 days", "last in touch on 18 Mar; every 45 days is enough",
            ])
    }

    @Test("what can be said of two asks is what was done")
    func twice() throws {
        func say(_ first: Interaction.Channel, _ second: Interaction.Channel) throws -> String? {
            try analyse(asOf: "2026-03-20") {
                $0.person("ann") { $0.phones = ["555-0100"] }
                $0.wrote("ann", on: "2026-03-05", .outreach, by: first)
                $0.wrote("ann", on: "2026-03-10", .followUp, by: second)
            }.row("ann")?.action.say
        }
        #expect(try say(.email, .message) == "“I wrote to you twice. Do you have five minutes?”")
        #expect(try say(.call, .email) == "“I tried to reach you twice. Do you have five minutes?”")
    }
}

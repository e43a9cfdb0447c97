import AnalysisTestSupport
import DateLiterals
import Foundation
import Playbook
import RankingModel
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("The explanation of a person")
struct PersonExplanationTests {
    @Test("no one is explained who is not in the network")
    func stranger() throws {
        let analysis = try analyse(asOf: "2026-03-20") { $0.person("ann") }
        #expect(analysis.explanation(of: "nobody") == nil)
        #expect(analysis.value(of: "nobody") == 0 && analysis.lastContact(with: "nobody") == nil)
    }

    @Test("the seeker has a lineage and neither worth nor row nor vacancy clock")
    func seeker() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.network.people[0].employments = [Employment(company: "acme", title: "Director")]
            $0.talked(with: "ann", on: "2026-03-02")
        }
        let you = try #require(analysis.explanation(of: "you"))
        #expect(you.worth == nil && you.contact == nil && you.withheld == nil && you.vacancyClock == nil)
        #expect(you.title == "Director" && you.recentContacts == [])
        #expect(you.acquaintances.map(\.person) == ["ann"])
        #expect(you.acquaintances.map(\.evidence) == ["in touch with you"])
        #expect(analysis.value(of: "you") == 0 && !analysis.isContact("you"))
    }

    @Test("everything there is to say about one person stands in it")
    func complete() throws {
        let analysis = try analyse(asOf: "2026-03-09") {
            $0.person("dan", "Manager", in: "Tools", star: true)
            $0.refused(by: "dan", "2026-03-06")
            $0.wrote("dan", on: "2026-03-09T08:00", .thankYou, about: "role") { $0.subject = "Thank you" }
            $0.person("ann", at: "other")
            $0.network.referrals = [Referral(from: "ann", to: "dan", given: "2026-02-02", met: "2026-02-05")]
        }
        let dan = try #require(analysis.explanation(of: "dan"))
        #expect(dan.name == "Dan Doe" && dan.title == "Manager" && dan.company == "acme")
        #expect(dan.contact == nil && dan.withheld == analysis.withheld("dan"))
        #expect(dan.worth?.value == analysis.value(of: "dan"))
        #expect(dan.lineage.steps.map(\.person) == ["ann", "dan"] && dan.lineage.rejection == "role")
        #expect(dan.threads.map(\.kind) == [])
        #expect(dan.upcoming.map(\.rule) == [.connect, .keepWarm])
        #expect(dan.acquaintances.map(\.person) == ["ann"])
        #expect(dan.acquaintances.map(\.evidence) == ["referred you"])
        #expect(dan.recentContacts.map(\.subject) == ["Thank you", nil])
        #expect(dan.recentContacts.map(\.direction) == [.outgoing, .incoming])
        #expect(dan.vacancyClock?.reports == 5)
    }

    @Test("rows, reasons and threads are those of the reports", arguments: try Story.names())
    func agreesWithReports(_ name: String) throws {
        let analysis = try NetworkAnalysis(of: Story.network(name), asOf: "2026-04-10")
        for person in analysis.network.people.map(\.id) {
            let explanation = try #require(analysis.explanation(of: person))
            #expect(explanation.contact == analysis.row(person))
            #expect(explanation.withheld == analysis.withheld(person))
            if let row = explanation.contact { #expect(explanation.worth == row.worth) }
            let stalled = analysis.stalledThreads.threads.filter { $0.person == person }
            #expect(stalled.allSatisfy(explanation.threads.contains))
            #expect(explanation.upcoming.allSatisfy { $0.person == person })
            #expect(explanation.acquaintances.allSatisfy { $0.person != person })
        }
    }

    @Test("the last ten contacts are told, newest first")
    func recentContacts() throws {
        let analysis = try analyse(asOf: "2026-03-20") { builder in
            builder.person("ann")
            for day in 0..<12 { builder.talked(with: "ann", on: Timestamp("2026-03-02" + day)) }
        }
        let contacts = try #require(analysis.explanation(of: "ann")).recentContacts
        #expect(contacts.map(\.date.day) == (2..<12).reversed().map { "2026-03-02" + $0 })
        #expect(analysis.lastContact(with: "ann")?.date == "2026-03-13")
    }

    @Test("what a reply is made of sums to its log-odds, and names the evidence")
    func replyTerms() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-02")
            $0.heard(from: "ann", on: "2026-03-03", .update)
        }
        let worth = try #require(analysis.explanation(of: "ann")?.worth)
        let odds = worth.replyTerms.reduce(0) { $0 + $1.logOdds }
        #expect(abs(odds - log(worth.replyProbability / (1 - worth.replyProbability))) < 1e-9)
        #expect(worth.evidence == "1 request to this person, 1 answered; mostly the population's rate")
    }

    @Test("a seeker who is not among the people cannot be advised")
    func missingSeeker() throws {
        #expect(throws: AnalysisError.seekerMissing("me")) {
            try analyse(asOf: "2026-03-20") { $0.network.seeker = "me" }
        }
    }

    @Test("constants out of range are refused")
    func badPolicy() throws {
        var policy = AnalysisPolicy.standard
        policy.ranking.replyWindowDays = -1
        #expect(throws: AnalysisError.self) { try analyse(asOf: "2026-03-20", policy: policy) { _ in } }
        policy = .standard
        policy.playbook.afterInterviewDays = -1
        #expect(throws: AnalysisError.self) { try analyse(asOf: "2026-03-20", policy: policy) { _ in } }
    }
}

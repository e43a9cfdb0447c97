import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("What the seeker says of how well they know people")
struct AcquaintanceTests {
    /// Contacts who differ in nothing but what the seeker says of them.
    private func network(_ answers: [Acquaintance?], _ more: (inout NetworkBuilder) -> Void = { _ in }) throws
        -> NetworkAnalysis
    {
        try analyse(asOf: "2026-04-10") { builder in
            for (number, answer) in answers.enumerated() {
                builder.person(PersonID("p\(number)"), at: CompanyID("c\(number)")) {
                    $0.acquaintance = answer
                    $0.acquaintanceOn = answer == nil ? nil : "2026-04-03"
                }
                builder.network.ties.append(Tie(from: "you", to: PersonID("p\(number)"), since: "2020-01-01"))
            }
            more(&builder)
        }
    }

    @Test(
        "all else equal, close people come before known ones, these before the rest, and those barely known last"
    )
    func order() throws {
        let analysis = try network([.barely, nil, .known, .close, .unknown])
        #expect(analysis.nextContacts.contacts.map(\.person) == ["p3", "p2", "p1", "p0"])
        let withheld = try #require(analysis.nextContacts.withheld.first { $0.person == "p4" })
        #expect(withheld.reason == "you do not know them" && withheld.until == nil)
    }

    @Test("someone unknown is no contact, no way and no reminder, and still found")
    func unknown() throws {
        let analysis = try network([.unknown, .close]) {
            $0.person("goal", at: "c9")
            $0.network.ties.append(Tie(from: "p0", to: "goal", strength: 0.9))
        }
        #expect(!analysis.isContact("p0") && analysis.isContact("p1"))
        #expect(analysis.steps.isEmpty)
        let contacts = try #require(analysis.contacts(at: ["c0"]).first)
        #expect((contacts.outOfReach + contacts.introductions.map(\.member)).map(\.person) == ["p0"])
        #expect(analysis.contacts(at: ["c9"])[0].introductions.isEmpty)
        let explanation = try #require(analysis.explanation(of: "p0"))
        #expect(explanation.known == .unknown && explanation.knownOn == "2026-04-03")
    }

    @Test("a word since then, a role that is alive, or someone who gave the name ends that")
    func ended() throws {
        #expect(try network([.unknown]) { $0.talked(with: "p0", on: "2026-04-05") }.isContact("p0"))
        #expect(try !network([.unknown]) { $0.talked(with: "p0", on: "2026-04-02") }.isContact("p0"))
        #expect(
            try network([.unknown]) {
                $0.person("ref")
                $0.network.referrals = [
                    Referral(from: "ref", to: "p0", given: "2026-04-01", met: "2026-04-02")
                ]
            }.isContact("p0"))
    }

    @Test("silence with someone unknown is no stalled thread")
    func silence() throws {
        let wrote: (inout NetworkBuilder) -> Void = { $0.wrote("p0", on: "2026-03-30") }
        #expect(try network([nil], wrote).stalledThreads.threads.count == 1)
        #expect(try network([.unknown], wrote).stalledThreads.threads.isEmpty)
    }

    @Test("an answer given after the day looked from is not known yet")
    func later() throws {
        var network = try network([.unknown]).network
        network.people[network.people.firstIndex { $0.id == "p0" }!].acquaintanceOn = "2026-04-11"
        #expect(try NetworkAnalysis(of: network, asOf: "2026-04-10").isContact("p0"))
    }

    @Test("reasons and assumptions say it")
    func words() throws {
        let analysis = try network([.close])
        let worth = try #require(analysis.explanation(of: "p0")?.worth)
        #expect(worth.assumptions.contains { $0.hasPrefix("you know them well, so a reply rate of 0.7") })
    }

    @Test("reminders by closeness go by what was said, and a recorded strength goes before it")
    func closeness() throws {
        for (answer, strength, days) in [
            (Acquaintance?.some(.close), Double?.none, 21), (.known, nil, 60), (.barely, nil, 182),
            (.close, 0.2, 182), (.barely, 0.9, 21),
        ] {
            let analysis = try analyse(asOf: "2026-03-10", policy: .cadenceTiers) {
                $0.person("ann") { $0.acquaintance = answer }
                $0.talked(with: "ann", on: "2026-03-02")
                $0.network.ties = [Tie(from: "ann", to: "you", strength: strength)]
            }
            #expect(analysis.steps(.cadence, "ann").first?.due == "2026-03-02" + days)
        }
    }

    @Test("a tag's cadence goes before closeness and the monthly touch; of two tags the shorter counts")
    func byTag() throws {
        for base in [AnalysisPolicy.standard, .cadenceTiers] {
            var policy = base
            policy.playbook.cadence.tags = ["Mentor": 14, "alumni": 180]
            // The day 180 days later is a Saturday, the Monday after it a working day.
            for (tags, days) in [(["mentor"], 14), (["ALUMNI"], 182), (["alumni", "mentor"], 14)] {
                let analysis = try analyse(asOf: "2026-03-10", policy: policy) {
                    $0.person("ann", star: true) { $0.tags = tags }
                    $0.talked(with: "ann", on: "2026-03-02")
                }
                #expect(analysis.steps(.cadence, "ann").map(\.due) == ["2026-03-02" + days])
                #expect(analysis.steps(.keepWarm) == [] && analysis.steps(.monthlyTouch) == [])
            }
        }
        var wrong = AnalysisPolicy.standard
        wrong.playbook.cadence.tags = ["mentor": 0]
        #expect(throws: (any Error).self) { try wrong.validate() }
    }

    @Test("reports on some people keep the ranks of all")
    func showing() throws {
        let all = try network([nil, .close, .known, nil]) { $0.wrote("p3", on: "2026-03-30") }
        let some = all.showing(["p2", "p3"])
        let contacts = all.nextContacts.contacts
        #expect(some.nextContacts.contacts == contacts.filter { ["p2", "p3"].contains($0.person) })
        #expect(some.nextContacts.contactCount == some.nextContacts.contacts.count)
        #expect(some.nextContacts(first: 1).contacts == Array(some.nextContacts.contacts.prefix(1)))
        #expect(some.stalledThreads.threads.map(\.person) == ["p3"])
        #expect(Set(some.steps.map(\.person)).isSubset(of: ["p2", "p3"]))
        #expect(Set(some.today().entries.map(\.person)).isSubset(of: ["p2", "p3"]))
        #expect(
            try some.outreachPlan(.calls(9)).days.flatMap(\.calls).allSatisfy {
                ["p2", "p3"].contains($0.person)
            })
        #expect(some.contacts(at: ["c1"])[0].isNoOne && !some.contacts(at: ["c2"])[0].isNoOne)
        #expect(all.showing(Set(all.network.people.map(\.id))).nextContacts == all.nextContacts)
        #expect(some.search("p1").hits.isEmpty && !some.search("p2").hits.isEmpty)
    }
}

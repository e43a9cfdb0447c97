import AnalysisTestSupport
import DateLiterals
import ReferralAnalysis
import ReferralGraph
import Testing

/// Who knows who (ranking.md, section 0), as an explanation tells it.
@Suite("The projection on a graph")
struct NetworkProjectionTests {
    /// What is known of the acquaintance of Ann and Bob, who work at different companies.
    private func evidence(
        infers: Bool = true, _ build: (inout NetworkBuilder) -> Void
    ) throws -> String? {
        var policy = AnalysisPolicy.standard
        policy.projection.infersTiesFromEmployers = infers
        let analysis = try analyse(asOf: "2026-03-20", policy: policy) {
            $0.person("ann", at: "one")
            $0.person("bob", at: "two")
            build(&$0)
        }
        let forth = try #require(analysis.explanation(of: "ann")).acquaintances.first { $0.person == "bob" }
        let back = try #require(analysis.explanation(of: "bob")).acquaintances.first { $0.person == "ann" }
        #expect((forth == nil) == (back == nil))
        return forth?.evidence
    }

    @Test("nothing recorded, nothing known")
    func strangers() throws {
        #expect(try evidence { _ in } == nil)
        #expect(try evidence { $0.network.ties = [Tie(from: "ann", to: "ann")] } == nil)
    }

    @Test("ties and reporting lines, however often they are recorded")
    func ties() throws {
        #expect(try evidence { $0.network.ties = [Tie(from: "bob", to: "ann")] } == "recorded tie")
        #expect(
            try evidence { $0.network.ties = [Tie(from: "ann", to: "bob", how: "Choir")] } == "Choir")
        let boss = Tie(from: "ann", to: "bob", kind: .reportsTo)
        #expect(try evidence { $0.network.ties = [boss, boss] } == "their boss")
        let report = Tie(from: "bob", to: "ann", kind: .reportsTo)
        #expect(try evidence { $0.network.ties = [report] } == "reports to them")
    }

    @Test("a referral from one to the other")
    func referrals() throws {
        let given = Referral(from: "ann", to: "bob", given: "2026-03-04")
        #expect(try evidence { $0.network.referrals = [given] } == "referred you to them")
        let back = Referral(from: "bob", to: "ann", promised: "2026-03-04")
        #expect(try evidence { $0.network.referrals = [back] } == "referred you")
    }

    @Test("one interview panel, and not merely one opportunity")
    func panels() throws {
        func met(_ stages: [StageEvent]) throws -> String? {
            try evidence {
                $0.role(
                    "role", stages,
                    participants: [
                        Participant(person: "ann", role: .hiringManager),
                        Participant(person: "bob", role: .recruiter),
                    ])
            }
        }
        let panel = StageEvent(stage: .interview, date: "2026-03-02", round: 1, people: ["ann", "bob"])
        #expect(try met([panel]) == "both interviewed for “role”")
        let rounds = [
            StageEvent(stage: .interview, date: "2026-03-02", round: 1, people: ["ann"]),
            StageEvent(stage: .interview, date: "2026-03-03", round: 2, people: ["bob"]),
        ]
        #expect(try met(rounds) == nil)
        #expect(
            try met([StageEvent(stage: .screening, date: "2026-03-02", people: ["ann", "bob"])]) == nil)
    }

    @Test("interviewers who are recorded as such only are a panel, too")
    func participantsOfAnInterview() throws {
        let words = try evidence {
            $0.role(
                "role", [StageEvent(stage: .interview, date: "2026-03-02", round: 1)],
                participants: [
                    Participant(person: "ann", role: .hiringManager),
                    Participant(person: "bob", role: .interviewer),
                ])
        }
        #expect(words == "both interviewed for “role”")
    }

    @Test("one message to both, or one named thread; a circular to many says nothing")
    func conversations() throws {
        #expect(try evidence { $0.wrote("ann", "bob", on: "2026-03-02") } == "in one conversation")
        let thread = try evidence {
            $0.wrote("ann", on: "2026-03-02") { $0.thread = "panel" }
            $0.heard(from: "bob", on: "2026-03-03") { $0.thread = "panel" }
        }
        #expect(thread == "in one conversation")
        let apart = try evidence {
            $0.wrote("ann", on: "2026-03-02") { $0.thread = "one" }
            $0.heard(from: "bob", on: "2026-03-03") { $0.thread = "two" }
        }
        #expect(apart == nil)
        for (others, isKnown) in [(18, true), (19, false)] {
            let circular = try evidence { builder in
                let crowd = (0..<others).map { PersonID("p\($0)") }
                for person in crowd { builder.person(person, at: nil) }
                builder.wrote("ann", "bob", on: "2026-03-02") { $0.people += crowd }
            }
            #expect((circular != nil) == isKnown)
        }
    }

    @Test("a small company is acquainted up to eight recorded people; the seeker is none of them")
    func smallCompany() throws {
        for (others, isKnown) in [(6, true), (7, false)] {
            let words = try evidence { builder in
                for person in ["ann", "bob"] as [PersonID] {
                    let index = builder.network.people.firstIndex { $0.id == person }!
                    builder.network.people[index].employments = [Employment(company: "big")]
                }
                builder.company("big")
                builder.network.people[0].employments = [Employment(company: "big")]
                for other in 0..<others { builder.person(PersonID("p\(other)"), at: "big") }
            }
            #expect(words == (isKnown ? "inferred: same employer" : nil))
        }
    }

    /// Ann, Bob and nine more at one company, Ann and Bob in the departments named.
    private func colleagues(
        _ left: String?, _ right: String?, infers: Bool = true, from: CalendarDay? = nil
    ) throws -> String? {
        try evidence(infers: infers) { builder in
            builder.company("big")
            for (person, department) in [("ann", left), ("bob", right)] as [(PersonID, String?)] {
                let index = builder.network.people.firstIndex { $0.id == person }!
                builder.network.people[index].employments = [
                    Employment(company: "big", department: department, from: from)
                ]
            }
            for other in 0..<9 { builder.person(PersonID("p\(other)"), at: "big", in: "Crowd \(other)") }
        }
    }

    @Test("a department is acquainted whatever its size; the policy can switch inference off")
    func departments() throws {
        #expect(try colleagues("Tools", "Tools") == "inferred: same employer")
        #expect(try colleagues("Tools", "Sales") == nil)
        #expect(try colleagues(nil, nil) == nil)
        #expect(try colleagues("Tools", "Tools", infers: false) == nil)
        #expect(try colleagues("Tools", "Tools", from: "2026-03-21") == nil)
    }

    @Test("former colleagues are not colleagues")
    func formerColleagues() throws {
        let words = try evidence { builder in
            for person in 1...2 {
                builder.network.people[person].employments = [
                    Employment(company: "one", department: "Tools", to: "2026-03-19")
                ]
            }
        }
        #expect(words == nil)
    }

    @Test("inferred ties are counted as such only where nothing better is recorded")
    func inferredCount() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            for person in ["ann", "bob", "cem"] as [PersonID] { $0.person(person) }
            $0.network.ties = [Tie(from: "ann", to: "bob")]
        }
        #expect(analysis.nextContacts.caveats.contains("2 acquaintances are guessed from shared employers"))
    }

    @Test("the seeker knows those they exchanged a word with, met, or are connected to")
    func contacts() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            for person in ["word", "met", "tied", "asked", "source", "goal", "used", "none", "applied"]
                as [PersonID]
            {
                $0.person(person)
            }
            $0.heard(from: "word", on: "2026-03-02")
            $0.role(
                "role",
                [
                    StageEvent(stage: .applied, date: "2026-02-02", people: ["applied"]),
                    StageEvent(stage: .interview, date: "2026-03-02", round: 1, people: ["met"]),
                ])
            $0.network.ties = [Tie(from: "tied", to: "you")]
            $0.wrote("asked", on: "2026-03-02")
            $0.network.referrals = [
                Referral(from: "source", to: "goal", given: "2026-03-04"),
                Referral(from: "source", to: "used", given: "2026-03-04", used: "2026-03-05"),
            ]
        }
        let contacts = analysis.network.people.map(\.id).filter(analysis.isContact)
        #expect(contacts == ["word", "met", "tied", "asked", "source", "used"])
        #expect(!analysis.isContact("nobody"))
        #expect(
            analysis.explanation(of: "goal")?.acquaintances.first { $0.person == "source" }?.isContact == true
        )
        #expect(analysis.explanation(of: "source")?.acquaintances.contains { $0.person == "you" } == false)
    }

    @Test("a talk recorded as a stage and as an interaction is one talk")
    func stagesAsTouches() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("dan", zone: "America/Chicago")
            $0.role(
                "role",
                [
                    StageEvent(
                        stage: .interview, date: "2026-03-03T01:00Z", round: 1, people: ["dan"]),
                    StageEvent(stage: .interview, date: "2026-03-10", round: 2, people: ["dan"]),
                ])
            $0.talked(with: "dan", on: "2026-03-02T19:00-06:00", by: .interview, about: "role")
        }
        let contacts = try #require(analysis.explanation(of: "dan")).recentContacts
        #expect(contacts.map(\.date.day) == ["2026-03-10", "2026-03-02"])
        #expect(analysis.lastContact(with: "dan") == contacts.first)
        #expect(contacts.allSatisfy { $0.channel == .interview && $0.direction == .mutual })
    }
}

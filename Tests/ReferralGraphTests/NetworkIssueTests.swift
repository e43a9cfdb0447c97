import ReboundTestSupport
import ReferralGraph
import Testing

@Suite struct NetworkIssueTests {
    private let day = CalendarDay("2026-03-01")!
    private let base = ReferralNetwork(
        seeker: "me",
        people: [
            Person(id: "me", name: "Mia"), Person(id: "dan", name: "Dan"), Person(id: "eve", name: "Eve"),
            Person(id: "fay", name: "Fay"),
        ],
        companies: [Company(id: "acme", name: "Acme")],
        opportunities: [Opportunity(id: "job", title: "Lead", company: "acme")])

    private func found(in network: ReferralNetwork, asOf now: Timestamp? = nil) -> [String] {
        network.issues(asOf: now).map {
            "\($0.identifier.rawValue) \($0.place.table.rawValue)[\($0.place.index)] \($0.place.field ?? "")"
        }
    }

    @Test func everyReferenceIsFollowed() {
        var network = base
        network.seeker = "z"
        network.people[1].employments = [
            Employment(company: "acme"), Employment(company: "x"),
        ]
        network.opportunities = [
            Opportunity(
                id: "job", title: "Lead", company: "x",
                stages: [StageEvent(stage: .applied, date: Timestamp(day), people: ["me", "x"])],
                participants: [Participant(person: "x", role: .recruiter)],
                feedback: [Feedback(date: day, text: "y"), Feedback(date: day, from: "x", text: "y")])
        ]
        network.ties = [Tie(from: "x", to: "y")]
        network.referrals = [Referral(from: "x", to: "y", given: day, opportunity: "x", interaction: "x")]
        network.interactions = [
            Interaction(
                date: Timestamp(day), people: ["dan", "x"], channel: .call, direction: .mutual,
                opportunity: "x")
        ]
        #expect(
            found(in: network)
                == [
                    "network[0] seeker", "people[1] employments[1].company", "opportunities[0] company",
                    "opportunities[0] stages[0].people[1]", "opportunities[0] participants[0].person",
                    "opportunities[0] feedback[1].from", "ties[0] from", "ties[0] to", "referrals[0] from",
                    "referrals[0] to", "referrals[0] opportunity", "referrals[0] interaction",
                    "interactions[0] people[1]", "interactions[0] opportunity",
                ].map { "dangling-reference " + $0 })
    }

    @Test func suggestsTheNearestName() throws {
        var network = base
        network.ties = [Tie(from: "dna", to: "zzzzzz")]
        let hints = network.issues().map(\.hint)
        #expect(hints == ["did you mean \"dan\"?", "add what it names, or correct the id"])
    }

    @Test func identifiersAreUniqueWithinTheirKindOnly() {
        var network = base
        network.people += [Person(id: "dan", name: "Dan II"), Person(id: "acme", name: "Ann Acme")]
        network.companies.append(Company(id: "acme", name: "Acme II"))
        network.opportunities.append(Opportunity(id: "job", title: "Lead II", company: "acme"))
        let talk = Interaction(date: Timestamp(day), people: ["dan"], channel: .call, direction: .mutual)
        network.interactions = [talk, talk, talk, talk]
        network.interactions[2].id = "talk"
        network.interactions[3].id = "talk"
        #expect(
            found(in: network)
                == ["people[4] id", "companies[1] id", "opportunities[1] id", "interactions[3] id"]
                .map { "duplicate-id " + $0 })
    }

    @Test func nobodyIsConnectedWithThemselves() {
        var network = base
        network.ties = [Tie(from: "dan", to: "dan"), Tie(from: "dan", to: "dan", kind: .reportsTo)]
        network.referrals = [Referral(from: "dan", to: "dan", given: day)]
        network.interactions = [
            Interaction(date: Timestamp(day), people: ["dan", "me"], channel: .call, direction: .mutual)
        ]
        #expect(
            found(in: network)
                == ["ties[0] to", "ties[1] to", "referrals[0] to", "interactions[0] people[1]"]
                .map { "self-reference " + $0 })
    }

    @Test func whoSomebodyIsNotIsSomebodyElseInTheNetwork() {
        var network = base
        network.people[1].distinctFrom = ["eve", "dan", "x"]
        #expect(
            found(in: network) == [
                "self-reference people[1] distinctFrom[1]", "dangling-reference people[1] distinctFrom[2]",
            ])
    }

    private func reporting(_ lines: [(PersonID, PersonID)]) -> ReferralNetwork {
        var network = base
        network.ties = lines.map { Tie(from: $0.0, to: $0.1, kind: .reportsTo) }
        return network
    }

    @Test func circlesOfReportingLinesAreFoundOnceEach() {
        #expect(found(in: reporting([("me", "dan"), ("dan", "eve"), ("me", "eve")])) == [])
        #expect(
            found(in: reporting([("me", "dan"), ("dan", "eve"), ("eve", "dan")])) == [
                "reports-to-cycle ties[2] to"
            ])
        // Someone with two bosses; the first closes the circle.
        #expect(
            found(in: reporting([("dan", "eve"), ("eve", "dan"), ("eve", "fay")])) == [
                "reports-to-cycle ties[1] to"
            ])
        #expect(
            found(in: reporting([("me", "dan"), ("dan", "me"), ("eve", "fay"), ("fay", "eve")])) == [
                "reports-to-cycle ties[1] to", "reports-to-cycle ties[3] to",
            ])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func removingTheLinesReportedLeavesNoCircle(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let people = (0..<7).map { Person(id: PersonID("p\($0)"), name: "P") }
        var network = ReferralNetwork(seeker: "p0", people: people)
        for _ in 0..<Int(random.unit() * 14) {
            let (from, to) = (people[Int(random.unit() * 7)].id, people[Int(random.unit() * 7)].id)
            if from != to { network.ties.append(Tie(from: from, to: to, kind: .reportsTo)) }
        }
        // Kahn's algorithm: without a circle there is always someone without a boss left.
        func hasCircle(_ ties: [Tie]) -> Bool {
            var ties = ties
            while !ties.isEmpty {
                let withBoss = Set(ties.map(\.from))
                let rest = ties.filter { withBoss.contains($0.to) }
                if rest.count == ties.count { return true }
                ties = rest
            }
            return false
        }
        let issues = network.issues()
        #expect(issues.isEmpty == !hasCircle(network.ties))
        let reported = Set(issues.map(\.place.index))
        let kept = network.ties.indices.filter { !reported.contains($0) }.map { network.ties[$0] }
        #expect(!hasCircle(kept))
    }

    @Test func aLongChainOfBossesIsNoProblem() {
        let people = (0..<20_000).map { Person(id: PersonID("p\($0)"), name: "P") }
        var network = ReferralNetwork(seeker: "p0", people: people)
        network.ties = zip(people, people.dropFirst()).map { Tie(from: $0.id, to: $1.id, kind: .reportsTo) }
        #expect(network.issues().isEmpty)
        network.ties.append(Tie(from: "p19999", to: "p0", kind: .reportsTo))
        #expect(found(in: network) == ["reports-to-cycle ties[19999] to"])
    }

    @Test func referralsNeedADateAndEmploymentsAnOrder() {
        var network = base
        network.referrals = [Referral(from: "me", to: "dan"), Referral(from: "me", to: "dan", declined: day)]
        network.people[1].employments = [
            Employment(company: "acme", from: day, to: day + -1),
            Employment(company: "acme", from: day, to: day),
        ]
        #expect(
            found(in: network) == [
                "dates-out-of-order people[1] employments[0].to", "undated-referral referrals[0] ",
            ])
    }

    @Test func laterFactsAreWarnedAbout() {
        var network = base
        let later = day + 1
        let signal = Signal(kind: .growth, date: later)
        network.people[0].signals = [signal]
        network.companies[0].signals = [signal]
        network.opportunities[0].stages = [StageEvent(stage: .applied, date: Timestamp(later))]
        network.opportunities[0].feedback = [Feedback(date: later, text: "x")]
        network.ties = [Tie(from: "me", to: "dan", since: later, lastContact: later)]
        network.referrals = [
            Referral(
                from: "me", to: "dan", promised: later, given: later, used: later, met: later, declined: later
            )
        ]
        network.interactions = [
            Interaction(
                date: Timestamp(day, secondOfDay: 60), people: ["dan"], channel: .call, direction: .mutual,
                promise: Promise(by: .them, kind: .other, what: "x", due: Timestamp(later), kept: later))
        ]
        #expect(found(in: network) == [])
        #expect(found(in: network, asOf: Timestamp(later)) == [])
        #expect(
            found(in: network, asOf: Timestamp(day))
                == [
                    "people[0] signals[0].date", "companies[0] signals[0].date",
                    "opportunities[0] stages[0].date",
                    "opportunities[0] feedback[0].date", "ties[0] since", "ties[0] lastContact",
                    "referrals[0] promised", "referrals[0] given", "referrals[0] used", "referrals[0] met",
                    "referrals[0] declined", "interactions[0] promise.kept",
                ].map { "later-than-as-of " + $0 })
        #expect(
            found(in: network, asOf: Timestamp(day, secondOfDay: 59)).contains(
                "later-than-as-of interactions[0] date"))
        #expect(network.issues(asOf: Timestamp(day)).allSatisfy { !$0.isError })
    }
}

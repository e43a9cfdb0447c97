import DateLiterals
import NetworkEditing
import ReferralGraph
import Testing

@Suite("Two companies become one")
struct CompanyMergeTests {
    private let network = ReferralNetwork(
        seeker: "me",
        people: [
            Person(id: "me", name: "Me"),
            Person(
                id: "ann", name: "Ann Hale",
                employments: [
                    Employment(company: "old", title: "Planner", to: CalendarDay("2026-04-09")),
                    Employment(
                        company: "new", title: "planner", from: CalendarDay("2026-04-10"),
                        confirmed: CalendarDay("2026-04-10")),
                ]),
            Person(
                id: "ben", name: "Ben Ohl",
                employments: [
                    Employment(company: "old", title: "Planner", to: CalendarDay("2026-04-09")),
                    Employment(company: "new", title: "Lead", from: CalendarDay("2026-04-10")),
                ]),
        ],
        companies: [
            Company(id: "old", name: "Facebook", aliases: ["TheFacebook"], priority: .b),
            Company(id: "new", name: "Meta Platforms"), Company(id: "other", name: "Acme"),
        ],
        opportunities: [
            Opportunity(
                id: "role", title: "Lead", company: "old",
                stages: [StageEvent(stage: .applied, date: Timestamp("2026-03-01"))])
        ])

    @Test("Everything goes to the kept one, its names are aliases, and a rename is no new job")
    func merging() throws {
        var merged = network
        try mergeCompanies("new", "old", in: &merged)
        #expect(merged.companies.map(\.id) == ["new", "other"])
        #expect(merged.companies[0].aliases == ["Facebook", "TheFacebook"])
        #expect(merged.companies[0].priority == .b)
        #expect(merged.opportunities[0].company == "new")
        #expect(
            merged.people[1].employments
                == [Employment(company: "new", title: "Planner", confirmed: CalendarDay("2026-04-10"))])
        // Another title is a step up, and stays one.
        #expect(merged.people[2].employments.map(\.title) == ["Planner", "Lead"])
        #expect(merged.issues(asOf: nil).allSatisfy { !$0.isError })
        #expect(CompanyQuery("facebook").match(in: merged) == .one("new"))
    }

    @Test("An unknown company, and the same one twice, change nothing")
    func refusals() {
        var same = network
        #expect(throws: MergeError.sameCompany("new")) { try mergeCompanies("new", "new", in: &same) }
        #expect(throws: MergeError.companyUnknown("x")) { try mergeCompanies("new", "x", in: &same) }
        #expect(same == network)
    }
}

@Suite("A person is taken apart again")
struct PersonSplitTests {
    private func network(_ people: [Person]) -> ReferralNetwork {
        ReferralNetwork(
            seeker: "me", people: [Person(id: "me", name: "Me")] + people,
            companies: [Company(id: "a", name: "Acme"), Company(id: "b", name: "Brightwell")],
            ties: people.map { Tie(from: "me", to: $0.id) })
    }

    @Test("A merge is taken apart: what came with the other goes with them, what was recorded since stays")
    func merge() throws {
        let ann = Person(
            id: "ann", name: "Ann Hale", emails: ["ann@acme.example"], employments: [Employment(company: "a")]
        )
        let other = Person(
            id: "anna", name: "Anna Hale", emails: ["anna@b.example"],
            employments: [Employment(company: "b")],
            isStar: true)
        var before = network([ann, other])
        before.interactions = [
            Interaction(
                id: "mail-1", date: Timestamp("2026-03-01"), people: ["anna"], channel: .email,
                direction: .incoming),
            Interaction(date: Timestamp("2026-03-02"), people: ["ann"], channel: .call, direction: .mutual),
        ]
        var after = before
        try mergePeople("ann", "anna", in: &after)
        var now = after
        now.interactions.append(
            Interaction(date: Timestamp("2026-04-02"), people: ["ann"], channel: .call, direction: .mutual))
        let split = try #require(PersonSplit(of: "ann", before: before, after: after))
        #expect(try split.apply(to: &now) == "anna")
        #expect(now.people.first { $0.id == "ann" }?.emails == ["ann@acme.example"])
        #expect(now.people.first { $0.id == "ann" }?.otherNames == [])
        #expect(now.people.first { $0.id == "ann" }?.isStar == false)
        #expect(now.people.first { $0.id == "ann" }?.distinctFrom == ["anna"])
        #expect(now.people.first { $0.id == "anna" }?.emails == ["anna@b.example"])
        #expect(now.interactions.map(\.people) == [["anna"], ["ann"], ["ann"]])
        #expect(Set(now.ties.map(\.to)) == ["ann", "anna"])
        #expect(now.issues(asOf: nil).allSatisfy { !$0.isError })
    }

    @Test("What an import added to the wrong person becomes a person")
    func importedAddition() throws {
        let ann = Person(id: "ann", name: "Ann Hale", emails: ["ann@acme.example"])
        let before = network([ann])
        var after = before
        after.people[1].otherNames = ["Anna Ortiz"]
        after.people[1].emails.append("anna@b.example")
        after.interactions = [
            Interaction(
                id: "m", date: Timestamp("2026-03-01"), people: ["ann"], channel: .email,
                direction: .incoming)
        ]
        let split = try #require(PersonSplit(of: "ann", before: before, after: after))
        var now = after
        let id = try split.apply(to: &now)
        #expect(id == "anna-ortiz")
        #expect(now.people[1].emails == ["ann@acme.example"])
        #expect(now.people.first { $0.id == id }?.emails == ["anna@b.example"])
        #expect(now.interactions[0].people == [id])
        #expect(now.ties.contains { $0.to == id })
        #expect(PersonSplit(of: "ann", before: before, after: before) == nil)
    }
}

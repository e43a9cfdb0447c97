import DateLiterals
import NetworkEditing
import ReferralGraph
import Testing

@Suite("What a user types for a company or an opportunity")
struct OtherQueryTests {
    private static func role(
        _ id: OpportunityID, _ title: String, at company: CompanyID, by manager: PersonID, _ stage: Stage,
        department: String? = nil
    ) -> Opportunity {
        Opportunity(
            id: id, title: title, company: company, department: department,
            stages: [StageEvent(stage: stage, date: "2026-03-04")],
            participants: [Participant(person: manager, role: .hiringManager)])
    }

    private static let network = ReferralNetwork(
        seeker: "me",
        people: [
            Person(id: "me", name: "Mia Brand"), Person(id: "dan", name: "Dan Whitfield"),
            Person(id: "ruth", name: "Ruth Adeyemi"),
        ],
        companies: [
            Company(id: "acme", name: "Acme Robotics"), Company(id: "acme-foods", name: "Acme Foods"),
            Company(id: "campbell", name: "Campbell & Söhne"), Company(id: "Foods", name: "Big Foods"),
        ],
        opportunities: [
            role("lead-1", "Account lead", at: "acme", by: "dan", .rejected),
            role("lead-2", "Account lead", at: "acme", by: "ruth", .interview),
            role("baker", "Master baker", at: "acme-foods", by: "ruth", .applied, department: "Bread"),
            role("baker-2", "Baker", at: "acme-foods", by: "dan", .applied),
        ])

    @Test(
        "Exactly one company fits",
        arguments: [
            ("acme", "acme"), ("acme robotics gmbh", "acme"), ("ACME FOODS", "acme-foods"),
            ("campbell", "campbell"),
            ("sohne", "campbell"), ("campbell and sohne", "campbell"), ("Foods", "Foods"),
        ] as [(String, CompanyID)])
    func oneCompany(text: String, id: CompanyID) {
        #expect(CompanyQuery(text).match(in: Self.network) == .one(id))
    }

    @Test("Several companies fit, or none")
    func otherCompanies() {
        let network = ReferralNetwork(
            seeker: "me", people: [],
            companies: [
                Company(id: "a", name: "Acme Foods"), Company(id: "b", name: "Big Foods Ltd"),
                Company(id: "c", name: "Seafood House"),
            ])
        guard case .several(let found) = CompanyQuery("foods").match(in: network) else {
            Issue.record("foods should fit two")
            return
        }
        #expect(found.map(\.id) == ["a", "b"])
        #expect(CompanyQuery("food").match(in: network) == .none(suggestion: "Foods"))
        #expect(CompanyQuery("bell").match(in: Self.network) == .none(suggestion: nil))
        #expect(CompanyQuery("Cambell").match(in: Self.network) == .none(suggestion: "campbell"))
        #expect(CompanyQuery("").match(in: Self.network) == .none(suggestion: nil))
    }

    @Test(
        "An opportunity is found by id, title, company, department and manager; an open one is preferred",
        arguments: [
            ("lead-1", "lead-1"), ("account lead", "lead-2"), ("account dan", "lead-1"),
            ("lead ruth", "lead-2"),
            ("acme robotics", "lead-2"), ("bread", "baker"), ("master", "baker"), ("baker", "baker"),
            ("baker foods dan", "baker-2"), ("whitfield foods", "baker-2"),
        ] as [(String, OpportunityID)])
    func oneOpportunity(text: String, id: OpportunityID) {
        #expect(OpportunityQuery(text).match(in: Self.network) == .one(id))
    }

    @Test("Two open opportunities stay two")
    func severalOpportunities() {
        guard case .several(let found) = OpportunityQuery("foods").match(in: Self.network) else {
            Issue.record("foods should fit two")
            return
        }
        #expect(found.map(\.id) == ["baker", "baker-2"])
        #expect(
            OpportunityQuery("Acount lead").match(in: Self.network) == .none(suggestion: "Account lead"))
    }
}

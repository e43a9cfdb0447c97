import DateLiterals
import NetworkEditing
import ReferralGraph

/// A small network to edit, around a seeker called `me`, on Thursday 5 March 2026.
func sampleEditor(now: Timestamp = "2026-03-05T10:00Z") -> NetworkEditor {
    let network = ReferralNetwork(
        seeker: "me",
        people: [
            Person(id: "me", name: "Mia Brand"),
            Person(
                id: "dan", name: "Dan Whitfield",
                employments: [Employment(company: "acme", title: "Manager", from: "2020-01-01")]),
            Person(id: "dan-2", name: "Dan Okafor"), Person(id: "maria-lopez", name: "Maria Lopez"),
        ],
        companies: [
            Company(id: "acme", name: "Acme Robotics"), Company(id: "campbell", name: "Campbell & Sons"),
        ],
        opportunities: [
            Opportunity(
                id: "lead", title: "Account lead", company: "acme", department: "Sales",
                stages: [StageEvent(stage: .applied, date: "2026-02-12")])
        ])
    return NetworkEditor(network, now: now)
}

extension ReferralNetwork {
    subscript(_ id: PersonID) -> Person { people.first { $0.id == id }! }
    subscript(company id: CompanyID) -> Company { companies.first { $0.id == id }! }
    subscript(role id: OpportunityID) -> Opportunity { opportunities.first { $0.id == id }! }
}

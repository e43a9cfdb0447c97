import DateLiterals
import Foundations
import NetworkEditing
import ReferralGraph
import SourceReaders
import Testing

@Suite("Who a record means")
struct IdentityResolverTests {
    private static let network = ReferralNetwork(
        seeker: "me",
        people: [
            Person(id: "me", name: "Mia Brand"),
            Person(
                id: "ann", name: "Ann Hale", emails: ["ann@example.com", "hales@example.com"],
                phones: ["+1 617 555-0115"], profileURL: "https://www.linkedin.com/in/ann-hale",
                employments: [
                    Employment(company: "acme", to: CalendarDay("2024-01-01")),
                    Employment(company: "quillon"),
                ]),
            Person(
                id: "ann-2", name: "Ann Hale", profileURL: "https://www.linkedin.com/in/ann-2",
                employments: [Employment(company: "brightwell")]),
            Person(
                id: "bob", name: "Robert Ortiz", otherNames: ["Bob Ortiz"], emails: ["bob@example.com"],
                otherProfileURLs: ["https://acme.example/team"], employments: [Employment(company: "acme")]),
            Person(id: "carla", name: "Carla Umeh"),
            Person(id: "office", name: "Dimitri Sims", emails: ["jobs@acme.example"]),
        ],
        companies: [
            Company(id: "acme", name: "Acme Inc."), Company(id: "quillon", name: "Quillon"),
            Company(id: "brightwell", name: "Brightwell & Sons"),
        ])

    private func match(_ record: ContactRecord) -> IdentityResolver.Match {
        IdentityResolver(Self.network).match(record)
    }

    @Test("A page decides before an address, an address before a number, a number before a name")
    func ranks() {
        let conflicting = contact("Ann Hale", "ann-2", email: "ann@example.com", phone: "+16175550115")
        #expect(match(conflicting) == .person("ann-2", by: .profileURL))
        let mail = contact("Ann Hale", email: "ANN@example.com", phone: "+1 617 555 0115")
        #expect(match(mail) == .person("ann", by: .email))
        let phone = contact("A. Hale", phone: "001 617 555 0115", company: "Brightwell")
        #expect(match(phone) == .person("ann", by: .phone))
    }

    @Test("A personal page decides whatever the name")
    func renamed() {
        #expect(match(contact("Ann Ortiz-Sims", "ANN-hale/")) == .person("ann", by: .profileURL))
    }

    @Test("A page of a team decides only where the names agree")
    func teamPage() {
        var record = contact("Bob Ortiz")
        record.profileURLs = ["acme.example/team"]
        #expect(match(record) == .person("bob", by: .profileURL))
        record.name = "Greta Lindgren"
        #expect(match(record) == .nobody)
    }

    @Test("Namesakes with pages of their own stay apart")
    func namesakes() {
        #expect(match(contact("Ann Hale", "ann-3", company: "Quillon")) == .nobody)
        #expect(match(contact("Ann Hale", "ann-3", email: "ann@example.com")) == .nobody)
    }

    @Test("A shared mailbox does not make two people one")
    func couple() {
        #expect(match(contact("Bill Hale", email: "hales@example.com")) == .nobody)
        #expect(match(contact("Annie Hale", email: "hales@example.com")) == .person("ann", by: .email))
        #expect(match(contact("hales", email: "hales@example.com")) == .person("ann", by: .email))
        #expect(match(contact("王小芳", email: "ann@example.com")) == .person("ann", by: .email))
    }

    @Test("An office's address counts only with the name")
    func office() {
        #expect(match(contact("Dimitri Sims", email: "jobs@acme.example")) == .person("office", by: .email))
        #expect(match(contact("Acme Recruiting", email: "jobs@acme.example")) == .nobody)
        #expect(match(contact("", email: "jobs@acme.example")) == .nobody)
    }

    @Test("A number without its country code counts when one person has it")
    func nationalNumber() {
        #expect(match(contact("Ann Hale", phone: "617-555-0115")) == .person("ann", by: .phone))
        #expect(match(contact("Ann Hale", phone: "555-0115", company: "Umeh")) == .nobody)
        var network = Self.network
        network.people[4].phones = ["+44 617 555-0115"]
        #expect(IdentityResolver(network).match(contact("Ann Hale", phone: "617-555-0115")) == .nobody)
        #expect(
            IdentityResolver(network).match(contact("Carla Umeh", phone: "+44 617 5550115"))
                == .person("carla", by: .phone))
    }

    @Test("A name counts with a present or past employer")
    func colleague() {
        #expect(match(contact("Ann Hale", company: "ACME")) == .person("ann", by: .nameAndCompany))
        #expect(
            match(contact("Hale, Ann", company: "brightwell and sons ltd"))
                == .person("ann-2", by: .nameAndCompany))
        #expect(match(contact("Bob Ortiz", company: "Acme")) == .person("bob", by: .nameAndCompany))
        #expect(match(contact("Ann Hale", company: "Umeh")) == .nobody)
        #expect(match(contact("Ann", company: "Acme")) == .nobody)
    }

    @Test("A bare name counts when one person has it, and never a part of it")
    func bareName() {
        #expect(match(contact("CARLA UMEH")) == .person("carla", by: .name))
        #expect(match(contact("Bob Ortiz")) == .person("bob", by: .name))
        #expect(match(contact("Ann Hale")) == .several(["ann", "ann-2"]))
        #expect(match(contact("Carla")) == .nobody)
        #expect(match(contact("Carla Umeh Ortiz")) == .nobody)
        #expect(match(contact("Carla Umeh", email: "carla@example.com")) == .nobody)
    }

    @Test("A record that shows nothing means no one")
    func nothing() {
        #expect(match(contact("")) == .nobody)
        #expect(match(contact("\u{200B}", company: "Acme")) == .nobody)
    }
}

@Suite("Pairs that may be one person")
struct DoubtfulPairTests {
    private func pairs(_ people: [Person], _ companies: [Company] = []) -> [DoubtfulPair] {
        IdentityResolver.doubtfulPairs(
            in: ReferralNetwork(
                seeker: "me", people: [Person(id: "me", name: "Mia Brand")] + people, companies: companies))
    }

    private let acme = [Company(id: "acme", name: "Acme")]
    private let atAcme = [Employment(company: "acme")]

    @Test("Shared keys are found, the strongest pair first")
    func reasons() {
        let found = pairs(
            [
                Person(id: "a", name: "Ann Hale", employments: atAcme),
                Person(id: "b", name: "Ann Hale", employments: atAcme),
                Person(id: "c", name: "Bob Ortiz", emails: ["bob@example.com"], phones: ["+1 212 555 0147"]),
                Person(id: "d", name: "Bobby Ortiz", emails: ["BOB@example.com"], phones: ["212-555-0147"]),
                Person(id: "e", name: "Daniel Sims", employments: atAcme),
                Person(id: "f", name: "Dan Sims", employments: atAcme),
                Person(id: "g", name: "Ann Hale"),
            ], acme)
        #expect(
            found.map { "\($0.first)\($0.second) \($0.reasons.map(\.rawValue).joined(separator: " "))" } == [
                "cd same-email same-phone", "ab same-name-and-company", "ef similar-name-and-company",
                "ag same-name", "bg same-name",
            ])
        #expect(found.map(\.confidence) == found.map(\.confidence).sorted(by: >))
        #expect(found.allSatisfy { $0.confidence > 0 && $0.confidence < 1 })
        #expect(found.last?.reasons == [.sameName])
    }

    @Test("Namesakes with pages of their own, colleagues of one office and people kept apart are not listed")
    func notListed() {
        let found = pairs(
            [
                Person(
                    id: "a", name: "Ann Hale", profileURL: "https://www.linkedin.com/in/a",
                    employments: atAcme),
                Person(
                    id: "b", name: "Ann Hale", profileURL: "https://www.linkedin.com/in/b",
                    employments: atAcme),
                Person(id: "c", name: "Bob Ortiz", emails: ["info@acme.example"]),
                Person(id: "d", name: "Carla Umeh", emails: ["info@acme.example"]),
                Person(id: "e", name: "Greta Sims", distinctFrom: ["f"]),
                Person(id: "f", name: "Greta Sims"),
            ], acme)
        #expect(found == [])
    }

    @Test("An address without a name is listed with whoever it seems to be named after")
    func namedAfter() {
        let found = pairs([
            Person(id: "a", name: "Ann Hale"),
            Person(id: "b", name: "ann.hale2@example.com", emails: ["ann.hale2@example.com"]),
            Person(id: "c", name: "ahale@example.com", emails: ["ahale@example.com"]),
        ])
        #expect(found.map { [$0.first, $0.second] } == [["a", "b"]])
    }

    @Test("A name that very many share says nothing; the work does not grow with its square")
    func largeBlocks() {
        let many = (0..<3000).map {
            Person(id: PersonID("p\($0)"), name: $0 < 1500 ? "Ann Hale" : "P\($0) Hale")
        }
        #expect(pairs(many) == [])
    }
}

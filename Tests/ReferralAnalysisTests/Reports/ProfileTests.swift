import AnalysisTestSupport
import DateLiterals
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("The profiles of a person and of a company")
struct ProfileTests {
    private func analysis() throws -> NetworkAnalysis {
        try analyse(asOf: "2026-03-10") {
            $0.person("dan", "Manager", in: "Tools", star: true) {
                $0.phones = ["555-0101"]
                $0.directReports = 6
                $0.employments.append(
                    Employment(company: "old", title: "Clerk", from: "2019-01-01", to: "2020-12-31"))
                $0.signals = [
                    Signal(kind: .reportLeaving, date: "2026-02-01"),
                    Signal(kind: .reportPromoted, date: "2026-03-01"),
                ]
            }
            $0.company("old")
            $0.person("ruth", "Director", in: "Insights")
            $0.person("kim", "Engineer", in: "Tools")
            $0.refused(by: "dan", "2026-03-06", others: [Participant(person: "ruth", role: .interviewer)])
            $0.network.opportunities[0].feedback = [
                Feedback(date: "2026-03-06", from: "dan", text: "Too junior")
            ]
            $0.wrote("dan", on: "2026-03-09", .thankYou, about: "role") {
                $0.subject = "Thank you"
                $0.note = "Short"
                $0.promise = Promise(by: .seeker, kind: .other, what: "slides", due: "2026-03-12")
            }
            $0.network.referrals = [
                Referral(from: "dan", to: "ruth", given: "2026-03-09", note: "Ask her"),
                Referral(from: "ruth", to: "kim", promised: "2026-03-09"),
            ]
        }
    }

    @Test("a person's profile holds everything recorded, and what the analysis says")
    func person() throws {
        let analysis = try analysis()
        let dan = try #require(analysis.profile(of: "dan" as PersonID))
        #expect(dan.explanation == analysis.explanation(of: "dan"))
        #expect(dan.emails == ["dan@example.com"] && dan.phones == ["555-0101"])
        #expect(dan.isStar && !dan.doNotContact && dan.directReports == 6 && dan.observations == ["Met"])
        #expect(dan.employments.map(\.name) == ["acme", "old"])
        #expect(dan.employments.map(\.isCurrent) == [true, false])
        #expect(dan.opportunities.map(\.title) == ["role"] && dan.opportunities[0].roles == [.hiringManager])
        #expect(dan.opportunities[0].stage == .rejected && dan.opportunities[0].since == "2026-03-06")
        #expect(dan.opportunities[0].feedback == ["Too junior"])
        #expect(dan.referralsGiven.map(\.person) == ["ruth"] && dan.referralsReceived == [])
        #expect(dan.referralsGiven[0].given == "2026-03-09" && dan.referralsGiven[0].note == "Ask her")
        #expect(dan.signals.map(\.kind) == [.reportPromoted, .reportLeaving])
        #expect(dan.contacts.map(\.contact.subject) == ["Thank you", nil])
        #expect(dan.contacts.map(\.note) == ["Short", nil])
        #expect(dan.contacts[0].purposes == [.thankYou] && dan.contacts[0].opportunity == "role")
        let promise = try #require(dan.contacts[0].promise)
        #expect(promise.by == .seeker && promise.what == "slides")
        #expect(promise.due == "2026-03-12" && promise.kept == nil)
        #expect(dan.due.map(\.rule).contains(.call))
        #expect(dan.due == analysis.steps.filter { $0.person == "dan" && $0.earliest <= "2026-03-10" })
        let ruth = try #require(analysis.profile(of: "ruth" as PersonID))
        #expect(ruth.referralsGiven.map(\.person) == ["kim"])
        #expect(ruth.referralsReceived.map(\.name) == ["Dan Doe"])
        #expect(analysis.profile(of: "nobody" as PersonID) == nil)
    }

    @Test("a company's profile says who is reached, who knows the others, and what is missing")
    func company() throws {
        let acme = try #require(try analysis().profile(of: "acme" as CompanyID))
        #expect(acme.people.map(\.person) == ["dan", "ruth", "kim"])
        #expect(acme.people[0].isContact && acme.people[0].isStar && acme.people[0].knownBy == [])
        #expect(acme.people[0].lastContact == "2026-03-09")
        let kim = try #require(acme.people.first { $0.person == "kim" })
        #expect(!kim.isContact && kim.knownBy.contains("dan") && kim.department == "Tools")
        #expect(acme.opportunities.map(\.opportunity) == ["role"])
        #expect(acme.gaps == ["no priority set", "not known whether it pays referrers"])
        let old = try #require(try analysis().profile(of: "old" as CompanyID))
        #expect(old.people == [] && old.formerPeople.map(\.title) == ["Clerk"])
        #expect(old.gaps == ["no one there is in your network", "no priority set"])
        #expect(try analysis().profile(of: "none" as CompanyID) == nil)
    }

    @Test("an opening in a department without a contact is a gap while it is news")
    func openings() throws {
        func gaps(_ department: String, _ date: CalendarDay) throws -> [String] {
            try analyse(asOf: "2026-03-10") {
                $0.person("dan", in: "Tools")
                $0.talked(with: "dan", on: "2026-03-01")
                $0.company("acme") {
                    $0.priority = .a
                    $0.hasReferralProgramme = false
                    $0.signals = [
                        Signal(kind: .openingPosted, date: date, department: department, title: "Lead")
                    ]
                }
            }.profile(of: "acme" as CompanyID)?.gaps ?? []
        }
        #expect(
            try gaps("Sales", "2026-03-02") == [
                "no star there", "no one you are in touch with works in Sales, where “Lead” is open",
            ])
        #expect(try gaps("Tools", "2026-03-02") == ["no star there"])
        #expect(try gaps("Sales", "2025-03-02") == ["no star there"])
    }

    @Test("someone who is there and not reached is a gap, with or without an introducer")
    func unreached() throws {
        func gap(_ build: (inout NetworkBuilder) -> Void) throws -> String? {
            try analyse(asOf: "2026-03-10") {
                $0.person("dan")
                build(&$0)
            }.profile(of: "acme" as CompanyID)?.gaps.first
        }
        #expect(try gap { _ in } == "you are in touch with no one there, and no one you know is")
        #expect(
            try gap {
                $0.person("ann", at: "other")
                $0.talked(with: "ann", on: "2026-03-01")
                $0.network.ties = [Tie(from: "ann", to: "dan")]
            } == "you are in touch with no one there; someone you know can introduce you")
    }

    @Test(
        "every person and company of every sample has a profile that agrees with the reports",
        arguments: try Story.names())
    func samples(_ name: String) throws {
        let analysis = try NetworkAnalysis(of: Story.network(name), asOf: "2026-04-10")
        for person in analysis.network.people {
            let profile = try #require(analysis.profile(of: person.id))
            let contacts = profile.contacts.map(\.contact)
            #expect(Array(contacts.prefix(10)) == profile.explanation.recentContacts)
            #expect(contacts.map(\.date.day) == contacts.map(\.date.day).sorted(by: >))
            #expect(profile.employments.count == person.employments.count)
            #expect(profile.due.allSatisfy(analysis.steps.contains))
        }
        for company in analysis.network.companies {
            let profile = try #require(analysis.profile(of: company.id))
            #expect(profile.people.allSatisfy { $0.isContact == analysis.isContact($0.person) })
            #expect(profile.people.map(\.isContact) == profile.people.map(\.isContact).sorted { $0 && !$1 })
            #expect(Set(profile.people.map(\.person)).isDisjoint(with: profile.formerPeople.map(\.person)))
        }
    }
}

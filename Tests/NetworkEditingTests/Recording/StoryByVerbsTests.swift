import DateLiterals
import Foundation
import NetworkEditing
import NetworkFiles
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// S1's chain of three referrals, told with nothing but verbs, as it happened.
@Suite("The story of three referrals, by verbs")
struct StoryByVerbsTests {
    private var editor = NetworkEditor(
        ReferralNetwork(
            seeker: "you", people: [Person(id: "you", name: "You", timeZone: "America/Chicago")],
            holidays: ["2026-02-16", "2026-05-25"]), now: "2026-02-12")

    /// The names of `Samples/three-referrals.json` by which both networks are compared.
    private static func sample() throws -> ReferralNetwork {
        let folder = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let path = folder.appending(path: "Samples/three-referrals.json").path
        return try #require(NetworkReader.read(path: path, asOf: nil).network)
    }

    private mutating func log(
        _ moment: Timestamp, _ person: String, _ channel: Interaction.Channel,
        _ direction: Interaction.Direction? = nil, _ purposes: Interaction.Purpose...,
        topic: ContactEntry.Topic = .latest, expectsReply: Bool? = nil
    ) throws {
        editor.now = moment
        try editor.log(
            ContactEntry(
                with: [person], by: channel, direction: direction, purposes: purposes, topic: topic,
                expectsReply: expectsReply))
    }

    private mutating func add(
        _ name: String, _ title: String, _ company: String, _ zone: String, star: Bool = true
    ) throws {
        var details = PersonDetails()
        details.company = company
        details.title = title
        details.department = title.split(separator: ", ").last.map(String.init)
        details.emails = ["\(name.lowercased().filter { $0 != " " })@example.com"]
        details.phones = ["555-0100"]
        details.timeZone = zone
        details.isStar = star
        details.observations = ["Met"]
        if editor.network.people.contains(where: { $0.name == name }) {
            try editor.describe(name, details)
        } else {
            try editor.addPerson(name, details)
        }
    }

    private mutating func tell() throws {
        try editor.addCompany("Fortune 500 firm", CompanyDetails(priority: .a))
        try editor.addCompany("Harbor Savings Bank", CompanyDetails(priority: .b))
        try editor.addCompany("Northgate Health", CompanyDetails(priority: .b))
        let chicago = "America/Chicago"
        try editor.addOpportunity("Account lead", at: "fortune", OpportunityDetails(department: "Brand"))
        try add("Dan Whitfield", "Hiring manager, Brand", "fortune", chicago)
        try editor.describeOpportunity("account", OpportunityDetails(participants: [.hiringManager: ["dan"]]))
        try log("2026-02-26T10:00-06:00", "dan", .interview, topic: .opportunity("account"))
        try log("2026-02-26T17:10-06:00", "dan", .email, nil, .thankYou)
        editor.now = "2026-03-03"
        try editor.addOpportunity(
            "Customer analytics partner", at: "harbor", OpportunityDetails(department: "Analytics"))
        try log("2026-03-04T14:20-06:00", "dan", .email, .incoming, .decline)
        try editor.reject("account")
        try log("2026-03-04T16:30-06:00", "dan", .email, nil, .thankYou)
        try log("2026-03-05T08:30-06:00", "dan", .call, nil, .feedback, .referralRequest)
        try editor.feedback(on: "account", from: "dan", "Strong on relationships")
        try editor.refer(
            ReferralEntry(from: "dan", to: "Ruth Adeyemi", company: "fortune", title: "Director, Insights"))
        try log("2026-03-05T12:15-06:00", "dan", .message, nil, .invitation, expectsReply: false)
        try add("Ruth Adeyemi", "Director, Insights", "fortune", chicago)
        try editor.reports("ruth", count: 6)
        try log("2026-03-06T09:05-06:00", "ruth", .email, nil, .outreach)
        try log("2026-03-09T08:40-05:00", "ruth", .call, nil, .referralInterview)
        try log("2026-03-09T16:00-05:00", "dan", .email, nil, .thankYou, .update)
        try editor.addOpportunity(
            "Client partner", at: "fortune", OpportunityDetails(department: "Insights"), stage: nil)
        try editor.describeOpportunity("client", OpportunityDetails(participants: [.hiringManager: ["ruth"]]))
        try log("2026-03-13T11:00-05:00", "ruth", .interview, topic: .opportunity("client"))
        try log("2026-03-13T17:20-05:00", "ruth", .email, nil, .thankYou)
        try log("2026-03-19T13:30-04:00", "Priya Nair", "Hiring manager, Analytics", "harbor")
        try log("2026-03-20T15:45-05:00", "ruth", .call, .incoming, .decline)
        try editor.reject("client", by: "ruth")
        try log("2026-03-23T08:30-05:00", "ruth", .call, .outgoing, .feedback, .referralRequest)
        try log("2026-03-23T09:00-05:00", "ruth", .email, nil, .thankYou)
        try log("2026-03-24T08:35-05:00", "ruth", .call, nil, .feedback, .referralRequest)
        try editor.feedback(on: "client", from: "ruth", "No survey methods yet")
        try editor.refer(
            ReferralEntry(
                from: "ruth", to: "Marcus Lindqvist", company: "fortune", title: "VP, Customer Strategy"))
        try log("2026-03-24T12:00-05:00", "ruth", .message, nil, .invitation, expectsReply: false)
        try add("Marcus Lindqvist", "VP, Customer Strategy", "fortune", chicago)
        try editor.reports("marcus", count: 8)
        try log("2026-03-25T09:10-05:00", "marcus", .email, nil, .outreach)
        try log("2026-03-27T10:00-05:00", "marcus", .meeting, nil, .referralInterview)
        try log("2026-03-30T08:20-05:00", "ruth", .email, nil, .thankYou, .update)
        editor.now = "2026-03-30T09:30-05:00"
        try add("Julie Brandt", "Head of Operations", "northgate", "America/Denver", star: false)
        try log("2026-03-30T09:30-05:00", "julie", .email, nil, .outreach, topic: .new)
        try editor.addOpportunity(
            "Customer strategy manager", at: "fortune",
            OpportunityDetails(department: "Customer Strategy", participants: [.hiringManager: ["marcus"]]),
            stage: nil)
        try log("2026-03-31T14:00-05:00", "marcus", .interview, topic: .opportunity("strategy"))
        try log("2026-03-31T18:00-05:00", "marcus", .email, nil, .thankYou)
        try log("2026-04-03T09:15-05:00", "julie", .email, nil, .followUp)
        try editor.tie("ruth", "dan", strength: 0.8, how: "Sit on the same launch committee")
        try editor.tie("marcus", "ruth", strength: 0.9, how: "Ruth’s panel feeds his plans")
        try log("2026-04-07T16:00-05:00", "marcus", .call, .incoming)
        try editor.advance("strategy", to: .offer, with: ["marcus"])
        try log("2026-04-09T09:15-05:00", "marcus", .call)
        try editor.advance("strategy", to: .accepted, with: ["marcus"])
    }

    /// An interview with a manager who is new, and the thanks on the same day.
    private mutating func log(_ moment: Timestamp, _ name: String, _ title: String, _ company: String) throws
    {
        editor.now = moment
        try add(name, title, company, "America/New_York")
        try editor.reports(name, count: 5)
        try editor.describeOpportunity(
            "analytics", OpportunityDetails(participants: [.hiringManager: [name]]))
        try log(moment, name, .interview, topic: .opportunity("analytics"))
        try log("2026-03-19T17:05-04:00", name, .email, nil, .thankYou)
    }

    /// A row of advice that does not depend on identifiers.
    private struct Advice: Equatable {
        var name: String
        var rules: [Rule]
        var day: CalendarDay
        var what: String
        var value: Double
    }

    private func advice(_ analysis: NetworkAnalysis) -> [Advice] {
        analysis.nextContacts.contacts.map {
            Advice(
                name: $0.name, rules: $0.rules, day: $0.day, what: $0.action.what,
                value: ($0.worth.value * 1e6).rounded())
        }
    }

    @Test(
        "at every station both networks give the same advice",
        arguments: [
            "2026-03-04T15:00-06:00", "2026-03-05", "2026-03-06", "2026-03-10", "2026-03-20T18:00-05:00",
            "2026-03-24", "2026-03-25", "2026-03-31", "2026-04-09",
        ] as [Timestamp])
    mutating func sameAdvice(asOf moment: Timestamp) throws {
        try tell()
        #expect(editor.network.issues(asOf: "2026-04-09") == [])
        let told = try NetworkAnalysis(of: editor.network, asOf: moment)
        let sample = try NetworkAnalysis(of: Self.sample(), asOf: moment)
        #expect(advice(told) == advice(sample))
        let names = { (analysis: NetworkAnalysis, id: PersonID) in
            analysis.network.people.first { $0.id == id }?.name ?? ""
        }
        #expect(
            told.steps.map { "\(names(told, $0.person)) \($0.rule) \($0.due)" }.sorted()
                == sample.steps.map { "\(names(sample, $0.person)) \($0.rule) \($0.due)" }.sorted())
        #expect(
            told.nextContacts.withheld.map { "\(names(told, $0.person)): \($0.reason)" }.sorted()
                == sample.nextContacts.withheld.map { "\(names(sample, $0.person)): \($0.reason)" }.sorted())
    }

    @Test("the chain of referrals has its dates, its talks and its first no")
    mutating func lineage() throws {
        try tell()
        let sample = try Self.sample()
        let (told, known) = (editor.network.referrals, sample.referrals)
        #expect(told.map(\.given) == known.map(\.given))
        #expect(told.map(\.used) == known.map(\.used) && told.map(\.met) == known.map(\.met))
        #expect(told.map(\.interaction) == ["call-dan-whitfield", "call-ruth-adeyemi"])
        let lineage = try NetworkAnalysis(of: editor.network, asOf: "2026-04-09")
            .lineage(of: "marcus-lindqvist")
        #expect(lineage.steps.map(\.person) == ["dan-whitfield", "ruth-adeyemi", "marcus-lindqvist"])
        #expect(lineage.rejection == "account-lead")
    }

    @Test("the no brings the steps of R1")
    mutating func dueAfterNo() throws {
        try editor.addOpportunity("Account lead", at: "Fortune 500 firm")
        editor.now = "2026-03-04T14:20-06:00"
        let edit = try editor.reject("account", by: "Dan Whitfield", title: "Hiring manager", finalist: true)
        let analysis = try NetworkAnalysis(of: editor.network, asOf: editor.now)
        let due = try DueNext(with: edit.people, in: editor.network, asOf: editor.now).steps
        #expect(due.map(\.rule) == [.record, .star, .thankYou, .call, .keepWarm])
        #expect(due.allSatisfy { $0.person == "dan-whitfield" })
        #expect(analysis.lineage(of: "dan-whitfield").rejection == "account-lead")
        #expect(try DueNext(with: ["you"], in: editor.network, asOf: editor.now).steps == [])
    }
}

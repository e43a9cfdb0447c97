import ReferralAnalysis
import ReferralGraph
import Reporting
import Testing

@Suite("Calendar of a plan")
struct OutreachPlanCalendarTests {
    /// Ann can be called in Chicago; Bob, whose zone is not known, is written to.
    func calendar(asOf text: String) throws -> String {
        let moment = try #require(Timestamp(text))
        let talk = try #require(Timestamp("2025-06-02"))
        let network = ReferralNetwork(
            title: "Small, and; odd", seeker: "you",
            people: [
                Person(id: "you", name: "You"),
                Person(
                    id: "ann", name: "Ann", emails: ["ann@example.com"], phones: ["+1 312 555-0110"],
                    timeZone: "America/Chicago"),
                Person(id: "bob", name: "Bob", emails: ["bob@example.com"]),
            ],
            interactions: ["ann", "bob"].map {
                Interaction(date: talk, people: [PersonID($0)], channel: .call, direction: .mutual)
            })
        let analysis = try NetworkAnalysis(of: network, asOf: moment)
        let plan = try analysis.outreachPlan(.calls(2))
        #expect(plan.calls.count == 2)
        let bytes = try OutreachPlanCalendar(plan, in: analysis.network, asOf: moment).bytes()
        return String(decoding: bytes, as: UTF8.self)
    }

    func values(of name: String, in calendar: String) -> [String] {
        calendar.split(separator: "\r\n").filter { $0.hasPrefix("\(name):") || $0.hasPrefix("\(name);") }
            .map(String.init)
    }

    @Test("A call has its hour in the contact's zone, a message its day")
    func times() throws {
        let calendar = try calendar(asOf: "2026-04-08")
        let starts = values(of: "DTSTART", in: calendar)
        #expect(starts.contains { $0.hasPrefix("DTSTART:2026040") && $0.hasSuffix("T133000Z") })
        #expect(starts.contains { $0.hasPrefix("DTSTART;VALUE=DATE:2026040") })
        #expect(values(of: "DTEND", in: calendar).contains { $0.hasSuffix("T134500Z") })
        #expect(!calendar.contains("example.com") && !calendar.contains("555"))
    }

    @Test("Exported again, entries keep their identity and their sequence grows")
    func again() throws {
        let (first, second) = (try calendar(asOf: "2026-04-07"), try calendar(asOf: "2026-04-08"))
        #expect(first == (try calendar(asOf: "2026-04-07")))
        #expect(values(of: "UID", in: first).sorted() == values(of: "UID", in: second).sorted())
        #expect(values(of: "SEQUENCE", in: first) == ["SEQUENCE:8", "SEQUENCE:8"])
        #expect(values(of: "SEQUENCE", in: second) == ["SEQUENCE:9", "SEQUENCE:9"])
    }

    @Test("An empty plan is an empty calendar")
    func empty() throws {
        let network = ReferralNetwork(seeker: "you", people: [Person(id: "you", name: "You")])
        let moment = try #require(Timestamp("2026-04-08"))
        let analysis = try NetworkAnalysis(of: network, asOf: moment)
        let plan = try analysis.outreachPlan(.minutes(60))
        let bytes = try OutreachPlanCalendar(plan, in: network, asOf: moment).bytes()
        #expect(!String(decoding: bytes, as: UTF8.self).contains("BEGIN:VEVENT"))
    }
}

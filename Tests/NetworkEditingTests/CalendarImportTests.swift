import DateLiterals
import NetworkEditing
import ReferralGraph
import SourceReaders
import Testing

@Suite("Taking in a calendar")
struct CalendarImportTests {
    private func event(
        _ uid: String, _ start: String, changed: String = "20260401T080000Z", sequence: Int = 0,
        _ more: String = ""
    ) -> String {
        "BEGIN:VEVENT\nUID:\(uid)\nDTSTART:\(start)\nLAST-MODIFIED:\(changed)\nSEQUENCE:\(sequence)\n"
            + "ORGANIZER:mailto:me@home.example\nATTENDEE;CN=Dan Osei:mailto:dan@harbor.example\n\(more)END:VEVENT\n"
    }

    private func take(
        _ events: String..., into network: inout ReferralNetwork, now: Timestamp = "2026-04-08T09:00Z"
    ) -> ImportReport {
        var options = SourceOptions()
        options.owners = ["me@home.example"]
        options.now = now
        let text = "BEGIN:VCALENDAR\n" + events.joined() + "END:VCALENDAR\n"
        let records = CalendarReader.read(bytes: Array(text.utf8), file: "c.ics", options: options)
        #expect(!records.hasErrors)
        return NetworkImport.apply(records, to: &network, today: now.day)
    }

    private func empty() -> ReferralNetwork {
        ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Me")])
    }

    @Test("What is over is a talk, and what lies ahead is agreed upon")
    func pastAndAhead() {
        var network = empty()
        let report = take(
            event("a", "20260304T090000Z"), event("b", "20260415T090000Z"), into: &network)
        #expect(report.newInteractions == 2 && report.newPeople == ["dan-osei"])
        #expect(network.interactions.map(\.agreed) == [nil, "2026-04-01"])
        #expect(network.interactions.allSatisfy { $0.direction == .mutual && $0.people == ["dan-osei"] })
        #expect(network.appointments(after: "2026-04-08T09:00Z").map(\.date) == ["2026-04-15T09:00Z"])
        #expect(network.issues(asOf: "2026-04-08T09:00Z").isEmpty)
        #expect(network.people[0].emails == ["me@home.example"])
        let once = network
        #expect(
            !take(event("a", "20260304T090000Z"), event("b", "20260415T090000Z"), into: &network).hasChanges)
        #expect(network == once)
    }

    @Test("A later version moves the talk ahead, an earlier one does not move it back")
    func moved() {
        let old = event("b", "20260415T090000Z")
        let new = event("b", "20260416T100000Z", changed: "20260405T080000Z", sequence: 1)
        var network = empty()
        _ = take(old, into: &network)
        let report = take(new, into: &network)
        #expect(network.interactions.map(\.date) == ["2026-04-16T10:00Z"])
        #expect(report.updatedInteractions == 1 && report.newInteractions == 0)
        #expect(
            report.findings == [
                .movedTalk(["dan-osei"], .meeting, from: "2026-04-15T09:00Z", to: "2026-04-16T10:00Z")
            ])
        let after = network
        #expect(!take(old, into: &network).hasChanges && network == after)
        var other = empty()
        _ = take(new, into: &other)
        _ = take(old, into: &other)
        #expect(other == after)
    }

    @Test(
        "A talk that is called off goes, and comes back only with a later version",
        arguments: ["STATUS:CANCELLED\n", "ATTENDEE;PARTSTAT=DECLINED:mailto:me@home.example\n"])
    func canceled(words: String) {
        var network = empty()
        _ = take(event("b", "20260415T090000Z"), into: &network)
        let report = take(
            event("b", "20260415T090000Z", changed: "20260405T080000Z", sequence: 1, words), into: &network)
        #expect(network.interactions.isEmpty && report.canceledInteractions == 1)
        #expect(report.newInteractions == 0 && report.hasChanges)
        #expect(report.findings == [.canceledTalk(["dan-osei"], .meeting, on: "2026-04-15T09:00Z")])
        #expect(network.people.count == 2)
    }

    @Test("What the user has said since stays")
    func userDecides() throws {
        var network = empty()
        _ = take(event("b", "20260415T090000Z"), into: &network)
        var editor = NetworkEditor(network, now: "2026-04-08T12:00Z")
        _ = try editor.log(
            ContactEntry(
                with: ["Dan"], by: .meeting, on: "2026-04-20T11:00Z", outcome: .rescheduled))
        network = editor.network
        #expect(network.interactions.map(\.date) == ["2026-04-20T11:00Z"])
        let before = network
        _ = take(event("b", "20260415T090000Z"), into: &network, now: "2026-04-09T09:00Z")
        #expect(network == before)
    }

    @Test("To take in a calendar on two days is as to take it in on the second")
    func daysDoNotMatter() {
        let series = event("s", "20260402T090000Z", "RRULE:FREQ=WEEKLY\n")
        let single = event("b", "20260415T090000Z")
        var twice = empty()
        _ = take(series, single, into: &twice)
        #expect(twice.interactions.map(\.agreed) == [nil, "2026-04-01", "2026-04-01"])
        _ = take(series, single, into: &twice, now: "2026-04-17T09:00Z")
        var once = empty()
        _ = take(series, single, into: &once, now: "2026-04-17T09:00Z")
        #expect(Set(twice.interactions.map { "\($0)" }) == Set(once.interactions.map { "\($0)" }))
        #expect(once.interactions.map(\.agreed).count { $0 == nil } == 4)
    }

    @Test("A series that was moved leaves no repetition ahead of its old days")
    func movedSeries() {
        var network = empty()
        _ = take(event("s", "20260402T090000Z", "RRULE:FREQ=WEEKLY\n"), into: &network)
        let report = take(
            event(
                "s", "20260403T090000Z", changed: "20260408T080000Z", sequence: 1, "RRULE:FREQ=WEEKLY\n"),
            into: &network)
        let ahead = network.interactions.filter { $0.agreed != nil }
        #expect(ahead.map(\.date) == ["2026-04-10T09:00Z"])
        #expect(report.canceledInteractions == 1)
    }

    @Test("Who is who does not depend on the order of calendar and cards", arguments: [true, false])
    func order(calendarFirst: Bool) {
        let cards = VCardReader.read(
            bytes: Array(
                "BEGIN:VCARD\nVERSION:3.0\nUID:u1\nFN:Daniel Osei\nEMAIL:dan@harbor.example\nORG:Harbor\nEND:VCARD\n"
                    .utf8), file: "c.vcf")
        var network = empty()
        if calendarFirst { _ = take(event("b", "20260415T090000Z"), into: &network) }
        NetworkImport.apply(cards, to: &network, today: "2026-04-08")
        if !calendarFirst { _ = take(event("b", "20260415T090000Z"), into: &network) }
        #expect(network.people.count == 2)
        #expect(Set([network.people[1].name] + network.people[1].otherNames) == ["Daniel Osei", "Dan Osei"])
        #expect(network.people[1].cardUIDs == ["u1"])
    }
}

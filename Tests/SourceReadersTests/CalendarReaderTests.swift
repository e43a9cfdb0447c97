import Foundation
import Foundations
import Glibc
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ContentLines
@testable import SourceReaders

/// Calendars and invitations as programs write them, and beside each what is made of it and said about it.
///
/// With `REBOUND_RECORD=1` in the environment the expected texts are written anew.
@Suite("Calendars") struct CalendarReaderTests {
    static let folder =
        String(#filePath.dropLast("CalendarReaderTests.swift".count)) + "Fixtures/calendars/"
    static let names = fileNames(in: folder).filter { $0.hasSuffix(".ics") }

    static func options(_ owners: [String] = []) -> SourceOptions {
        var options = SourceOptions()
        options.now = Timestamp("2026-04-08T09:00+02:00")
        options.ownAddresses = ["mia.brand@example.net"]
        options.owners = owners
        return options
    }

    @Test(arguments: names)
    func givesWhatIsExpected(name: String) throws {
        let bytes = try FileBytes.read(path: Self.folder + name)
        let records = CalendarReader.read(bytes: bytes, file: name, options: Self.options())
        let text = dump(records)
        let path = Self.folder + name + ".txt"
        if getenv("REBOUND_RECORD") != nil {
            try AtomicFile.write(text.utf8, to: path, sparing: ProtectedFiles())
        }
        #expect(try String(decoding: FileBytes.read(path: path), as: UTF8.self) == text)
        #expect(
            CalendarReader.recognises(start: Array(bytes.prefix(512))) != records.hasErrors || !bytes.isEmpty)
    }

    @Test(arguments: names)
    func anyPieceIsReadOrReported(name: String) throws {
        let bytes = try FileBytes.read(path: Self.folder + name)
        for length in stride(from: 0, to: bytes.count, by: 7) {
            let records = CalendarReader.read(
                bytes: Array(bytes.prefix(length)), file: name, options: Self.options())
            #expect(!records.talks.isEmpty || records.hasErrors, "\(name) cut at \(length)")
            for talk in records.talks where talk.event?.isOff == false { #expect(!talk.others.isEmpty) }
        }
    }

    @Test(
        "Whatever is changed in a calendar, it is read or refused, and the talks have people",
        arguments: names)
    func mutated(name: String) throws {
        let original = try FileBytes.read(path: Self.folder + name)
        guard !original.isEmpty else { return }
        let pieces = [
            "BEGIN:VEVENT\n", "END:VEVENT\n", "RRULE:FREQ=YEARLY;BYDAY=53MO\n", "\r", "\n ", ";", ":", "\"",
            "TZID=", "99999999999", "\u{FEFF}", "\u{0}",
        ]
        var random = SeededRandom(seed: UInt64(original.count))
        for _ in 0..<200 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.insert(contentsOf: Array(pieces.randomElement(using: &random)!.utf8), at: place)
                case 1:
                    bytes.removeSubrange(
                        place..<min(bytes.count, place + Int.random(in: 0...40, using: &random)))
                case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
                default:
                    let end = min(bytes.count, place + Int.random(in: 0...200, using: &random))
                    bytes.insert(contentsOf: bytes[place..<end], at: place)
                }
            }
            let records = CalendarReader.read(bytes: bytes, file: name, options: Self.options())
            let isOff = records.talks.allSatisfy { $0.event?.isOff == true }
            #expect(!isOff || records.contacts.isEmpty)
            #expect(!records.talks.isEmpty || records.hasErrors)
            #expect(records.talks.allSatisfy { $0.event?.isOff == true || !$0.others.isEmpty })
        }
    }

    private func calendar(_ lines: String, _ options: SourceOptions = options()) -> SourceRecords {
        let text =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nORGANIZER:mailto:mia.brand@example.net\n"
            + "ATTENDEE;CN=Dan Osei:mailto:dan@harbor.example\n\(lines)\nEND:VEVENT\nEND:VCALENDAR\n"
        return CalendarReader.read(bytes: Array(text.utf8), file: "a.ics", options: options)
    }

    @Test(arguments: [
        ("Coffee", "Harbor Café", "meeting"), ("Coffee", "https://zoom.us/j/1", "call"),
        ("Coffee", "+49 30 5550142", "call"), ("Phone screen", "", "call"),
        ("Recall of parts", "", "meeting"),
        ("Interview with Northgate", "Quay 3", "interview"), ("Vorstellungsgespräch", "", "interview"),
        ("Informational interview", "Quay 3", "meeting"), ("Mock interview", "Skype", "call"),
        ("Second-round interview (video)", "Zoom", "interview"),
    ])
    func theChannelIsWhatTheEventSays(subject: String, place: String, channel: String) {
        let location = place.isEmpty ? "" : "\nLOCATION:\(place)"
        let records = calendar("DTSTART:20260304T090000Z\nSUMMARY:\(subject)\(location)")
        #expect(records.talks.map(\.channel.rawValue) == [channel])
    }

    @Test(arguments: [
        // A bare time is of any zone, one with Z of UTC; Windows' names and paths of other programs are understood.
        ("DTSTART:20260304T090000", "2026-03-04T09:00"), ("DTSTART:20260304T090000Z", "2026-03-04T09:00Z"),
        ("DTSTART;TZID=Europe/Berlin:20260304T090000", "2026-03-04T09:00+01:00"),
        ("DTSTART;TZID=\"W. Europe Standard Time\":20260704T090000", "2026-07-04T09:00+02:00"),
        ("DTSTART;TZID=/mozilla.org/20050126_1/Asia/Tokyo:20260304T090000", "2026-03-04T09:00+09:00"),
        ("DTSTART;TZID=\"tzone://Microsoft/Utc\":20260304T090000", "2026-03-04T09:00Z"),
        ("DTSTART;VALUE=DATE:20260304", "2026-03-04"), ("DTSTART:20260304", "2026-03-04"),
        ("DTSTART;VALUE=DATE-TIME:20260304T0900Z", "2026-03-04T09:00Z"),
    ])
    func timesAreOnTheClockThatIsNamed(line: String, moment: String) {
        #expect(calendar(line).talks.map(\.date.description) == [moment])
    }

    @Test(arguments: [
        ("RRULE:FREQ=DAILY;COUNT=3", "0302 0303 0304"), ("RRULE:FREQ=DAILY;INTERVAL=20", "0302 0322 0411"),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260311", "0302 0304 0309 0311"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO", "0302 0315 0316 0329 0330 0412"),
        ("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260309T090000Z", "0302 0316"),
        ("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20260309", "0302 0316"),
        ("RRULE:FREQ=WEEKLY;COUNT=2\nRDATE:20260305T090000Z", "0302 0305 0309"),
        ("RRULE:FREQ=MONTHLY;BYDAY=1MO", "0302 0406 0504"),
        ("RRULE:FREQ=MONTHLY;BYDAY=-1TU", "0302 0331 0428"),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1", "0302 0331 0430"), ("RRULE:FREQ=MONTHLY", "0302 0402 0502"),
        ("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "0302 0331 0430"),
        ("RRULE:FREQ=YEARLY", "0302 0302"), ("RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1WE", "0302 0401 0407"),
    ])
    func repetitionsAreThePastOnesAndTheNext(rule: String, days: String) {
        let records = calendar("DTSTART:20260302T090000Z\n\(rule)")
        let found = records.talks.map { $0.date.day.description.dropFirst(5).filter { $0 != "-" } }
        #expect(found.joined(separator: " ") == days)
        #expect(Set(records.talks.map(\.id)).count == records.talks.count)
        #expect(records.diagnostics.isEmpty)
    }

    @Test(arguments: [
        "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9,17", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=NEVER", "x",
        "FREQ=DAILY;INTERVAL=0",
    ])
    func otherRulesAreNamedWithTheirLine(rule: String) {
        let records = calendar("DTSTART:20260302T090000Z\nRRULE:\(rule)")
        #expect(records.talks.map(\.date.description) == ["2026-03-02T09:00Z"])
        #expect(records.diagnostics.map(\.line) == [7])
        #expect(records.diagnostics.allSatisfy { $0.severity == .warning && $0.file == "a.ics" })
    }

    @Test func aRuleWithoutDaysEnds() throws {
        let rule = try RecurrenceRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
        #expect(Array(rule.days(from: CalendarDay("2026-03-02")!)) == [CalendarDay("2026-03-02")!])
    }

    @Test(arguments: [
        "ATTENDEE;CUTYPE=ROOM:mailto:r1@x.example", "ATTENDEE;CUTYPE=GROUP:mailto:design@x.example",
        "ATTENDEE:mailto:c_1@resource.calendar.google.com", "ATTENDEE:mailto:c_2@group.calendar.google.com",
        "ATTENDEE:mailto:no-reply@x.example", "ATTENDEE:mailto:all@x.example",
        "ATTENDEE:mailto:design-team@x.example",
        "ATTENDEE:mailto:hiring@googlegroups.com", "ATTENDEE:mailto:room-4.12@x.example",
        "ATTENDEE;ROLE=NON-PARTICIPANT;CN=Ann Hale:mailto:ann@x.example",
        "ATTENDEE;PARTSTAT=DECLINED;CN=Ann Hale:mailto:ann@x.example",
    ])
    func roomsListsAndMachinesAreNobody(line: String) {
        let records = calendar("DTSTART:20260304T090000Z\n\(line)")
        #expect(records.contacts.map(\.name) == ["Dan Osei"])
    }

    @Test func theOwnerIsNamedKnownOrGuessed() throws {
        let bytes = try FileBytes.read(path: Self.folder + "unclear.ics")
        func read(_ options: SourceOptions) -> SourceRecords {
            CalendarReader.read(bytes: bytes, file: "unclear.ics", options: options)
        }
        #expect(read(Self.options(["mia@brand.example"])).contacts.map(\.name) == ["Dan Osei"])
        #expect(read(Self.options(["Mia Brand"])).contacts.map(\.name) == ["Dan Osei"])
        // Of a calendar that does not name its owner, everyone is someone else.
        #expect(read(Self.options(["mia@elsewhere.example"])).contacts.count == 2)
        let unclear = read(Self.options())
        #expect(unclear.diagnostics.map(\.identifier) == [.seekerUnclear])
        #expect(unclear.diagnostics[0].hint.contains("rebound import unclear.ics --owner"))

        var text = "BEGIN:VCALENDAR\n"
        for (number, name) in ["dan", "eva", "tom", "zoe"].enumerated() {
            text +=
                "BEGIN:VEVENT\nUID:\(number)\nDTSTART:2026030\(number + 1)\nATTENDEE:mailto:me@home.example\n"
                + "ATTENDEE:mailto:\(name)@x.example\nEND:VEVENT\n"
        }
        let records = CalendarReader.read(bytes: Array((text + "END:VCALENDAR\n").utf8), file: "b.ics")
        #expect(records.owner?.emails == ["me@home.example"])
        #expect(records.contacts.count == 4)
        #expect(records.diagnostics.map(\.identifier) == [.ownerGuessed])
    }

    @Test func ownStepsAreLeftOut() {
        let text =
            "BEGIN:VCALENDAR\nPRODID:-//Rebound//Due steps//EN\nBEGIN:VEVENT\nUID:2026-03-04-R1@rebound\nDTSTART:20260304\n"
            + "END:VEVENT\nEND:VCALENDAR\n"
        let records = CalendarReader.read(bytes: Array(text.utf8), file: "due.ics")
        #expect(records.talks.isEmpty && records.contacts.isEmpty && !records.hasErrors)
        #expect(records.tallies.flatMap(\.skipped).map(\.reason) == ["a step that Rebound exported"])
    }

    @Test func theOrderOfVersionsDoesNotMatter() throws {
        let bytes = try FileBytes.read(path: Self.folder + "fastmail-proton.ics")
        let text = String(decoding: bytes, as: UTF8.self)
        let calendars = text.replacing("END:VCALENDARBEGIN", with: "END:VCALENDAR\nBEGIN")
            .split(separator: "END:VCALENDAR\n").map { $0 + "END:VCALENDAR\n" }
        #expect(calendars.count == 5)
        let expected = CalendarReader.read(bytes: bytes, file: "a.ics", options: Self.options())
        for seed in 0..<20 {
            var random = SeededRandom(seed: UInt64(seed))
            let shuffled = calendars.shuffled(using: &random).joined()
            let records = CalendarReader.read(
                bytes: Array(shuffled.utf8), file: "a.ics", options: Self.options())
            #expect(
                Set(records.talks.map { "\($0.id) \($0.date) \($0.event!)" })
                    == Set(expected.talks.map { "\($0.id) \($0.date) \($0.event!)" }))
        }
    }

    @Test func manyRepetitionsAndDeepPartsTakeNoTime() {
        let deep = String(repeating: "BEGIN:X-A\n", count: 50_000)
        let records = calendar("DTSTART:00010101T000000Z\nRRULE:FREQ=DAILY\n" + deep)
        #expect(records.talks.count == 1)
        let endless = calendar("DTSTART:00010101T000000Z\nRRULE:FREQ=DAILY")
        #expect(endless.talks.count == 1)
        #expect(endless.diagnostics.map(\.line) == [2])
    }
}

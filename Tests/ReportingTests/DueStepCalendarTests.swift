import Foundation
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import SourceReaders
import Testing

@testable import ContentLines
@testable import Reporting

@Suite("The calendar of due steps")
struct DueStepCalendarTests {
    /// A rejection on Tuesday, 7 April 2026, by a manager in Chicago.
    private static func network(
        name: String = "Dan Okafor", title: String = "Engineer", zone: String? = "America/Chicago",
        touches: [Interaction] = []
    ) -> ReferralNetwork {
        ReferralNetwork(
            title: "Mia’s search", seeker: "me",
            people: [
                Person(id: "me", name: "Mia Brand"),
                Person(
                    id: "dan", name: name, emails: ["dan@example.com"], phones: ["555-0101"], timeZone: zone,
                    employments: [Employment(company: "acme", title: "Lead")], observations: ["oboe"]),
            ],
            companies: [Company(id: "acme", name: "Acme")],
            opportunities: [
                Opportunity(
                    id: "job", title: title, company: "acme",
                    stages: [
                        StageEvent(stage: .interview, date: Timestamp("2026-03-30")!, people: ["dan"]),
                        StageEvent(stage: .rejected, date: Timestamp("2026-04-07")!, people: ["dan"]),
                    ],
                    participants: [Participant(person: "dan", role: .hiringManager)])
            ], interactions: touches)
    }

    private func text(
        _ network: ReferralNetwork = network(), asOf: String = "2026-04-07T18:00Z", todo: Bool = false
    ) throws -> String {
        let analysis = try NetworkAnalysis(of: network, asOf: #require(Timestamp(asOf)))
        return String(decoding: try DueStepCalendar(analysis).bytes(todo: todo), as: UTF8.self)
    }

    /// The entries as lists of unfolded lines.
    private func entries(_ text: String) -> [[String]] {
        // By scalars: a character can begin with the space of a fold.
        var scalars = Array(text.unicodeScalars)
        while let fold = scalars.firstRange(of: ["\r", "\n", " "]) { scalars.removeSubrange(fold) }
        let lines = String(String.UnicodeScalarView(scalars)).split(separator: "\r\n").map(String.init)
        return lines.split { $0.hasPrefix("BEGIN:") }.dropFirst().map(Array.init)
    }

    private func value(_ name: String, in entry: [String]) throws -> String {
        let line = try #require(
            entry.first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }, "\(name)")
        return String(line.dropFirst(name.count + 1))
    }

    @Test("What was put off moves to its day and stays the same entry")
    func putOff() throws {
        var network = Self.network()
        let before = entries(try text(network))
        network.people[1].notBefore = CalendarDay(year: 2026, month: 5, day: 2)
        let after = entries(try text(network))
        #expect(before.contains { $0.contains("CATEGORIES:R1.thank-you") })
        for entry in after {
            let uid = try value("UID", in: entry)
            let old = try #require(try before.first { try value("UID", in: $0) == uid })
            // 2 May is a Saturday.
            #expect(try value("DTSTART", in: entry).prefix(8) >= "20260504")
            #expect(try Int(value("SEQUENCE", in: entry))! >= Int(value("SEQUENCE", in: old))!)
        }
        #expect(after.count == before.count)
    }

    @Test("A promise with a time fills the half hour before it")
    func timedPromise() throws {
        let promise = Interaction(
            date: Timestamp("2026-04-06T09:00-05:00")!, people: ["dan"], channel: .call, direction: .mutual,
            promise: Promise(
                by: .seeker, kind: .other, what: "send the figures", due: Timestamp("2026-04-08T15:00-05:00"))
        )
        let entries = entries(try text(Self.network(touches: [promise])))
        let entry = try #require(entries.first { $0.contains("CATEGORIES:R5.own-promise") })
        #expect(try value("DTSTART", in: entry) == "20260408T193000Z")
        #expect(try value("DTEND", in: entry) == "20260408T200000Z")
        #expect(try value("DESCRIPTION", in: entry).hasPrefix("You promised: send the figures\\, by 15:00"))
    }

    @Test("Imported again, the steps add nothing", arguments: [false, true])
    func comesBack(todo: Bool) throws {
        var options = SourceOptions()
        options.now = Timestamp("2026-04-07T18:00Z")
        let records = CalendarReader.read(
            bytes: Array(try text(todo: todo).utf8), file: "due.ics", options: options)
        #expect(records.contacts.isEmpty && records.talks.isEmpty && !records.hasErrors)
    }

    @Test("A call stands on a working day of the contact's region, when it is overdue, too")
    func weekends() throws {
        func start(zone: String, asOf: String, weekend: [Weekday] = []) throws -> String {
            var network = Self.network(zone: zone)
            network.people[1].weekend = weekend
            let entries = entries(try text(network, asOf: asOf))
            return try value(
                "DTSTART", in: #require(entries.first { $0.contains("CATEGORIES:R1.call") }))
        }
        // 10 April 2026 is a Friday; the call is due on the 8th.
        #expect(try start(zone: "Asia/Riyadh", asOf: "2026-04-10T04:00Z") == "20260412T053000Z")
        #expect(try start(zone: "Europe/Berlin", asOf: "2026-04-10T04:00Z") == "20260410T063000Z")
        #expect(try start(zone: "Europe/Berlin", asOf: "2026-04-11T04:00Z") == "20260413T063000Z")
        #expect(
            try start(zone: "Europe/Berlin", asOf: "2026-04-07", weekend: [.wednesday, .thursday])
                == "20260410T063000Z")
    }

    @Test("A call stands at the playbook's hour in the contact's zone, a letter on its day")
    func events() throws {
        let text = try text()
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rebound//Due steps//EN\r\n"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(text.contains("NAME:Rebound: Mia’s search\r\nX-WR-CALNAME:Rebound: Mia’s search\r\n"))
        let entries = entries(text)
        let call = try #require(entries.first { $0.contains("CATEGORIES:R1.call") })
        // 8:30 in Chicago is 13:30 UTC in April.
        #expect(try value("DTSTART", in: call) == "20260408T133000Z")
        #expect(try value("DTEND", in: call) == "20260408T140000Z")
        #expect(try value("DTSTAMP", in: call) == "20260407T180000Z")
        #expect(try value("SEQUENCE", in: call) == "0")
        #expect(try value("SUMMARY", in: call) == "Dan Okafor: Call about the “no” for Engineer")
        let description = try value("DESCRIPTION", in: call)
        #expect(
            description.hasPrefix("Thank them for telling you\\, ask what was missing\\, then: “Is"))
        #expect(
            description.contains("\\nHow: Call about the “no” for Engineer · 8:30\\, before 9:00"))
        #expect(
            description.contains(
                "\\, in America/Chicago\\nWhy: R1.call (S1)\\; since 2026-04-07\\, due 2026-04-08"))
        #expect(description.hasSuffix("\\nAbout: Engineer"))
        #expect(call.contains("TRANSP:OPAQUE") && call.contains("CATEGORIES:Rebound"))
        let thanks = try #require(entries.first { $0.contains("CATEGORIES:R1.thank-you") })
        #expect(try value("DTSTART", in: thanks) == "VALUE=DATE:20260408")
        #expect(!thanks.contains { $0.hasPrefix("DTEND") } && thanks.contains("TRANSP:TRANSPARENT"))
    }

    @Test("Addresses and telephone numbers stay at home")
    func privateFacts() throws {
        let text = try text()
        #expect(!text.contains("555-0101") && !text.contains("dan@example.com") && !text.contains("oboe"))
    }

    @Test("A contact without a zone is called at the hour of whoever looks")
    func floatingHour() throws {
        let call = try #require(
            entries(text(Self.network(zone: nil), asOf: "2026-04-07")).first {
                $0.contains("CATEGORIES:R1.call")
            })
        #expect(try value("DTSTART", in: call) == "20260408T083000")
        #expect(try value("DTEND", in: call) == "20260408T090000")
        #expect(try value("DESCRIPTION", in: call).contains("before 9:00\\, their time\\n"))
        #expect(try value("DTSTAMP", in: call) == "20260407T000000Z")
    }

    @Test("To-dos are due instead of starting")
    func todos() throws {
        let text = try text(todo: true)
        #expect(!text.contains("VEVENT") && text.contains("BEGIN:VTODO\r\nSTATUS:NEEDS-ACTION\r\n"))
        let call = try #require(entries(text).first { $0.contains("CATEGORIES:R1.call") })
        #expect(try value("DUE", in: call) == "20260408T140000Z")
        let thanks = try #require(entries(text).first { $0.contains("CATEGORIES:R1.thank-you") })
        #expect(try value("DUE", in: thanks) == "VALUE=DATE:20260408")
        #expect(!thanks.contains { $0.hasPrefix("DTSTART") })
    }

    @Test("Later exports keep the identifiers, move what is overdue to a day to work on, and count it")
    func overdue() throws {
        let first = entries(try text())
        // A Saturday, so the next business day is Monday the 13th.
        let later = entries(try text(asOf: "2026-04-11T12:00Z"))
        let identifiers = try first.map { try value("UID", in: $0) }
        #expect(Set(identifiers).count == identifiers.count)
        #expect(try Set(identifiers).isSubset(of: later.map { try value("UID", in: $0) }))
        let call = try #require(later.first { $0.contains("CATEGORIES:R1.call") })
        #expect(try value("DTSTART", in: call) == "20260413T133000Z")
        #expect(try value("SEQUENCE", in: call) == "5")
        #expect(try value("DESCRIPTION", in: call).contains("\\nOverdue as of 2026-04-11T12:00Z\\n"))
    }

    @Test("When the hour for calling has passed, the next business day's is taken")
    func hourHasPassed() throws {
        func start(_ asOf: String) throws -> String {
            try value(
                "DTSTART", in: #require(entries(text(asOf: asOf)).first { $0.contains("CATEGORIES:R1.call") })
            )
        }
        #expect(try start("2026-04-08T13:59Z") == "20260408T133000Z")
        #expect(try start("2026-04-08T14:00Z") == "20260409T133000Z")
        #expect(try start("2026-04-10T20:00Z") == "20260413T133000Z")
    }

    @Test("A step that was taken is gone, the others keep their identifiers")
    func stepTaken() throws {
        let before = Set(try entries(text(asOf: "2026-04-09")).map { try value("UID", in: $0) })
        let thanks = Interaction(
            date: Timestamp("2026-04-08")!, people: ["dan"], channel: .email, direction: .outgoing,
            purposes: [.thankYou], opportunity: "job")
        let after = Set(
            try entries(text(Self.network(touches: [thanks]), asOf: "2026-04-09")).map {
                try value("UID", in: $0)
            })
        // The thanks start the clock of the monthly reminder anew.
        let gone = before.subtracting(after).sorted()
        #expect(
            gone.map { $0.dropLast("-0123456789abcdef@rebound".count) } == [
                "2026-04-08-R1.thank-you", "2026-05-07-R1.keep-warm",
            ])
        #expect(before.intersection(after).count == 2)
    }

    @Test("What was missed long ago stands where it next comes round, and never goes back")
    func comesRound() throws {
        let analysis = try NetworkAnalysis(of: Self.network(), asOf: #require(Timestamp("2026-04-07")))
        let step = try #require(analysis.steps.first { $0.rule == .thankYou })
        #expect(step.due.description == "2026-04-08")
        func start(_ asOf: CalendarDay) throws -> (day: String, sequence: Int) {
            let bytes = try DueStepCalendar(
                steps: [step], network: analysis.network, asOf: Timestamp(asOf)
            ).bytes()
            let entry = try #require(entries(String(decoding: bytes, as: UTF8.self)).first)
            return (try value("DTSTART", in: entry), try #require(Int(try value("SEQUENCE", in: entry))))
        }
        // 30 days after the 8th of April is Friday, 8 May; 60 days after it Sunday, 7 June.
        for (asOf, expected) in [
            ("2026-04-08", "20260408"), ("2026-04-20", "20260420"), ("2026-05-07", "20260507"),
            ("2026-05-08", "20260508"), ("2026-05-09", "20260608"), ("2026-06-07", "20260608"),
            ("2026-06-08", "20260707"),
        ] {
            #expect(try start(#require(CalendarDay(asOf))).day == "VALUE=DATE:\(expected)", "\(asOf)")
        }
        var last = 0
        for days in 0..<400 {
            let sequence = try start(step.due + days).sequence
            #expect(sequence >= last && sequence >= days)
            last = sequence
        }
    }

    @Test("Whoever said no has no steps, and whoever was spoken to today has none before tomorrow")
    func withheld() throws {
        func talk(_ day: String, _ direction: Interaction.Direction, closes: Bool = false) throws
            -> Interaction
        {
            Interaction(
                date: try #require(Timestamp(day)), people: ["dan"], channel: .email, direction: direction,
                purposes: closes ? [.decline] : [.update], closesThread: closes)
        }
        let closed = Self.network(touches: [try talk("2026-04-08", .incoming, closes: true)])
        #expect(!(try text(closed, asOf: "2026-04-09")).contains("CATEGORIES:R1.call"))
        let today = Self.network(touches: [try talk("2026-04-09", .outgoing)])
        let call = try #require(
            entries(text(today, asOf: "2026-04-09T10:00Z")).first { $0.contains("CATEGORIES:R1.call") })
        #expect(try value("DTSTART", in: call) == "20260410T133000Z")
    }

    @Test("No one who must not be contacted stands in the calendar")
    func doNotContact() throws {
        var network = Self.network()
        network.people[1].doNotContact = true
        #expect(try entries(text(network)).isEmpty)
    }

    @Test("Steps that nothing tells apart have identifiers of their own")
    func sameStepTwice() throws {
        let analysis = try NetworkAnalysis(of: Self.network(), asOf: #require(Timestamp("2026-04-07")))
        let step = try #require(analysis.steps.first)
        let bytes = try DueStepCalendar(
            steps: [step, step], network: analysis.network, asOf: analysis.asOf
        ).bytes()
        let identifiers = try entries(String(decoding: bytes, as: UTF8.self)).map { try value("UID", in: $0) }
        #expect(identifiers[1] == identifiers[0].replacing("@rebound", with: "-2@rebound"))
    }

    @Test("Hostile names stay inside their lines, which are folded at 75 octets between characters")
    func hostileText() throws {
        let names = [
            "UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES",
            "TRANSP", "END",
        ]
        let harmless = try entries(text()).map { $0.map { $0.prefix { $0 != ":" && $0 != ";" } } }
        for hostile in HostileText.all + [String(repeating: "é👩🏽‍💻", count: 90), "a;b,c\\n:d\"e"] {
            let text = try text(Self.network(name: hostile, title: hostile))
            #expect(try self.text(Self.network(name: hostile, title: hostile)) == text)
            let bytes = Array(text.utf8)
            for line in bytes.split(separator: 13, omittingEmptySubsequences: false) {
                let content = line.first == 10 ? line.dropFirst() : line
                #expect(content.count <= 75)
                #expect(String(validating: content, as: UTF8.self) != nil, "\(hostile)")
                #expect(!content.contains { $0 < 0x20 || $0 == 0x7F }, "\(hostile)")
            }
            let entries = entries(text)
            #expect(entries.map { $0.map { $0.prefix { $0 != ":" && $0 != ";" } } } == harmless, "\(hostile)")
            #expect(entries.joined().allSatisfy { line in names.contains { line.hasPrefix($0) } })
        }
    }

    @Test("Without the library the error says what to install")
    func missingLibrary() throws {
        let analysis = try NetworkAnalysis(of: Self.network(), asOf: #require(Timestamp("2026-04-07")))
        let error = CalendarError.libraryMissing("libical.so.none")
        #expect(throws: error) {
            try DueStepCalendar(analysis).bytes(todo: false, library: "libical.so.none")
        }
        // A library without its functions will not do either.
        #expect(throws: CalendarError.libraryMissing("libc.so.6")) {
            try DueStepCalendar(analysis).bytes(todo: false, library: "libc.so.6")
        }
        #expect(
            "\(error)" == "libical is missing (libical.so.none cannot be loaded): apt-get install libical3")
    }

    @Test("Nothing due is a calendar without entries")
    func nothingDue() throws {
        let network = ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Mia")])
        #expect(
            try text(network)
                == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rebound//Due steps//EN\r\nCALSCALE:GREGORIAN\r\n"
                + "NAME:Rebound\r\nX-WR-CALNAME:Rebound\r\nEND:VCALENDAR\r\n")
    }
}

@Suite("A person's clock")
struct LocalClockTests {
    @Test(
        "Minutes that clocks skip or repeat are taken as the later and the first",
        arguments: [
            ("America/New_York", "2026-03-08", 150, "2026-03-08T02:30-05:00"),
            ("America/New_York", "2026-11-01", 90, "2026-11-01T01:30-04:00"),
            ("America/New_York", "2026-11-01", 150, "2026-11-01T02:30-05:00"),
            ("Asia/Kolkata", "2026-04-08", 510, "2026-04-08T08:30+05:30"),
            ("Europe/Berlin", "2026-03-29", 510, "2026-03-29T08:30+02:00"),
            ("Australia/Lord_Howe", "2026-04-05", 510, "2026-04-05T08:30+10:30"),
            ("Nowhere/Land", "2026-04-08", 510, "2026-04-08T08:30"),
        ])
    func moments(zone: String, day: String, minute: Int, expected: String) throws {
        let clock = LocalClock(zone: zone)
        #expect(clock.moment(try #require(CalendarDay(day)), minute: minute).description == expected)
    }

    @Test(
        "A moment shows the minute it was made of",
        arguments: ["America/Chicago", "Pacific/Apia", "Asia/Kathmandu", "Pacific/Kiritimati", "UTC"])
    func roundTrip(zone: String) {
        var random = SeededRandom(seed: 3)
        let clock = LocalClock(zone: zone)
        for _ in 0..<500 {
            let day = CalendarDay(number: 18_000 + Int(random.next() % 3_000))
            let minute = 300 + Int(random.next() % 1_000)
            let moment = clock.moment(day, minute: minute)
            #expect(clock.day(of: moment) == day && clock.minute(of: moment) == minute)
        }
    }
}

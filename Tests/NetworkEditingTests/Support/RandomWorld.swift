import NetworkEditing
import ReboundTestSupport
import ReferralGraph
import SourceReaders

/// Invented people with addresses of their own, and sources that know a part of each: what an import should find out is
/// known beforehand.
///
/// Every other person has a namesake, who works elsewhere. Each record carries the number of the person it means as a note.
struct RandomWorld {
    private var random: SeededRandom
    private let people: Int
    private static let given = ["Ann", "Bob", "Carla", "Dimitri", "Eleni", "Farid", "Greta", "Hiro"]
    private static let family = [
        "Hale", "Ortiz", "Umeh", "Lindgren", "Sims", "Petrossian", "O'Rourke", "Müller",
    ]

    init(seed: UInt64, people: Int = 12) {
        random = SeededRandom(seed: seed)
        self.people = people
    }

    /// A source that knows some of the people, at times one of them twice.
    /// - Parameter hasPages: Whether it names pages; the records of people with pages are never bare.
    mutating func source(asOf day: CalendarDay, hasPages: Bool) -> SourceRecords {
        var records = SourceRecords(format: hasPages ? .linkedIn : .vCard, path: "source")
        records.asOf = day
        for line in 1...people {
            var record = record(of: below(people), hasPage: hasPages, on: day)
            record.place.line = line
            records.contacts.append(record)
        }
        records.talks = (0..<people).map { _ in
            let contact = below(people)
            return TalkRecord(
                id: "<\(day)-\(below(1000))@example.com>", date: Timestamp(day + -below(300)),
                sender: below(2) == 0 ? nil : contact, others: [contact], channel: .message,
                place: SourcePlace(file: "messages.csv", line: 1))
        }
        records.acquaintances = [
            AcquaintanceRecord(first: 0, second: 1 + below(people - 1), how: "in copy", lastContact: day)
        ]
        return records
    }

    private mutating func record(of number: Int, hasPage: Bool, on day: CalendarDay) -> ContactRecord {
        let (given, family) = (Self.given[number / 2 % 8], Self.family[number / 16 % 8])
        let names = [
            "\(given) \(family)", "\(family), \(given)", "Dr. \(given) Q. \(family), PhD",
            "\(given) \(family) 🚀",
        ]
        var record = ContactRecord(name: names[below(4)], place: SourcePlace(file: "contacts", line: 1))
        if hasPage { record.profileURLs = ["https://www.linkedin.com/in/p\(number)?trk=\(below(9))"] }
        if !hasPage || below(2) == 0 { record.emails = ["P\(number)@example.com"] }
        if below(3) == 0 { record.emails.append("\(number)@home.example.org") }
        if below(3) == 0 {
            let rest = number < 10 ? "0\(number)" : "\(number)"
            record.phones = [["+1 617 555-01\(rest)", "(617) 555 01\(rest)"][below(2)]]
        }
        if below(2) == 0 {
            // Everybody moves once, each on a day of their own.
            let company = day < CalendarDay(number: 20_000 + 10 * number) ? number : number + 100
            record.company = ["Company \(company) Inc.", "Company \(company)"][below(2)]
            record.title = "Engineer"
        }
        record.isAcquaintance = below(2) == 0
        if record.isAcquaintance { record.connectedOn = day + -below(100) }
        record.notes = ["person \(number)"]
        return record
    }

    mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    /// The numbers of the people an entry stands for.
    static func numbers(of person: Person) -> Set<String> {
        Set(person.observations.filter { $0.hasPrefix("person ") })
    }
}

import DateLiterals
import ReboundTestSupport
import ReferralGraph
import SourceReaders

/// Random records of invented people out of small pools, so that names, addresses and employers meet all the time; some
/// texts are hostile.
struct RandomRecords {
    private var random: SeededRandom
    /// Whether texts may be hostile and numbers out of range.
    var isHostile = false

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func records(size: Int = 8, asOf: CalendarDay? = nil) -> SourceRecords {
        var records = SourceRecords(format: pick(SourceReader.all.map(\.format)), path: "export.zip")
        records.asOf = asOf ?? (chance(3) ? nil : day())
        if chance(2) { records.owner = contact(0) }
        records.contacts = (0..<below(size + 1)).map { contact($0 + 1) }
        let count = records.contacts.count
        records.talks = (0..<below(2 * size + 1)).map { _ in talk(contacts: count) }
        records.applications = (0..<below(4)).map { line in
            ApplicationRecord(
                company: company(), title: text(["Lead", "lead ", "Engineer", "Analyst"]),
                date: Timestamp(day(below: 4)), place: SourcePlace(file: "jobs.csv", line: line))
        }
        records.ownJobs = (0..<below(4)).map { line in
            let (from, length) = (chance(3) ? nil : day(), below(900))
            return OwnJobRecord(
                company: company(), title: chance(2) ? text(["Engineer", "Team lead"]) : nil, from: from,
                to: chance(3) ? nil : (from ?? day()) + length,
                place: SourcePlace(file: "Positions.csv", line: line))
        }
        records.ownEducation = (0..<below(3)).map { line in
            OwnEducationRecord(
                Education(
                    school: text(["Hollis Park School", "hollis park school", "Umberthwaite"]),
                    degree: chance(2) ? text(["BA", "MSc"]) : nil, from: chance(2) ? day(below: 600) : nil,
                    to: chance(2) ? day() + 600 : nil),
                place: SourcePlace(file: "Education.csv", line: line))
        }
        records.proposals = (0..<below(5)).map { line in
            let kind = pick(Target.Kind.allCases)
            return ProposalRecord(
                Target(
                    kind: kind, name: kind == .company ? company() : text(["Lead", "lead ", "Berlin"]),
                    standing: .proposed, source: text(["followed on LinkedIn"]),
                    date: chance(2) ? day() : nil),
                place: SourcePlace(file: "Follows.csv", line: line))
        }
        for position in records.applications.indices where chance(2) {
            records.applications[position].steps = (0..<below(3)).map { _ in
                let stage = pick(Array(Stage.allCases.dropFirst()))
                return .init(stage: stage, day: day(), isDated: !stage.isFinal || chance(2))
            }
            if count > 0 {
                records.applications[position].participants = [
                    .init(contact: below(count), role: pick(Participant.Role.allCases))
                ]
            }
            records.applications[position].note = chance(2) ? text(["note", "=1+1", "a\nb"]) : nil
        }
        if count > 1 {
            records.acquaintances = (0..<below(size)).map { _ in
                let first = below(count - 1)
                return AcquaintanceRecord(
                    first: first, second: first + 1 + below(count - first - 1),
                    how: text(["in a group thread of 4", "in copy"]), lastContact: chance(2) ? day() : nil)
            }
        }
        return records
    }

    mutating func contact(_ line: Int) -> ContactRecord {
        var record = ContactRecord(name: name(), place: SourcePlace(file: "contacts.csv", line: line))
        if chance(4) { record.otherNames = [name()] }
        if chance(2) { record.profileURLs = several(2) { $0.page() } }
        if chance(2) { record.emails = several(2) { $0.email() } }
        if chance(3) { record.phones = several(2) { $0.phone() } }
        if chance(2) { record.company = company() }
        if chance(2) { record.title = text(["Engineer", "Team lead", "Head of People"]) }
        if chance(4) { record.department = text(["People", "Research"]) }
        if chance(2) { record.connectedOn = day() }
        record.isAcquaintance = chance(2)
        if chance(4) { record.strength = pick(isHostile ? [0.5, 0, -1, 2, .nan, .infinity] : [0.5, 0.9]) }
        if chance(4) { record.how = text(["Former colleague"]) }
        if chance(4) { record.notes = [text(["Likes boats", "Met at the fair"])] }
        return record
    }

    mutating func name() -> String {
        text([
            "Ann Hale", "Ann B. Hale", "Hale, Ann", "Dr. Ann Hale, PhD", "Bob Hale", "Bob Ortiz", "Ann Ortiz",
            "Bob",
            "A. Hale", "Åsa Hale", "Asa Hale", "", "王小芳", "Ann Hale 🚀", "Me",
        ])
    }

    private mutating func talk(contacts: Int) -> TalkRecord {
        let others = contacts == 0 ? [] : several(3) { $0.below(contacts) }
        var ids = (0..<30).map { "<\($0)@mail.example.com>" }
        if isHostile { ids += HostileText.all.prefix(5) + ["", " ", "\u{0}"] }
        return TalkRecord(
            id: pick(ids), date: Timestamp(day()),
            sender: contacts == 0 || chance(2) ? nil : below(contacts + (isHostile ? 3 : 0)), others: others,
            channel: pick(Interaction.Channel.allCases), thread: chance(2) ? text(["t1", "t2"]) : nil,
            subject: chance(2) ? text(["Lunch?"]) : nil, text: chance(4) ? text(["See you"]) : nil,
            place: SourcePlace(file: "messages.csv", line: 1))
    }

    private mutating func company() -> String {
        text([
            "Acme", "ACME Inc.", "Brightwell & Sons", "Brightwell and Sons Ltd", "Quillon GmbH",
            "The Quillon",
        ])
    }

    private mutating func page() -> String {
        text([
            "https://www.linkedin.com/in/ann-hale", "linkedin.com/in/Ann-Hale/",
            "https://de.linkedin.com/in/ann-2",
            "https://www.linkedin.com/in/bob", "https://acme.example/team", "http://ann.example/me?x=1",
            "ann",
        ])
    }

    private mutating func email() -> String {
        text([
            "ann@example.com", "Ann@Example.COM", "hales@example.com", "bob@example.com", "info@acme.example",
            "bob",
        ])
    }

    private mutating func phone() -> String {
        text(["+1 617 555-0115", "617-555-0115", "001 617 555 0115", "+1 212 555 0147", "555-0147", "x12"])
    }

    mutating func text(_ texts: [String]) -> String {
        isHostile && chance(8) ? pick(HostileText.all + ["", " ", "\n"]) : pick(texts)
    }

    mutating func day() -> CalendarDay { day(below: 1000) }

    mutating func day(below limit: Int) -> CalendarDay { CalendarDay(number: 20_000 + below(limit)) }

    mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    /// Once in so many times.
    mutating func chance(_ often: Int) -> Bool { below(often) == 0 }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    private mutating func several<Value>(_ limit: Int, _ make: (inout Self) -> Value) -> [Value] {
        var values: [Value] = []
        for _ in 0...below(limit) { values.append(make(&self)) }
        return values
    }
}

/// A network of no one but the seeker.
func emptyNetwork() -> ReferralNetwork {
    ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Me")])
}

/// Records of a LinkedIn archive.
func archive(asOf: String? = "2026-03-01", _ contacts: ContactRecord...) -> SourceRecords {
    var records = SourceRecords(format: .linkedIn, path: "archive.zip")
    records.asOf = asOf.flatMap { CalendarDay($0) }
    records.contacts = contacts
    return records
}

/// A contact with what is given.
func contact(
    _ name: String, _ page: String? = nil, email: String? = nil, phone: String? = nil, company: String? = nil,
    title: String? = nil, isAcquaintance: Bool = false
) -> ContactRecord {
    var record = ContactRecord(name: name, place: SourcePlace(file: "Connections.csv", line: 4))
    record.profileURLs = page.map { ["https://www.linkedin.com/in/\($0)"] } ?? []
    record.emails = email.map { [$0] } ?? []
    record.phones = phone.map { [$0] } ?? []
    record.company = company
    record.title = title
    record.isAcquaintance = isAcquaintance
    return record
}

let today = ("2026-04-09" as CalendarDay)

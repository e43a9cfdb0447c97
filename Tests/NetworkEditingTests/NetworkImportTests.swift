import DateLiterals
import Foundations
import NetworkEditing
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@Suite("Taking in a source")
struct NetworkImportTests {
    private func imported(_ sources: SourceRecords..., into start: ReferralNetwork? = nil) -> ReferralNetwork
    {
        var network = start ?? emptyNetwork()
        for source in sources { NetworkImport.apply(source, to: &network, today: today) }
        return network
    }

    // MARK: People

    @Test("People get readable identifiers, in the order of how well they can be told apart")
    func identifiers() {
        let network = imported(
            archive(
                contact("María López"), contact("Maria Lopez", "ml-1"),
                contact("Dr. Maria Q. Lopez, PhD", "ml-2"),
                contact("王小芳", "wang"), contact("🚀", "rocket"), contact("", email: "Jo.Doe@example.com"),
                contact("", phone: "+1 617 555-0115")))
        #expect(
            network.people.map(\.id) == [
                "me", "maria-lopez", "maria-lopez-2", "王小芳", "person", "jo-doe", "1-617-555-0115",
            ])
        #expect(network.people[2].name == "Dr. Maria Q. Lopez, PhD")
        #expect(network.people[5].name == "Jo.Doe@example.com")
    }

    @Test("A bare name that several people have is not used, and said so")
    func ambiguous() {
        var network = imported(archive(contact("Ann Hale", "a"), contact("Ann Hale", "b")))
        let before = network
        let report = NetworkImport.apply(
            archive(contact("Ann Hale"), contact(" ")), to: &network, today: today)
        #expect(network == before)
        #expect(report.unused.map(\.reason) == [.ambiguous, .nameless])
        #expect(report.unused[0].place == SourcePlace(file: "Connections.csv", line: 4))
        #expect(!report.hasChanges && report.unchangedPeople == 0)
    }

    @Test("What a source adds completes a person, and what is there stays")
    func completes() {
        var record = contact("Hale, Ann", "ann", email: "a@example.org", phone: "617-555-0115")
        record.otherNames = ["Annie", "Ann Hale"]
        record.notes = ["Has a dog", " Has a dog ", ""]
        record.profileURLs.append("ann.example/me")
        record.profileURLs.append("javascript:alert(1)")
        var start = emptyNetwork()
        start.people.append(
            Person(
                id: "x", name: "Ann Hale", emails: ["ann@example.com"], phones: ["+1 (617) 555-0115"],
                profileURL: "https://linkedin.com/in/ANN", timeZone: "UTC", isStar: true, doNotContact: true))
        let ann = imported(archive(record), into: start).people[1]
        #expect(ann.id == "x" && ann.name == "Ann Hale" && ann.otherNames == ["Annie"])
        #expect(ann.emails == ["ann@example.com", "a@example.org"] && ann.phones == ["+1 (617) 555-0115"])
        #expect(
            ann.profileURL == "https://linkedin.com/in/ANN"
                && ann.otherProfileURLs == ["https://ann.example/me"])
        #expect(ann.observations == ["Has a dog"] && ann.isStar && ann.doNotContact && ann.timeZone == "UTC")
    }

    @Test("An address gives way to the name that another source has for it")
    func standInName() {
        let network = imported(
            archive(contact("", email: "ann@example.com")),
            archive(contact("Ann Hale", "ann", email: "ann@example.com")))
        #expect(network.people.count == 2)
        #expect(network.people[1].name == "Ann Hale" && network.people[1].otherNames == [])
    }

    @Test("Where page and address point to two people, the page wins and the pair is listed")
    func conflict() {
        var network = imported(
            archive(contact("Ann Hale", "ann"), contact("Dimitri Sims", email: "d@example.com")))
        let report = NetworkImport.apply(
            archive(contact("Ann Hale", "ann", email: "d@example.com")), to: &network, today: today)
        #expect(network.people.map(\.emails) == [[], [], ["d@example.com"]])
        #expect(report.doubtfulPairs.map(\.reasons) == [[.sameEmail]])
        #expect(
            report.doubtfulPairs.first?.first == "ann-hale"
                && report.doubtfulPairs.first?.second == "dimitri-sims")
    }

    @Test("Records of one source with different pages are two people, whatever else they share")
    func neverMerged() {
        var other = contact("Ann Hale", email: "ann@example.com", company: "Acme")
        other.profileURLs = ["https://ann.example/me"]
        let network = imported(
            archive(contact("Ann Hale", "a", email: "ann@example.com", company: "Acme"), other))
        #expect(network.people.count == 3)
    }

    @Test("Records with an error change nothing")
    func errors() {
        var records = archive(contact("Ann Hale", "ann"))
        records.diagnostics = [
            Diagnostic(.fileEmpty, file: "x.zip", found: "nothing", expected: "an archive")
        ]
        records.tallies = [SourceTally(file: "x")]
        var network = emptyNetwork()
        let report = NetworkImport.apply(records, to: &network, today: today)
        #expect(network == emptyNetwork())
        #expect(
            report.diagnostics == records.diagnostics && report.tallies == records.tallies
                && !report.hasChanges)
    }

    @Test("The report counts what is new, updated and unchanged")
    func report() {
        var records = archive(
            contact("Ann Hale", "ann", company: "Acme", isAcquaintance: true), contact("Bob Ortiz", "bob"),
            contact("Carla Umeh", "carla"))
        records.acquaintances = [AcquaintanceRecord(first: 0, second: 1, how: "in copy")]
        records.talks = [talk("m1", sender: 0)]
        var network = imported(archive(contact("Bob Ortiz", "bob"), contact("Carla Umeh", "carla")))
        records.contacts[1].emails = ["bob@example.com"]
        let report = NetworkImport.apply(records, to: &network, today: today)
        #expect(report.newPeople == ["ann-hale"] && report.updatedPeople == ["bob-ortiz"])
        #expect(report.unchangedPeople == 1 && report.newCompanies == 1 && report.newInteractions == 1)
        #expect(report.newTies == 1 && report.newInferredTies == 1 && report.knownInteractions == 0)
        let again = NetworkImport.apply(records, to: &network, today: today)
        #expect(!again.hasChanges && again.unchangedPeople == 3 && again.knownInteractions == 1)
    }

    @Test("The owner completes a seeker who is only called Me")
    func owner() {
        var records = archive()
        records.owner = contact("Mia Brand", "mia", email: "mia@example.com", company: "Acme")
        let seeker = imported(records).people[0]
        #expect(seeker.id == "me" && seeker.name == "Mia Brand" && seeker.emails == ["mia@example.com"])
        #expect(seeker.profileURL == "https://www.linkedin.com/in/mia" && seeker.employments.count == 1)
        #expect(imported(records).ties == [])
    }

    @Test("A source of someone else leaves the seeker alone and says so")
    func foreignOwner() {
        var records = archive()
        records.owner = contact("Greta Sims", "greta")
        var network = ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Mia Brand")])
        let report = NetworkImport.apply(records, to: &network, today: today)
        #expect(network.people == [Person(id: "me", name: "Mia Brand")])
        #expect(report.findings == [.foreignOwner(name: "Greta Sims")])
    }

    // MARK: Ties

    @Test("Only acquaintances are tied to the seeker, and the user's own tie stays")
    func ties() {
        var known = contact("Ann Hale", "ann", isAcquaintance: true)
        known.connectedOn = CalendarDay("2020-05-01")
        known.strength = 0.9
        known.how = "Recommended you"
        let stranger = contact("Bob Ortiz", "bob")
        #expect(
            imported(archive(known, stranger)).ties == [
                Tie(
                    from: "me", to: "ann-hale", strength: 0.9, how: "Recommended you",
                    since: CalendarDay("2020-05-01"))
            ])
        var start = imported(archive(contact("Ann Hale", "ann")))
        start.ties = [Tie(from: "ann-hale", to: "me", strength: 0.2, how: "Cousin")]
        #expect(
            imported(archive(known), into: start).ties == [
                Tie(
                    from: "ann-hale", to: "me", strength: 0.2, how: "Cousin", since: CalendarDay("2020-05-01")
                )
            ])
        known.strength = .nan
        #expect(imported(archive(known)).ties[0].strength == nil)
    }

    @Test("Ties between others are guesses, and never where a tie is known")
    func inferredTies() {
        var records = archive(contact("Ann Hale", "a"), contact("Bob Ortiz", "b"), contact("Carla Umeh", "c"))
        let (early, late) = (("2025-01-01" as CalendarDay), ("2025-02-01" as CalendarDay))
        records.acquaintances = [
            AcquaintanceRecord(first: 0, second: 1, how: "in copy", lastContact: early),
            AcquaintanceRecord(first: 1, second: 0, how: "in a group", lastContact: late),
            AcquaintanceRecord(first: 1, second: 2, how: "in copy"),
            AcquaintanceRecord(first: 0, second: 9, how: "x"),
        ]
        var start = imported(archive(contact("Bob Ortiz", "b"), contact("Carla Umeh", "c")))
        start.ties = [Tie(from: "carla-umeh", to: "bob-ortiz", kind: .reportsTo)]
        let ties = imported(records, into: start).ties
        #expect(
            ties == [
                Tie(from: "carla-umeh", to: "bob-ortiz", kind: .reportsTo),
                Tie(
                    from: "ann-hale", to: "bob-ortiz", how: "in a group", lastContact: late, isInferred: true),
            ])
    }

    // MARK: Talks

    private func talk(
        _ id: String, sender: Int?, others: [Int] = [0], date: String = "2026-04-01T10:00Z",
        channel: Interaction.Channel = .message
    ) -> TalkRecord {
        TalkRecord(
            id: id, date: Timestamp(date)!, sender: sender, others: others, channel: channel, thread: "t",
            subject: " Lunch? ", text: "See you", place: SourcePlace(file: "messages.csv", line: 2))
    }

    @Test("Messages become interactions with those who took part")
    func talks() {
        var records = archive(contact("Ann Hale", "a"), contact("Bob Ortiz", "b"))
        records.talks = [
            talk("m1", sender: nil, others: [1, 0]), talk("m2", sender: 1, others: [0, 1]),
            talk("m2", sender: 0), talk("m3", sender: nil, channel: .meeting),
            talk("m4", sender: 0, date: "2026-03-01T10:00Z"), talk("m5", sender: nil, date: "2020-03-01"),
            talk("m6", sender: nil, others: []), talk("m\u{0}7", sender: 7, others: [8]),
        ]
        var network = emptyNetwork()
        let report = NetworkImport.apply(records, to: &network, today: today)
        #expect(network.interactions.map { $0.id?.text } == ["m1", "m2", "m3", "m4", "m5"])
        #expect(
            network.interactions.map(\.direction) == [.outgoing, .incoming, .mutual, .incoming, .outgoing])
        #expect(network.interactions[0].people == ["bob-ortiz", "ann-hale"])
        #expect(network.interactions[1].people == ["bob-ortiz", "ann-hale"])
        #expect(network.interactions[0].subject == "Lunch?" && network.interactions[0].note == "See you")
        #expect(
            network.interactions.allSatisfy { $0.purposes.isEmpty && !$0.closesThread && $0.thread == "t" })
        // Only the answer that the seeker owed more than a month ago is not owed any more.
        #expect(network.interactions.map(\.expectsReply) == [nil, nil, nil, false, nil])
        #expect(report.unused.map(\.reason) == [.withoutOthers, .withoutOthers])
    }

    @Test("A bare name is found again by its talk, even when others have the name by then")
    func foundByTalk() {
        var messages = archive(contact("Ann Hale"))
        messages.talks = [talk("m1", sender: 0)]
        var network = imported(messages, archive(contact("Ann Hale", "a"), contact("Ann Hale", "b")))
        #expect(network.people.count == 4)
        messages.contacts[0].notes = ["Has a dog"]
        messages.talks = (2...9).map { talk("m\($0)", sender: 0) } + messages.talks
        NetworkImport.apply(messages, to: &network, today: today)
        #expect(network.people.count == 4)
        #expect(network.people[1].observations == ["Has a dog"])
        #expect(network.interactions.map(\.people) == Array(repeating: ["ann-hale"], count: 9))
    }

    @Test("The seeker's own card in an address book is the seeker")
    func ownCard() {
        var records = archive(contact("Mia Brand", email: "mia@example.com", isAcquaintance: true))
        records.talks = [talk("m1", sender: 0)]
        let start = ReferralNetwork(
            seeker: "me", people: [Person(id: "me", name: "Mia Brand", emails: ["mia@example.com"])])
        #expect(imported(records, into: start) == start)
    }

    // MARK: Applications

    @Test("An application is one by company, title and day")
    func applications() {
        func application(_ company: String, _ title: String, _ day: String) -> ApplicationRecord {
            ApplicationRecord(
                company: company, title: title, date: Timestamp(day)!,
                place: SourcePlace(file: "jobs.csv", line: 2))
        }
        var records = archive()
        records.applications = [
            application("Acme Inc.", "Lead Engineer", "2026-01-05T09:00"),
            application("ACME", "lead engineer", "2026-01-05"),
            application("Acme", "Lead Engineer", "2026-02-05"), application("Acme", " ", "2026-02-05"),
            application("", "Analyst", "2026-02-05"), application("Quillon", "Analyst", "2026-02-05"),
        ]
        var start = emptyNetwork()
        start.companies = [Company(id: "q", name: "Quillon")]
        let day = ("2026-03-01" as CalendarDay)
        start.opportunities = [
            Opportunity(
                id: "mine", title: "analyst", company: "q",
                stages: [StageEvent(stage: .interview, date: Timestamp(day))])
        ]
        var network = start
        let report = NetworkImport.apply(records, to: &network, today: today)
        #expect(
            network.opportunities.map(\.id) == ["mine", "acme-lead-engineer", "acme-lead-engineer-2"])
        #expect(network.opportunities[0].stages.map(\.stage) == [.applied, .interview])
        #expect(report.newOpportunities == 2 && report.updatedOpportunities == 1)
        #expect(report.unused.map(\.reason) == [.untitled, .untitled])
    }

    @Test(
        "Stages and people come in once, whatever the order of the lists", arguments: 0..<200 as Range<UInt64>
    )
    func stages(seed: UInt64) {
        var random = RandomRecords(seed: seed)
        let lists = (0..<3).map { _ in
            var list = random.records(size: 1)
            (list.contacts, list.talks, list.acquaintances, list.owner) = ([], [], [], nil)
            for position in list.applications.indices { list.applications[position].note = nil }
            return list
        }
        func outcome(_ lists: [SourceRecords]) -> [String] {
            var network = emptyNetwork()
            for list in lists { NetworkImport.apply(list, to: &network, today: "2027-06-01") }
            return network.opportunities.map { role in
                "\(role.company) \(foldedName(role.title)) "
                    + role.stages.map { "\($0.stage) \($0.date.day) \($0.note ?? "")" }.joined(separator: ",")
            }.sorted()
        }
        #expect(outcome(lists) == outcome(lists.reversed()))
        #expect(outcome(lists) == outcome(lists + lists))
    }

    @Test("An end without a day gives way to the same with a day, and a stage that lies ahead waits")
    func undatedEnds() {
        func list(_ steps: [ApplicationRecord.Step]) -> SourceRecords {
            var records = archive(contact("Ada Moss", "ada"))
            var application = ApplicationRecord(
                company: "Acme", title: "Cook", date: Timestamp("2024-10-01" as CalendarDay),
                place: SourcePlace(file: "jobs.csv", line: 2))
            application.steps = steps
            application.participants = [.init(contact: 0, role: .recruiter)]
            records.applications = [application]
            return records
        }
        var network = emptyNetwork()
        NetworkImport.apply(
            list([.init(stage: .rejected, day: "2024-10-01", isDated: false)]), to: &network, today: today)
        #expect(network.opportunities[0].currentStage?.stage == .rejected)
        #expect(network.opportunities[0].participants.map(\.role) == [.recruiter])
        let dated = list([
            .init(stage: .rejected, day: "2024-10-08"), .init(stage: .offer, day: "2999-01-01"),
        ])
        let report = NetworkImport.apply(dated, to: &network, today: today)
        #expect(
            network.opportunities[0].stages.map { "\($0.stage) \($0.date.day)" }
                == ["applied 2024-10-01", "rejected 2024-10-08"])
        #expect(network.opportunities[0].stages.allSatisfy { $0.note == nil })
        #expect(report.updatedOpportunities == 1 && report.unused.map(\.reason) == [.ahead])
        #expect(!NetworkImport.apply(dated, to: &network, today: today).hasChanges)
    }

    // MARK: Text

    @Test("Texts are composed, trimmed, bounded and never blank", arguments: HostileText.all)
    func texts(text: String) {
        var record = contact(
            text, "x", email: text, phone: text, company: text, title: text, isAcquaintance: true)
        record.how = text
        record.department = text
        record.notes = [text, String(repeating: text + "e\u{301}", count: 5000)]
        record.otherNames = [text]
        record.profileURLs.append("https://\(text).example/x")
        var records = archive(record)
        records.talks = [talk("m\(text)", sender: 0), talk(text, sender: 0)]
        records.applications = [
            ApplicationRecord(company: text, title: text, date: Timestamp(today), place: record.place)
        ]
        let network = imported(records)
        #expect(network.issues().filter(\.isError) == [])
        let bytes = NetworkJSONWriter.bytes(of: network)
        let read = NetworkJSONReader.read(bytes: bytes, file: "net.json", asOf: nil)
        #expect(read.diagnostics == [])
        // Composed: no mark that could be part of the letter before it.
        #expect(network.people[1].observations.allSatisfy { Array(composed($0).utf8) == Array($0.utf8) })
        #expect(network.people[1].observations.allSatisfy { $0.unicodeScalars.count <= 20_000 })
    }
}

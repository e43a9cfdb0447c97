import DateLiterals
import NetworkEditing
import ReferralGraph
import Testing

@Suite("Recording people and companies")
struct PeopleAndCompaniesTests {
    private var editor = sampleEditor()

    @Test("someone new comes with everything the user knows, and with a company not known before")
    mutating func addPerson() throws {
        var details = PersonDetails()
        details.company = "Harbour Bank"
        details.title = " Head of  Data "
        details.emails = ["ann@example.com", "ann@example.com", " "]
        details.phones = ["555-0101"]
        details.profileURL = "https://people.example/ann"
        details.timeZone = "America/Chicago"
        details.directReports = 4
        details.observations = ["Keeps bees"]
        details.isStar = true
        details.how = "Evening school"
        details.strength = 0.5
        let edit = try editor.addPerson("Ann  Berg", details)
        #expect(
            edit.changes == [
                "Added Ann Berg (ann-berg)", "Added the company Harbour Bank (harbour-bank)",
                "Ann Berg is Head of Data at Harbour Bank", "Ann Berg: e-mail ann@example.com",
                "Ann Berg: telephone 555-0101", "Ann Berg: noted “Keeps bees”",
                "Ann Berg: page https://people.example/ann", "Ann Berg: time zone America/Chicago",
                "Ann Berg has 4 direct reports", "Ann Berg is a star now",
                "You know Ann Berg: Evening school, strength 0.5",
            ])
        #expect(edit.people == ["ann-berg"] && edit.summary == "Added Ann Berg")
        #expect(
            editor.network["ann-berg"]
                == Person(
                    id: "ann-berg", name: "Ann Berg", emails: ["ann@example.com"], phones: ["555-0101"],
                    profileURL: "https://people.example/ann", timeZone: "America/Chicago",
                    employments: [Employment(company: "harbour-bank", title: "Head of Data")], isStar: true,
                    observations: ["Keeps bees"], directReports: 4))
        #expect(
            editor.network.ties == [Tie(from: "me", to: "ann-berg", strength: 0.5, how: "Evening school")])
    }

    @Test("days off replace those known before, in the order of the week")
    mutating func daysOff() throws {
        var details = PersonDetails()
        details.daysOff = ["Saturday", " friday"]
        #expect(try editor.describe("maria", details).changes == ["Maria Lopez: off on Friday and Saturday"])
        #expect(editor.network["maria-lopez"].weekend == [.friday, .saturday])
        #expect(try editor.describe("maria", details).changes == [])
        details.daysOff = ["sunday"]
        try editor.describe("maria", details)
        #expect(editor.network["maria-lopez"].weekend == [.sunday])
        details.daysOff = ["fridy"]
        #expect {
            try editor.describe("maria", details)
        } throws: { error in
            guard case EditError.invalid("day of the week", "fridy", _, let hint) = error else {
                return false
            }
            return hint == "did you mean \"friday\"?"
        }
        details.daysOff = Weekday.allCases.map(\.name)
        #expect {
            try editor.describe("maria", details)
        } throws: { error in
            guard case EditError.invalid("days off", _, "at most six of them", _) = error else {
                return false
            }
            return true
        }
    }

    @Test("a namesake is refused unless it is wanted")
    mutating func namesakes() throws {
        let error = EditError.namesake(.person, name: "Maria Lopez", existing: "maria-lopez")
        #expect(throws: error) { try editor.addPerson("maria lópez") }
        #expect(error.explanation.hasPrefix("there is already a person called Maria Lopez (maria-lopez)"))
        try editor.addPerson("Maria Lopez", allowNamesake: true)
        #expect(editor.network.people.last?.id == "maria-lopez-2")
        var network = editor.network
        network.people.append(Person(id: "ANN", name: "Anna"))
        editor = NetworkEditor(network, now: editor.now)
        #expect(try editor.addPerson("Ann").people == ["ann-2"])
        #expect(throws: EditError.namesake(.company, name: "Acme Robotics", existing: "acme")) {
            try editor.addCompany("ACME ROBOTICS")
        }
        #expect(throws: EditError.blank(field: "the person’s name")) { try editor.addPerson(" \n ") }
    }

    @Test("a refused edit leaves nothing behind")
    mutating func atomic() throws {
        let before = editor.network
        var details = PersonDetails()
        details.company = "New Company"
        details.timeZone = "Mars/Olympus"
        #expect(throws: EditError.self) { try editor.addPerson("Ann", details) }
        #expect(throws: EditError.noMatch(.person, text: "Mria Lopez", suggestion: "Maria Lopez")) {
            try editor.star(["Mria Lopez"])
        }
        #expect(editor.network == before)
    }

    @Test("fields refuse what cannot be meant, and say what they take")
    mutating func invalid() throws {
        var page = PersonDetails()
        page.profileURL = "people.example"
        var zone = PersonDetails()
        zone.timeZone = "Chicago"
        var email = PersonDetails()
        email.emails = ["maria@example.com", "nonsense"]
        var phone = PersonDetails()
        phone.phones = ["ask her"]
        for (details, field, text) in [
            (page, "page", "people.example"), (zone, "time zone", "Chicago"),
            (email, "e-mail address", "nonsense"), (phone, "telephone number", "ask her"),
        ] {
            #expect {
                try editor.describe("maria", details)
            } throws: { error in
                guard case EditError.invalid(field, text, _, _) = error else { return false }
                return (error as? EditError)?.explanation.hasPrefix("“\(text)” cannot be the \(field)")
                    == true
            }
        }
    }

    @Test("a name that fits two is answered with both, and a misspelt one with the nearest")
    mutating func ambiguous() throws {
        let error = EditError.ambiguous(
            .person, text: "Da", candidates: ["Dan Whitfield (dan)", "Dan Okafor (dan-2)"])
        #expect(throws: EditError.noMatch(.person, text: "Maira", suggestion: "Maria Lopez")) {
            try editor.star(["Maira"])
        }
        #expect(try editor.star(["dan"]).people == ["dan"])
        #expect(throws: error) { try editor.observe("Da", "x") }
        #expect(
            error.explanation
                == "“Da” fits 2 people: Dan Whitfield (dan), Dan Okafor (dan-2)")
        #expect(
            EditError.noMatch(.person, text: "Mria", suggestion: "Maria Lopez").explanation
                == "no person matches “Mria”; did you mean Maria Lopez?")
    }

    @Test("stars, observations, reports and a wish not to be contacted are kept once")
    mutating func flags() throws {
        #expect(try editor.star(["okafor"]).changes == ["Dan Okafor is a star now"])
        #expect(try editor.star(["okafor"]).changes == [])
        #expect(try editor.star(["okafor"], false).summary == "Dan Okafor is no longer a star")
        #expect(
            try editor.doNotContact(["okafor"]).changes == ["Dan Okafor is not to be contacted any more"])
        #expect(editor.network["dan-2"].doNotContact && !editor.network["dan-2"].isStar)
        try editor.observe("okafor", "Likes\ntea ")
        #expect(try editor.observe("okafor", "Likes\ntea").changes == [])
        #expect(editor.network["dan-2"].observations == ["Likes\ntea"])
        try editor.reports("okafor", count: 7)
        #expect(editor.network["dan-2"].directReports == 7)
        #expect(throws: EditError.self) { try editor.reports("okafor", count: -1) }
        #expect(throws: EditError.aboutTheSeeker(verb: "star")) { try editor.star(["Mia"]) }
    }

    @Test("a title alone belongs to the job someone has")
    mutating func title() throws {
        var details = PersonDetails()
        details.title = "Director"
        #expect(
            try editor.describe("whitfield", details).changes == [
                "Dan Whitfield is Director at Acme Robotics"
            ])
        #expect(
            editor.network["dan"].employments
                == [Employment(company: "acme", title: "Director", from: "2020-01-01")])
        #expect(throws: EditError.blank(field: "the company at which Maria Lopez has that role")) {
            try editor.describe("maria", details)
        }
    }

    @Test("who moves ends the job of before; a reporting line becomes an acquaintance")
    mutating func moved() throws {
        try editor.tie("Maria", "Dan Whitfield", kind: .reportsTo)
        let edit = try editor.moved("Dan Whitfield", to: "campbell", title: "Director", on: "2026-03-02")
        #expect(
            edit.changes == [
                "Dan Whitfield is Director at Campbell & Sons since 2026-03-02",
                "Dan Whitfield has left Acme Robotics",
                "Maria Lopez no longer reports to Dan Whitfield, but knows them",
            ])
        #expect(
            editor.network["dan"].employments == [
                Employment(company: "acme", title: "Manager", from: "2020-01-01", to: "2026-03-01"),
                Employment(company: "campbell", title: "Director", from: "2026-03-02"),
            ])
        #expect(editor.network.ties.map(\.kind) == [.knows])
        #expect(editor.network.ties.map(\.how) == ["worked together at Acme Robotics"])
        #expect(try editor.moved("Dan Whitfield", to: "Campbell").changes == [])
        // A slip of the same day is corrected, not kept as a job of no length.
        try editor.moved("Dan Whitfield", to: "Bell", on: "2026-03-02")
        #expect(editor.network["dan"].employments.map(\.company) == ["acme", "bell"])
    }

    @Test("a move may lie ahead, and a part of a word is no company")
    mutating func movesAhead() throws {
        try editor.moved("Dan Whitfield", to: "bell", on: "2026-04-01")
        #expect(editor.network.companies.last?.name == "bell")
        #expect(editor.network["dan"].employment(on: "2026-03-31")?.company == "acme")
        #expect(editor.network["dan"].employment(on: "2026-04-01")?.company == "bell")
        let edit = try editor.moved("okafor", to: "Acme Robotcs")
        #expect(edit.changes[0].hasSuffix("if you meant Acme Robotics, undo this and write it so"))
    }

    @Test("ties are kept once, are added to, and close no circle")
    mutating func ties() throws {
        try editor.tie("maria", "dan", how: "Choir")
        #expect(try editor.tie("dan", "maria", how: "Choir").changes == [])
        try editor.tie("dan", "maria", strength: 0.75, since: "2024-01-01")
        #expect(
            editor.network.ties == [
                Tie(from: "maria-lopez", to: "dan", strength: 0.75, how: "Choir", since: "2024-01-01")
            ])
        try editor.tie("maria", "dan", kind: .reportsTo)
        try editor.tie("dan", "dan-2", kind: .reportsTo)
        #expect(throws: EditError.reportsInCircle(name: "Dan Okafor", boss: "Maria Lopez")) {
            try editor.tie("dan-2", "maria", kind: .reportsTo)
        }
        #expect(throws: EditError.onePersonTwice(name: "Maria Lopez")) { try editor.tie("maria", "lopez") }
        #expect(throws: EditError.self) { try editor.tie("maria", "dan", strength: 1.5) }
        #expect(throws: EditError.self) { try editor.tie("maria", "dan", since: "2026-03-06") }
        #expect(
            try editor.untie("maria", "dan").changes == ["Maria Lopez and Dan Whitfield are no longer tied"])
        #expect(try editor.untie("maria", "dan").changes == [])
        #expect(editor.network.ties.map(\.from) == ["dan"])
    }

    @Test("companies, their news and their openings concern those who work there")
    mutating func companies() throws {
        try editor.addCompany("Harbour Bank", CompanyDetails(priority: .a, hasReferralProgramme: true))
        #expect(
            editor.network[company: "harbour-bank"]
                == Company(id: "harbour-bank", name: "Harbour Bank", priority: .a, hasReferralProgramme: true)
        )
        #expect(
            try editor.describeCompany("acme", CompanyDetails(priority: .b)).changes == [
                "Acme Robotics has priority B"
            ])
        let opening = try editor.opening("acme", "Engineer", department: "Tools", on: "2026-03-04")
        #expect(opening.changes == ["Acme Robotics: opening posted “Engineer” in Tools, 2026-03-04"])
        #expect(opening.people == ["dan"])
        #expect(try editor.opening("acme", "Engineer", department: "Tools", on: "2026-03-04").changes == [])
        try editor.signal(.contractWon, at: "acme", note: "Rail")
        #expect(editor.network[company: "acme"].signals.map(\.kind) == [.openingPosted, .contractWon])
        #expect(try editor.signal(.reportLeaving, about: "dan").people == ["dan"])
        #expect(editor.network["dan"].signals == [Signal(kind: .reportLeaving, date: "2026-03-05")])
        #expect(throws: EditError.noMatch(.company, text: "Nowhere", suggestion: nil)) {
            try editor.signal(.crisis, at: "Nowhere")
        }
        #expect(throws: EditError.inTheFuture("2026-03-06", now: "2026-03-05T10:00Z")) {
            try editor.signal(.crisis, at: "acme", on: "2026-03-06")
        }
    }

    @Test("what nothing mentions can be removed, everything can be renamed")
    mutating func removal() throws {
        #expect(throws: EditError.stillMentioned(name: "Acme Robotics", by: ["1 person", "1 opportunity"])) {
            try editor.remove(company: "acme")
        }
        try editor.log(ContactEntry(with: ["maria"], by: .call))
        try editor.tie("maria", "dan")
        let error = EditError.stillMentioned(name: "Maria Lopez", by: ["1 tie", "1 interaction"])
        #expect(throws: error) { try editor.remove(person: "maria") }
        #expect(
            error.explanation
                == "Maria Lopez cannot be removed: mentioned by 1 tie, 1 interaction; remove those first")
        #expect(try editor.remove(person: "okafor").changes == ["Removed Dan Okafor"])
        try editor.remove(company: "campbell")
        try editor.remove(opportunity: "lead")
        #expect(editor.network.people.count == 3 && editor.network.companies.count == 1)
        #expect(editor.network.opportunities == [])
        #expect(throws: EditError.aboutTheSeeker(verb: "remove")) { try editor.remove(person: "mia") }
        #expect(
            try editor.rename(person: "maria", to: "Maria  Ruiz").changes
                == ["Maria Lopez is called Maria Ruiz now"])
        #expect(editor.network["maria-lopez"].name == "Maria Ruiz")
        #expect(try editor.rename(company: "acme", to: "Acme Robotics").changes == [])
    }
}

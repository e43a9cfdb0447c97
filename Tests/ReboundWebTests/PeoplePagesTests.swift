import Foundations
import NetworkEditing
import PageServer
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

/// A site over a store that holds what a test recorded.
private struct Site {
    let own: OwnNetwork
    let site: ReboundSite

    init(_ folder: TemporaryFolder, isReadOnly: Bool = false) throws {
        let now = try #require(Timestamp("2026-04-09T10:00Z"))
        own = OwnNetwork(path: folder("network.db"), now: now)
        let settings = try Settings(environment: { $0 == "REBOUND_SETTINGS" ? Settings.none : nil })
        site = try ReboundSite(
            WebView(
                of: .store(path: own.path), settings: settings, isReadOnly: isReadOnly, clock: { now }))
    }

    func record(_ verb: (inout NetworkEditor) throws(EditError) -> Edit) throws {
        _ = try own.edit(verb)
    }

    func page(_ path: String, _ query: KeyValuePairs<String, String> = [:], status: Int = 200) async -> String
    {
        let response = await site.page(
            PageRequest(path: path, query: query.map { .init($0.key, $0.value) }))
        #expect(response.status == status, "\(path)")
        return String(decoding: response.body, as: UTF8.self)
    }

    /// What a form is told.
    struct Answer {
        var said: [String]
        var choices: [String]
        var entry: Int?
        var refusal: String?
    }

    func act(_ act: String, _ fields: [String: [String]], seen: Int? = nil) async throws -> Answer {
        var json = JSONWriter()
        json.object { json in
            json.key("act")
            json.string(act)
            if let seen {
                json.key("seen")
                json.integer(seen)
            }
            json.key("fields")
            json.object { json in
                for (name, texts) in fields.sorted(by: { $0.key < $1.key }) {
                    json.key(name)
                    json.array { json in for text in texts { json.string(text) } }
                }
            }
        }
        let response = await site.act(PageRequest(path: "/do", body: json.bytes))
        let answer = try JSONDocument(response.body)
        func texts(_ key: String, _ inner: String? = nil) -> [String] {
            guard let list = answer.value(of: key, in: 0) else { return [] }
            return answer.children(of: list).map { node in
                answer.string(of: inner.flatMap { answer.value(of: $0, in: node) } ?? node)
            }
        }
        return Answer(
            said: texts("said"), choices: texts("choices", "words"),
            entry: answer.value(of: "entry", in: 0).flatMap { answer.integer(of: $0) },
            refusal: answer.value(of: "refusal", in: 0).map { answer.string(of: $0) })
    }

    func person(_ id: PersonID) throws -> Person? { try own.network().people.first { $0.id == id } }
}

private func details(_ tell: (inout PersonDetails) -> Void) -> PersonDetails {
    var details = PersonDetails()
    tell(&details)
    return details
}

@Suite("Pages about people")
struct PeoplePagesTests {
    private func with(_ body: (Site) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let site = try Site(folder)
            for (name, company, title) in [
                ("Dan Whitfield", "Northgate Health", "Head of Data"),
                ("Ruth Adeyemi", "Harbor Savings", "Director"),
                ("Zoë Łukasz", "Harbor Savings", "Analyst"),
            ] {
                try site.record { (editor) throws(EditError) in
                    try editor.addPerson(
                        name,
                        details {
                            $0.company = company
                            $0.title = title
                        })
                }
            }
            try await body(site)
        }
    }

    /// The people of a list, in its order.
    private func people(_ html: String) -> [String] {
        html.matches(of: #/data-person="([^"]*)"/#).map { String($0.1) }
    }

    @Test(
        "Search goes over names, companies, titles and notes, whatever the accents",
        arguments: [
            ("zoe luk", ["zoe-lukasz"]), ("HARBOR", ["ruth-adeyemi", "zoe-lukasz"]),
            ("head of", ["dan-whitfield"]),
            ("bees", ["ruth-adeyemi"]), ("nothing of the kind", []), ("<script>", []),
        ])
    func search(words: String, expected: [String]) async throws {
        try await with { site in
            try site.record { (editor) throws(EditError) in try editor.observe("ruth", "keeps bees") }
            #expect(people(await site.page("/people", ["find": words])) == expected)
        }
    }

    @Test("Filters and orders")
    func filters() async throws {
        try await with { site in
            try site.record { (editor) throws(EditError) in try editor.tag(["ruth"], ["mentor"]) }
            try site.record { (editor) throws(EditError) in
                try editor.log(
                    ContactEntry(
                        with: ["ruth"], by: .email, direction: .outgoing, on: Timestamp("2026-03-02")!))
            }
            #expect(people(await site.page("/people", ["company": "north"])) == ["dan-whitfield"])
            #expect(people(await site.page("/people", ["tag": "mentor"])) == ["ruth-adeyemi"])
            #expect(
                people(await site.page("/people", ["show": "never-contacted"])) == [
                    "dan-whitfield", "zoe-lukasz",
                ])
            #expect(people(await site.page("/people", ["show": "due"])) == ["ruth-adeyemi"])
            #expect(people(await site.page("/people", ["show": "stalled"])) == ["ruth-adeyemi"])
            #expect(
                people(await site.page("/people", ["order": "name"]))
                    == ["dan-whitfield", "ruth-adeyemi", "zoe-lukasz"])
            #expect(people(await site.page("/people", ["order": "last-contact"])).first == "ruth-adeyemi")
            let odd = await site.page("/people", ["show": "x", "order": "y", "from": "-3", "tag": "a b"])
            #expect(people(odd).count == 3)
        }
    }

    @Test("A long list comes a hundred at a time, and its links keep what was asked for")
    func pages() async throws {
        try await with { site in
            try site.record { (editor) throws(EditError) in
                var edit = try editor.addPerson("Extra")
                for number in 1...120 { edit = try editor.addPerson("Guest \(number)").after(edit) }
                return edit
            }
            let first = await site.page("/people", ["find": "guest", "order": "name"])
            #expect(people(first).count == 100)
            #expect(first.contains("120 people"))
            #expect(first.contains("href=\"/people?find=guest&amp;order=name&amp;from=100\""))
            let second = await site.page("/people", ["find": "guest", "order": "name", "from": "100"])
            #expect(people(second).count == 20)
            #expect(Set(people(first)).isDisjoint(with: people(second)))
        }
    }

    @Test("The card has what is due, the facts, the timeline and the ways to someone")
    func card() async throws {
        try await with { site in
            try site.record { (editor) throws(EditError) in
                try editor.log(
                    ContactEntry(
                        with: ["dan"], by: .email, direction: .outgoing, subject: "A question",
                        on: Timestamp("2026-03-02")!))
            }
            try site.record { (editor) throws(EditError) in
                try editor.refer(ReferralEntry(from: "dan", to: "ruth", .given))
            }
            let dan = await site.page("/person", ["id": "dan-whitfield"])
            for text in [
                "Head of Data · Northgate Health", "Timeline", "A question", "gave you a name: Ruth Adeyemi",
                "data-act=\"done\"", "href=\"/person?id=ruth-adeyemi\"",
            ] { #expect(dan.contains(text), "\(text)") }
            let ruth = await site.page("/person", ["id": "ruth-adeyemi"])
            #expect(ruth.contains("Who can introduce you"))
            #expect(ruth.contains("href=\"/person?id=dan-whitfield\""))
            for path in ["/why", "/timeline", "/introductions", "/remove"] {
                #expect(await site.page(path, ["id": "dan-whitfield"]).contains("Dan Whitfield"))
            }
            #expect(await site.page("/person", ["id": "me"]).contains("name=\"rename\""))
            #expect(await site.page("/person", ["id": "<b>"], status: 404).contains("&lt;b&gt;"))
        }
    }

    @Test("A name is never markup", arguments: HostileText.all.filter { $0.contains(where: \.isLetter) })
    func hostile(name: String) async throws {
        try await TemporaryFolder.with { folder in
            let site = try Site(folder)
            try site.record { (editor) throws(EditError) in
                try editor.addPerson(
                    "A \(name) B",
                    details {
                        $0.company = "C \(name) D"
                        $0.title = name
                        $0.observations = [name]
                        $0.how = name
                    })
            }
            try site.record { (editor) throws(EditError) in try editor.addPerson("Second", PersonDetails()) }
            let id = try #require(site.own.network().people.dropFirst().first).id.text
            for (path, query) in [
                ("/people", ["find": name]), ("/people", [:]), ("/person", ["id": id]), ("/why", ["id": id]),
                ("/remove", ["id": id]), ("/merge", ["kept": id]), ("/add-person", ["name": name]),
                ("/triage", [:]),
                ("/merge", ["kept": id, "absorbed": "second"]), ("/duplicates", [:]),
            ] as [(String, [String: String])] {
                let response = await site.site.page(
                    PageRequest(path: path, query: query.map { .init($0.key, $0.value) }))
                let html = String(decoding: response.body, as: UTF8.self)
                let main = html[(html.firstRange(of: "<main")?.lowerBound ?? html.startIndex)...]
                let body = main[..<(main.firstRange(of: "<noscript>")?.lowerBound ?? main.endIndex)]
                for tag in [
                    "script", "img", "svg", "iframe", "base", "meta", "style", "link", "object", "embed",
                ] {
                    #expect(!body.lowercased().contains("<\(tag)"), "\(path) \(name)")
                }
            }
        }
    }

    @Test("Without a store to write to there is no form")
    func readOnly() async throws {
        try await with { site in
            try await TemporaryFolder.with { _ in
                let settings = try Settings(environment: { $0 == "REBOUND_SETTINGS" ? Settings.none : nil })
                let now = site.own.now
                let view = try ReboundSite(
                    WebView(
                        of: .store(path: site.own.path), settings: settings, isReadOnly: true, clock: { now })
                )
                for path in ["/people", "/person", "/duplicates", "/triage"] {
                    let response = await view.page(
                        PageRequest(path: path, query: [.init("id", "dan-whitfield")]))
                    #expect(response.status == 200)
                    #expect(
                        !String(decoding: response.body, as: UTF8.self).contains("<form data-act"), "\(path)")
                    #expect(
                        !String(decoding: response.body, as: UTF8.self).contains("class=\"sheet\""), "\(path)"
                    )
                }
            }
        }
    }
}

@Suite("What is done on the pages about people")
struct PeopleActionsTests {
    private func with(_ body: (Site) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let site = try Site(folder)
            _ = try await site.act("add-person", ["name": ["Dan Whitfield"], "company": ["Northgate"]])
            _ = try await site.act("add-person", ["name": ["Ruth Adeyemi"], "email": ["ruth@example.com"]])
            try await body(site)
        }
    }

    @Test("A namesake is asked about, and either answer is done")
    func namesake() async throws {
        try await with { site in
            let asked = try await site.act("add-person", ["name": ["dan whitfield"], "title": ["Head"]])
            #expect(asked.refusal == "refused")
            #expect(asked.choices == ["Add this to Dan Whitfield", "Add another Dan Whitfield"])
            _ = try await site.act(
                "add-person", ["name": ["dan whitfield"], "title": ["Head"], "more": ["dan-whitfield"]])
            #expect(try site.person("dan-whitfield")?.employments.first?.title == "Head")
            let twin = try await site.act("add-person", ["name": ["dan whitfield"], "namesake": ["yes"]])
            #expect(twin.refusal == nil)
            #expect(try site.own.network().people.count == 4)
        }
    }

    @Test("Each act records what its command records")
    func acts() async throws {
        try await with { site in
            let dan = "dan-whitfield"
            for (act, fields) in [
                (
                    "more",
                    [
                        "person": [dan], "email": ["dan@example.com"], "place": ["Lyon"],
                        "confidential": ["yes"],
                    ]
                ),
                ("star", ["person": [dan]]),
                ("tag", ["person": [dan, "ruth-adeyemi"], "tag": ["mentor, Lyon"]]),
                ("triage", ["person": [dan], "as": ["close"]]),
                ("note", ["person": [dan], "note": ["two dogs"]]),
                ("every", ["person": [dan], "interval": ["3 weeks"]]),
                ("tie", ["person": [dan], "other": ["ruth"], "how": ["school"], "strength": ["0.5"]]),
                ("away", ["person": [dan], "day": ["20 apr"], "to": ["24 apr"]]),
                ("moved", ["person": [dan], "to": ["Harbor"], "title": ["Chief"]]),
                ("left", ["person": [dan], "let-go": ["yes"]]),
            ] as [(String, [String: [String]])] {
                let answer = try await site.act(act, fields)
                #expect(answer.refusal == nil && answer.entry != nil, "\(act): \(answer.said)")
            }
            let person = try #require(try site.person("dan-whitfield"))
            #expect(person.emails == ["dan@example.com"] && person.place == "Lyon" && person.isConfidential)
            #expect(person.isStar && person.tags == ["mentor", "Lyon"] && person.acquaintance == .close)
            #expect(person.observations == ["two dogs"] && person.reminderDays == 21)
            #expect(person.away.count == 1 && person.employments.count == 2)
            let network = try site.own.network()
            #expect(network.ties.contains { $0.how == "school" && $0.strength == 0.5 })
            #expect(try await site.act("undo", [:]).said == ["Took back: Dan Whitfield has left"])
        }
    }

    @Test(
        "What cannot be done is said, and nothing is written",
        arguments: [
            ("add-person", ["name": [" "]]),
            ("more", ["person": ["dan-whitfield"], "email": ["no address"]]),
            ("more", ["person": ["dan-whitfield"], "strength": ["much"]]),
            ("more", ["person": ["nobody at all"]]),
            ("more", ["person": ["dan-whitfield"], "confidential": ["maybe"]]),
            ("tag", ["person": [], "tag": ["x"]]),
            ("tag", ["person": ["dan-whitfield"], "tag": ["two words"]]),
            ("triage", ["person": ["dan-whitfield"], "as": ["+x"]]),
            ("moved", ["person": ["dan-whitfield"]]),
            ("tie", ["person": ["dan-whitfield"], "other": ["dan-whitfield"]]),
            ("away", ["person": ["dan-whitfield"], "day": ["some day"]]),
            ("close-each", ["person": ["dan-whitfield"]]),
            ("merge", ["kept": ["dan-whitfield"], "absorbed": ["dan-whitfield"]]),
            ("split", ["person": ["dan-whitfield"]]),
            ("split", ["person": ["x"]]), ("forget", ["person": ["dan-whitfield"]]),
            ("forget", ["person": ["me"], "yes": ["yes"]]),
            ("triage-say", ["person": ["x"], "at": ["0"], "as": ["close"]]),
            ("keep-apart", ["one": ["dan-whitfield"]]),
        ] as [(String, [String: [String]])])
    func refusals(act: String, fields: [String: [String]]) async throws {
        try await with { site in
            let before = try site.own.current()
            let answer = try await site.act(act, fields)
            #expect(answer.refusal == "refused" && !answer.said.isEmpty, "\(answer)")
            #expect(try site.own.current() == before)
        }
    }

    @Test("Several people at once are one entry")
    func severalAtOnce() async throws {
        try await with { site in
            for name in ["dan", "ruth"] {
                try site.record { (editor) throws(EditError) in
                    try editor.log(ContactEntry(with: [name], by: .email, direction: .outgoing))
                }
            }
            let entry = try site.own.latestEntry()
            let people = ["dan-whitfield", "ruth-adeyemi"]
            #expect(try await site.act("tag", ["person": people, "tag": ["x"]]).entry == entry + 1)
            #expect(try await site.act("snooze", ["person": people, "until": ["1 may"]]).entry == entry + 2)
            #expect(try await site.act("close-each", ["person": people]).entry == entry + 3)
            #expect(try site.own.network().interactions.count { $0.closesThread } == 2)
        }
    }

    @Test("Two are made one, taken apart and kept apart")
    func identity() async throws {
        try await with { site in
            let pages = await site.page("/merge", ["kept": "dan-whitfield", "absorbed": "ruth-adeyemi"])
            #expect(pages.contains("ruth@example.com") && pages.contains("data-act=\"merge\""))
            let merged = try await site.act(
                "merge", ["kept": ["dan-whitfield"], "absorbed": ["ruth-adeyemi"]])
            #expect(merged.said == ["Ruth Adeyemi (ruth-adeyemi) is Dan Whitfield (dan-whitfield) now"])
            #expect(try site.person("ruth-adeyemi") == nil)
            #expect(await site.page("/split", ["id": "dan-whitfield"]).contains("data-act=\"split\""))
            let split = try await site.act("split", ["person": ["dan-whitfield"]])
            #expect(split.said.first?.hasPrefix("Ruth Adeyemi") == true)
            #expect(try await site.act("undo", [:]).refusal == nil)
            #expect(try await site.act("undo", [:]).refusal == nil)
            #expect(try site.person("ruth-adeyemi") != nil)
            _ = try await site.act("more", ["person": ["dan-whitfield"], "email": ["ruth@example.com"]])
            #expect(await site.page("/duplicates").contains("data-act=\"keep-apart\""))
            _ = try await site.act("keep-apart", ["one": ["dan-whitfield"], "other": ["ruth-adeyemi"]])
            #expect(!(await site.page("/duplicates").contains("data-act=\"keep-apart\"")))
        }
    }

    @Test("Who is forgotten is gone from the pages at once")
    func forgetting() async throws {
        try await with { site in
            _ = try await site.act("note", ["person": ["dan"], "note": ["Ruth Adeyemi sent me"]])
            #expect(await site.page("/people").contains("ruth-adeyemi"))
            let person = ["person": ["ruth-adeyemi"], "yes": ["yes"]]
            #expect(try await site.act("forget", person).refusal == "refused")
            let done = try await site.act(
                "forget", ["person": ["ruth-adeyemi"], "yes": ["yes"], "notes": ["and-notes"]])
            #expect(done.said == ["Forgotten. An import will not bring them back."] && done.entry == nil)
            #expect(!(await site.page("/people").contains("ruth-adeyemi")))
            #expect(!(await site.page("/person", ["id": "dan-whitfield"]).contains("Ruth")))
        }
    }

    @Test("A sitting is kept at once, taken up again, and recorded as one entry")
    func triage() async throws {
        try await with { site in
            let entry = try site.own.latestEntry()
            let first = await site.page("/triage")
            #expect(first.contains("1 of 2"))
            let person = try #require(first.firstMatch(of: #/name="person" value="([^"]*)"/#)).1
            _ = try await site.act("triage-say", ["person": [String(person)], "at": ["0"], "as": ["close"]])
            let second = await site.page("/triage")
            #expect(second.contains("2 of 2") && second.contains("1 of 2 sorted: 1 close"))
            _ = try await site.act("triage-say", ["undo": ["yes"]])
            #expect(await site.page("/triage").contains("0 of 2 sorted"))
            _ = try await site.act("triage-say", ["person": [String(person)], "at": ["0"], "as": ["know"]])
            _ = try await site.act(
                "triage-say", ["person": [String(person)], "at": ["0"], "tag": ["chicago mentor"]])
            #expect(try site.own.latestEntry() == entry)
            #expect(try await site.act("triage-save", [:]).entry == entry + 1)
            let sorted = try #require(try site.person(PersonID(String(person))))
            #expect(sorted.acquaintance == .known && sorted.tags == ["chicago", "mentor"])
            #expect(try await site.act("triage-save", [:]).entry == nil)
        }
    }

    @Test("What was recorded meanwhile is told before anything is written")
    func stale() async throws {
        try await with { site in
            let seen = try site.own.latestEntry()
            _ = try await site.act("star", ["person": ["dan"]], seen: seen)
            for (act, fields) in [
                ("tag", ["person": ["dan"], "tag": ["x"]]),
                ("merge", ["kept": ["dan-whitfield"], "absorbed": ["ruth-adeyemi"]]),
            ] as [(String, [String: [String]])] {
                let answer = try await site.act(act, fields, seen: seen)
                #expect(answer.refusal == "stale")
            }
        }
    }
}

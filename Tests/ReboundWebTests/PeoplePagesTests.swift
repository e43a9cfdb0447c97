import Foundations
import NetworkEditing
import PageServer
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

@Suite("Pages about people")
struct PeoplePagesTests {
    private func with(_ body: (RecordedSite) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let site = try RecordedSite(folder)
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

    @Test("A long list comes thirty at a time, and its links keep what was asked for")
    func pages() async throws {
        try await with { site in
            try site.record { (editor) throws(EditError) in
                var edit = try editor.addPerson("Extra")
                for number in 1...50 { edit = try editor.addPerson("Guest \(number)").after(edit) }
                return edit
            }
            let first = await site.page("/people", ["find": "guest", "order": "name"])
            #expect(people(first).count == 30)
            #expect(first.contains("50 people"))
            #expect(first.contains("href=\"/people?find=guest&amp;order=name&amp;from=30\""))
            let second = await site.page("/people", ["find": "guest", "order": "name", "from": "30"])
            #expect(people(second).count == 20)
            #expect(Set(people(first)).isDisjoint(with: people(second)))
            // Past the end is the last page.
            let last = await site.page(
                "/people", ["find": "guest", "order": "name", "from": "9223372036854775807"])
            #expect(people(last) == people(second))
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

    @Test("A name is never markup", arguments: HostileText.markup.filter { !$0.contains("\u{0}") })
    func hostile(name: String) async throws {
        try await TemporaryFolder.with { folder in
            let site = try RecordedSite(folder)
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

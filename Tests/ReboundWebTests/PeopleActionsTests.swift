import Foundations
import NetworkEditing
import PageServer
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

@Suite("What is done on the pages about people")
struct PeopleActionsTests {
    private func with(_ body: (RecordedSite) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let site = try RecordedSite(folder)
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

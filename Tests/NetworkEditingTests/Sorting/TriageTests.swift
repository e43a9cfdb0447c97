import DateLiterals
import Foundations
import NetworkEditing
import ReferralGraph
import Testing

@Suite("Sorting people, a key each")
struct TriageTests {
    private let network = ReferralNetwork(
        seeker: "me",
        people: [
            Person(id: "me", name: "Me"),
            Person(id: "old", name: "Old Friend", employments: [Employment(company: "mill")]),
            Person(id: "new", name: "New Contact", employments: [Employment(company: "mill", title: "Cook")]),
            Person(id: "star", name: "At Tarn", employments: [Employment(company: "tarn")]),
            Person(id: "off", name: "Left Alone", doNotContact: true),
            Person(
                id: "said", name: "Sorted", tags: ["x"], acquaintance: .known, acquaintanceOn: "2026-01-01"),
            Person(id: "loose", name: "No Employer", employments: [Employment(company: "self")]),
        ],
        companies: [
            Company(id: "mill", name: "Mill"), Company(id: "tarn", name: "Tarn", priority: .b),
            Company(id: "self", name: "Self-employed"),
        ],
        ties: [
            Tie(from: "me", to: "old", strength: 0.9, since: "2011-05-01"),
            Tie(from: "me", to: "new", since: "2026-01-05"),
        ])

    private func session(_ scope: TriageSession.Scope = .unsorted) -> TriageSession {
        TriageSession(network, today: "2026-03-05", scope: scope)
    }

    private func recorded(_ entries: [TriageEntry]) throws -> (network: ReferralNetwork, edit: Edit) {
        var editor = NetworkEditor(network, now: "2026-03-05T10:00Z")
        let edit = try editor.sort(entries)
        return (editor.network, edit)
    }

    @Test("wanted companies come first, then the latest; the sorted and those left alone are not asked about")
    func order() {
        #expect(session().queue == ["star", "new", "old", "loose"])
        #expect(Set(session(.everyone).queue) == ["star", "new", "old", "loose", "said"])
        let tagged = TriageSession(
            network, today: "2026-03-05", scope: .everyone, filter: TagFilter(wanted: [[Tag("X")!]]))
        #expect(tagged.queue == ["said"])
    }

    @Test("keys answer, skip, go back and take back")
    func keys() throws {
        var session = session()
        #expect(session.answer(.close) == [TriageEntry(person: "star", answer: .acquaintance(.close))])
        session.skip()
        #expect(session.card?.person == "old" && session.position == 2)
        session.back()
        session.back()
        #expect(session.card?.known == .close)
        _ = session.answer(.barely)
        #expect(session.undo().map(\.answer) == [.acquaintance(.close)] && session.card?.person == "star")
        #expect(session.undo().map(\.answer) == [.acquaintance(nil)] && session.card?.known == nil)
        #expect(session.undo() == [])
        session.back()
        #expect(session.position == 0)
        for _ in 0..<9 { session.skip() }
        #expect(
            session.isOver && session.card == nil && session.answer(.known) == []
                && session.toggleWanted() == [])
    }

    @Test("w wants the company and takes it back as it was; someone without an employer has none")
    func wanted() throws {
        var session = session()
        #expect(session.toggleWanted().map(\.answer) == [.priority(.a)] && session.card?.priority == .a)
        #expect(session.toggleWanted().map(\.answer) == [.priority(.b)])
        session.skip()
        _ = session.toggleWanted()
        #expect(session.toggleWanted().map(\.answer) == [.priority(nil)])
        _ = session.toggleWanted()
        #expect(session.tag(Tag("mentor")!).count == 1 && session.tag(Tag("MENTOR")!) == [])
        session.skip()
        session.skip()
        #expect(
            session.card?.person == "loose" && session.card?.company == nil && session.toggleWanted() == [])
        let outcome = try recorded(session.entries)
        #expect(
            outcome.network[company: "mill"].priority == .a && outcome.network[company: "tarn"].priority == .b
        )
        #expect(outcome.network["new"].tags == ["mentor"])
        #expect(outcome.edit.changes == ["You want to work at Mill (A)", "New Contact: tagged mentor"])
    }

    @Test("a sitting is recorded as one edit, dated, and an explicit strength stays")
    func record() throws {
        var session = session()
        _ = session.answer(.unknown)
        for _ in 0..<3 { _ = session.answer(.close) }
        #expect(session.isOver && session.counts == [.close: 3, .unknown: 1])
        let (after, edit) = try recorded(session.entries)
        #expect(after["old"].acquaintance == .close && after["old"].acquaintanceOn == "2026-03-05")
        #expect(after.ties == network.ties)
        #expect(edit.summary == "Sorted 4 people: 3 close, 1 not known" && edit.changes == [edit.summary])
        #expect(try recorded([]).edit.changes == [])
        var again = NetworkEditor(after, now: "2026-04-01T10:00Z")
        #expect(try again.sort(session.entries).changes == [] && again.network == after)
    }

    @Test("what is taken back is not recorded, and people who are gone are said to be")
    func taken() throws {
        var session = session()
        _ = session.answer(.close)
        _ = session.undo()
        #expect(try recorded(session.entries).network == network)
        let gone = TriageEntry(person: "ghost", answer: .acquaintance(.close))
        #expect(
            try recorded([gone]).edit.changes == [
                "1 answer was about someone who is not in your network any more"
            ])
        let oneself = TriageEntry(person: "me", answer: .acquaintance(.close))
        #expect(try recorded([oneself]).network == network)
    }

    @Test("lines hold a sitting, which is taken up where it broke off, with a last line broken off")
    func resumed() throws {
        var first = session()
        _ = first.toggleWanted()
        _ = first.answer(.close)
        _ = first.tag(Tag("mentor")!)
        _ = first.answer(.unknown)
        let log = "# heading\n" + first.entries.map(\.line).joined() + "old\tclo"
        let entries = try #require(TriageFile.readLog(Array(log.utf8)))
        #expect(entries == first.entries)
        var second = session()
        second.resume(entries + [TriageEntry(person: "ghost", answer: .acquaintance(.close))])
        #expect(second.card?.person == "old" && second.counts == first.counts)
        #expect(second.undo().map(\.answer) == [.acquaintance(nil)] && second.card?.person == "new")
        #expect(second.card?.tags == ["mentor"])
        #expect(TriageFile.readLog(Array("SQLite format 3\n".utf8)) == nil)
        #expect(TriageFile.readLog([0xFF, 10]) == nil && TriageFile.readLog([]) == [])
    }

    @Test("a random sitting, replayed from its lines, records the same")
    func law() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var session = session(.everyone)
            for _ in 0..<20 {
                switch Int.random(in: 0..<8, using: &random) {
                case 0...2: _ = session.answer(Acquaintance.allCases.randomElement()!)
                case 3: session.back()
                case 4: session.skip()
                case 5: _ = session.toggleWanted()
                case 6: _ = session.tag(Tag(["a", "b", "x"].randomElement()!)!)
                default: _ = session.undo()
                }
            }
            let log = try #require(TriageFile.readLog(Array(session.entries.map(\.line).joined().utf8)))
            var second = self.session(.everyone)
            second.resume(log)
            #expect(second.counts == session.counts)
            let (after, _) = try recorded(log)
            for person in after.people {
                let known = session.queue.contains(person.id) ? person.acquaintance : nil
                if let known { #expect(session.counts[known] ?? 0 > 0) }
            }
            while !session.undo().isEmpty {}
            #expect(
                try recorded(session.entries).network.people.map(\.acquaintance)
                    == network.people.map(\.acquaintance))
            #expect(try recorded(session.entries).network.companies == network.companies)
            #expect(try recorded(session.entries).network.people.map(\.tags) == network.people.map(\.tags))
        }
    }

    @Test("a file of answers names people as commands do")
    func file() throws {
        let text = "\u{FEFF}# mine\r\nold friend\tclose\t+mentor\r\n\r\nnew\tknow\twant\nSorted\tunsaid\n"
        let (entries, diagnostics) = TriageFile.read(Array(text.utf8), file: "a.txt", in: network)
        #expect(diagnostics == [])
        #expect(entries.map(\.person) == ["old", "old", "new", "new", "said"])
        let after = try recorded(entries).network
        #expect(after["old"].tags == ["mentor"] && after[company: "mill"].priority == .a)
        #expect(after["said"].acquaintance == nil && after["said"].acquaintanceOn == nil)
    }

    @Test(
        "what is wrong with a file is said with its line",
        arguments: [
            ("old close", "a.txt:1", "write a tab"), ("\n\nold\tclsoe", "a.txt:3", "did you mean \"close\"?"),
            ("old\tmentor", "a.txt:1", "write +mentor for a tag"), ("ghosty\tclose", "a.txt:1", "danglin"),
            ("me\tclose", "a.txt:1", "who is you"), ("old\tclose\nold\tno", "a.txt:2", "as line 1 says"),
            ("old\t+\t", "a.txt:1", "close, know"), ("\tclose", "a.txt:1", "a person, a tab"),
            ("old\tclose \u{202E}x", "a.txt:1", "close, know"),
        ])
    func wrong(text: String, place: String, words: String) {
        let (_, diagnostics) = TriageFile.read(Array(text.utf8), file: "a.txt", in: network)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.description.hasPrefix(place) == true)
        #expect(diagnostics.first?.description.contains(words) == true, "\(diagnostics)")
    }

    @Test("bytes that are no text are refused with their line")
    func bytes() {
        let (entries, diagnostics) = TriageFile.read(
            Array("old\tclose\n".utf8) + [0xE9], file: "a.txt", in: network)
        #expect(entries == [] && diagnostics.map(\.line) == [2])
    }
}

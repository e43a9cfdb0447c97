import Foundation
import NetworkEditing
import NetworkFiles
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import ReferralStore
import SourceReaders
import Testing

@testable import Workspace

@Suite("The user's own network")
struct OwnNetworkTests {
    private let noon = Timestamp("2026-04-10T12:00Z")!

    private func with(_ body: (OwnNetwork, TemporaryFolder) throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            try body(OwnNetwork(path: folder("data/network.db"), now: noon), folder)
        }
    }

    private func network(of own: OwnNetwork) throws -> ReferralNetwork {
        try OpenedNetwork(.store(path: own.path), asOf: noon).network
    }

    @discardableResult
    private func add(
        _ name: String, to own: OwnNetwork, isRehearsal: Bool = false
    ) throws(WorkspaceError) -> OwnNetwork.Outcome<Edit> {
        try own.edit(isRehearsal: isRehearsal) { (editor) throws(EditError) in
            try editor.addPerson(name, PersonDetails())
        }
    }

    private func cards(_ names: String..., path: String = "cards.vcf") -> ImportSource {
        let text = names.map { "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\($0)\r\nEND:VCARD\r\n" }.joined()
        return .records(VCardReader.read(bytes: Array(text.utf8), file: path))
    }

    @Test("The first act founds the store, unless it is refused")
    func founding() async throws {
        try await with { own, _ in
            #expect(throws: WorkspaceError.self) {
                try own.edit { (editor) throws(EditError) in try editor.star(["Dan"]) }
            }
            #expect(throws: WorkspaceError.store(.noSuchStore(path: own.path))) { try own.history() }
            let outcome = try add("Dan Whitfield", to: own)
            #expect(outcome.entry?.id == 2)
            #expect(outcome.network.people.map(\.name) == ["Me", "Dan Whitfield"])
            #expect(try network(of: own) == outcome.network)
            #expect(throws: WorkspaceError.self) { try add("Dan Whitfield", to: own) }
            #expect(try own.history().map(\.kind) == [.record, .create])
            #expect(try own.changes(of: 2).map(\.key) == ["dan-whitfield"])
        }
    }

    @Test("A rehearsal gives the same answer and writes nothing, with a store and without")
    func rehearsal() async throws {
        try await with { own, folder in
            let rehearsed = try add("Dan Whitfield", to: own, isRehearsal: true)
            #expect(rehearsed.entry == nil)
            #expect(folder.names(in: "") == [])
            let recorded = try add("Dan Whitfield", to: own)
            #expect(rehearsed.answer == recorded.answer)
            #expect(rehearsed.network == recorded.network)
            let before = try folder.files(in: "data")
            #expect(try add("Ruth", to: own, isRehearsal: true).network.people.count == 3)
            #expect(throws: WorkspaceError.self) { try add("Dan Whitfield", to: own, isRehearsal: true) }
            _ = try own.take(in: [cards("Ada Moss")], isRehearsal: true)
            #expect(try folder.files(in: "data") == before)
        }
    }

    @Test("An act that changes nothing is no entry")
    func nothingChanged() async throws {
        try await with { own, _ in
            try add("Dan Whitfield", to: own)
            for isStar in [true, true] {
                _ = try own.edit { (editor) throws(EditError) in try editor.star(["dan"], isStar) }
            }
            #expect(try own.history().count == 3)
        }
    }

    @Test("Refused edits, merges and steps keep their reasons")
    func refusals() async throws {
        try await with { own, _ in
            #expect(throws: WorkspaceError.store(.noSuchStore(path: resolvedPath(own.path)))) {
                try own.revert(steps: 1, .undo)
            }
            try add("Dan Whitfield", to: own)
            #expect(
                throws: WorkspaceError.edit(
                    .namesake(.person, name: "Dan Whitfield", existing: "dan-whitfield"))
            ) { try add("Dan Whitfield", to: own) }
            #expect(throws: WorkspaceError.merge(.personUnknown("nobody"))) {
                try own.merge("me", "nobody")
            }
            #expect(throws: WorkspaceError.merge(.seekerAbsorbed("me"))) {
                try own.merge("dan-whitfield", "me")
            }
            #expect(throws: WorkspaceError.store(.nothingToUndo(wanted: 2, available: 1))) {
                try own.revert(steps: 2, .undo)
            }
            #expect(throws: WorkspaceError.store(.noSuchEntry(id: 9))) { try own.changes(of: 9) }
        }
    }

    @Test("Sources are taken in together as one entry, which names them")
    func importing() async throws {
        try await with { own, _ in
            let outcome = try own.take(in: [cards("Ada Moss"), cards("Ben Tarn", "Cy Pell", path: "b.vcf")])
            #expect(outcome.network.people.map(\.name) == ["Me", "Ada Moss", "Ben Tarn", "Cy Pell"])
            let entry = try #require(try own.history().first)
            #expect(entry.kind == .import)
            #expect(
                entry.summary == "cards.vcf: 1 new person, 0 new messages and talks; "
                    + "b.vcf: 2 new people, 0 new messages and talks")
            let again = try own.take(in: [cards("Ada Moss")])
            #expect(again.entry == nil)
            #expect(try own.revert(steps: 1, .undo).map(\.reverts) == [entry.id])
            #expect(try network(of: own).people.count == 1)
            _ = try own.revert(steps: 1, .redo)
            #expect(try network(of: own) == outcome.network)
        }
    }

    @Test("A whole network replaces a founder, itself, and anything else only when told to")
    func wholeNetworks() async throws {
        try await with { own, _ in
            let first = ReferralNetwork(seeker: "mia", people: [Person(id: "mia", name: "Mia")])
            let second = ReferralNetwork(seeker: "leo", people: [Person(id: "leo", name: "Leo")])
            let outcome = try own.take(in: [.network(first, path: "a.json")])
            #expect(outcome.answer == [.network(path: "a.json", people: 1, isNew: true)])
            #expect(
                try own.take(in: [.network(first, path: "a.json")]).answer
                    == [.network(path: "a.json", people: 1, isNew: false)])
            do throws(WorkspaceError) {
                _ = try own.take(in: [cards("Ada Moss"), .network(second, path: "b.json")])
                Issue.record("the network was replaced")
            } catch {
                #expect(error.exitCode == 73)
                #expect(error.explanation.contains("--replace"))
            }
            #expect(try network(of: own) == first)
            _ = try own.take(in: [.network(second, path: "b.json")], replaces: true)
            #expect(try network(of: own) == second)
            _ = try own.revert(steps: 1, .undo)
            #expect(try network(of: own) == first)
        }
    }

    @Test("Two people become one or stay two, and either is taken back")
    func merging() async throws {
        try await with { own, _ in
            for name in ["Dan Whitfield", "Daniel Whitfield"] { try add(name, to: own) }
            let before = try network(of: own)
            #expect(try own.merge("dan-whitfield", "daniel-whitfield", isRehearsal: true).entry == nil)
            let merged = try own.merge("dan-whitfield", "daniel-whitfield")
            #expect(merged.network.people.map(\.id) == ["me", "dan-whitfield"])
            #expect(merged.entry?.kind == .merge)
            _ = try own.revert(steps: 1, .undo)
            #expect(try network(of: own) == before)
            _ = try own.keepApart("dan-whitfield", "daniel-whitfield")
            #expect(throws: WorkspaceError.merge(.keptApart("dan-whitfield", "daniel-whitfield"))) {
                try own.merge("dan-whitfield", "daniel-whitfield")
            }
            _ = try own.revert(steps: 1, .undo)
            #expect(try network(of: own) == before)
        }
    }

    @Test("A store is called after its seeker, once they have said who they are")
    func title() async throws {
        try await with { own, _ in
            try add("Dan Whitfield", to: own)
            #expect(try OpenedNetwork(.store(path: own.path), asOf: noon).title == "Your network")
            _ = try own.edit { (editor) throws(EditError) in
                try editor.rename(person: "me", to: "Alex Rivera")
            }
            #expect(try OpenedNetwork(.store(path: own.path), asOf: noon).title == "Alex Rivera’s network")
        }
    }

    private static let samples = [
        "three-referrals", "julia-second-chance", "stars-and-next-opening", "two-silences",
    ]

    @Test(
        "A talk is recorded in the same rows, whether all or a part of the network is read",
        arguments: samples)
    func recordsTalksInPart(sample: String) async throws {
        try await recordsInPart(sample) { network, record in
            for (number, person) in network.people.enumerated() {
                for (outcome, topic) in [
                    (ContactEntry.Outcome.asAgreed, ContactEntry.Topic.latest), (.rescheduled, .latest),
                    (.canceled, .latest),
                    (.missed, .latest),
                    (.asAgreed, .new),
                    (.asAgreed, .opportunity(network.opportunities.first?.id.text ?? "none")),
                ] {
                    let entry = ContactEntry(
                        with: [person.name, number % 2 == 0 ? "a note" : network.people[number - 1].id.text],
                        by: number % 3 == 0 ? .interview : .call,
                        on: number % 4 == 0 ? Timestamp("2026-05-04T10:00Z") : nil, topic: topic,
                        outcome: outcome)
                    try record({ entry.subjects(in: $0) }) { (editor) throws(EditError) in
                        try editor.log(entry)
                    }
                }
            }
        }
    }

    @Test(
        "What is recorded about people is in the same rows, whether all or a part of the network is read",
        arguments: samples)
    func recordsInPart(sample: String) async throws {
        try await recordsInPart(sample) { network, record in
            let employer = try #require(network.companies.last).name
            func act(
                _ names: String..., verb: @escaping (inout NetworkEditor) throws(EditError) -> Edit
            ) throws { try record({ EditSubjects(people: names, in: $0) }, verb) }
            for (number, person) in network.people.enumerated() {
                let (name, day) = (person.name, number % 2 == 0 ? noon : nil)
                let other = network.people[(number + 1) % network.people.count].id.text
                try act(name, "a note") { (editor) throws(EditError) in try editor.star([name, "a note"]) }
                try act(name, other) { (editor) throws(EditError) in
                    try editor.tag([name, other], ["#warm"])
                }
                try act(name) { (editor) throws(EditError) in try editor.remind(of: name, everyDays: 42) }
                try act(name) { (editor) throws(EditError) in try editor.observe(name, "plays chess") }
                try act(name) { (editor) throws(EditError) in
                    try editor.promise(by: .them, name, "to ask around", on: day)
                }
                try act(name) { (editor) throws(EditError) in try editor.keepPromise(with: name) }
                try act(name, other) { (editor) throws(EditError) in try editor.tie(name, other) }
                try act(name, other) { (editor) throws(EditError) in try editor.untie(name, other) }
                try act(name) { (editor) throws(EditError) in try editor.moved(name, to: employer) }
                try act(name) { (editor) throws(EditError) in try editor.moved(name, to: "A new firm") }
                try act(name) { (editor) throws(EditError) in try editor.left(name) }
                try act(name) { (editor) throws(EditError) in
                    try editor.putOff([name], until: CalendarDay("2026-06-01"), because: "on leave")
                }
                try act(name, employer) { (editor) throws(EditError) in
                    try editor.doNotContact([name, employer])
                }
            }
        }
    }

    private typealias Recording = (
        _ subjects: @escaping (ReferralNetwork) -> EditSubjects?,
        _ verb: @escaping (inout NetworkEditor) throws(EditError) -> Edit
    ) throws -> Void

    /// Records the same in two stores that hold a sample, and compares what comes of it. Of one store only what it takes is read.
    private func recordsInPart(
        _ sample: String, _ body: (ReferralNetwork, Recording) throws -> Void
    ) async throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Samples/\(sample).json").path
        let network = try #require(try NetworkReader.read(path: path, asOf: nil).network)
        try await TemporaryFolder.with { folder in
            let (whole, part) = (
                OwnNetwork(path: folder("whole.db"), now: noon),
                OwnNetwork(path: folder("part.db"), now: noon)
            )
            for own in [whole, part] {
                _ = try own.take(in: [.network(network, path: path)])
            }
            func record(
                _ subjects: @escaping (ReferralNetwork) -> EditSubjects?,
                _ verb: @escaping (inout NetworkEditor) throws(EditError) -> Edit
            ) throws {
                let one = Result { () throws(WorkspaceError) in try whole.edit(verb) }
                let other = Result { () throws(WorkspaceError) in
                    try part.edit(concerning: subjects, verb)
                }
                switch (one, other) {
                case (.success(let one), .success(let other)):
                    #expect(one.answer == other.answer)
                    #expect(one.entry == other.entry)
                    if let entry = one.entry {
                        #expect(try whole.changes(of: entry.id) == part.changes(of: entry.id))
                    }
                    let people = one.answer.people
                    #expect(
                        try DueNext(with: people, in: one.network, asOf: noon).steps
                            == DueNext(with: people, in: other.network, asOf: noon).steps)
                case (.failure(let one), .failure(let other)): #expect(one == other)
                default: Issue.record("\(one), \(other)")
                }
            }
            try body(network, record)
            #expect(try whole.network() == part.network())
            #expect(try whole.history() == part.history())
            #expect(try whole.history().count > 3)
            #expect(try NetworkStore.openForReading(path: part.path).health().problems == [])
        }
    }
}

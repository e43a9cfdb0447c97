import Foundation
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralStore

@Suite("Forgetting")
struct ForgettingTests {
    private static let zeb = Person(
        id: "zebulon-quarrington", name: "Zebulon Quarrington", otherNames: ["Zebby"],
        emails: ["zeb.q@example.com"], phones: ["+1 312 555 0147"], profileURL: "https://example.com/in/zebq",
        employments: [Employment(company: "marrow", title: "Head")], observations: ["plays the oboe"])
    /// What must be nowhere afterwards; too long to stand by chance in the random digests that the store keeps.
    private static let traces = [
        "zebulon", "quarrington", "zebby", "zeb.q", "555 0147", "in/zebq", "the oboe", "lunch with him alone",
    ]

    /// A store with a history: people who come, meet, are merged, taken out and brought back.
    private func fill(_ store: NetworkStore) throws {
        func record(
            _ summary: String, as kind: JournalEntry.Kind = .record, _ edit: (inout ReferralNetwork) -> Void
        )
            throws
        {
            _ = try store.record({ summary }, as: kind, at: noon) { edit(&$0) }
        }
        try record("2 new people", as: .import) { network in
            network.companies = [Company(id: "marrow", name: "Marrow Works")]
            network.people += [Self.zeb, Person(id: "ann", name: "Ann Teller", distinctFrom: [])]
            network.people.append(Person(id: "zq", name: "Z. Quarrington", emails: ["zeb.q@example.com"]))
        }
        try record("Logged lunch with Zebulon Quarrington and Ann Teller") { network in
            network.interactions = [
                Interaction(
                    id: "meeting-zebulon-quarrington", date: noon, people: ["zebulon-quarrington", "ann"],
                    channel: .meeting, direction: .mutual, note: "Zebulon paid"),
                Interaction(
                    id: "call-1", date: noon, people: ["zebulon-quarrington"], channel: .call,
                    direction: .mutual, note: "lunch with him alone"),
                Interaction(
                    date: noon, people: ["zebulon-quarrington", "ann"], channel: .email, direction: .outgoing),
                Interaction(date: noon, people: ["ann"], channel: .email, direction: .outgoing),
            ]
            network.opportunities = [
                Opportunity(
                    id: "lead", title: "Lead", company: "marrow",
                    stages: [
                        StageEvent(
                            stage: .interview, date: noon, people: ["zebulon-quarrington", "ann"],
                            note: "QUARRINGTON asked about prices")
                    ],
                    participants: [.init(person: "zebulon-quarrington", role: .hiringManager)],
                    feedback: [
                        .init(date: noon.day, from: "zebulon-quarrington", text: "Too quiet, says Zebby")
                    ])
            ]
            network.referrals = [
                Referral(
                    from: "ann", to: "founder", given: noon.day, interaction: "meeting-zebulon-quarrington"),
                Referral(from: "zebulon-quarrington", to: "ann", given: noon.day),
            ]
            network.ties = [Tie(from: "zebulon-quarrington", to: "ann"), Tie(from: "founder", to: "ann")]
        }
        try record("zq is zebulon-quarrington", as: .merge) { network in
            network.people.removeAll { $0.id == "zq" }
            network.people[1].otherNames.append("Z. Quarrington")
        }
        try record("Ann likes tea") { network in
            network.people[2].observations = ["knows Zebulon\nQuarrington from school", "tea"]
        }
        try store.undo(at: noon)
        try store.redo(at: noon)
    }

    /// Every file of a folder, searched without regard to case.
    private func found(in folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).flatMap { name -> [String] in
            let data = try Data(contentsOf: URL(filePath: folder(name)))
            let text = String(decoding: data, as: UTF8.self).lowercased()
            return Self.traces.filter { text.contains($0) || name.lowercased().contains($0) }
                .map { "\(name): \($0)" }
        }
    }

    @Test(
        "No byte of any file beside the store tells of who was forgotten; the rest is there and can be undone"
    )
    func everyByte() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder("network.db")
            let store = try NetworkStore.openForWriting(path: path, founding: founding)
            try fill(store)
            let copy = try Data(contentsOf: URL(filePath: path))
            for name in [".before-v3.bak", ".before-v2.bak.part", ".new.part"] {
                try folder.write([UInt8](copy), to: "network.db\(name)")
            }
            #expect(try !found(in: folder).isEmpty)
            let plan = try store.rehearseForgetting("zebulon-quarrington")
            #expect(plan.backups.count == 3)
            #expect(plan.mentions.contains { $0.contains("knows Zebulon") })
            #expect(plan.removed[.interaction] == 1)
            let forgetting = try store.forget("zebulon-quarrington", blanksMentions: true) { _ in
                ["email\u{0}x"]
            }
            #expect(forgetting.states.contains { $0.id == "zq" })
            #expect(try found(in: folder) == [])
            let health = try store.health()
            #expect(health.problems == [])
            let network = try store.network()
            #expect(network.people.map(\.id) == ["founder", "ann"])
            #expect(
                network.people[1].observations == ["knows …\n… from school", "tea"]
                    || network.people[1].observations == ["knows … from school", "tea"])
            #expect(network.interactions.map(\.people) == [["ann"], ["ann"], ["ann"]])
            #expect(network.interactions[0].id == "talk-1")
            #expect(network.referrals.map(\.interaction) == ["talk-1"])
            #expect(network.opportunities[0].stages[0].note == "… asked about prices")
            #expect(network.ties.count == 1)
            let steps = try store.history().filter(\.isEffective).count { $0.reverts == nil } - 1
            for _ in 0..<steps { try store.undo(at: noon) }
            #expect(try store.network().people.map(\.id) == ["founder"])
            for _ in 0..<steps { try store.redo(at: noon) }
            #expect(try store.network() == network)
            #expect(try store.health().problems == [])
            #expect(try found(in: folder) == [])
        }
    }

    @Test("Notes stay when asked to, and the journal stays append-only")
    func keptNotes() async throws {
        try await withStore { store in
            try fill(store)
            _ = try store.forget("zebulon-quarrington", blanksMentions: false) { _ in [] }
            #expect(try store.network().people[1].observations[0].contains("Zebulon"))
            #expect(throws: (any Error).self) { try tamper(with: store.path, "DELETE FROM change") }
            #expect(throws: (any Error).self) {
                try tamper(with: store.path, "UPDATE entry SET summary = ''")
            }
        }
    }

    @Test("Someone who was taken out of the network is forgotten, too")
    func former() async throws {
        try await withStore { store in
            try store.add("Tamsin")
            _ = try store.record({ "Removed Tamsin" }, at: noon) { $0.people.removeAll { $0.id == "Tamsin" } }
            #expect(try store.formerPeople().map(\.name) == ["Tamsin"])
            _ = try store.forget("Tamsin", blanksMentions: true) { _ in [] }
            #expect(try store.formerPeople().isEmpty)
            let text = String(decoding: try Data(contentsOf: URL(filePath: store.path)), as: UTF8.self)
            #expect(!text.contains("Tamsin"))
            #expect(throws: StoreError.self) { try store.rehearseForgetting("Tamsin") }
        }
    }

    @Test("The seeker cannot be forgotten, and nothing is written")
    func seeker() async throws {
        try await withStore { store in
            let before = try Data(contentsOf: URL(filePath: store.path))
            #expect(throws: StoreError.self) {
                try store.forget("founder", blanksMentions: true) { _ in [] }
            }
            #expect(try Data(contentsOf: URL(filePath: store.path)) == before)
        }
    }

    @Test("Fingerprints tell who was forgotten, and name no one")
    func fingerprints() async throws {
        try await withStore { store in
            try store.add("Zebulon")
            try store.add("Ann")
            _ = try store.forget("Zebulon", blanksMentions: true) { _ in ["email\u{0}z@example.com"] }
            _ = try store.forget("Ann", blanksMentions: true) { _ in ["email\u{0}a@example.com"] }
            let forgotten = try store.forgottenPeople()
            #expect(forgotten.count == 2)
            #expect(forgotten.person(withKeys: ["email\u{0}z@example.com"]) == 1)
            #expect(forgotten.person(withKeys: ["job\u{0}x", "email\u{0}a@example.com"]) == 2)
            #expect(forgotten.person(withKeys: ["email\u{0}b@example.com"]) == nil)
            try store.recall([1])
            #expect(try store.forgottenPeople().count == 1)
            #expect(try store.health().problems == [])
        }
    }

    @Test("What an interruption leaves is a problem of the store until it is finished")
    func unfinished() async throws {
        try await withStore { store in
            try store.add("Ann")
            _ = try store.forget("Ann", blanksMentions: true) { _ in [] }
            try tamper(with: store.path, "UPDATE forgetting SET unfinished = 1")
            #expect(try store.health().problems.contains { $0.contains("rebound forget --finish") })
            try store.finishForgetting()
            #expect(try store.health().problems == [])
        }
    }

    @Test("The next opening finishes what an interruption left, whether to read or to write")
    func finished() async throws {
        for isReading in [true, false] {
            try await withStore { store in
                try store.add("Ann")
                _ = try store.forget("Ann", blanksMentions: true) { _ in [] }
                try tamper(with: store.path, "UPDATE forgetting SET unfinished = 1")
                let backup = store.path + ".before-v3.bak"
                #expect(FileManager.default.createFile(atPath: backup, contents: Data("Ann".utf8)))
                let opened =
                    isReading
                    ? try NetworkStore.openForReading(path: store.path)
                    : try NetworkStore.openForWriting(path: store.path)
                #expect(try opened.health().problems == [])
                #expect(!FileManager.default.fileExists(atPath: backup))
            }
        }
    }

    @Test(
        "Random networks with hostile text stay valid, whoever is forgotten",
        arguments: 0..<30 as Range<UInt64>)
    func randomNetworks(_ seed: UInt64) async throws {
        try await withStore { store in
            var edits = RandomEdits(seed: seed)
            for _ in 0..<6 {
                _ = try store.record({ "edited" }, at: noon) { edits.edit(&$0) }
            }
            let network = try store.network()
            guard let person = network.people.last(where: { $0.id != network.seeker }) else { return }
            _ = try store.forget(person.id, blanksMentions: true) { _ in [] }
            #expect(try store.health().problems == [])
            #expect(try !store.network().people.contains { $0.id == person.id })
            #expect(try !store.formerPeople().contains { $0.id == person.id })
        }
    }
}

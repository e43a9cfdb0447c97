import AnalysisTestSupport
import DateLiterals
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Looking for words")
struct NetworkSearchTests {
    private func analysis() throws -> NetworkAnalysis {
        try analyse(asOf: "2026-03-10") {
            $0.person("jose") {
                $0.name = "José Ibáñez"
                $0.observations = ["Plays the cello"]
            }
            $0.person("marcello", at: "Cello works") { $0.name = "Marcello Rossi" }
            $0.role("cellist", [StageEvent(stage: .applied, date: "2026-03-01", note: "By post")])
            $0.wrote("jose", on: "2026-03-02") { $0.subject = "Cello lessons" }
            $0.wrote("jose", on: "2026-03-03") { $0.note = "About the cello" }
            $0.talked(with: "marcello", on: "2026-03-04") {
                $0.promise = Promise(by: .them, kind: .other, what: "send the score")
            }
        }
    }

    private func hits(_ words: String) throws -> [String] {
        try analysis().search(words).hits.map {
            "\($0.kind.rawValue) \($0.title)" + ($0.found.map { " (\($0))" } ?? "")
        }
    }

    @Test("names come first, beginnings of words before parts of words, new contacts before old ones")
    func ranking() throws {
        #expect(
            try hits("cello") == [
                "company Cello works", "contact Cello lessons", "person Marcello Rossi",
                "person José Ibáñez (noted: Plays the cello)", "contact José Ibáñez (note: About the cello)",
            ])
    }

    @Test("accents and case do not count, and all words have to be in one field")
    func folding() throws {
        #expect(try hits("IBANEZ jose") == ["person José Ibáñez"])
        #expect(try hits("jose cello") == [])
        #expect(try hits("  ") == [] && hits("zzz") == [])
        #expect(try hits("score") == ["contact Marcello Rossi (promise: send the score)"])
        #expect(try hits("by post") == ["opportunity cellist (note: By post)"])
        #expect(try hits("jose@example") == ["person José Ibáñez (e-mail: jose@example.com)"])
    }

    @Test("every name finds its bearer first, whatever it holds", arguments: 0..<30 as Range<UInt64>)
    func names(seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 6)
        let analysis = try NetworkAnalysis(of: network, asOf: "2030-01-01")
        for person in network.people where !foldedName(person.name).isEmpty {
            let hits = analysis.search(person.name).hits
            #expect(hits.contains { $0.kind == .person && $0.person == person.id }, "\(person.name)")
        }
        for text in HostileText.all { _ = analysis.search(text) }
    }
}

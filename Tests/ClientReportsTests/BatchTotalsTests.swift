import DateLiterals
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import ClientReports
@testable import Reporting

@Suite("Figures that can be handed on")
struct BatchTotalsTests {
    /// What subtracting figures from each other tells: sizes of groups of one to four.
    private static func smallGroups(_ figures: [Int]) -> [Int] {
        let differences = figures.flatMap { one in figures.map { one - $0 } } + figures
        return differences.filter { (1..<5).contains(abs($0)) }
    }

    private static func client(_ number: Int, _ random: inout SeededRandom) -> BatchEntry {
        var entry = BatchEntry(name: "c\(number)", source: "c\(number).json")
        func chance(_ random: inout SeededRandom) -> Bool { Int.random(in: 0..<3, using: &random) == 0 }
        if chance(&random) { entry.dueCount = Int.random(in: 0..<9, using: &random) }
        entry.stalled = .init(
            theyOwe: chance(&random) ? 2 : 0, youOwe: chance(&random) ? 1 : 0,
            promiseMissed: chance(&random) ? 1 : 0)
        if chance(&random) { entry.size.opportunities = 1 }
        if chance(&random) { entry.size.referrals = 1 }
        let kinds = ClientAttention.Kind.allCases.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        entry.attention = ClientAttention(matters: kinds.map { ClientAttention.Matter($0) })
        if Int.random(in: 0..<9, using: &random) == 0 { entry.failure = ["no"] }
        return entry
    }

    @Test(
        "No group under five by itself, by subtracting two figures, or two runs with one client more or less")
    func differencing() throws {
        let asOf = Timestamp("2026-04-10")
        for seed in 0..<60 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let clients = (0..<Int.random(in: 0..<45, using: &random)).map { Self.client($0, &random) }
            var figures: [Int] = []
            for size in max(0, clients.count - 6)...clients.count {
                let summary = BatchSummary(asOf: asOf, entries: Array(clients.prefix(size)))
                figures += BatchTotals(summary).groups.map(\.atLeast)
            }
            for left in clients.indices.prefix(6) {
                var others = clients
                others.remove(at: left)
                figures += BatchTotals(BatchSummary(asOf: asOf, entries: others)).groups.map(\.atLeast)
            }
            #expect(Self.smallGroups(figures) == [])
        }
    }

    @Test("Figures as they are would be found out")
    func exactCountsLeak() {
        #expect(!Self.smallGroups([7, 10]).isEmpty)
        #expect(!Self.smallGroups([3]).isEmpty)
        #expect(!Self.smallGroups([12, 13].map { $0 }).isEmpty)
        #expect(Self.smallGroups([10, 15, 0]).isEmpty)
    }

    @Test("What the others of a group may number has five possible values at least, whatever the two figures")
    func complements() {
        for all in 0...40 {
            for group in 0...all {
                let (shownAll, shownGroup) = (BatchTotals.rounded(all), BatchTotals.rounded(group))
                var others: Set<Int> = []
                for a in shownAll..<shownAll + 5 {
                    for b in shownGroup..<shownGroup + 5 where b <= a { others.insert(a - b) }
                }
                #expect(others.contains(all - group) && others.count >= 5)
            }
        }
    }

    @Test func theTableSaysItInWords() throws {
        let asOf = Timestamp("2026-04-10")
        var entries = (0..<7).map { BatchEntry(name: "c\($0)", source: "c\($0).json") }
        entries[0].dueCount = 3
        let text = String(
            decoding: BatchTotals(BatchSummary(asOf: asOf, entries: entries)).csv(), as: UTF8.self)
        #expect(text.hasPrefix("group,clients\r\nclients,5 or more\r\nfollow up,fewer than 5\r\n"))
    }

    @Test("The page for a supervisor tells no group under five; the coach’s own does")
    func pages() throws {
        let asOf = Timestamp("2026-04-10")
        let entries = (0..<12).map { number in
            var entry = BatchEntry(name: "client-\(number)", source: "client-\(number)")
            entry.attention = ClientAttention(matters: number < 3 ? [ClientAttention.Matter(.idle)] : [])
            return entry
        }
        let summary = BatchSummary(asOf: asOf, entries: entries)
        let redacted = BatchPage(summary, isRedacted: true).html()
        #expect(redacted.contains("<li><b>fewer than 5</b> nothing done</li>"))
        #expect(redacted.contains("<li><b>10 or more</b> clients</li>"))
        #expect(redacted.matches(of: /<b>[0-9]+<\/b>/).isEmpty && !redacted.contains("12 clients"))
        #expect(redacted.contains("totals.csv") && !redacted.contains("do not hand it on"))
        #expect(BatchPage(summary).html().contains("<li><b>3</b> Nothing done</li>"))
    }

    @Test("Problems are counted, not quoted")
    func problems() {
        var entry = BatchEntry(name: "client-3", source: "client-3", failure: ["Ann", "Ben"])
        entry.warnings = ["Cid"]
        entry.drawingNotes = ["Dan"]
        entry.redactProblems()
        #expect(entry.failure == ["client-3: 2 errors; a run without --redact names them"])
        #expect(entry.warnings == [] && entry.drawingNotes == ["the drawing failed"])
    }
}

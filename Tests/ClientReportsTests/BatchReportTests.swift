import DateLiterals
import Foundation
import Foundations
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import SystemInterface
import Testing

@testable import ClientReports
@testable import Reporting

@Suite("Summaries of a batch")
struct BatchReportTests {
    private static func summary(_ text: String, fails: Bool) throws -> BatchSummary {
        var entry = BatchEntry(name: text, source: text, failure: fails ? [text, text] : nil)
        entry.title = text
        entry.warnings = [text]
        entry.first = [.init(name: text, what: text)]
        entry.attention =
            fails
            ? nil
            : ClientAttention(
                matters: ClientAttention.Kind.allCases.map { kind in
                    .init(
                        kind, day: CalendarDay("2026-04-08"), until: CalendarDay("2026-05-08"), count: 2,
                        person: text, referrer: text, company: text, role: text)
                }, lastAct: CalendarDay("2026-04-01"))
        entry.drawing = fails ? nil : text + ".svg"
        entry.drawingNotes = [text]
        var undrawn = entry
        undrawn.drawing = nil
        return BatchSummary(asOf: Timestamp("2026-04-10"), entries: [entry, undrawn])
    }

    @Test("Nothing in a name becomes markup, whichever field it stands in", arguments: [false, true])
    func escapesEveryField(fails: Bool) throws {
        let harmless = Elements(html: BatchPage(try Self.summary("harmless", fails: fails)).html())
        #expect(harmless.isWellFormed)
        for text in HostileText.all {
            let page = BatchPage(try Self.summary(text, fails: fails)).html()
            let elements = Elements(html: page)
            #expect(elements.isWellFormed, "\(text)")
            #expect(elements.names == harmless.names, "\(text)")
            #expect(elements.attributeNames == harmless.attributeNames, "\(text)")
            for link in elements.links where !["summary.csv", "summary.json"].contains(link) {
                #expect(link.wholeMatch(of: /[A-Za-z0-9\-._~%]*/) != nil, "\(link)")
            }
            #expect(
                !removingIsolates(page).unicodeScalars.contains { $0 != "\n" && $0.isObeyedByTerminals },
                "\(text)")
        }
    }

    @Test("The page runs its own script only, loads nothing, and links each client's page")
    func thePageForbidsForeignContent() throws {
        let page = BatchPage(try Self.summary("x", fails: false)).html()
        #expect(page.components(separatedBy: "sha256-").count == 3)
        #expect(page.contains("default-src ") && !page.contains("unsafe-inline"))
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.components(separatedBy: "<script").count == 2)
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("<img"))
        #expect(Elements(html: page).links.contains("x.html"))
    }

    private static func entry(_ name: String, _ matters: [ClientAttention.Matter]?) -> BatchEntry {
        var entry = BatchEntry(name: name, source: name, failure: matters == nil ? ["no"] : nil)
        entry.attention = matters.map { ClientAttention(matters: $0) }
        return entry
    }

    @Test("Clients come by what needs the coach, then by its day, then by name; the unreadable last")
    func order() throws {
        let asOf = Timestamp("2026-04-10")
        func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }
        let entries = [
            Self.entry("failed", nil), Self.entry("z", []), Self.entry("b", []),
            Self.entry("talk", [.init(.interview, day: try day("2026-04-11"))]),
            Self.entry("name", [.init(.chain, day: try day("2026-04-09"))]),
            Self.entry("hush", [.init(.silent, day: try day("2026-03-01"))]),
            Self.entry("idle", [.init(.idle, day: try day("2026-04-01"))]),
            Self.entry("never", [.init(.idle)]),
            Self.entry("later", [.init(.followUp, day: try day("2026-04-12"))]),
            Self.entry("late", [.init(.followUp, day: try day("2026-04-09"))]),
        ]
        let order = ["late", "later", "never", "idle", "hush", "name", "talk", "b", "z", "failed"]
        #expect(BatchSummary(asOf: asOf, entries: entries).entries.map(\.name) == order)
        #expect(BatchSummary(asOf: asOf, entries: entries.reversed()).entries.map(\.name) == order)
        #expect(BatchSummary(asOf: asOf, entries: entries).attentionCount == 7)
    }

    @Test("A cell that a spreadsheet would take for a formula is guarded, and every row has its cells")
    func csv() throws {
        for text in HostileText.all {
            for fails in [false, true] {
                let bytes = BatchCSV(try Self.summary(text, fails: fails)).bytes()
                let rows = try #require(Self.rows(bytes))
                #expect(rows.count == 3)
                #expect(rows.allSatisfy { $0.count == 31 })
                for cell in rows.joined() {
                    #expect(
                        !["=", "+", "-", "@", "\t", "\r", "\n", "\r\n"].contains { cell.hasPrefix($0) },
                        "\(cell)")
                }
                #expect(CSVWriter.withoutGuards(rows[1][2]) == text)
            }
        }
    }

    @Test func theTableNamesTheFirstNotesOnly() throws {
        var entry = BatchEntry(name: "a", source: "a.json", failure: (1...9).map { "error \($0)" })
        entry.warnings = ["w"]
        let asOf = Timestamp("2026-04-10")
        let rows = try #require(Self.rows(BatchCSV(BatchSummary(asOf: asOf, entries: [entry])).bytes()))
        #expect(rows[1].last == "error 1\nerror 2\nerror 3\nand 6 more\nw")
        #expect(rows[1][3...4] == ["failed", ""])
    }

    @Test func theTextCountsWhatHappened() throws {
        let failed = BatchEntry(name: "b", source: "b.json", failure: ["no"])
        var done = BatchEntry(name: "a", source: "a.json")
        done.dueCount = 1
        done.stalled.theyOwe = 2
        done.drawing = "a.svg"
        let asOf = Timestamp("2026-04-10")
        func text(_ entries: [BatchEntry], _ unchanged: Int) -> String {
            BatchText(
                BatchSummary(asOf: asOf, entries: entries), unchangedCount: unchanged, page: "out/index.html"
            ).rendered(in: TextStyle())
        }
        #expect(text([done], 0) == "1 network: 1 done\n1 person due, 2 threads stalled\nout/index.html\n")
        #expect(
            text([done, failed], 2).hasPrefix("2 networks (2 unchanged): 1 done, 1 could not be read\n"))
        done.drawing = nil
        #expect(text([done], 0).hasPrefix("1 network: 1 done\n"), "none was asked for")
        done.drawingNotes = ["the drawing failed: no memory"]
        #expect(text([done], 0).hasPrefix("1 network: 1 done, 1 could not be drawn\n"))
    }

    /// A strict reader of RFC 4180.
    private static func rows(_ bytes: [UInt8]) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : nil
            switch (byte, isQuoted) {
            case (UInt8(ascii: "\""), true) where next == UInt8(ascii: "\""):
                cell.append(byte)
                index += 1
            case (UInt8(ascii: "\""), _): isQuoted.toggle()
            case (UInt8(ascii: ","), false):
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
            case (13, false) where next == 10:
                rows.append(row + [String(decoding: cell, as: UTF8.self)])
                (row, cell) = ([], [])
                index += 1
            case (13, false), (10, false): return nil
            default: cell.append(byte)
            }
            index += 1
        }
        return isQuoted || !row.isEmpty || !cell.isEmpty ? nil : rows
    }
}

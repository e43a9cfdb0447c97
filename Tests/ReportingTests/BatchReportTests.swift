import Foundation
import Foundations
import ReboundTestSupport
import ReferralGraph
import SystemInterface
import Testing

@testable import Reporting

@Suite("Summaries of a batch")
struct BatchReportTests {
    private static func summary(_ text: String, fails: Bool) throws -> BatchSummary {
        var entry = BatchEntry(name: text, source: text, failure: fails ? [text, text] : nil)
        entry.title = text
        entry.warnings = [text]
        entry.first = [.init(name: text, what: text)]
        entry.drawing = fails ? nil : text + ".svg"
        entry.drawingNotes = [text]
        var undrawn = entry
        undrawn.drawing = nil
        return BatchSummary(asOf: try #require(Timestamp("2026-04-10")), entries: [entry, undrawn])
    }

    @Test("Nothing in a name becomes markup, whichever field it stands in", arguments: [false, true])
    func escapesEveryField(fails: Bool) throws {
        let harmless = Elements(html: BatchPage(try Self.summary("harmless", fails: fails)).html())
        #expect(harmless.isWellFormed)
        #expect(!harmless.names.contains("script"))
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

    @Test func thePageForbidsScriptsAndForeignContent() throws {
        let page = BatchPage(try Self.summary("x", fails: false)).html()
        #expect(
            page.contains(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'\">"
            ))
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"))
    }

    @Test("A cell that a spreadsheet would take for a formula is guarded, and every row has its cells")
    func csv() throws {
        for text in HostileText.all {
            for fails in [false, true] {
                let bytes = BatchCSV(try Self.summary(text, fails: fails)).bytes()
                let rows = try #require(Self.rows(bytes))
                #expect(rows.count == 3)
                #expect(rows.allSatisfy { $0.count == 18 })
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
        let asOf = try #require(Timestamp("2026-04-10"))
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
        let asOf = try #require(Timestamp("2026-04-10"))
        func text(_ entries: [BatchEntry], _ unchanged: Int) -> String {
            BatchText(
                BatchSummary(asOf: asOf, entries: entries), unchangedCount: unchanged, page: "out/index.html"
            ).rendered(in: TextStyle())
        }
        #expect(text([done], 0) == "1 network: 1 done\n1 person due, 2 threads stalled\nout/index.html\n")
        #expect(
            text([done, failed], 2).hasPrefix("2 networks (2 unchanged): 1 done, 1 could not be read\n"))
        done.drawing = nil
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

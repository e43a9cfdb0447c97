import Foundations
import ReboundTestSupport
import Testing

@Suite struct CSVDocumentTests {
    private func table(_ text: String) -> (rows: [[String]], diagnostics: [Diagnostic]) {
        let (document, diagnostics) = CSVDocument.read(bytes: Array(text.utf8), file: "t.csv")
        guard let document else { return ([], diagnostics) }
        return (
            [document.header]
                + document.rows.map { row in (0..<row.count).map { document.text(row, $0) } }, diagnostics
        )
    }

    @Test(.enabled(if: Corpora.folder != nil))
    func agreesWithTheSpectrum() throws {
        // The values expected for location_coordinates are not those of its table.
        let names = Corpora.files(in: "csv-spectrum/csvs").filter { $0 != "location_coordinates.csv" }
        #expect(names.count >= 10)
        for name in names {
            let bytes = try FileBytes.read(path: Corpora.path("csv-spectrum/csvs/\(name)"))
            let (document, diagnostics) = CSVDocument.read(bytes: bytes, file: name)
            let table = try #require(document, "\(name)")
            #expect(diagnostics == [])
            let wanted = try JSONDocument(
                FileBytes.read(path: Corpora.path("csv-spectrum/json/\(name.dropLast(4)).json")))
            let objects = Array(wanted.children(of: 0))
            #expect(objects.count == table.rows.count, "\(name)")
            for (object, row) in zip(objects, table.rows) {
                for (column, title) in table.header.enumerated() {
                    let value = try #require(wanted.value(of: title, in: object), "\(name) \(title)")
                    #expect(wanted.string(of: value) == table.text(row, column), "\(name) \(title)")
                }
            }
        }
    }

    @Test(arguments: [
        "a,b\n1,2", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "\u{FEFF}a,b\n1,2\n", "a;b\n1;2", "a\tb\n1\t2",
        "\"a\",\"b\"\n\"1\",\"2\"", "\n\na,b\n\n,\n1,2\n\n",
    ])
    func readsTheSameTableFromAllItsSpellings(text: String) {
        let (rows, diagnostics) = table(text)
        #expect(rows == [["a", "b"], ["1", "2"]])
        #expect(diagnostics == [])
    }

    @Test func separatorsInsideQuotedHeadersDoNotCount() {
        #expect(table("\"a,b,c\";d\n1;2").rows == [["a,b,c", "d"], ["1", "2"]])
    }

    @Test func linesAreThoseOfTheFile() throws {
        let text = "a,b\r\n\"x\r\ny\n\rz\",1\r\n\r\n2,\"3\"\r4,5"
        let (document, diagnostics) = CSVDocument.read(bytes: Array(text.utf8), file: "t.csv")
        #expect(diagnostics == [])
        let rows = try #require(document).rows
        // The quoted cell holds three line breaks: CRLF, LF and CR.
        #expect(rows.map(\.line) == [2, 7, 8])
    }

    @Test func everyMistakeIsReported() {
        let (_, diagnostics) = table("a,a\n1\n\"x\"y,2\n1,2,3\n\"")
        #expect(
            diagnostics.map { "\($0.identifier.rawValue) \($0.line ?? 0)" } == [
                "quote-stray 3", "quote-unterminated 5", "column-repeated 1", "row-ragged 2", "row-ragged 4",
            ])
    }

    @Test func rowsEndAsAskedFor() {
        var csv = CSVWriter(guardsFormulas: false, lineBreak: "\n")
        csv.row(["=a", "b\n"])
        #expect(csv.bytes == Array("=a,\"b\n\"\n".utf8))
    }

    @Test(arguments: [
        "=1", "+1", "-1", "@x", "\tx", "\nx", "\rx", "\r\nx", "'=1", "''=1", "'x", "'", "plain", "",
    ])
    func theFormulaGuardComesOffAgain(cell: String) throws {
        var csv = CSVWriter()
        csv.row(["a", "b"])
        csv.row(["x", cell])
        let document = try #require(CSVDocument.read(bytes: csv.bytes, file: "t.csv").document)
        let read = document.text(document.rows[0], 1)
        let isDangerous = cell.utf8.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
        #expect(!isDangerous || read.hasPrefix("'"))
        #expect(CSVWriter.withoutGuards(read).utf8.elementsEqual(cell.utf8))
    }

    @Test(arguments: [
        "Dan \u{1B}[31mred", "\0\u{7F}\u{85}\u{9B}1m", "␛ is a picture", "␦@ and ␦␦␛", "tab\tand\r\nbreak",
        "␦",
    ])
    func controlsAreShownAndComeBack(cell: String) {
        let shown = ControlPictures.shown(cell)
        #expect(
            !shown.unicodeScalars.contains {
                $0.properties.generalCategory == .control && !"\t\r\n".unicodeScalars.contains($0)
            })
        #expect(ControlPictures.hidden(shown).unicodeScalars.elementsEqual(cell.unicodeScalars))
        var csv = CSVWriter()
        csv.row([cell])
        #expect(csv.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [9, 10, 13].contains($0) })
    }

    @Test func withoutGuardCellsStayAsTheyAre() {
        var csv = CSVWriter(guardsFormulas: false)
        csv.row(["=1", "a\"b"])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "=1,\"a\"\"b\"\r\n")
    }

    @Test func aHeaderMayStandBelowNotes() throws {
        func read(_ text: String) -> (header: [String], lines: [Int])? {
            let found = CSVDocument.read(bytes: Array(text.utf8), file: "t.csv") { $0.contains("b") }
            return found?.document.map { ($0.header, $0.rows.map(\.line)) }
        }
        for (text, line) in [
            ("a,b\n1,2\n", 2), ("Notes:\n\"some, words\"\n\na,b\n1,2\n", 5), ("x\r\n\r\na,b\r\n1,2", 4),
            ("\u{FEFF}Notes:,,\r\na,b\r1,2", 3), ("x;y,z\na;b\n1;2", 3), ("\"open\na,b\n1,2\n", 3),
            (String(repeating: "x\n", count: 9) + "a,b\n1,2", 11),
        ] {
            let found = try #require(read(text), "\(text.debugDescription)")
            #expect(found.header == ["a", "b"])
            #expect(found.lines == [line])
        }
        #expect(read("") == nil)
        #expect(read("x\ny\n") == nil)
        #expect(read(String(repeating: "x\n", count: 10) + "a,b\n1,2") == nil)
        // Mistakes are those of the table, not of the notes.
        let broken = CSVDocument.read(bytes: Array("\"\na,b\n1\n".utf8), file: "t.csv") { $0 == ["a", "b"] }
        #expect(broken?.diagnostics.map(\.identifier) == [.rowRagged])
        #expect(broken?.diagnostics.map(\.line) == [3])
    }
}

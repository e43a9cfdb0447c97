import Foundations
import ReboundTestSupport
import SourceReaders
import Testing

@Suite("Lists of companies")
struct CompanyListTests {
    private func list(_ text: String, isTable: Bool = false) -> CompanyList {
        CompanyList(bytes: Array(text.utf8), file: "list.csv", isTable: isTable)
    }

    private func entries(_ text: String, isTable: Bool = false) -> [String] {
        list(text, isTable: isTable).entries.map { "\($0.line) \($0.name)" }
    }

    @Test(
        "the column is found by its name, else it is the first",
        arguments: [
            ("Role,Company\nCook,Tarn\nBaker,Mill\n", ["2 Tarn", "3 Mill"]),
            ("\u{FEFF}Employer;City\r\n\"Tarn; Sons\";Bath\r\n", ["2 Tarn; Sons"]),
            ("City\tFirma\nBath\tTarn\n", ["2 Tarn"]),
            ("sep=;\nOrt;Unternehmen\nBath;Tarn\n", ["3 Tarn"]),
            ("Organization,Name\nTarn,Ada\n", ["2 Tarn"]),
            ("Name,City\nTarn,Bath\n", ["2 Tarn"]), ("Tarn,Food\nMill,Flour\n", ["1 Tarn", "2 Mill"]),
            ("Company\nTarn\n\n\nMill\nTarn\n", ["2 Tarn", "5 Mill", "6 Tarn"]),
            ("Company,City\n\"Tarn\nand Sons\",Bath\nMill,Bath\n", ["2 Tarn\nand Sons", "4 Mill"]),
            ("Company Name,E-mail\n'=Tarn,\n", ["2 =Tarn"]),
        ])
    func tables(text: String, entries: [String]) {
        #expect(self.entries(text, isTable: true) == entries)
        #expect(list(text, isTable: true).diagnostics.allSatisfy { $0.severity == .warning })
    }

    @Test(
        "a name a line, commas and all",
        arguments: [
            ("Tarn\nMill & Sons, Inc.\n", ["1 Tarn", "2 Mill & Sons, Inc."]),
            ("\r\n  Tarn  \r\n\r\nMill\r\n", ["2 Tarn", "4 Mill"]),
            ("\"Mill, Inc.\"\nTarn", ["1 Mill, Inc.", "2 Tarn"]),
            ("Company\nMill, Inc.\nTarn\n", ["2 Mill, Inc.", "3 Tarn"]),
            ("He said \"no\nTarn\n", ["1 He said \"no", "2 Tarn"]), ("Tarn", ["1 Tarn"]),
            ("Role,Company\nCook,Tarn\n", ["2 Tarn"]), ("Tarn,Food\nMill,Flour\n", ["1 Tarn", "2 Mill"]),
        ])
    func lines(text: String, entries: [String]) { #expect(self.entries(text) == entries) }

    @Test("what is doubtful is said with its line, and what is broken is refused")
    func findings() {
        let blank = list("Company,City\nTarn,Bath\n,York\n", isTable: true)
        #expect(blank.entries.map(\.name) == ["Tarn"])
        #expect(blank.diagnostics.map(\.line) == [3] && blank.diagnostics.map(\.severity) == [.warning])
        let unnamed = list("Tarn,Food\n", isTable: true)
        #expect(unnamed.diagnostics.map(\.severity) == [.warning] && unnamed.entries.count == 1)
        for text in ["Company,City\nTarn\n", "Company,City\n\"Tarn,Bath\n", "", "\n \n", "Company\n"] {
            let broken = list(text, isTable: true)
            #expect(broken.entries == [], "\(text)")
            #expect(broken.diagnostics.contains { $0.severity == .error }, "\(text)")
        }
        #expect(list("Company,City\nTarn\n", isTable: true).diagnostics[0].line == 2)
    }

    @Test("encodings of spreadsheets are read")
    func encodings() {
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in "Firma\nBäckerei\n".utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
        #expect(CompanyList(bytes: wide, file: "x", isTable: true).entries.map(\.name) == ["Bäckerei"])
        let latin = Array("Firma\nB".utf8) + [0xE4] + Array("ckerei\n".utf8)
        #expect(CompanyList(bytes: latin, file: "x", isTable: false).entries.map(\.name) == ["Bäckerei"])
    }

    @Test("no text makes it fail, and no line of a list is lost", arguments: HostileText.all)
    func hostile(text: String) {
        let name = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let found = entries("Tarn\n\(name)\nMill")
        #expect(found.first == "1 Tarn" && found.last?.hasSuffix("Mill") == true)
        _ = list(text, isTable: true)
    }
}

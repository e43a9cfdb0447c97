import Foundation
import Foundations
import Testing

@testable import SourceReaders

@Suite("The registry of sources") struct RegistryTests {
    private static let page =
        String(#filePath.dropLast("Tests/SourceReadersTests/RegistryTests.swift".count))
        + "Sources/SourceReaders/SourceReaders.docc/Importers.md"

    @Test func everyKindHasANameOfItsOwn() {
        let names = SourceReader.all.map(\.format.rawValue)
        #expect(Set(names).count == names.count)
        for reader in SourceReader.all { #expect(SourceReader.of(reader.format)?.title == reader.title) }
        #expect(SourceReader.of(SourceFormat(rawValue: "telepathy")) == nil)
    }

    @Test func thePageOnImportersListsTheKinds() throws {
        let page = try String(contentsOfFile: Self.page, encoding: .utf8)
        let rows = SourceReader.all.map { "| `\($0.format.rawValue)` | \($0.summary) |\n" }.joined()
        #expect(page.contains("| `--as` | what is read |\n|---|---|\n" + rows + "\n"))
    }

    @Test func messagesNameTheKinds() {
        for reader in SourceReader.all { #expect(SourceReader.nouns.contains(reader.noun)) }
    }

    @Test(arguments: [
        ("!BDN", "a.pst", "an Outlook data file (PST)"),
        ("PK\u{3}\u{4}", "a.xlsx", "a spreadsheet"),
        ("PK\u{3}\u{4}", "a.zip", "a zip without a LinkedIn archive, address books or mail"),
    ])
    func knownKindsAreRefusedByName(start: String, path: String, found: String) {
        let input = SourceInput(path: path, bytes: Array(start.utf8))
        #expect(SourceReader.recognising(input, SourceOptions()) == nil)
        let refusal = RefusedKind.refusal(of: input)
        #expect(refusal?.found == found)
        #expect(refusal?.expected == SourceReader.nouns)
    }
}

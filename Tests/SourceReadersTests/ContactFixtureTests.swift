import Foundations
import Glibc
import ReboundTestSupport
import SourceReaders
import Testing

/// Address books with all that is odd about them, and beside each what is made of it and said about it.
///
/// With `REBOUND_RECORD=1` in the environment the expected texts are written anew.
@Suite struct ContactFixtureTests {
    static let folder =
        String(#filePath.dropLast("ContactFixtureTests.swift".count)) + "Fixtures/contacts/"

    static let names = fileNames(in: folder).filter { $0.hasSuffix(".vcf") || $0.hasSuffix(".csv") }

    static func read(_ name: String) throws -> SourceRecords {
        let bytes = try FileBytes.read(path: folder + name)
        if name.hasSuffix(".vcf") { return VCardReader.read(bytes: bytes, file: name) }
        if name.hasPrefix("google") { return GoogleContactsReader.read(bytes: bytes, file: name) }
        let mapping = try FileBytes.read(path: folder + name.dropLast(4) + ".map")
        return MappedCSVReader.read(
            bytes: bytes, file: name,
            mapping: try ColumnMapping(parsing: String(decoding: mapping, as: UTF8.self)))
    }

    @Test(arguments: names)
    func givesWhatIsExpected(name: String) throws {
        let records = try Self.read(name)
        let text = dump(records)
        let path = Self.folder + name + ".txt"
        if getenv("REBOUND_RECORD") != nil {
            try AtomicFile.write(text.utf8, to: path, sparing: ProtectedFiles())
        }
        #expect(try String(decoding: FileBytes.read(path: path), as: UTF8.self) == text)
        #expect(records.contacts.isEmpty == records.hasErrors || records.format == .csv)
        #expect(records.tallies.map(\.read).reduce(0, +) == records.contacts.count)
    }

    @Test func addressBooksHaveTheirOwnDiagnosticsInTheFixtures() throws {
        let kinds = try Set(Self.names.flatMap { try Self.read($0).diagnostics.map(\.identifier) })
        #expect(kinds.isSuperset(of: [.valueIgnored, .recordDamaged]))
    }

    @Test(arguments: names)
    func anyPieceIsReadOrReported(name: String) throws {
        let bytes = try FileBytes.read(path: Self.folder + name)
        for length in 0..<bytes.count {
            let piece = Array(bytes.prefix(length))
            let records =
                name.hasSuffix(".vcf")
                ? VCardReader.read(bytes: piece, file: name)
                : name.hasPrefix("google")
                    ? GoogleContactsReader.read(bytes: piece, file: name)
                    : MappedCSVReader.read(
                        bytes: piece, file: name,
                        mapping: .guessed(from: MappedCSVReader.header(bytes: piece, file: name).header))
            #expect(!records.contacts.isEmpty || records.hasErrors, "\(name) cut at \(length)")
        }
    }
}

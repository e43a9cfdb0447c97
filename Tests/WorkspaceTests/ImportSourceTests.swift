import Foundation
import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@testable import Workspace

@Suite("What a file to be imported is")
struct ImportSourceTests {
    private static let root = String(#filePath.dropLast("Tests/WorkspaceTests/ImportSourceTests.swift".count))
    private static let fixtures = root + "Tests/SourceReadersTests/Fixtures/"
    private static let archive = fixtures + "linkedin/Complete_LinkedInDataExport_06-07-2026"

    private func format(_ path: String, owners: [String] = ["mia@example.com"]) throws -> SourceFormat? {
        var options = SourceOptions()
        options.owners = owners
        guard case .records(let records) = try ImportSource(path: path, options: options) else { return nil }
        #expect(records.path == path)
        #expect(!records.contacts.isEmpty)
        return records.format
    }

    @Test(
        "Every kind of source is known by what it has",
        arguments: [
            (archive, .linkedIn), (archive + "/Connections.csv", .linkedIn),
            (fixtures + "linkedin/2017/Messages.csv", .linkedIn),
            (fixtures + "contacts/profiles.vcf", .vCard),
            (fixtures + "contacts/google-newer.csv", .googleContacts),
            (fixtures + "contacts/google-older.csv", .googleContacts),
            (fixtures + "mail/correspondence.mbox", .mail), (fixtures + "mail/maildir", .mail),
            (fixtures + "mail/single.eml", .mail),
        ] as [(String, SourceFormat)])
    func kinds(path: String, expected: SourceFormat) throws {
        #expect(try format(path, owners: expected == .mail ? [Self.owner(of: path)] : []) == expected)
    }

    @Test("A folder with cards and events is both, and a call-off counts whatever its file is called")
    func cardsAndEvents() async throws {
        func event(_ more: String, sequence: Int) -> String {
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:e\nSEQUENCE:\(sequence)\nLAST-MODIFIED:2026040\(sequence)T080000Z\nDTSTART:20260420T090000Z\n"
                + "ORGANIZER:mailto:me@home.example\nATTENDEE;CN=Dan Osei:mailto:dan@harbor.example\n\(more)END:VEVENT\nEND:VCALENDAR\n"
        }
        try await TemporaryFolder.with { folder in
            try folder.write(
                "BEGIN:VCARD\nVERSION:3.0\nUID:u\nFN:Dan Osei\nEMAIL:dan@harbor.example\nEND:VCARD\n",
                to: "both/contacts/dan.vcf")
            try folder.write(event("", sequence: 1), to: "both/calendar/e.ics")
            try folder.write(event("", sequence: 1), to: "z.ics")
            try folder.write(event("STATUS:CANCELLED\n", sequence: 2), to: "a.ics")
            var options = SourceOptions()
            options.owners = ["me@home.example"]
            options.now = Timestamp("2026-04-10")
            let own = OwnNetwork(path: folder("n.db"), now: Timestamp("2026-04-10")!)
            let both = try ImportSource.all(path: folder("both"), options: options)
            let outcome = try own.take(in: both)
            #expect(outcome.answer.count == 2)
            #expect(outcome.network.people.map(\.cardUIDs) == [[], ["u"]])
            #expect(outcome.network.interactions.count == 1)
            #expect(own.ownAddresses == ["me@home.example"])
            let files = try ["a.ics", "z.ics"].flatMap {
                try ImportSource.all(path: folder($0), options: options)
            }
            let other = try OwnNetwork(path: folder("o.db"), now: Timestamp("2026-04-10")!).take(in: files)
            #expect(other.network.interactions.isEmpty)
        }
    }

    /// Who writes or gets the mails of a fixture.
    private static func owner(of path: String) -> String {
        guard path.hasSuffix(".eml"), let bytes = try? FileBytes.read(path: path) else {
            return "mia@example.com"
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.firstMatch(of: /(?m)^From:.*?([a-z.]+@[a-z.]+)/).map { String($0.1) } ?? ""
    }

    @Test("A network is one, as a file and as a folder of tables, and its tables alone are not")
    func networks() throws {
        for path in ["Samples/three-referrals.json", "Samples/tables"] {
            guard case .network(let network, let name) = try ImportSource(path: Self.root + path) else {
                Issue.record("\(path) is a network")
                continue
            }
            #expect(network.people.count > 1)
            #expect(name == Self.root + path)
        }
    }

    @Test("A table needs a mapping; the guess is what its columns say")
    func tables() async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write("Full name,Firm,Mail\nAda Moss,Tarn,ada@example.com\n", to: "a.CSV")
            do throws(WorkspaceError) {
                _ = try ImportSource(path: path)
                Issue.record("a guess was taken")
            } catch {
                guard case .mappingNeeded(path, let guess) = error else {
                    Issue.record("\(error)")
                    return
                }
                #expect(guess.argument == "name=Full name,email=Mail,company=Firm")
                #expect(error.exitCode == 64)
                #expect(error.explanation.contains("--map 'name=Full name,email=Mail,company=Firm'"))
                var options = SourceOptions()
                options.mapping = guess
                guard case .records(let records) = try ImportSource(path: path, options: options) else {
                    Issue.record("a table has records")
                    return
                }
                #expect(records.format == .csv)
                #expect(records.contacts.map(\.name) == ["Ada Moss"])
            }
            let nobody = try folder.write("Colour,Size\nred,3\n", to: "b.csv")
            do throws(WorkspaceError) {
                _ = try ImportSource(path: nobody)
            } catch {
                #expect(error.exitCode == 64)
                #expect(error.explanation.contains("no column looks like a name or an address"))
            }
        }
    }

    @Test("What is said to be something is read as that")
    func said() async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write("Full name,Mail\nAda Moss,ada@example.com\n", to: "list.txt")
            var options = SourceOptions()
            options.mapping = try ColumnMapping(parsing: "name=Full name,email=Mail")
            #expect(throws: WorkspaceError.self) { try ImportSource(path: path, options: options) }
            options.format = .csv
            guard case .records(let records) = try ImportSource(path: path, options: options) else {
                Issue.record("a table has records")
                return
            }
            #expect(records.contacts.count == 1)
            options.format = .vCard
            #expect(throws: WorkspaceError.self) { try ImportSource(path: path, options: options) }
        }
    }

    @Test("What no one knows is said to be unknown, with what could be taken in")
    func unknown() async throws {
        try await TemporaryFolder.with { folder in
            let files: [(String, [UInt8], String)] = [
                ("notes.txt", Array("Once upon a time".utf8), "format-unknown"),
                ("page.html", Array("<html></html>".utf8), "format-unknown"),
                ("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0xFF], "format-unknown"),
                ("network.db", Array("SQLite format 3\u{0}".utf8), "format-unknown"),
                ("other.zip", [0x50, 0x4B, 3, 4, 0, 0], "archive-invalid"),
                ("folder/file", [], "format-unknown"), ("empty.vcf", [], "file-empty"),
                // What says that it is JSON is told what is wrong with it as JSON.
                ("list.json", Array("# no".utf8), "json-syntax"),
                ("a.json", Array("{}".utf8), "format-unknown"),
                ("half.txt", Array(#"{"format": "#.utf8), "json-syntax"),
            ]
            for (name, bytes, identifier) in files {
                let file = try folder.write(bytes, to: name)
                let path = name == "folder/file" ? folder("folder") : file
                do throws(WorkspaceError) {
                    _ = try ImportSource(path: path)
                    Issue.record("\(name) was taken in")
                } catch {
                    #expect(error.exitCode == 65, "\(name)")
                    #expect(error.explanation.contains("[\(identifier)]"), "\(error.explanation)")
                    #expect(error.explanation.contains(path))
                }
            }
            #expect(throws: WorkspaceError.unreadable(.noSuchFile(path: folder("gone.vcf")))) {
                try ImportSource(path: folder("gone.vcf"))
            }
        }
    }
}

extension ImportSource {
    /// The first of what is at a path.
    fileprivate init(path: String, options: SourceOptions = SourceOptions()) throws(WorkspaceError) {
        self = try Self.all(path: path, options: options)[0]
    }
}

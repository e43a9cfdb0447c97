import Foundations
import Glibc
import ReboundTestSupport
import Testing

@testable import Workspace

@Suite("The networks of a folder")
struct BatchSourceTests {
    private func sources(_ files: [String]) async throws -> [BatchSource] {
        try await TemporaryFolder.with { folder in
            for file in files { try folder.write("x", to: file) }
            return try BatchSource.all(in: folder.path)
        }
    }

    @Test func takesNetworksAndLeavesTheRest() async throws {
        let found = try await sources([
            "b.json", "A.JSON", "network.schema.json", ".hidden.json", "notes.txt", "tables/people.csv",
            "upper/People.CSV", "pictures/x.svg", ".git/people.csv", "folder.json/people.csv",
        ])
        #expect(found.map(\.source) == ["A.JSON", "b.json", "folder.json", "tables", "upper"])
        #expect(found.map(\.isFolder) == [false, false, true, true, true])
        #expect(found.map(\.name) == ["A", "b", "folder.json", "tables", "upper"])
    }

    @Test(
        "No two networks share a name",
        arguments: [
            (["a.json", "a/people.csv"], ["a.tables", "a.json"]),
            (["a.json", "a/people.csv", "a.json.json"], ["a.tables", "a.json-2", "a.json"]),
            (["a.json", "a/people.csv", "a.tables.json"], ["a.tables-2", "a.json", "a.tables"]),
            (["a.json", "a.JSON", "a/people.csv"], ["a.tables", "a.JSON", "a.json"]),
            (["summary.json", "index.json", "x.json"], ["index.json", "summary.json", "x"]),
        ])
    func names(files: [String], expected: [String]) async throws {
        let names = try await sources(files).map(\.name)
        #expect(names == expected)
        #expect(Set(names).count == names.count)
    }

    @Test func longNamesLeaveRoomForExtensions() async throws {
        let long = String(repeating: "ü", count: 120)
        let found = try await sources(["\(long)1.json", "\(long)2.json"])
        #expect(found.allSatisfy { $0.name.utf8.count <= 200 })
        #expect(Set(found.map(\.name)).count == 2)
    }

    @Test func readsEveryTableAndNothingElse() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("1", to: "t/people.csv")
            try folder.write("2", to: "t/Ties.CSV")
            try folder.write("3", to: "t/notes.txt")
            try folder.write("4", to: "t/old.csv/people.csv")
            let source = try #require(try BatchSource.all(in: folder.path).first)
            #expect(try source.contents().map(\.name) == ["Ties.CSV", "people.csv"])
        }
    }

    @Test func whatCannotBeReadIsNamedAsInTheFolder() async throws {
        try await TemporaryFolder.with { folder in
            symlink("nowhere", folder("gone.json"))
            mkfifo(folder("pipe.json"), 0o600)
            let sources = try BatchSource.all(in: folder.path)
            #expect(sources.map(\.source) == ["gone.json", "pipe.json"])
            #expect(throws: ReadError.noSuchFile(path: "gone.json")) { try sources[0].contents() }
            #expect(throws: ReadError.failed(path: "pipe.json", reason: "it is a pipe or a device")) {
                try sources[1].contents()
            }
        }
    }

    @Test func whatIsNoFolderIsAnError() async throws {
        try await TemporaryFolder.with { folder in
            let file = try folder.write("x", to: "file")
            #expect(throws: WorkspaceError.unreadable(.noSuchFile(path: folder("none")))) {
                try BatchSource.all(in: folder("none"))
            }
            #expect(throws: WorkspaceError.self) { try BatchSource.all(in: file) }
            #expect(try BatchSource.all(in: folder.path).isEmpty)
        }
    }
}

@Suite("Digests of inputs")
struct InputDigestTests {
    private func fingerprint(_ parts: [String]) -> String {
        var fingerprint = InputDigest()
        for part in parts { fingerprint.combine(part.utf8) }
        return fingerprint.text
    }

    @Test("The length of each part counts, so that moving a border changes it")
    func borders() {
        let ways = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], [], [""], ["", ""]]
        #expect(Set(ways.map(fingerprint)).count == ways.count)
        #expect(fingerprint(["ab", "c"]) == fingerprint(["ab", "c"]))
    }

    @Test func everyBitCounts() {
        var random = SeededRandom(seed: 3)
        let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }
        var seen: Set<String> = []
        for bit in 0..<bytes.count * 8 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            var fingerprint = InputDigest()
            fingerprint.combine(changed)
            seen.insert(fingerprint.text)
            #expect(fingerprint.text.count == 32)
        }
        #expect(seen.count == bytes.count * 8)
    }
}

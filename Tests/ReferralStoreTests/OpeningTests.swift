import Foundation
import GRDB
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralStore

@Suite("Opening a store") struct OpeningTests {
    private func permissions(_ path: String) -> Int? { StoreFile.permissions(of: path) }

    @Test("A new store and its folders are for their owner only, and leave nothing else behind")
    func modes() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder("share/rebound/network.db")
            let store = try NetworkStore.openForWriting(path: path, founding: founding)
            try store.add("Ann")
            #expect(permissions(folder("share")) == 0o700)
            #expect(permissions(folder("share/rebound")) == 0o700)
            #expect(permissions(path) == 0o600)
            #expect(permissions(path + ".lock") == 0o600)
            #expect(folder.names(in: "share/rebound") == ["network.db", "network.db.lock"])
            let health = try store.health()
            #expect(health.problems == [])
            #expect(health.filePermissions == 0o600 && health.folderPermissions == 0o700)
        }
    }

    @Test("Commits are synced to the end, whatever GRDB sets up")
    func durability() async throws {
        try await withStore { store in
            let modes = try store.queue.inDatabase { db in
                (
                    try Int.fetchOne(db, sql: "PRAGMA synchronous"),
                    try String.fetchOne(db, sql: "PRAGMA journal_mode")
                )
            }
            #expect(modes.0 == 3)
            #expect(modes.1 == "delete")
            try store.add("Ann")
            let after = try store.queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
            #expect(after == 3)
        }
    }

    @Test("Opening and reading for reading leaves the folder as it is to the byte")
    func readingChangesNothing() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder("data/network.db")
            try NetworkStore.openForWriting(path: path, founding: founding).add("Ann")
            try FileManager.default.removeItem(atPath: path + ".lock")
            let before = try folder.files(in: "data")
            let reader = try NetworkStore.openForReading(path: path)
            _ = try reader.network()
            _ = try reader.history()
            _ = try reader.health()
            #expect(try folder.files(in: "data") == before)
        }
    }

    @Test("A store can be read where nothing may be written", .enabled(if: geteuid() != 0))
    func readOnlyFolder() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder("data/network.db")
            try NetworkStore.openForWriting(path: path, founding: founding).add("Ann")
            chmod(path, 0o400)
            chmod(folder("data"), 0o500)
            defer { chmod(folder("data"), 0o700) }
            #expect(try NetworkStore.openForReading(path: path).network().people.count == 2)
            let real = StoreFile.resolved(path)
            #expect(throws: StoreError.notPermitted(path: real)) {
                try NetworkStore.openForWriting(path: path)
            }
            chmod(path, 0o600)
            #expect(throws: StoreError.notPermitted(path: StoreFile.parts(of: real).folder)) {
                try NetworkStore.openForWriting(path: path)
            }
            try Data().write(to: URL(filePath: folder("other")))
            chmod(folder("other"), 0)
            #expect(throws: StoreError.self) { try NetworkStore.openForReading(path: folder("other/x")) }
        }
    }

    @Test("Where no store is, opening says so and makes nothing")
    func missing() async throws {
        try await TemporaryFolder.with { folder in
            let path = StoreFile.resolved(folder("network.db"))
            #expect(throws: StoreError.noSuchStore(path: path)) {
                try NetworkStore.openForReading(path: path)
            }
            #expect(throws: StoreError.noSuchStore(path: path)) {
                try NetworkStore.openForWriting(path: path)
            }
            #expect(throws: StoreError.self) { try NetworkStore.openForReading(path: folder("a/b/c")) }
            #expect(throws: StoreError.self) { try NetworkStore.openForReading(path: folder.path) }
            #expect(folder.names(in: ".") == [])
            // What a crash leaves between making the file and founding the store.
            try Data().write(to: URL(filePath: path))
            #expect(throws: StoreError.noSuchStore(path: path)) {
                try NetworkStore.openForReading(path: path)
            }
            #expect(try NetworkStore.openForWriting(path: path, founding: founding).history().count == 1)
        }
    }

    @Test("No one founds a store whose network could not be read back")
    func impossibleFounding() async throws {
        try await TemporaryFolder.with { folder in
            let error = #expect(throws: StoreError.self) {
                try NetworkStore.openForWriting(
                    path: folder("data/network.db"),
                    founding: .init(seeker: Person(id: "me", name: ""), at: noon))
            }
            guard case .notStorable = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(folder.names(in: ".") == [])
        }
    }

    @Test("Another program's files are refused and stay as they are")
    func foreignFiles() async throws {
        try await TemporaryFolder.with { folder in
            let text = try folder.write("dear diary, ".repeated(200), to: "diary.txt")
            let foreign = folder("bookmarks.sqlite")
            try tamper(with: foreign, "CREATE TABLE bookmark (url TEXT)")
            let numbered = folder("numbered.sqlite")
            try tamper(with: numbered, "PRAGMA application_id = 77; CREATE TABLE thing (x)")
            for path in [text, foreign, numbered] {
                let before = try Data(contentsOf: URL(filePath: path))
                for open in [
                    { try NetworkStore.openForReading(path: path) },
                    { try NetworkStore.openForWriting(path: path, founding: founding) },
                ] {
                    let error = #expect(throws: StoreError.self) { try open() }
                    guard case .notAStore = error else {
                        Issue.record("\(String(describing: error))")
                        continue
                    }
                }
                #expect(try Data(contentsOf: URL(filePath: path)) == before)
            }
        }
    }

    @Test("A damaged file is an error, wherever it is damaged", arguments: 0..<24 as Range<UInt64>)
    func damagedFiles(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        var networks = RandomNetworks(seed: seed)
        try await TemporaryFolder.with { folder in
            let path = folder("network.db")
            let store = try NetworkStore.openForWriting(path: path, founding: founding)
            try store.replace(with: networks.network())
            let whole = try store.bytes()
            var bytes = try Data(contentsOf: URL(filePath: path))
            if seed % 4 == 0 {
                bytes = bytes.prefix(Int.random(in: 100..<bytes.count, using: &random))
            } else {
                let start = Int.random(in: 0..<bytes.count - 64, using: &random)
                for index in start..<start + 64 { bytes[index] = UInt8.random(in: 0...255, using: &random) }
            }
            let damaged = folder("damaged.db")
            try bytes.write(to: URL(filePath: damaged))
            // Either an error, or damage that the network does not touch and that a look over finds.
            do throws(StoreError) {
                let reader = try NetworkStore.openForReading(path: damaged)
                let problems = try reader.health().problems
                let network = try reader.network()
                #expect(!problems.isEmpty || NetworkJSONWriter.bytes(of: network) == whole)
            } catch {
                #expect(!error.explanation.isEmpty && error != .busy(path: damaged))
            }
        }
    }

    @Test("An interrupted write is taken back by whoever comes next, reader or writer")
    func hotJournal() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder("network.db")
            let store = try NetworkStore.openForWriting(path: path, founding: founding)
            try store.add("Ann")
            let before = try store.bytes()
            // A transaction that does not fit the cache writes to the file before it commits.
            try store.queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA cache_size = 2; BEGIN IMMEDIATE")
                for number in 0..<2000 {
                    try db.execute(
                        sql: "INSERT INTO entity VALUES ('person', ?, ?, ?)",
                        arguments: ["x\(number)", number, String(repeating: "x", count: 500)])
                }
                for copy in ["reader", "writer"] {
                    try FileManager.default.createDirectory(
                        atPath: folder(copy), withIntermediateDirectories: true)
                    for suffix in ["", "-journal"] {
                        try FileManager.default.copyItem(
                            atPath: path + suffix, toPath: folder("\(copy)/network.db\(suffix)"))
                    }
                }
                try db.execute(sql: "ROLLBACK")
            }
            let damaged = try FileManager.default.attributesOfItem(atPath: folder("reader/network.db"))
            #expect((damaged[.size] as? Int ?? 0) > 500_000)
            if geteuid() != 0 {
                let locked = folder("reader")
                chmod(locked, 0o500)
                defer { chmod(locked, 0o700) }
                let error = StoreError.needsWriting(path: StoreFile.resolved(locked + "/network.db"))
                #expect(throws: error) { try NetworkStore.openForReading(path: locked + "/network.db") }
            }
            #expect(try NetworkStore.openForReading(path: folder("reader/network.db")).bytes() == before)
            #expect(try NetworkStore.openForWriting(path: folder("writer/network.db")).bytes() == before)
            #expect(folder.names(in: "reader") == ["network.db", "network.db.lock"])
            #expect(
                try NetworkStore.openForReading(path: folder("reader/network.db")).health().problems == [])
        }
    }

    @Test("Nothing is recorded in a file that was taken away or replaced")
    func replacedFile() async throws {
        try await TemporaryFolder.with { folder in
            let path = StoreFile.resolved(folder("network.db"))
            let store = try NetworkStore.openForWriting(path: path, founding: founding)
            try FileManager.default.copyItem(atPath: path, toPath: path + ".backup")
            try FileManager.default.removeItem(atPath: path)
            #expect(throws: StoreError.replaced(path: path)) { try store.add("Ann") }
            #expect(rename(path + ".backup", path) == 0)
            #expect(throws: StoreError.replaced(path: path)) { try store.undo(at: noon) }
            try NetworkStore.openForWriting(path: path).add("Ann")
        }
    }

    @Test("A link and its file have one lock")
    func symbolicLink() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder("network.db")
            let store = try NetworkStore.openForWriting(path: path, founding: founding)
            try FileManager.default.createSymbolicLink(
                atPath: folder("link.db"), withDestinationPath: "network.db")
            #expect(try NetworkStore.openForWriting(path: folder("link.db")).path == store.path)
        }
    }
}

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}

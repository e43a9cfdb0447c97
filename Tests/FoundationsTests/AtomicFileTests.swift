import Foundations
import Glibc
import ReboundTestSupport
import SystemInterface
import Testing

@Suite struct AtomicFileTests {
    private func permissions(_ path: String) -> mode_t? {
        var status = stat()
        return path.withSystemPath({ stat($0, &status) }) == 0 ? status.st_mode & 0o777 : nil
    }

    private func write(
        _ bytes: [UInt8], to path: String, sparing spared: ProtectedFiles = ProtectedFiles()
    ) throws(WriteError) {
        try AtomicFile.write(bytes, to: path, sparing: spared)
    }

    private static let database = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 7, count: 500)

    @Test func newFilesAreForTheirOwnerWhateverTheUmask() async throws {
        try await TemporaryFolder.with { folder in
            for mask: mode_t in [0, 0o022, 0o777] {
                let old = umask(mask)
                defer { umask(old) }
                try write([1], to: folder("m\(mask)"))
                #expect(permissions(folder("m\(mask)")) == 0o600)
            }
        }
    }

    @Test func aLinkThatLeadsNowhereYetStaysOne() async throws {
        try await TemporaryFolder.with { folder in
            mkdir(folder("real"), 0o700)
            symlink("real/file", folder("link"))
            try write([1, 2], to: folder("link"))
            var status = stat()
            #expect(lstat(folder("link"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
            #expect(try FileBytes.read(path: folder("real/file")) == [1, 2])
        }
    }

    @Test func pipesAndDevicesAreWrittenAndStay() async throws {
        try write([1, 2, 3], to: "/dev/null")
        #expect(throws: WriteError.failed(path: "/dev/full", reason: "No space left on device")) {
            try write([1], to: "/dev/full")
        }
        try await TemporaryFolder.with { folder in
            let pipe = folder("pipe")
            mkfifo(pipe, 0o600)
            let reader = open(pipe, O_RDONLY | O_NONBLOCK)
            defer { close(reader) }
            try write([4, 5], to: pipe)
            var bytes = [UInt8](repeating: 0, count: 9)
            #expect(read(reader, &bytes, 9) == 2)
            #expect(bytes.prefix(2) == [4, 5])
            #expect(fileNames(in: folder.path) == ["pipe"])
        }
    }

    @Test(arguments: [false, true])
    func descriptorsAreWrittenWhereTheyStand(throughALink: Bool) async throws {
        try await TemporaryFolder.with { folder in
            let descriptor = open(folder("open"), O_RDWR | O_CREAT, 0o600)
            defer { close(descriptor) }
            #expect(Glibc.write(descriptor, "ab", 2) == 2)
            symlink("/dev/fd/\(descriptor)", folder("link"))
            try write(Array("cd".utf8), to: throughALink ? folder("link") : "/dev/fd/\(descriptor)")
            #expect(Glibc.write(descriptor, "ef", 2) == 2)
            #expect(try FileBytes.read(path: folder("open")) == Array("abcdef".utf8))
        }
        #expect(throws: WriteError.self) { try write([1], to: "/dev/fd/1000000") }
    }

    @Test func aFileInAFolderThatIsNotWritableIsWrittenInPlace() async throws {
        try await TemporaryFolder.with { folder in
            mkdir(folder("closed"), 0o700)
            try write([UInt8](repeating: 1, count: 5000), to: folder("closed/file"))
            chmod(folder("closed/file"), 0o640)
            chmod(folder("closed"), 0o500)
            defer { chmod(folder("closed"), 0o700) }
            // The superuser may write everywhere.
            let isRefused = access(folder("closed"), W_OK) != 0
            for count in [0, 3, 9000] {
                try write([UInt8](repeating: 2, count: count), to: folder("closed/file"))
                let content = try FileBytes.read(path: folder("closed/file"))
                #expect(content == [UInt8](repeating: 2, count: count))
                #expect(permissions(folder("closed/file")) == 0o640)
            }
            if isRefused {
                #expect(throws: WriteError.notPermitted(path: folder("closed/new"))) {
                    try write([1], to: folder("closed/new"))
                }
            }
        }
    }

    @Test func theStoreAndWhatLiesBesideItIsSpared() async throws {
        try await TemporaryFolder.with { folder in
            let store = folder("network.db")
            let spared = ProtectedFiles(store: store)
            // Before there is one.
            for ending in ["", ".lock", "-journal", "-wal", "-shm"] {
                #expect(throws: WriteError.protected(path: store + ending, what: .store)) {
                    try write([1], to: store + ending, sparing: spared)
                }
            }
            try write([], to: store)
            try write([], to: store + ".lock")
            symlink("network.db", folder("soft"))
            link(store, folder("hard"))
            link(store + ".lock", folder("hard-lock"))
            symlink("network.db-journal", folder("soft-journal"))
            for name in ["soft", "hard", "hard-lock", "soft-journal", "./network.db"] {
                #expect(throws: WriteError.protected(path: folder(name), what: .store)) {
                    try write([1], to: folder(name), sparing: ProtectedFiles(store: store))
                }
            }
            #expect(try FileBytes.read(path: store) == [])
            try write([1], to: folder("network.db.txt"), sparing: spared)
        }
    }

    @Test func aStoreNamedByALinkIsSparedToo() async throws {
        try await TemporaryFolder.with { folder in
            try write([], to: folder("real.db"))
            symlink("real.db", folder("link.db"))
            let spared = ProtectedFiles(store: folder("link.db"))
            for name in ["real.db", "link.db", "real.db.lock", "real.db-journal"] {
                #expect(throws: WriteError.protected(path: folder(name), what: .store)) {
                    try write([1], to: folder(name), sparing: spared)
                }
            }
        }
    }

    @Test func databasesAndTheirJournalsAreSparedUnnamed() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write(Self.database, to: "any.txt")
            try folder.write([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7, 0], to: "left")
            try folder.write([0x37, 0x7F, 0x06, 0x82, 0], to: "log")
            symlink("any.txt", folder("soft"))
            link(folder("any.txt"), folder("hard"))
            for name in ["any.txt", "soft", "hard", "left", "log", "any.txt.lock", "any.txt-wal"] {
                #expect(throws: WriteError.protected(path: folder(name), what: .database)) {
                    try write([1], to: folder(name))
                }
            }
            #expect(try FileBytes.read(path: folder("any.txt")) == Self.database)
            try write([1], to: folder("other.lock"))
        }
    }

    @Test func whatIsReadIsSpared() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write([1], to: "input")
            try folder.write([1], to: "tables/people.csv")
            link(folder("input"), folder("hard"))
            link(folder("tables/people.csv"), folder("hard-table"))
            let spared = ProtectedFiles(inputs: [
                folder("input"), folder("tables"), folder("none"), "/dev/null",
            ])
            for name in ["input", "hard", "tables", "tables/people.csv", "hard-table", "none"] {
                #expect(throws: WriteError.protected(path: folder(name), what: .input)) {
                    try spared.check(folder(name))
                }
            }
            try write([2], to: "/dev/null", sparing: spared)
            try write([2], to: folder("tables/new"), sparing: spared)
        }
    }

    @Test func aFailureLeavesNothingBehind() async throws {
        try await TemporaryFolder.with { folder in
            try write([9], to: folder("a"))
            struct Stop: Error {}
            #expect(throws: Stop.self) {
                try AtomicFile.write(to: folder("a"), sparing: ProtectedFiles()) { pieces in
                    try pieces.append([1, 2, 3])
                    throw Stop()
                }
            }
            #expect(try FileBytes.read(path: folder("a")) == [9])
            #expect(fileNames(in: folder.path) == ["a"])
        }
    }

    @Test func longNamesAndNamesThatAreNoTextAreWritten() async throws {
        try await TemporaryFolder.with { folder in
            let long = String(repeating: "n", count: 255)
            try write([1], to: folder(long))
            let strange = SystemPath.text([0x6C, 0xE9, 0x2E, 0x74, 0x0A])
            try write([2], to: folder(strange))
            #expect(try FileBytes.read(path: folder(strange)) == [2])
            #expect(try FileBytes.names(inFolder: folder.path) == [strange, long])
            #expect(WriteError.notAFile(path: strange).description.hasPrefix("l\\xE9.t\\n: "))
        }
    }

    @Test func pathsComeBackToTheByte() {
        let rows: [[UInt8]] = [
            [], Array("plain".utf8), Array("ünï/名前".utf8), [0xE9], [0xFF, 0x41, 0xC3],
            [0xF4, 0x8F, 0x9E, 0x80],
            [0xC3, 0xA9, 0xA9], Array(0x80...0xFF), [0xED, 0xA0, 0x80],
        ]
        for row in rows {
            #expect(SystemPath.bytes(of: SystemPath.text(row)) == row)
        }
        #expect(SystemPath.text(Array("é".utf8)) == "é")
        #expect(shownPath("a\u{1B}[1m\n" + SystemPath.text([0xE9])) == "a\\u{1b}[1m\\n\\xE9")
    }
}

import Foundations
import ReboundTestSupport
import Testing

@Suite struct ZipArchiveTests {
    private let letters = StoredZip([("a.txt", "alpha"), ("folder/b.txt", "beta"), ("empty", "")])

    /// What goes wrong when everything in an archive is unpacked; `nil` when nothing does.
    private func mistake(_ bytes: [UInt8], limits: ArchiveLimits = .standard) -> ArchiveError? {
        do {
            _ = try ZipArchive.everything(in: bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test func givesEntriesInTheirOrder() throws {
        let files = try ZipArchive.everything(in: letters.bytes)
        #expect(files.map(\.name) == ["a.txt", "folder/b.txt", "empty"])
        #expect(files.map { String(decoding: $0.content, as: UTF8.self) } == ["alpha", "beta", ""])
    }

    @Test func readsFromAFileToo() async throws {
        try await TemporaryFolder.with { folder in
            let path = try folder.write(letters.bytes, to: "letters.zip")
            let archive = try ZipArchive(path: path)
            let entry = try #require(try archive.next())
            #expect(entry.name == "a.txt" && entry.isFile && !entry.isEncrypted && entry.size == 5)
            #expect(try archive.contents() == Array("alpha".utf8))
            // What is not asked for is passed over.
            _ = try archive.next()
            #expect(try archive.next()?.name == "empty")
            #expect(try archive.next() == nil)
            #expect(folder.names(in: "") == ["letters.zip"])
        }
    }

    @Test func unpacksDeflatedContent() throws {
        var zip = StoredZip()
        // 64 KiB of zero bytes.
        let packed: [UInt8] =
            [0xED, 0xC1, 1, 1, 0, 0, 0, 0x80, 0x90, 0xFE, 0xAF, 0xEE, 8, 0x0A]
            + [UInt8](repeating: 0, count: 63) + [0x6A]
        zip.entries = [
            .init(
                name: "zeros", content: packed, method: 8, claimedSize: 1 << 16, claimedChecksum: 0xD797_8EEB)
        ]
        let files = try ZipArchive.everything(in: zip.bytes)
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        #expect(files.map(\.content) == [zeros])
    }

    @Test(arguments: [
        "../../etc/passwd", "/etc/passwd", "a/../../b", "Ünïcödé/名前.csv", "line\nbreak", " ",
        String(repeating: "long/", count: 2000) + "x",
    ])
    func namesAreLabels(name: String) throws {
        let files = try ZipArchive.everything(in: StoredZip([(name, "x")]).bytes)
        #expect(files.map(\.name) == [name])
        #expect(files.map(\.content) == [[UInt8(ascii: "x")]])
    }

    @Test func backslashesOfWindowsAreSlashes() throws {
        #expect(
            try ZipArchive.everything(in: StoredZip([("a\\b.csv", "x")]).bytes).map(\.name) == ["a/b.csv"])
    }

    @Test func namesThatAreNotUTF8AreReadable() throws {
        var zip = letters
        zip.entries[0].flags = 0
        var bytes = zip.bytes
        for index in bytes.indices where bytes[index...].starts(with: "a.txt".utf8) { bytes[index] = 0xE4 }
        #expect(
            try ZipArchive.everything(in: bytes).map(\.name) == ["\u{FFFD}.txt", "folder/b.txt", "empty"])
    }

    @Test func whatIsNoZipIsRefused() {
        for bytes in [
            [], Array("hello".utf8), Array("\u{1F}\u{8B}gzip".utf8), [UInt8](repeating: 0, count: 4096),
        ] {
            #expect(mistake(bytes) == .notZip)
        }
        // Another format that the library would know.
        #expect(mistake(Array("!<arch>\n".utf8) + [UInt8](repeating: 32, count: 60)) == .notZip)
    }

    @Test func whatIsCutOffIsRefusedAsAWhole() {
        let whole = letters.bytes
        for length in 4..<whole.count {
            switch mistake(Array(whole[..<length])) {
            case .damaged: break
            // The last bytes are the length of a comment.
            case nil where length >= whole.count - 2: break
            case let other: Issue.record("\(length) of \(whole.count) bytes: \(String(describing: other))")
            }
        }
    }

    @Test func aChangedByteNeverCrashes() {
        let whole = letters.bytes
        var random = SeededRandom(seed: 7)
        for index in whole.indices {
            var damaged = whole
            damaged[index] = UInt8.random(in: 0...255, using: &random)
            _ = mistake(damaged)
        }
    }

    @Test func wrongChecksumsAreNoticed() {
        var zip = letters
        zip.entries[1].claimedChecksum = 0xDEAD_BEEF
        guard case .damaged(entry: "folder/b.txt", _) = mistake(zip.bytes) else {
            Issue.record("not noticed")
            return
        }
    }

    @Test func encryptedEntriesAreRefusedWhenTheyAreWanted() throws {
        var zip = letters
        zip.entries[1].flags |= 1
        zip.entries[1].content = Array("twelve bytes of a header, then the content".utf8)
        #expect(mistake(zip.bytes) == .encrypted(entry: "folder/b.txt"))
        let archive = try ZipArchive(bytes: zip.bytes)
        _ = try archive.next()
        #expect(try archive.next()?.isEncrypted == true)
        #expect(try archive.next()?.name == "empty")
    }

    @Test func limitsHold() throws {
        #expect(mistake(letters.bytes, limits: try ArchiveLimits(entries: 2)) == .tooManyEntries(limit: 2))
        #expect(mistake(letters.bytes, limits: try ArchiveLimits(entries: 3)) == nil)
        #expect(
            mistake(letters.bytes, limits: try ArchiveLimits(entryBytes: 4))
                == .entryTooLarge(entry: "a.txt", limit: 4))
        #expect(mistake(letters.bytes, limits: try ArchiveLimits(entryBytes: 5)) == nil)
        #expect(
            mistake(letters.bytes, limits: try ArchiveLimits(entryBytes: 8, totalBytes: 8))
                == .tooLarge(limit: 8))
        #expect(mistake(letters.bytes, limits: try ArchiveLimits(entryBytes: 9, totalBytes: 9)) == nil)
    }

    @Test func bombsAreRefusedBeforeTheyAreUnpacked() {
        var zip = StoredZip()
        zip.entries = [.init(name: "bomb", content: Array("small".utf8), method: 8, claimedSize: 200 << 20)]
        #expect(mistake(zip.bytes) == .ratioTooHigh(limit: 200))
        zip.entries[0].claimedSize = 300 << 20
        #expect(mistake(zip.bytes) == .entryTooLarge(entry: "bomb", limit: 256 << 20))
    }

    @Test func bombsThatHideTheirSizeAreRefusedToo() throws {
        // 2 MiB in blocks of 258 zero bytes: a fixed Huffman block of one literal and matches of distance 1.
        var bits = BitWriter()
        bits.append(0b1, count: 1)
        bits.append(0b01, count: 2)
        bits.appendCode(0b0011_0000, count: 8)
        for _ in 0..<(2 << 20) / 258 {
            bits.appendCode(0b1100_0101, count: 8)
            bits.appendCode(0, count: 5)
        }
        bits.appendCode(0, count: 7)
        var zip = StoredZip()
        zip.entries = [.init(name: "bomb", content: bits.finished, method: 8, claimedSize: 0)]
        // Bytes are few in the archive: even this modest one is beyond a strict limit.
        switch mistake(zip.bytes, limits: try ArchiveLimits(ratio: 50)) {
        case .ratioTooHigh(limit: 50): break
        case let other: Issue.record("\(String(describing: other))")
        }
    }

    @Test func senselessLimitsAreRefused() {
        #expect(throws: ArchiveError.limitInvalid("0 is not at least 1")) { try ArchiveLimits(entries: 0) }
        #expect(throws: ArchiveError.limitInvalid("-1 is not at least 1")) { try ArchiveLimits(ratio: -1) }
        #expect(throws: ArchiveError.self) { try ArchiveLimits(entryBytes: 10, totalBytes: 9) }
        #expect(ArchiveLimits.standard.totalBytes == 1 << 30)
    }

    @Test(arguments: [
        ArchiveError.libraryMissing("libarchive is missing: apt-get install libarchive13"),
        .limitInvalid("x"), .notZip,
        .damaged(entry: "", reason: "x"), .damaged(entry: "a", reason: "x"), .encrypted(entry: "\u{1B}[31m"),
        .tooManyEntries(limit: 1), .entryTooLarge(entry: "a", limit: 1), .tooLarge(limit: 1),
        .ratioTooHigh(limit: 1),
    ])
    func everyErrorIsToldOnOneLine(error: ArchiveError) {
        let text = error.diagnostic(path: "x.zip").description
        #expect(text.hasPrefix("x.zip: error: [archive-"))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
    }
}

/// Writes bits as deflate orders them (RFC 1951, 3.1.1).
private struct BitWriter {
    private(set) var finished: [UInt8] = []
    private var used = 0

    mutating func append(_ value: Int, count: Int) {
        for bit in 0..<count {
            if used % 8 == 0 { finished.append(0) }
            finished[finished.count - 1] |= UInt8(value >> bit & 1) << (used % 8)
            used += 1
        }
    }

    /// Huffman codes begin with their most significant bit.
    mutating func appendCode(_ value: Int, count: Int) {
        for bit in (0..<count).reversed() { append(value >> bit & 1, count: 1) }
    }
}

extension ZipArchive {
    /// Everything in an archive, by name.
    static func everything(
        in bytes: [UInt8], limits: ArchiveLimits = .standard
    ) throws(ArchiveError) -> [(name: String, content: [UInt8])] {
        let archive = try ZipArchive(bytes: bytes, limits: limits)
        var files: [(String, [UInt8])] = []
        while let entry = try archive.next() {
            if entry.isFile { files.append((entry.name, try archive.contents())) }
        }
        return files
    }
}

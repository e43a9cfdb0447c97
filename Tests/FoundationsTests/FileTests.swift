import Foundations
import Glibc
import NetworkFiles
import ReboundTestSupport
import Testing

@Suite struct FileTests {
    /// A new folder that is removed after `body`.
    private func withFolder(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/rebound-files-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        let folder = String(cString: made)
        defer {
            _ = fileNames(in: folder).map { unlink("\(folder)/\($0)") }
            rmdir(folder)
        }
        try body(folder)
    }

    private func permissions(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
    func bytesComeBack(count: Int) throws {
        try withFolder { folder in
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31) }
            try AtomicFile.write(bytes, to: "\(folder)/a", sparing: ProtectedFiles())
            #expect(try FileBytes.read(path: "\(folder)/a") == bytes)
            #expect(try FileBytes.read(path: "\(folder)/a", limit: count) == bytes)
            #expect(try FileBytes.start(ofFile: "\(folder)/a", count: 65_536) == Array(bytes.prefix(65_536)))
            if count > 0 {
                #expect(throws: ReadError.tooLarge(path: "\(folder)/a", limit: count - 1)) {
                    try FileBytes.read(path: "\(folder)/a", limit: count - 1)
                }
            }
            #expect(fileNames(in: folder) == ["a"])
        }
    }

    @Test func theStartIsOfFilesAlone() throws {
        #expect(try FileBytes.start(ofFile: "/dev/null", count: 9) == nil)
        #expect(throws: ReadError.isFolder(path: "/")) { try FileBytes.start(ofFile: "/", count: 9) }
        #expect(throws: ReadError.noSuchFile(path: "/none")) {
            try FileBytes.start(ofFile: "/none", count: 9)
        }
    }

    @Test func readsAPipeToItsEnd() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let text = [UInt8](repeating: 7, count: 3000)
        #expect(text.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) } == 3000)
        close(ends[1])
        defer { close(ends[0]) }
        #expect(try FileBytes.read(path: "/dev/fd/\(ends[0])") == text)
    }

    @Test func saysWhyNothingCanBeRead() throws {
        try withFolder { folder in
            #expect(throws: ReadError.noSuchFile(path: "\(folder)/x")) {
                try FileBytes.read(path: "\(folder)/x")
            }
            #expect(throws: ReadError.isFolder(path: folder)) { try FileBytes.read(path: folder) }
            try AtomicFile.write([1], to: "\(folder)/a", sparing: ProtectedFiles())
            #expect(throws: ReadError.noSuchFile(path: "\(folder)/a/b")) {
                try FileBytes.read(path: "\(folder)/a/b")
            }
            #expect(throws: ReadError.self) { try FileBytes.read(path: "/dev/zero", limit: 1 << 20) }
        }
        #expect(ReadError.noSuchFile(path: "a\u{1b}b").description == "a\\u{1b}b: no such file or folder")
    }

    @Test func replacingKeepsPermissionsAndLinks() throws {
        try withFolder { folder in
            try AtomicFile.write([1], to: "\(folder)/a", sparing: ProtectedFiles())
            #expect(permissions("\(folder)/a") == 0o600)
            chmod("\(folder)/a", 0o644)
            symlink("a", "\(folder)/link")
            try AtomicFile.write([2], to: "\(folder)/link", sparing: ProtectedFiles())
            #expect(permissions("\(folder)/a") == 0o644)
            #expect(try FileBytes.read(path: "\(folder)/a") == [2])
            #expect(fileNames(in: folder) == ["a", "link"])
        }
    }

    @Test func refusesWhatIsNoFileAndLeavesNothingBehind() throws {
        try withFolder { folder in
            #expect(throws: WriteError.notAFile(path: folder)) {
                try AtomicFile.write([1], to: folder, sparing: ProtectedFiles())
            }
            #expect(throws: WriteError.noSuchFolder(path: "\(folder)/no/a")) {
                try AtomicFile.write([1], to: "\(folder)/no/a", sparing: ProtectedFiles())
            }
            #expect(fileNames(in: folder) == [])
        }
    }

    @Test func aSingleTableIsNotANetwork() throws {
        try withFolder { folder in
            try AtomicFile.write("id,name\n".utf8, to: "\(folder)/people.csv", sparing: ProtectedFiles())
            let result = try NetworkReader.read(path: "\(folder)/people.csv", asOf: nil)
            #expect(result.diagnostics.map(\.identifier) == [.formatUnknown])
        }
    }

    @Test func aDashReadsWhatTheCallerGives() throws {
        let result = try NetworkReader.read(path: "-", asOf: nil) { () throws(ReadError) in [] }
        #expect(result.diagnostics.map(\.description).first?.hasPrefix("-: error: [file-empty]") == true)
    }
}

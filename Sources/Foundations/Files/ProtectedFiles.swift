internal import Glibc
internal import SystemInterface

/// What no output may overwrite: the user's store, what lies beside it, and the files that are being read.
///
/// Whatever begins like an SQLite file, and the lock and the journals beside one, are protected without being named. Names
/// are compared with links resolved, files by what the file system takes for the same, so that a symbolic or a hard link is
/// no way around.
public struct ProtectedFiles: Sendable {
    /// What a file is that must stay.
    public enum Kind: Equatable, Sendable {
        /// The user's store, its lock or a journal of it.
        case store
        /// An SQLite file, or the lock or a journal of one.
        case database
        /// A file that is being read.
        case input

        /// What stands there, in words.
        var words: String {
            switch self {
            case .store: "that is your own network (or its lock or journal)"
            case .database: "an SQLite file, such as a network of Rebound’s (or its lock or journal)"
            case .input: "that would overwrite what is being read"
            }
        }
    }

    private var files: [FileIdentity: Kind] = [:]
    private var names: [String: Kind] = [:]

    /// The endings of the files that lie beside a store.
    private static let companions = ["-journal", "-wal", "-shm", ".lock", ".triage"]

    /// Protects what needs no naming, a store and inputs.
    /// - Parameters:
    ///   - store: Where the user's store is or would be.
    ///   - inputs: Files, folders with all files in them, or `-` for standard input.
    /// - Complexity: O(inputs and files in their folders).
    public init(store: String? = nil, inputs: [String] = []) {
        if let store {
            for ending in [""] + Self.companions { protect(store + ending, as: .store) }
            // The lock and the journals lie beside the file itself, not beside a link to it.
            let real = SystemFile.resolved(store)
            for ending in [""] + Self.companions { protect(real + ending, as: .store) }
        }
        for input in inputs { add(input) }
    }

    /// Protects one more file, folder with all files in it, or standard input.
    public mutating func add(_ input: String) {
        if input == "-" {
            if let file = FileIdentity(descriptor: STDIN_FILENO), file.isRegular { files[file] = .input }
            return
        }
        protect(input, as: .input)
        guard (try? FileBytes.isFolder(path: input)) == true else { return }
        for name in (try? FileBytes.names(inFolder: input)) ?? [] { protect("\(input)/\(name)", as: .input) }
    }

    private mutating func protect(_ path: String, as kind: Kind) {
        if let file = FileIdentity(path: path) {
            if file.isRegular { files[file] = kind }
            // A pipe or a device may be read and written.
            guard file.isRegular || file.isFolder else { return }
        }
        names[SystemFile.resolved(path)] = kind
    }

    /// Checks that a path leads to nothing that has to stay.
    ///
    /// ``AtomicFile`` does so itself; call this where much is to be done before the output is written.
    /// - Throws: ``WriteError/protected(path:what:)``.
    public func check(_ path: String) throws(WriteError) {
        if let kind = kind(of: path) { throw .protected(path: path, what: kind) }
    }

    private func kind(of path: String) -> Kind? {
        let target = SystemFile.resolved(path)
        if let kind = names[target] { return kind }
        if let file = FileIdentity(path: target) {
            guard file.isRegular else { return nil }
            if let kind = files[file] { return kind }
            if Self.begins(target, withOneOf: Self.databaseMarks + Self.journalMarks) { return .database }
        }
        for ending in Self.companions where target.hasSuffix(ending) {
            let database = String(target.dropLast(ending.count))
            if Self.begins(database, withOneOf: Self.databaseMarks) { return .database }
        }
        return nil
    }

    private static let databaseMarks = [Array("SQLite format 3\0".utf8)]
    /// A rollback journal, and a write-ahead log in either byte order.
    private static let journalMarks: [[UInt8]] = [
        [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7], [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83],
    ]

    private static func begins(_ path: String, withOneOf marks: [[UInt8]]) -> Bool {
        guard let start = try? FileBytes.start(ofFile: path, count: 16) else { return false }
        return marks.contains { start.starts(with: $0) }
    }
}

/// What the file system takes for the same file.
struct FileIdentity: Hashable {
    let device: UInt64
    let inode: UInt64
    let isRegular, isFolder: Bool

    /// The file that a path leads to; `nil` for none.
    init?(path: String) {
        guard let status = status(ofFile: path) else { return nil }
        self.init(status)
    }

    /// The file that is open under a descriptor; `nil` for none.
    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        isRegular = status.isRegular
        isFolder = status.isFolder
    }
}

internal import Glibc
internal import SystemInterface

/// The files that commands write: there in full or not at all, and never in place of what has to stay.
///
/// - A new file is for its owner only (mode 0600), whatever the `umask`; an existing one keeps its permissions. A symbolic
///   link stays, and what it points to is replaced.
/// - The bytes go to a temporary file in the same folder (`O_EXCL`, `O_NOFOLLOW`), to the disk, and then under the wanted
///   name, so that a crash at any moment leaves either the old content or the new one.
/// - Where the folder does not let a file be replaced but the file may be written, it is written in place, after the room
///   for it was taken; where that fails, the old content is put back.
/// - Pipes, terminals, `/dev/null`, `/dev/stdout` and other descriptors are written to, never replaced.
public enum AtomicFile {
    /// Writes a file.
    /// - Parameters:
    ///   - bytes: Its content.
    ///   - path: Where to.
    ///   - spared: What must not be overwritten.
    ///   - durably: Whether to wait until the disk has the bytes. Without it a power cut may lose the new content; a crash of
    ///     the program still leaves one of the two.
    /// - Throws: ``WriteError``.
    public static func write(
        _ bytes: some Collection<UInt8>, to path: String, sparing spared: ProtectedFiles, durably: Bool = true
    ) throws(WriteError) {
        let bytes = Array(bytes)
        do {
            try write(to: path, sparing: spared, durably: durably) { try $0.append(bytes) }
        } catch {
            throw error as? WriteError ?? .failed(path: path, reason: "\(error)")
        }
    }

    /// Writes a file piece by piece.
    /// - Parameter body: Gives the pieces to the file; when it throws, nothing is left behind.
    /// - Throws: ``WriteError``, or what `body` throws.
    public static func write(
        to path: String, sparing spared: ProtectedFiles, durably: Bool = true,
        _ body: (borrowing OutputPieces) throws -> Void
    ) throws {
        if let descriptor = SystemFile.descriptor(of: path) {
            guard fcntl(descriptor, F_GETFL) >= 0 else { throw WriteError(path: path, code: errno) }
            return try body(OutputPieces(descriptor, path))
        }
        var status = stat()
        let exists = path.withSystemPath({ stat($0, &status) }) == 0
        if !exists, errno != ENOENT { throw WriteError(path: path, code: errno) }
        try spared.check(path)
        switch exists ? status.st_mode & S_IFMT : S_IFREG {
        case S_IFREG: break
        case S_IFIFO, S_IFCHR: return try stream(to: path, body)
        default: throw WriteError.notAFile(path: path)
        }
        let target = SystemFile.resolved(path)
        let existing = exists ? status : nil
        let temporary: TemporaryFile
        do {
            temporary = try TemporaryFile(nextTo: target, reportedAs: path)
        } catch {
            guard error == .notPermitted(path: path), existing != nil else { throw error }
            // Rather in memory first than half-written in place.
            let pieces = OutputPieces(-1, path)
            try body(pieces)
            return try overwrite(target, with: pieces.collected, reportedAs: path)
        }
        try temporary.fill(like: existing, durably: durably, body)
        let code = temporary.place(at: target)
        if code == 0 { return durably ? try sync(folder: SystemFile.folder(of: target), path) : () }
        guard existing != nil, [EPERM, EACCES, EBUSY].contains(code) else {
            throw WriteError(path: path, code: code)
        }
        // A file of someone else's in /tmp, or one that is mounted: its name cannot be given to another.
        try overwrite(target, with: temporary.contents(), reportedAs: path)
    }

    /// Writes to a pipe or a device.
    private static func stream(
        to path: String, _ body: (borrowing OutputPieces) throws -> Void
    ) throws {
        let descriptor = path.withSystemPath { open($0, O_WRONLY | O_CLOEXEC | O_NOCTTY) }
        guard descriptor >= 0 else { throw WriteError(path: path, code: errno) }
        defer { close(descriptor) }
        try body(OutputPieces(descriptor, path))
    }

    /// Puts new content into a file; its old content stays or comes back where that fails.
    private static func overwrite(
        _ target: String, with bytes: [UInt8], reportedAs path: String
    ) throws(WriteError) {
        let old: [UInt8]
        do { old = try FileBytes.read(path: target) } catch {
            throw .failed(
                path: path, reason: "its folder may not be written, and its old content not be kept")
        }
        let descriptor = target.withSystemPath { open($0, O_WRONLY | O_CLOEXEC | O_NOFOLLOW) }
        guard descriptor >= 0 else { throw WriteError(path: path, code: errno) }
        defer { close(descriptor) }
        func fill(_ bytes: [UInt8]) -> Int32 {
            if lseek(descriptor, 0, SEEK_SET) != 0 { return errno }
            let code = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
            if code != 0 { return code }
            return ftruncate(descriptor, bytes.count) == 0 && fsync(descriptor) == 0 ? 0 : errno
        }
        let room = bytes.count > old.count ? posix_fallocate(descriptor, 0, bytes.count) : 0
        let code = room != 0 && room != EOPNOTSUPP && room != EINVAL ? room : fill(bytes)
        guard code == 0 else {
            _ = fill(old)
            throw WriteError(path: path, code: code)
        }
    }

    /// Waits until the names in a folder are on the disk.
    private static func sync(folder: String, _ path: String) throws(WriteError) {
        let descriptor = folder.withSystemPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        // A folder that may be written and not be read cannot be synced.
        if descriptor < 0, errno == EACCES { return }
        guard descriptor >= 0 else { throw WriteError(path: path, code: errno) }
        defer { close(descriptor) }
        // Some file systems cannot sync a folder and say so; the rename is all there is to have on them.
        while fsync(descriptor) != 0 {
            if errno == EINTR { continue }
            if errno == EINVAL { return }
            throw WriteError(path: path, code: errno)
        }
    }
}

/// What a file that is being written takes.
public struct OutputPieces: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private final class Memory { var bytes: [UInt8] = [] }
    private let memory = Memory()

    /// - Parameter descriptor: Where the pieces go; -1 to collect them.
    init(_ descriptor: Int32, _ path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// What was given, when nothing is to be written yet.
    var collected: [UInt8] { memory.bytes }

    /// Adds bytes to the file.
    /// - Throws: ``WriteError``.
    public func append(_ bytes: [UInt8]) throws(WriteError) {
        var failure: WriteError?
        bytes.withUnsafeBytes { bytes in
            do throws(WriteError) { try append(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Adds bytes to the file.
    /// - Throws: ``WriteError``.
    public func append(_ bytes: UnsafeRawBufferPointer) throws(WriteError) {
        guard descriptor >= 0 else { return memory.bytes.append(contentsOf: bytes) }
        let code = writeAll(bytes, to: descriptor)
        guard code == 0 else { throw WriteError(path: path, code: code) }
    }
}

/// A new file beside the one it is to become; it goes when it has not become that.
private final class TemporaryFile {
    private let descriptor: Int32
    private let name: String
    private let path: String
    private var isPlaced = false

    /// - Parameter path: What errors name.
    init(nextTo target: String, reportedAs path: String) throws(WriteError) {
        self.path = path
        // A name of its own: with the target's in it, it could be too long. A batch clears such away.
        let start = SystemFile.folder(of: target) + "/.rebound.\(getpid())-"
        for attempt in 0..<1000 {
            let name = "\(start)\(attempt).part"
            let descriptor = name.withSystemPath {
                open($0, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            }
            if descriptor >= 0 {
                self.descriptor = descriptor
                self.name = name
                return
            }
            guard errno == EEXIST || errno == EINTR else { throw WriteError(path: path, code: errno) }
        }
        throw WriteError(path: path, code: EEXIST)
    }

    deinit {
        close(descriptor)
        if !isPlaced { _ = name.withSystemPath { unlink($0) } }
    }

    /// Writes the content and gives it the permissions, and if possible the owner, of what it is to replace.
    func fill(
        like existing: stat?, durably: Bool, _ body: (borrowing OutputPieces) throws -> Void
    ) throws {
        if let existing {
            if existing.st_uid != geteuid() || existing.st_gid != getegid() {
                _ = fchown(descriptor, existing.st_uid, existing.st_gid)
            }
            try check(fchmod(descriptor, existing.st_mode & 0o777))
        } else {
            try check(fchmod(descriptor, 0o600))
        }
        try body(OutputPieces(descriptor, path))
        while durably, fsync(descriptor) != 0 {
            if errno != EINTR { throw WriteError(path: path, code: errno) }
        }
    }

    private func check(_ result: Int32) throws(WriteError) {
        guard result >= 0 else { throw WriteError(path: path, code: errno) }
    }

    /// Gives the file its name.
    /// - Returns: 0, or why that was refused.
    func place(at target: String) -> Int32 {
        guard name.withSystemPath({ name in target.withSystemPath { rename(name, $0) } }) == 0 else {
            return errno
        }
        isPlaced = true
        return 0
    }

    /// What was written.
    func contents() throws(WriteError) -> [UInt8] {
        do { return try FileBytes.read(path: name) } catch { throw .failed(path: path, reason: "\(error)") }
    }
}

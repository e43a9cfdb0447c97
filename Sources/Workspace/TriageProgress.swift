internal import Glibc
public import NetworkEditing
internal import SystemInterface

/// What was said in a sitting and has not been recorded yet: a file beside the store, for its owner only (mode 0600).
///
/// Every answer is on the disk before the next question, so a sitting that breaks off, in whatever way, loses nothing. While a
/// sitting goes on, a second one is kept out.
public final class TriageProgress: Sendable {
    /// The file.
    public let path: String
    /// What an earlier sitting left there.
    public let earlier: [TriageEntry]
    private let descriptor: Int32

    /// What an earlier sitting of a store left, without a file made where there is none.
    /// - Throws: As ``init(of:)``.
    public static func earlier(of own: OwnNetwork) throws(WorkspaceError) -> [TriageEntry] {
        guard place(of: own).withSystemPath({ access($0, F_OK) }) == 0 else { return [] }
        return try TriageProgress(of: own).earlier
    }

    private static func place(of own: OwnNetwork) -> String { own.path + ".triage" }

    private static let heading = "# What was said in `rebound triage` and is not recorded yet\n"

    /// Opens the file of a store, made if need be.
    /// - Throws: ``WorkspaceError/busy(_:)`` while another sitting goes on; ``WorkspaceError/input(_:)`` when the file holds
    ///   something else; ``WorkspaceError/output(_:)``.
    public init(of own: OwnNetwork) throws(WorkspaceError) {
        path = Self.place(of: own)
        descriptor = try Self.lock(path)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0, bytes.count < 1 << 26 else { break }
            bytes += buffer[..<count]
        }
        guard let entries = TriageFile.readLog(bytes) else {
            close(descriptor)
            throw .input(
                "\(shownPath(path)): holds no answers of a sitting; look at it, and take it away: rm \(shownPath(path))"
            )
        }
        earlier = entries
        if bytes.isEmpty { try append(Self.heading) }
        // What was broken off in the middle of a line would garble the next one.
        if let end = bytes.lastIndex(of: 10), end + 1 < bytes.count { ftruncate(descriptor, end + 1) }
    }

    private static func lock(_ path: String) throws(WorkspaceError) -> Int32 {
        while true {
            let descriptor = path.withSystemPath {
                open($0, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
            }
            guard descriptor >= 0 else { throw failure(path, errno) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let code = errno
                close(descriptor)
                if code == EINTR { continue }
                guard code == EWOULDBLOCK else { throw failure(path, code) }
                throw .busy("`rebound triage` is at work in another window; finish there first")
            }
            var status = stat()
            if fstat(descriptor, &status) == 0, status.st_nlink > 0 { return descriptor }
            // Another sitting took it away between the two steps.
            close(descriptor)
        }
    }

    /// Keeps what was said.
    /// - Throws: ``WorkspaceError/output(_:)``.
    public func keep(_ entries: [TriageEntry]) throws(WorkspaceError) {
        if !entries.isEmpty { try append(entries.map(\.line).joined()) }
    }

    private func append(_ text: String) throws(WorkspaceError) {
        let code = Array(text.utf8).withUnsafeBytes { writeAll($0, to: descriptor) }
        guard code == 0 else { throw Self.failure(path, code) }
        guard fdatasync(descriptor) == 0 else { throw Self.failure(path, errno) }
    }

    /// Takes the file away, once everything in it is recorded.
    public func remove() { _ = path.withSystemPath { unlink($0) } }

    deinit { close(descriptor) }

    private static func failure(_ path: String, _ code: Int32) -> WorkspaceError {
        .output("\(shownPath(path)): answers cannot be kept there: \(String(cString: strerror(code)))")
    }
}

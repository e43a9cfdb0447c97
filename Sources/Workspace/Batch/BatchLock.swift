import Foundations
import Glibc
internal import SystemInterface

/// Keeps a second batch out of an output folder while the first is at it: an advisory lock on a file `.lock`.
///
/// The system releases the lock when the program ends, in whatever way. The file stays, because taking it away would
/// let two programs each lock a `.lock` of their own; it also marks the folder as the output of a batch.
final class BatchLock: Sendable {
    static let fileName = ".lock"

    private let descriptor: Int32

    /// Takes the lock, without waiting.
    /// - Throws: ``WorkspaceError/busy(_:)`` when someone else has it; ``WorkspaceError/unwritable(_:)``.
    init(folder: String) throws(WorkspaceError) {
        let path = "\(folder)/\(Self.fileName)"
        descriptor = path.withSystemPath { open($0, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600) }
        guard descriptor >= 0 else { throw .unwritable(Self.error(folder, errno)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            guard code == EWOULDBLOCK else { throw .unwritable(Self.error(folder, code)) }
            throw .busy(
                "\(shownPath(folder)): another batch is writing there, and a folder takes one at a time, shards too; wait until it has finished, or choose another place with -o"
            )
        }
    }

    /// Gives the lock back at once, whoever still holds on to this value or has inherited its descriptor.
    func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }

    private static func error(_ path: String, _ code: Int32) -> WriteError {
        switch code {
        case EACCES, EPERM, EROFS: .notPermitted(path: path)
        default: .failed(path: path, reason: String(cString: strerror(code)))
        }
    }
}

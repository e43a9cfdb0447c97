internal import Glibc
internal import SystemInterface

/// Keeps writers of one store apart, across processes and within one.
///
/// SQLite's own locks would do for correctness; this one makes writers wait in turn instead of failing in the middle
/// of a transaction, and covers what SQLite's do not: creating the file, and backing up before a migration. It is an
/// advisory lock (`flock`) on a file of its own beside the store: on the store itself it would interfere with SQLite's
/// locks, which the system drops when any descriptor of the file is closed. The kernel frees it when the process
/// ends in whatever way; the file stays, because taking it away would let two processes lock two files of one name.
struct WriterLock: ~Copyable {
    private let descriptor: Int32

    /// How long to try, in steps of 10 ms.
    static let defaultPatience = 500

    /// Where the lock of a store is.
    static func path(of store: String) -> String { store + ".lock" }

    /// Waits for the lock.
    /// - Parameters:
    ///   - store: The path of the store's file.
    ///   - patience: How often to try, 10 ms apart.
    /// - Throws: ``StoreError/busy(path:)`` when someone else has it all the time, or why there can be no lock file.
    init(of store: String, patience: Int) throws(StoreError) {
        let path = Self.path(of: store)
        descriptor = path.withSystemPath { open($0, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600) }
        guard descriptor >= 0 else { throw StoreError(path: path, code: errno) }
        var attempt = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            guard code == EWOULDBLOCK || code == EINTR else {
                close(descriptor)
                throw StoreError(path: path, code: code)
            }
            attempt += 1
            guard attempt < patience else {
                close(descriptor)
                throw .busy(path: store)
            }
            usleep(10_000)
        }
    }

    deinit { close(descriptor) }
}

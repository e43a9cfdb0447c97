internal import Glibc
internal import SystemInterface

/// When a file was last written.
struct FileTime: Equatable, Sendable, CustomStringConvertible {
    private var seconds = 0
    private var nanoseconds = 0

    /// That of no file.
    init() {}

    init(_ path: String) {
        guard let time = status(ofFile: path)?.st_mtim else { return }
        (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec)
    }

    var description: String { "\(seconds).\(nanoseconds)" }
}

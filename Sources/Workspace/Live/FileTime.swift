internal import Glibc
internal import SystemInterface

/// When a file was last written.
package struct FileTime: Equatable, Sendable, CustomStringConvertible {
    private var seconds = 0
    private var nanoseconds = 0

    /// That of no file.
    package init() {}

    package init(_ path: String) {
        guard let time = status(ofFile: path)?.st_mtim else { return }
        (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec)
    }

    package var description: String { "\(seconds).\(nanoseconds)" }
}

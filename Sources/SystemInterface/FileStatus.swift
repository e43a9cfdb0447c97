package import Glibc

/// What the file system says of the file that a path leads to; `nil` where it leads to none, for the reason in `errno`.
package func status(ofFile path: String) -> stat? {
    var status = stat()
    return path.withSystemPath { stat($0, &status) } == 0 ? status : nil
}

extension stat {
    /// Whether it is a file whose bytes can be read again and again, and no folder, pipe or device.
    package var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
    /// Whether it is a folder.
    package var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}

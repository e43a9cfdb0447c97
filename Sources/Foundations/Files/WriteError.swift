internal import Glibc
internal import SystemInterface

/// Why a file could not be written; what stood there before is untouched.
public enum WriteError: Error, Equatable, Sendable {
    /// The folder the file should go to does not exist.
    case noSuchFolder(path: String)
    /// The file or its folder may not be written.
    case notPermitted(path: String)
    /// A folder or a disk stands where the file should go.
    case notAFile(path: String)
    /// Something stands there that no output may replace.
    case protected(path: String, what: ProtectedFiles.Kind)
    /// The system refused for another reason, such as a full disk.
    case failed(path: String, reason: String)

    /// What an error number of the system says about a path.
    package init(path: String, code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .noSuchFolder(path: path)
        case EACCES, EPERM, EROFS: self = .notPermitted(path: path)
        case EISDIR: self = .notAFile(path: path)
        default: self = .failed(path: path, reason: String(cString: strerror(code)))
        }
    }
}

extension WriteError: CustomStringConvertible {
    /// One line that begins with the path.
    public var description: String {
        switch self {
        case .noSuchFolder(let path): "\(shownPath(path)): its folder does not exist"
        case .notPermitted(let path): "\(shownPath(path)): no permission to write it"
        case .notAFile(let path): "\(shownPath(path)): not a regular file; nothing was written"
        case .protected(let path, let what):
            "\(shownPath(path)): \(what.words); nothing was written; choose another file"
        case .failed(let path, let reason): "\(shownPath(path)): cannot be written: \(reason)"
        }
    }
}

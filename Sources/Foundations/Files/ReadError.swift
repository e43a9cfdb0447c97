internal import Glibc
internal import SystemInterface

/// Why an input could not be read at all; bad data is a ``Diagnostic`` instead.
public enum ReadError: Error, Equatable, Sendable {
    /// Nothing of that name exists.
    case noSuchFile(path: String)
    /// It exists but may not be read.
    case notPermitted(path: String)
    /// A folder where a file is wanted.
    case isFolder(path: String)
    /// More than `limit` bytes.
    case tooLarge(path: String, limit: Int)
    /// The system refused for another reason.
    case failed(path: String, reason: String)

    /// What an error number of the system says about a path.
    package init(path: String, code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .noSuchFile(path: path)
        case EACCES, EPERM: self = .notPermitted(path: path)
        case EISDIR: self = .isFolder(path: path)
        default: self = .failed(path: path, reason: String(cString: strerror(code)))
        }
    }
}

extension ReadError: CustomStringConvertible {
    /// One line that begins with the path.
    public var description: String {
        switch self {
        case .noSuchFile(let path): "\(shownPath(path)): no such file or folder"
        case .notPermitted(let path): "\(shownPath(path)): no permission to read it"
        case .isFolder(let path): "\(shownPath(path)): a folder; expected a file"
        case .tooLarge(let path, let limit):
            "\(shownPath(path)): larger than \(limit >> 20) MiB, which is the limit"
        case .failed(let path, let reason): "\(shownPath(path)): cannot be read: \(escapingControls(reason))"
        }
    }
}

internal import Glibc

/// Why a file could not be written; what stood there before is untouched.
public enum WriteError: Error, Equatable, Sendable {
    /// The folder the file should go to does not exist.
    case noSuchFolder(path: String)
    /// The file or its folder may not be written.
    case notPermitted(path: String)
    /// A folder, a device or a pipe stands where the file should go.
    case notAFile(path: String)
    /// The system refused for another reason, such as a full disk.
    case failed(path: String, reason: String)

    init(path: String, code: Int32) {
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
        let text =
            switch self {
            case .noSuchFolder(let path): "\(path): its folder does not exist"
            case .notPermitted(let path): "\(path): no permission to write it"
            case .notAFile(let path): "\(path): not a regular file; nothing was written"
            case .failed(let path, let reason): "\(path): cannot be written: \(reason)"
            }
        return escapingControls(text)
    }
}

/// Files that are there in full or not at all.
public enum AtomicFile {
    /// Writes a file so that a crash at any moment leaves either the old content or the new one.
    ///
    /// The bytes go to a temporary file in the same folder (`O_EXCL`, `O_NOFOLLOW`), to the disk, and then under
    /// the wanted name. An existing file keeps its permissions, a new one is for its owner only; a symbolic link
    /// stays and what it points to is replaced.
    /// - Parameter durably: Whether to wait until the disk has the bytes. Without it a power cut may lose the new
    ///   content; a crash of the program still leaves one of the two.
    /// - Throws: ``WriteError``.
    public static func write(
        _ bytes: some Collection<UInt8>, to path: String, durably: Bool = true
    ) throws(WriteError) {
        var status = stat()
        let exists = stat(path, &status) == 0
        if !exists, errno != ENOENT { throw WriteError(path: path, code: errno) }
        guard !exists || status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        let target = exists ? resolved(path) : path
        let permissions = exists ? status.st_mode & 0o777 : 0o600

        let folder = folder(of: target)
        let (descriptor, temporary) = try create(nextTo: target, reportedAs: path)
        var isPlaced = false
        defer { if !isPlaced { unlink(temporary) } }
        do {
            defer { close(descriptor) }
            try check(fchmod(descriptor, permissions), path)
            try writeAll(Array(bytes), to: descriptor, reportedAs: path)
            if durably { try check(fsync(descriptor), path) }
        }
        try check(rename(temporary, target), path)
        isPlaced = true
        guard durably else { return }
        let folderDescriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        try check(folderDescriptor, path)
        defer { close(folderDescriptor) }
        // Some file systems cannot sync a folder and say so; the rename is all there is to have on them.
        if fsync(folderDescriptor) != 0, errno != EINVAL { throw WriteError(path: path, code: errno) }
    }

    private static func create(
        nextTo target: String, reportedAs path: String
    ) throws(WriteError) -> (Int32, String) {
        for attempt in 0..<100 {
            let temporary = "\(target).\(getpid())-\(attempt).part"
            let descriptor = open(
                temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if descriptor >= 0 { return (descriptor, temporary) }
            guard errno == EEXIST else { throw WriteError(path: path, code: errno) }
        }
        throw WriteError(path: path, code: EEXIST)
    }

    private static func writeAll(
        _ bytes: [UInt8], to descriptor: Int32, reportedAs path: String
    ) throws(WriteError) {
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let written = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                if written < 0, errno == EINTR { continue }
                if written < 0 { failure = errno }
                if written <= 0 { return }
                done += written
            }
        }
        guard failure == 0 else { throw WriteError(path: path, code: failure) }
    }

    private static func check(_ result: Int32, _ path: String) throws(WriteError) {
        guard result >= 0 else { throw WriteError(path: path, code: errno) }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}

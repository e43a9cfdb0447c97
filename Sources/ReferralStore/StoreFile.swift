internal import Glibc
internal import SystemInterface

/// What is done to a store's file and folder besides what SQLite does.
enum StoreFile {
    /// The path with links resolved as far as it exists, so that one file has one lock.
    static func resolved(_ path: String) -> String {
        if let real = path.withSystemPath({ realpath($0, nil) }) {
            defer { free(real) }
            return SystemPath.text(real)
        }
        let (folder, name) = parts(of: path)
        guard let real = folder.withSystemPath({ realpath($0, nil) }) else { return path }
        defer { free(real) }
        let parent = SystemPath.text(real)
        return parent == "/" ? "/\(name)" : "\(parent)/\(name)"
    }

    /// The folder a path leads to, and the name in it.
    static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (folder, String(path[path.index(after: slash)...]))
    }

    /// Whether there is something to open.
    /// - Throws: ``StoreError`` when it is not a regular file, or cannot be looked at.
    static func exists(_ path: String) throws(StoreError) -> Bool {
        guard let status = status(ofFile: path) else {
            let code = errno
            guard code == ENOENT else { throw StoreError(path: path, code: code) }
            return false
        }
        guard status.isRegular else {
            throw .notAStore(path: path, reason: "not a regular file")
        }
        return status.st_size > 0
    }

    /// Whether the lock of a store is there, which stays when the store has been founded.
    static func hasLock(_ path: String) -> Bool {
        WriterLock.path(of: path).withSystemPath { access($0, F_OK) } == 0
    }

    /// Whether a file is there, empty, in which there was a store.
    static func isEmptied(_ path: String) -> Bool { length(of: path) == 0 && hasLock(path) }

    /// How many bytes a file has; `nil` when there is none.
    static func length(of path: String) -> Int? {
        status(ofFile: path).map { Int($0.st_size) }
    }

    /// Checks that a file and its folder may be written, which a rollback journal needs.
    ///
    /// SQLite would open a file for reading when it may not be written, and say so only when something is recorded.
    static func checkWritable(_ path: String) throws(StoreError) {
        for place in [path, parts(of: path).folder] where place.withSystemPath({ access($0, W_OK) }) != 0 {
            throw StoreError(path: place, code: errno)
        }
    }

    /// Whether a file and its folder may be read and written: then it cannot be opened for another reason, such as too many
    /// open files.
    static func mayBeOpened(_ path: String) -> Bool {
        [path, parts(of: path).folder].allSatisfy { place in
            place.withSystemPath { access($0, R_OK | W_OK) } == 0
        }
    }

    /// Makes the folder with those above it, for their owner only, and syncs what it made.
    static func makeFolder(_ folder: String) throws(StoreError) {
        if folder.withSystemPath({ mkdir($0, 0o700) }) == 0 {
            return try syncFolder(parts(of: folder).folder)
        }
        switch errno {
        case EEXIST: return
        case ENOENT where parts(of: folder).folder != folder:
            try makeFolder(parts(of: folder).folder)
            guard folder.withSystemPath({ mkdir($0, 0o700) }) == 0 || errno == EEXIST else {
                throw StoreError(path: folder, code: errno)
            }
            try syncFolder(parts(of: folder).folder)
        case let code: throw StoreError(path: folder, code: code)
        }
    }

    /// Makes an empty file for its owner only, or leaves one that is there.
    ///
    /// SQLite would make it readable for everybody, and gives its journal the permissions of the file.
    /// - Parameter isNew: Whether the file must not be there yet.
    static func makeFile(_ path: String, isNew: Bool = false) throws(StoreError) {
        let flags = O_RDWR | O_CREAT | O_CLOEXEC | (isNew ? O_EXCL | O_NOFOLLOW : 0)
        let descriptor = path.withSystemPath { open($0, flags, 0o600) }
        guard descriptor >= 0 else { throw StoreError(path: path, code: errno) }
        close(descriptor)
        try syncFolder(parts(of: path).folder)
    }

    /// Puts a finished file under its name, for good.
    static func place(_ temporary: String, at path: String) throws(StoreError) {
        let descriptor = temporary.withSystemPath { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw StoreError(path: temporary, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0,
            temporary.withSystemPath({ from in path.withSystemPath { rename(from, $0) } }) == 0
        else {
            throw StoreError(path: path, code: errno)
        }
        try syncFolder(parts(of: path).folder)
    }

    /// Takes a file away, if there is one.
    static func remove(_ path: String) { _ = path.withSystemPath { unlink($0) } }

    /// The names in a folder; none where it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let directory = folder.withSystemPath({ opendir($0) }) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { names.append(SystemPath.text($0)) }
            }
        }
        return names
    }

    /// Cuts a file off behind its first bytes.
    static func cutOff(_ path: String, after length: Int) throws(StoreError) {
        guard path.withSystemPath({ truncate($0, length) }) == 0 else {
            throw StoreError(path: path, code: errno)
        }
    }

    /// Waits until the names in a folder are on the disk.
    static func syncFolder(_ folder: String) throws(StoreError) {
        let descriptor = folder.withSystemPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw StoreError(path: folder, code: errno) }
        defer { close(descriptor) }
        // Some file systems cannot sync a folder and say so.
        if fsync(descriptor) != 0, errno != EINVAL { throw StoreError(path: folder, code: errno) }
    }

    /// What tells files of one name apart.
    struct Identity: Equatable, Sendable {
        let device: UInt64
        let inode: UInt64
    }

    /// Which file a path leads to; `nil` when to none.
    static func identity(of path: String) -> Identity? {
        status(ofFile: path).map { Identity(device: UInt64($0.st_dev), inode: UInt64($0.st_ino)) }
    }

    /// The permissions of a file or folder; `nil` when there is none.
    static func permissions(of path: String) -> Int? {
        status(ofFile: path).map { Int($0.st_mode & 0o777) }
    }
}

extension StoreError {
    /// The error for an error number of the system.
    init(path: String, code: Int32) {
        switch code {
        case EACCES, EPERM, EROFS, ELOOP: self = .notPermitted(path: path)
        default: self = .failed(path: path, reason: String(cString: strerror(code)))
        }
    }
}

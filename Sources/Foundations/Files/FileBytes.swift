internal import Glibc
internal import SystemInterface

/// Whole files as bytes.
public enum FileBytes {
    /// The most that is read of one file: 256 MiB.
    public static let defaultLimit = 256 << 20

    /// Reads a file, a pipe or a device to its end.
    /// - Parameter limit: The most bytes to accept.
    /// - Throws: ``ReadError``.
    public static func read(path: String, limit: Int = defaultLimit) throws(ReadError) -> [UInt8] {
        let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw ReadError(path: path, code: errno) }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, name: path, limit: limit)
    }

    /// Reads standard input to its end; errors name it `-`.
    /// - Throws: ``ReadError``.
    public static func readStandardInput(limit: Int = defaultLimit) throws(ReadError) -> [UInt8] {
        try read(descriptor: STDIN_FILENO, name: "-", limit: limit)
    }

    /// The first bytes of a regular file; `nil` for a pipe or a device, from which nothing is taken.
    /// - Parameter count: The most bytes to read.
    /// - Throws: ``ReadError``.
    public static func start(ofFile path: String, count: Int) throws(ReadError) -> [UInt8]? {
        switch try kind(of: path) {
        case .folder: throw .isFolder(path: path)
        case .stream: return nil
        case .file: break
        }
        let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw ReadError(path: path, code: errno) }
        defer { close(descriptor) }
        return try piece(descriptor, name: path, count: count)
    }

    /// What a path leads to.
    public enum Kind: Sendable {
        /// A regular file, which can be read again and again.
        case file
        /// A folder.
        case folder
        /// A pipe or a device, which can be read once.
        case stream
    }

    /// What a path leads to.
    /// - Throws: ``ReadError`` when it leads nowhere.
    public static func kind(of path: String) throws(ReadError) -> Kind {
        guard let status = status(ofFile: path) else { throw ReadError(path: path, code: errno) }
        return status.isFolder ? .folder : status.isRegular ? .file : .stream
    }

    /// Whether a path leads to a folder.
    /// - Throws: ``ReadError`` when it leads nowhere.
    package static func isFolder(path: String) throws(ReadError) -> Bool {
        try kind(of: path) == .folder
    }

    /// The names of what is in a folder, sorted by their bytes.
    /// - Throws: ``ReadError``.
    public static func names(inFolder path: String) throws(ReadError) -> [String] {
        guard let folder = path.withSystemPath({ opendir($0) }) else {
            throw ReadError(path: path, code: errno)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                SystemPath.text(bytes.prefix { $0 != 0 })
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func read(descriptor: Int32, name: String, limit: Int) throws(ReadError) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw ReadError(path: name, code: errno) }
        guard !status.isFolder else { throw .isFolder(path: name) }
        guard status.st_size <= limit else { throw .tooLarge(path: name, limit: limit) }
        var bytes: [UInt8] = []
        // One byte more than a regular file has, so that its end shows in the first round.
        var capacity = max(Int(status.st_size) + 1, 1 << 16)
        while true {
            let piece = try piece(descriptor, name: name, count: capacity)
            guard bytes.count + piece.count <= limit else { throw .tooLarge(path: name, limit: limit) }
            let isEnd = piece.count < capacity
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            if isEnd { return bytes }
            capacity = bytes.count
        }
    }

    /// So many bytes, or all that there are.
    private static func piece(_ descriptor: Int32, name: String, count: Int) throws(ReadError) -> [UInt8] {
        var failure: Int32 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            while done < count {
                let got = Glibc.read(descriptor, buffer.baseAddress! + done, count - done)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { break }
                done += got
            }
        }
        guard failure == 0 else { throw ReadError(path: name, code: failure) }
        return piece
    }
}

internal import Foundations
internal import Glibc
internal import SystemInterface

/// A file of the archive that is read.
struct LinkedInSourceFile {
    let kind: LinkedInFileKind
    /// Its path in the archive.
    let name: String
    let bytes: [UInt8]
}

/// The files of an archive, wherever they lie: in a zip, in a folder, or a single one.
struct LinkedInSource {
    /// Those that are read, by name.
    private(set) var files: [LinkedInSourceFile] = []
    /// The names of all others.
    private(set) var ignored: [String] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The one folder in which everything that is read lies, as in a zip of a zip's folder; `nil` for none.
    var folder: String? {
        let folders = Set(
            files.map { $0.name.utf8.contains(UInt8(ascii: "/")) ? $0.name.split(separator: "/")[0] : "" })
        return folders.count == 1 ? folders.first.map(String.init) : nil
    }
    /// Whether the path itself is the one file.
    private(set) var isSingleFile = false

    /// What a path leads to.
    enum Shape { case folder, zip, file }

    static func shape(path: String) throws(ReadError) -> Shape {
        if try FileBytes.isFolder(path: path) { return .folder }
        let start = (try? FileBytes.start(ofFile: path, count: 4)) ?? []
        return ZipArchive.recognises(bytes: start) || path.lowercased().hasSuffix(".zip") ? .zip : .file
    }

    /// - Parameter bytes: What is at the path, where it was read already.
    init(path: String, bytes: [UInt8]? = nil, limits: ArchiveLimits) throws(ReadError) {
        if let bytes, !ZipArchive.recognises(bytes: bytes) {
            readFile(path, bytes)
            return
        }
        switch try bytes == nil ? Self.shape(path: path) : .zip {
        case .folder: try readFolder(path, limits)
        case .zip:
            guard bytes != nil || path.withSystemPath({ access($0, R_OK) }) == 0 else {
                throw ReadError(path: path, code: errno)
            }
            do throws(ArchiveError) {
                let archive =
                    if let bytes {
                        try ZipArchive(bytes: bytes, limits: limits)
                    } else {
                        try ZipArchive(path: path, limits: limits)
                    }
                try readZip(archive)
            } catch .libraryMissing(let reason) {
                throw .failed(path: path, reason: reason)
            } catch {
                files = []
                diagnostics = [error.diagnostic(path: path)]
            }
        case .file: readFile(path, try FileBytes.read(path: path))
        }
        // By name, so that a zip and the folder it was made of are read alike.
        files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        ignored.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func readZip(_ archive: ZipArchive) throws(ArchiveError) {
        while let entry = try archive.next() {
            guard entry.isFile else { continue }
            if let kind = LinkedInFileKind(path: entry.name) {
                files.append(LinkedInSourceFile(kind: kind, name: entry.name, bytes: try archive.contents()))
            } else {
                ignored.append(entry.name)
            }
        }
    }

    private mutating func readFolder(_ path: String, _ limits: ArchiveLimits) throws(ReadError) {
        var total = 0
        for name in try filePaths(under: path, limit: limits.entries) {
            if let kind = LinkedInFileKind(path: name) {
                let bytes = try FileBytes.read(path: path + "/" + name, limit: limits.entryBytes)
                total += bytes.count
                guard total <= limits.totalBytes else {
                    throw .tooLarge(path: path, limit: limits.totalBytes)
                }
                files.append(LinkedInSourceFile(kind: kind, name: name, bytes: bytes))
            } else {
                ignored.append(name)
            }
        }
    }

    private mutating func readFile(_ path: String, _ bytes: [UInt8]) {
        isSingleFile = true
        if let kind = LinkedInFileKind(path: path) ?? Self.kind(ofTable: bytes) {
            let name =
                path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
            files = [LinkedInSourceFile(kind: kind, name: name, bytes: bytes)]
        }
    }

    /// The kind of a table by its header; `nil` when it is none of LinkedIn's.
    static func kind(ofTable bytes: [UInt8]) -> LinkedInFileKind? {
        // The header is within the first lines; the preamble above it has about 400 bytes.
        var beginning = Array(bytes.prefix(16 << 10))
        if beginning.count < bytes.count, let end = beginning.lastIndex(of: 10) {
            beginning.removeSubrange(end...)
        }
        let (text, _) = TextEncoding.decoded(beginning)
        var kind: LinkedInFileKind?
        _ = CSVDocument.read(
            bytes: text, file: "",
            headerWhere: { header in
                kind = LinkedInFileKind(header: header)
                return kind != nil
            })
        return kind
    }
}

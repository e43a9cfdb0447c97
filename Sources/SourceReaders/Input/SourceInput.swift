internal import Foundations

/// What a path leads to that is to be imported: a file or folder, or the bytes of a pipe or of a part of an archive, which
/// were read once and cannot be read again.
public final class SourceInput {
    /// The path as the user named it; of a part of an archive with its name there.
    public let path: String
    /// The content, where the path alone does not lead to it.
    public let bytes: [UInt8]?
    /// Whether it is a folder.
    public let isFolder: Bool
    private var content: [UInt8]?

    /// A part of an archive.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        isFolder = false
    }

    /// Reads a pipe, a device or, for `-`, standard input to its end; files are left for their readers.
    /// - Throws: ``SourceError/unreadable(_:)``.
    public init(path: String) throws(SourceError) {
        self.path = path
        (bytes, isFolder) = try SourceError.reading { () throws(ReadError) -> ([UInt8]?, Bool) in
            if path == "-" { return (try FileBytes.readStandardInput(), false) }
            switch try FileBytes.kind(of: path) {
            case .folder: return (nil, true)
            case .file: return (nil, false)
            case .stream: return (try FileBytes.read(path: path), false)
            }
        }
    }

    /// The whole content of a file, which is read once.
    /// - Throws: ``SourceError/unreadable(_:)``.
    func contents() throws(SourceError) -> [UInt8] {
        if let bytes { return bytes }
        if let content { return content }
        let read = try SourceError.reading { () throws(ReadError) in try FileBytes.read(path: path) }
        content = read
        return read
    }

    /// The first bytes of a file, at most 512; `nil` of a folder, and of what cannot be read.
    var start: [UInt8]? {
        if isFolder { return nil }
        if let bytes { return Array(bytes.prefix(512)) }
        return (try? FileBytes.start(ofFile: path, count: 512)) ?? nil
    }

    /// The names of the columns of a table; `nil` for what does not look like one.
    private(set) lazy var header: [String]? = tableHeader

    private var tableHeader: [String]? {
        guard !isFolder, let content = try? contents() else { return nil }
        if bytes == nil {
            guard [".csv", ".tsv"].contains(where: path.lowercased().hasSuffix) else { return nil }
        } else {
            let start = content.first { $0 > 0x20 && $0 < 0x80 }
            guard !content.isEmpty, start != UInt8(ascii: "{"), start != UInt8(ascii: "["),
                RefusedKind(of: self) == nil
            else { return nil }
        }
        let header = ContactTable.read(bytes: content, file: path).table?.document.header ?? []
        return bytes == nil || header.count > 1 ? header : nil
    }
}

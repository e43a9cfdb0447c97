internal import CArchive
internal import Glibc
internal import SystemInterface

/// A file that gzip, bzip2, xz or zstd packed, or an archive of files, told by its first bytes.
///
/// The library that unpacks is loaded at the first use.
public struct PackedFile {
    /// How a file is packed.
    public enum Packing: String, Sendable, CaseIterable {
        /// RFC 1952.
        case gzip
        /// By bzip2.
        case bzip2
        /// By xz.
        case xz
        /// RFC 8878.
        case zstd
        /// A tape archive, which packs nothing.
        case tar
        /// A zip archive.
        case zip

        /// The packing of a file that begins with these bytes, at least 512 of them if it has so many; `nil` for none.
        public init?(beginning: [UInt8]) {
            let marks: [(Packing, [UInt8])] = [
                (.gzip, [0x1F, 0x8B]), (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
                (.zstd, [0x28, 0xB5, 0x2F, 0xFD]), (.zip, [0x50, 0x4B, 3, 4]), (.zip, [0x50, 0x4B, 5, 6]),
            ]
            if let mark = marks.first(where: { beginning.starts(with: $0.1) }) {
                self = mark.0
            } else if beginning.starts(with: "BZh".utf8), beginning.count > 4,
                (49...57).contains(beginning[3]),
                [0x31, 0x17].contains(beginning[4])
            {
                self = .bzip2
            } else if beginning.count >= 262, beginning[257..<262].elementsEqual("ustar".utf8) {
                self = .tar
            } else {
                return nil
            }
        }
    }

    /// Where a file is.
    public enum Place: Sendable {
        /// At a path.
        case file(String)
        /// In memory.
        case bytes([UInt8])
    }

    private let place: Place
    private let packing: Packing
    private let kind: rebound_archive_kind
    private let limits: ArchiveLimits

    /// Describes a file.
    /// - Parameter isArchive: Whether what is packed, or the file as it is, is a tape archive.
    public init(_ place: Place, _ packing: Packing, isArchive: Bool = false, limits: ArchiveLimits) {
        self.place = place
        self.packing = packing
        self.limits = limits
        kind =
            packing == .zip
            ? REBOUND_ARCHIVE_ZIP
            : packing == .tar || isArchive ? REBOUND_ARCHIVE_TAR : REBOUND_ARCHIVE_PACKED
    }

    /// The names of the files within, in their order; folders and links are left out.
    /// - Throws: ``ArchiveError``.
    public func fileNames() throws(ArchiveError) -> [String] {
        var names: [String] = []
        try withEntries { archive throws(ArchiveError) in
            guard names.count < limits.entries else { throw .tooManyEntries(limit: limits.entries) }
            names.append(Self.name(archive))
            return true
        }
        return names
    }

    /// What the first file within holds; nothing where there is none.
    /// - Throws: ``ArchiveError``.
    public func contents() throws(ArchiveError) -> [UInt8] {
        var contents: [UInt8] = []
        try withEntries { archive throws(ArchiveError) in
            contents = try unpacked(archive)
            return false
        }
        // What libarchive does not take for packed it hands over as it is.
        if kind == REBOUND_ARCHIVE_PACKED, Packing(beginning: Array(contents.prefix(8))) == packing {
            throw .damaged(entry: "", reason: "its beginning is not what \(packing.rawValue) writes")
        }
        return contents
    }

    private static func name(_ archive: OpaquePointer) -> String {
        String(cString: rebound_archive_name(archive))
    }

    /// Calls `body` at each file until it returns `false`.
    private func withEntries(
        _ body: (OpaquePointer) throws(ArchiveError) -> Bool
    ) throws(ArchiveError) {
        if let reason = rebound_archive_missing() { throw .libraryMissing(String(cString: reason)) }
        var status = REBOUND_ARCHIVE_FAILED
        let opened =
            switch place {
            case .file(let path): path.withSystemPath { rebound_archive_open_file($0, kind, &status) }
            case .bytes(let bytes): rebound_archive_open_bytes(bytes, bytes.count, kind, &status)
            }
        guard let archive = opened else { throw .damaged(entry: "", reason: "not enough memory") }
        defer { rebound_archive_close(archive) }
        while status == REBOUND_ARCHIVE_OK {
            status = rebound_archive_next(archive)
            // A packed file without a header of its own is a file, too.
            let isFile = rebound_archive_is_file(archive) || kind == REBOUND_ARCHIVE_PACKED
            if status == REBOUND_ARCHIVE_OK, isFile, try !body(archive) { return }
        }
        guard status == REBOUND_ARCHIVE_END else {
            throw .damaged(entry: "", reason: String(cString: rebound_archive_error(archive)))
        }
    }

    private func unpacked(_ archive: OpaquePointer) throws(ArchiveError) -> [UInt8] {
        let name = kind == REBOUND_ARCHIVE_PACKED ? "" : Self.name(archive)
        guard !rebound_archive_is_encrypted(archive) else { throw .encrypted(entry: name) }
        let packed = packedBytes
        var contents: [UInt8] = []
        while true {
            var status = REBOUND_ARCHIVE_OK
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
                status = rebound_archive_read(archive, buffer.baseAddress, buffer.count, &count)
            }
            if status == REBOUND_ARCHIVE_END { return contents }
            guard status == REBOUND_ARCHIVE_OK else {
                throw .damaged(entry: name, reason: String(cString: rebound_archive_error(archive)))
            }
            contents += piece
            guard contents.count <= limits.entryBytes else {
                throw .entryTooLarge(entry: name, limit: limits.entryBytes)
            }
            guard !limits.isBomb(unpacked: contents.count, packed: packed) else {
                throw .ratioTooHigh(limit: limits.ratio)
            }
        }
    }

    private var packedBytes: Int {
        switch place {
        case .bytes(let bytes): return bytes.count
        case .file(let path):
            var status = stat()
            return path.withSystemPath({ stat($0, &status) }) == 0 ? Int(status.st_size) : 0
        }
    }
}

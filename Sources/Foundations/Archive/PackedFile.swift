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
        let archive = try ArchiveReader(place, kind)
        while try goToFile(in: archive) {
            guard names.count < limits.entries else { throw .tooManyEntries(limit: limits.entries) }
            names.append(archive.name)
        }
        return names
    }

    /// What the first file within holds; nothing where there is none.
    /// - Throws: ``ArchiveError``.
    public func contents() throws(ArchiveError) -> [UInt8] {
        let archive = try ArchiveReader(place, kind)
        let contents = try goToFile(in: archive) ? unpacked(archive) : []
        // What libarchive does not take for packed it hands over as it is.
        if kind == REBOUND_ARCHIVE_PACKED, Packing(beginning: Array(contents.prefix(8))) == packing {
            throw .damaged(entry: "", reason: "its beginning is not what \(packing.rawValue) writes")
        }
        return contents
    }

    /// Goes to the next file, and says whether there is one.
    private func goToFile(in archive: ArchiveReader) throws(ArchiveError) -> Bool {
        while try archive.next() {
            // A packed file without a header of its own is a file, too.
            if archive.isFile || kind == REBOUND_ARCHIVE_PACKED { return true }
        }
        return false
    }

    private func unpacked(_ archive: ArchiveReader) throws(ArchiveError) -> [UInt8] {
        let name = kind == REBOUND_ARCHIVE_PACKED ? "" : archive.name
        let packed = packedBytes
        return try archive.contents(of: name) { count throws(ArchiveError) in
            guard count <= limits.entryBytes else {
                throw .entryTooLarge(entry: name, limit: limits.entryBytes)
            }
            guard !limits.isBomb(unpacked: count, packed: packed) else {
                throw .ratioTooHigh(limit: limits.ratio)
            }
        }
    }

    private var packedBytes: Int {
        switch place {
        case .bytes(let bytes): bytes.count
        case .file(let path): status(ofFile: path).map { Int($0.st_size) } ?? 0
        }
    }
}

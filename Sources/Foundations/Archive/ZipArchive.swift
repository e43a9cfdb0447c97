internal import CArchive
internal import Glibc
internal import SystemInterface

/// A zip archive that is read entry by entry, in the order of its directory, and never unpacked to disk.
///
/// Names of entries are labels and nothing else, so that `../../etc/passwd` is a strange name and no danger.
/// Everything it unpacks counts towards its ``ArchiveLimits``. The library behind it is loaded when the first
/// archive is opened.
public final class ZipArchive {
    /// One entry.
    public struct Entry: Equatable, Sendable {
        /// Its name, as a path with slashes; malformed UTF-8 is U+FFFD.
        public let name: String
        /// Whether it is a file, not a folder or a link.
        public let isFile: Bool
        /// Whether its content needs a password.
        public let isEncrypted: Bool
        /// The bytes it unpacks to, as the zip claims; `nil` when it does not say.
        public let size: Int?
    }

    private let reader: ArchiveReader
    private let limits: ArchiveLimits
    private let packedBytes: Int
    private var entryCount = 0
    private var unpackedBytes = 0
    private var current: Entry?

    /// Opens a zip file.
    /// - Throws: ``ArchiveError``; a file that cannot be read is ``ArchiveError/damaged(entry:reason:)``.
    public convenience init(path: String, limits: ArchiveLimits = .standard) throws(ArchiveError) {
        guard let status = status(ofFile: path) else {
            throw .damaged(entry: "", reason: String(cString: strerror(errno)))
        }
        try self.init(
            .file(path), limits, packedBytes: Int(status.st_size),
            beginning: (try? FileBytes.start(ofFile: path, count: 4)) ?? [])
    }

    /// Opens a zip in memory.
    /// - Throws: ``ArchiveError``.
    public convenience init(bytes: [UInt8], limits: ArchiveLimits = .standard) throws(ArchiveError) {
        try self.init(.bytes(bytes), limits, packedBytes: bytes.count, beginning: Array(bytes.prefix(4)))
    }

    private init(
        _ place: PackedFile.Place, _ limits: ArchiveLimits, packedBytes: Int, beginning: [UInt8]
    ) throws(ArchiveError) {
        do {
            reader = try ArchiveReader(place, REBOUND_ARCHIVE_ZIP)
        } catch {
            if case .damaged = error, !Self.recognises(bytes: beginning) { throw .notZip }
            throw error
        }
        self.limits = limits
        self.packedBytes = packedBytes
    }

    /// Whether a file that begins with these bytes is, or once was, a zip (APPNOTE.TXT 4.3.7 and 4.3.16).
    public static func recognises(bytes: [UInt8]) -> Bool { PackedFile.Packing(beginning: bytes) == .zip }

    /// Goes to the next entry; `nil` after the last one.
    /// - Throws: ``ArchiveError``.
    public func next() throws(ArchiveError) -> Entry? {
        current = nil
        guard try reader.next() else { return nil }
        entryCount += 1
        guard entryCount <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
        current = Entry(
            name: reader.name, isFile: reader.isFile, isEncrypted: reader.isEncrypted, size: reader.size)
        return current
    }

    /// Unpacks the current entry.
    /// - Throws: ``ArchiveError``.
    /// - Precondition: ``next()`` gave an entry, whose contents were not asked for before.
    public func contents() throws(ArchiveError) -> [UInt8] {
        guard let entry = current else { preconditionFailure("There is no entry to unpack.") }
        let contents = try reader.contents(of: entry.name) { count throws(ArchiveError) in
            try check(count, of: entry)
        }
        unpackedBytes += contents.count
        return contents
    }

    private func check(_ bytes: Int, of entry: Entry) throws(ArchiveError) {
        guard bytes <= limits.entryBytes else {
            throw .entryTooLarge(entry: entry.name, limit: limits.entryBytes)
        }
        guard bytes <= limits.totalBytes - unpackedBytes else { throw .tooLarge(limit: limits.totalBytes) }
        guard !limits.isBomb(unpacked: unpackedBytes + bytes, packed: packedBytes) else {
            throw .ratioTooHigh(limit: limits.ratio)
        }
    }
}

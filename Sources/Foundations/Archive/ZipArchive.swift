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

    private let archive: OpaquePointer
    private let limits: ArchiveLimits
    private let packedBytes: Int
    private var entryCount = 0
    private var unpackedBytes = 0
    private var current: Entry?

    /// Opens a zip file.
    /// - Throws: ``ArchiveError``; a file that cannot be read is ``ArchiveError/damaged(entry:reason:)``.
    public convenience init(path: String, limits: ArchiveLimits = .standard) throws(ArchiveError) {
        var status = stat()
        guard path.withSystemPath({ stat($0, &status) }) == 0 else {
            throw .damaged(entry: "", reason: String(cString: strerror(errno)))
        }
        var result = REBOUND_ARCHIVE_FAILED
        let archive = try Self.loaded {
            path.withSystemPath { rebound_archive_open_file($0, REBOUND_ARCHIVE_ZIP, &result) }
        }
        try self.init(
            archive, result, limits, packedBytes: Int(status.st_size),
            beginning: (try? FileBytes.start(ofFile: path, count: 4)) ?? [])
    }

    /// Opens a zip in memory.
    /// - Throws: ``ArchiveError``.
    public convenience init(bytes: [UInt8], limits: ArchiveLimits = .standard) throws(ArchiveError) {
        var result = REBOUND_ARCHIVE_FAILED
        let archive = try Self.loaded {
            rebound_archive_open_bytes(bytes, bytes.count, REBOUND_ARCHIVE_ZIP, &result)
        }
        try self.init(
            archive, result, limits, packedBytes: bytes.count, beginning: Array(bytes.prefix(4)))
    }

    private init(
        _ archive: OpaquePointer, _ status: rebound_archive_status, _ limits: ArchiveLimits, packedBytes: Int,
        beginning: [UInt8]
    ) throws(ArchiveError) {
        guard status == REBOUND_ARCHIVE_OK else {
            let reason = String(cString: rebound_archive_error(archive))
            rebound_archive_close(archive)
            throw Self.recognises(bytes: beginning) ? .damaged(entry: "", reason: reason) : .notZip
        }
        self.archive = archive
        self.limits = limits
        self.packedBytes = packedBytes
    }

    deinit { rebound_archive_close(archive) }

    /// Whether a file that begins with these bytes is, or once was, a zip (APPNOTE.TXT 4.3.7 and 4.3.16).
    public static func recognises(bytes: [UInt8]) -> Bool { PackedFile.Packing(beginning: bytes) == .zip }

    private static func loaded(_ open: () -> OpaquePointer?) throws(ArchiveError) -> OpaquePointer {
        if let reason = rebound_archive_missing() { throw .libraryMissing(String(cString: reason)) }
        guard let archive = open() else { throw .damaged(entry: "", reason: "not enough memory") }
        return archive
    }

    /// Goes to the next entry; `nil` after the last one.
    /// - Throws: ``ArchiveError``.
    public func next() throws(ArchiveError) -> Entry? {
        current = nil
        switch rebound_archive_next(archive) {
        case REBOUND_ARCHIVE_END: return nil
        case REBOUND_ARCHIVE_OK: break
        default: throw .damaged(entry: "", reason: String(cString: rebound_archive_error(archive)))
        }
        entryCount += 1
        guard entryCount <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
        let size = rebound_archive_size(archive)
        current = Entry(
            name: String(cString: rebound_archive_name(archive)), isFile: rebound_archive_is_file(archive),
            isEncrypted: rebound_archive_is_encrypted(archive), size: size < 0 ? nil : Int(size))
        return current
    }

    /// Unpacks the current entry.
    /// - Throws: ``ArchiveError``.
    /// - Precondition: ``next()`` gave an entry, whose contents were not asked for before.
    public func contents() throws(ArchiveError) -> [UInt8] {
        guard let entry = current else { preconditionFailure("There is no entry to unpack.") }
        guard !entry.isEncrypted else { throw .encrypted(entry: entry.name) }
        // What the zip claims is believed when it is too much, and counted in any case.
        try check(entry.size ?? 0, of: entry)
        var contents: [UInt8] = []
        contents.reserveCapacity(entry.size ?? 0)
        while true {
            var status = REBOUND_ARCHIVE_OK
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                status = rebound_archive_read(archive, buffer.baseAddress, buffer.count, &count)
            }
            guard status != REBOUND_ARCHIVE_FAILED else {
                throw .damaged(
                    entry: entry.name, reason: String(cString: rebound_archive_error(archive)))
            }
            if status == REBOUND_ARCHIVE_END { break }
            contents += piece
            try check(contents.count, of: entry)
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

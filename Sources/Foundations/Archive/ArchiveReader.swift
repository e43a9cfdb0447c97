internal import CArchive
internal import COptional
internal import SystemInterface

/// Reads an archive or a packed file entry by entry with libarchive, which is loaded at the first use.
final class ArchiveReader {
    private let archive: OpaquePointer

    /// Opens an archive.
    /// - Throws: ``ArchiveError/libraryMissing(_:)`` or ``ArchiveError/damaged(entry:reason:)``.
    init(_ place: PackedFile.Place, _ kind: rebound_archive_kind) throws(ArchiveError) {
        switch rebound_archive_load() {
        case REBOUND_LOADED: break
        case REBOUND_LIBRARY_MISSING: throw .libraryMissing(OptionalLibrary.libarchive.missing)
        default:
            let function = String(cString: rebound_archive_lacking())
            throw .libraryMissing("libarchive is too old: it has no \(function)")
        }
        var status = REBOUND_ARCHIVE_FAILED
        let opened =
            switch place {
            case .file(let path): path.withSystemPath { rebound_archive_open_file($0, kind, &status) }
            case .bytes(let bytes): rebound_archive_open_bytes(bytes, bytes.count, kind, &status)
            }
        guard let opened else { throw .damaged(entry: "", reason: "not enough memory") }
        archive = opened
        guard status == REBOUND_ARCHIVE_OK else { throw damaged() }
    }

    deinit { rebound_archive_close(archive) }

    private func damaged(entry: String = "") -> ArchiveError {
        .damaged(entry: entry, reason: String(cString: rebound_archive_error(archive)))
    }

    /// Goes to the next entry, and says whether there is one.
    func next() throws(ArchiveError) -> Bool {
        switch rebound_archive_next(archive) {
        case REBOUND_ARCHIVE_END: return false
        case REBOUND_ARCHIVE_OK: return true
        default: throw damaged()
        }
    }

    /// The name of the entry; malformed UTF-8 is U+FFFD.
    var name: String { String(cString: rebound_archive_name(archive)) }
    /// Whether it is a file, not a folder or a link.
    var isFile: Bool { rebound_archive_is_file(archive) }
    /// Whether its content needs a password.
    var isEncrypted: Bool { rebound_archive_is_encrypted(archive) }
    /// The bytes it unpacks to, as the archive claims; `nil` when it does not say.
    var size: Int? {
        let size = rebound_archive_size(archive)
        return size < 0 ? nil : Int(size)
    }

    /// Unpacks the entry.
    /// - Parameters:
    ///   - entry: What to call it where it is damaged.
    ///   - check: Called with the number of bytes so far, to refuse more.
    func contents(
        of entry: String, check: (_ count: Int) throws(ArchiveError) -> Void
    ) throws(ArchiveError) -> [UInt8] {
        guard !isEncrypted else { throw .encrypted(entry: entry) }
        // What the archive claims is believed when it is too much, and counted in any case.
        try check(size ?? 0)
        var contents: [UInt8] = []
        contents.reserveCapacity(size ?? 0)
        while true {
            var status = REBOUND_ARCHIVE_OK
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                status = rebound_archive_read(archive, buffer.baseAddress, buffer.count, &count)
            }
            guard status != REBOUND_ARCHIVE_FAILED else { throw damaged(entry: entry) }
            if status == REBOUND_ARCHIVE_END { return contents }
            contents += piece
            try check(contents.count)
        }
    }
}

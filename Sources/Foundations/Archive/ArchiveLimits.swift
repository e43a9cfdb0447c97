/// What an archive may ask of the machine before it is refused.
public struct ArchiveLimits: Equatable, Sendable {
    /// The most entries, folders among them.
    public let entries: Int
    /// The most bytes of one entry, unpacked.
    public let entryBytes: Int
    /// The most bytes unpacked of all entries that are read.
    public let totalBytes: Int
    /// The most bytes unpacked for each byte of the archive file, once they are more than 1 MiB.
    public let ratio: Int

    /// Up to 10,000 entries, 256 MiB for one, 1 GiB for all, and 200 bytes for one.
    ///
    /// The text of messages packs to about a tenth; deflate can reach 1:1032, overlapping entries far more
    /// (Fifield, "A better zip bomb", WOOT 2019).
    public static let standard = ArchiveLimits(
        uncheckedEntries: 10_000, entryBytes: 256 << 20, totalBytes: 1 << 30, ratio: 200)

    /// Makes limits.
    /// - Throws: ``ArchiveError/limitInvalid(_:)`` unless all are at least 1 and `entryBytes` at most
    ///   `totalBytes`.
    public init(
        entries: Int = standard.entries, entryBytes: Int = standard.entryBytes,
        totalBytes: Int = standard.totalBytes, ratio: Int = standard.ratio
    ) throws(ArchiveError) {
        for limit in [entries, entryBytes, totalBytes, ratio] where limit < 1 {
            throw .limitInvalid("\(limit) is not at least 1")
        }
        guard entryBytes <= totalBytes else {
            throw .limitInvalid("\(entryBytes) bytes of one entry are more than \(totalBytes) of all")
        }
        self.init(
            uncheckedEntries: entries, entryBytes: entryBytes, totalBytes: totalBytes, ratio: ratio)
    }

    private init(uncheckedEntries entries: Int, entryBytes: Int, totalBytes: Int, ratio: Int) {
        self.entries = entries
        self.entryBytes = entryBytes
        self.totalBytes = totalBytes
        self.ratio = ratio
    }

    /// Whether so many unpacked bytes are too many for an archive file of `packed` bytes.
    func isBomb(unpacked: Int, packed: Int) -> Bool {
        unpacked > 1 << 20 && unpacked / ratio > packed
    }
}

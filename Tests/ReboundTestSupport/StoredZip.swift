/// Writes zip archives for tests, byte by byte: stored entries only (APPNOTE.TXT 4.3).
public struct StoredZip {
    /// One entry.
    public struct Entry {
        /// Its name.
        public var name: String
        /// Its bytes.
        public var content: [UInt8]
        /// General purpose bit flags; bit 0 is encryption, bit 11 says that the name is UTF-8.
        public var flags: UInt16 = 1 << 11
        /// 0 is stored, 8 deflated.
        public var method: UInt16 = 0
        /// The size that the zip claims to unpack to.
        public var claimedSize: Int?
        /// The checksum it claims.
        public var claimedChecksum: UInt32?

        /// An entry, with what it claims of itself.
        public init(
            name: String, content: [UInt8], flags: UInt16 = 1 << 11, method: UInt16 = 0,
            claimedSize: Int? = nil, claimedChecksum: UInt32? = nil
        ) {
            self.name = name
            self.content = content
            self.flags = flags
            self.method = method
            self.claimedSize = claimedSize
            self.claimedChecksum = claimedChecksum
        }
    }

    /// What is in it.
    public var entries: [Entry] = []

    /// A zip of some texts under their names.
    public init(_ files: [(String, String)] = []) {
        entries = files.map { Entry(name: $0.0, content: Array($0.1.utf8)) }
    }

    /// The file.
    public var bytes: [UInt8] {
        var zip: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = zip.count
            let size = UInt32(entry.claimedSize ?? entry.content.count)
            let common: [UInt8] =
                two(20) + two(entry.flags) + two(entry.method) + two(0) + two(0x21)
                + four(entry.claimedChecksum ?? checksum(entry.content)) + four(UInt32(entry.content.count))
                + four(size)
                + two(UInt16(entry.name.utf8.count)) + two(0)
            zip += four(0x0403_4B50) + common + Array(entry.name.utf8) + entry.content
            directory += four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + four(0)
            directory += four(UInt32(offset)) + Array(entry.name.utf8)
        }
        let count = UInt16(entries.count)
        return zip + directory + four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count)
            + four(UInt32(directory.count)) + four(UInt32(zip.count)) + two(0)
    }

    private func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    private func four(_ value: UInt32) -> [UInt8] { two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16)) }

    /// CRC-32 (ITU-T V.42), bit by bit.
    private func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}
